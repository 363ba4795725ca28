import type { Peer } from '../../call/call.ts';

/** The account of test calls. It is never stored, and what happens in it is nobody's history. */
export const ECHO_ACCOUNT = 'echo';

/** The one whom test calls are with. @param name in the person's language, such as "Test call" */
export const echoPeer = (name: string): Peer => ({
  accountId: ECHO_ACCOUNT,
  contactId: ECHO_ACCOUNT,
  address: ECHO_ACCOUNT,
  name,
});
