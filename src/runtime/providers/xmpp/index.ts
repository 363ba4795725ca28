import type { Provider } from '../provider.ts';
import { openSession } from './session.ts';
import { signIn } from './sign-in.ts';

/** This module's namespace is the {@link Provider}: `xmppDescriptor.load()` imports it. */
export const protocol = 'xmpp';
export { signIn };
export const open: Provider['open'] = openSession;
