import { type Provider, SignInError } from '../provider.ts';
import { openSession } from './session.ts';

/** This module's namespace is the {@link Provider}: `matrixDescriptor.load()` imports it. */
export const protocol = 'matrix';
export const open: Provider['open'] = openSession;

/** Loaded when somebody signs in: a device that has its accounts rings without it. */
export const signIn: Provider['signIn'] = async (values, context) => {
  const loaded = await import('./sign-in.ts').catch((cause: unknown) => {
    throw new SignInError('network', null, { cause });
  });
  return loaded.signIn(values, context);
};
