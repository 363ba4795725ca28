import type { Provider } from '../provider.ts';
import { openSession } from './session.ts';
import { signIn } from './sign-in.ts';

/** This module's namespace is the {@link Provider}: `matrixDescriptor.load()` imports it. */
export const protocol = 'matrix';
export { signIn };
export const open: Provider['open'] = openSession;
