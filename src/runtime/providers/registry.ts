import { matrixDescriptor } from './matrix/descriptor.ts';
import type { ProviderDescriptor } from './provider.ts';
import { xmppDescriptor } from './xmpp/descriptor.ts';

/** Every protocol this build speaks, in the order the account form offers them. Their code is loaded when an account needs it. */
export const providers: readonly ProviderDescriptor[] = [matrixDescriptor, xmppDescriptor];
