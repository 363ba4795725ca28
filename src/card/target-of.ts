import type { AccountView, PersonView } from '../runtime/api.ts';
import type { DialTarget } from '../runtime/command.ts';
import type { Peer } from '../runtime/call/call.ts';

interface Known {
  readonly accounts: readonly Pick<AccountView, 'id'>[];
  readonly contacts: readonly Pick<PersonView, 'accountId' | 'id'>[];
}

/**
 * How the other side of a call is called: a contact by its id, anybody else by the address.
 * @returns null where none of our accounts reaches them: Home Assistant and doors call, and cannot be called
 */
export function targetOf({ accountId, contactId, address }: Peer, { accounts, contacts }: Known): DialTarget | null {
  if (!accounts.some(({ id }) => id === accountId)) return null;
  const isContact = contacts.some((each) => each.accountId === accountId && each.id === contactId);
  return isContact ? { accountId, contactId } : { text: address };
}

/** Whether a message reaches the other side of a call. */
export function canWrite(
  { accountId, contactId }: Peer,
  contacts: readonly Pick<PersonView, 'accountId' | 'id' | 'writable'>[],
): boolean {
  return contacts.some((each) => each.writable && each.accountId === accountId && each.id === contactId);
}
