import type { CallAssist } from '../api.ts';
import type { Logger } from '../platform/platform.ts';
import type { Readable } from '../platform/readable.ts';
import type { Contact, ProviderSession } from '../providers/provider.ts';
import type { Lock } from '../settings/lock.ts';
import type { People } from './people.ts';

/** As long as a message may be, in UTF-16 units. */
const LONGEST = 1_000;

export interface PeopleApiOptions {
  readonly people: Pick<People, 'change' | 'choice'>;
  readonly lock: Pick<Lock, 'require'>;
  readonly contacts: Readable<readonly Contact[]>;
  /** @throws RangeError for an account that is not open */
  readonly session: (accountId: string) => Pick<ProviderSession, 'message' | 'block'>;
  /** Somebody was blocked: what rings for them is to end. */
  readonly onBlocked: (accountId: string, contactId: string) => void;
  readonly log: Logger;
}

/** What can be done about people. */
export function createPeopleApi(options: PeopleApiOptions): Pick<CallAssist, 'configurePerson' | 'sendMessage'> {
  const { people, lock, contacts, session, onBlocked, log } = options;
  const isContact = (accountId: string, contactId: string): boolean =>
    contacts.value.some((contact) => contact.accountId === accountId && contact.id === contactId);
  return {
    async configurePerson(accountId, contactId, change) {
      lock.require();
      if (!isContact(accountId, contactId)) throw new RangeError('person: this is no contact of the account');
      const before = people.choice({ accountId, contactId });
      const { blocked } = await people.change({ accountId, contactId }, change);
      if (blocked === before.blocked) return;
      if (blocked) onBlocked(accountId, contactId);
      try {
        await session(accountId).block?.(contactId, blocked);
      } catch (error) {
        // Here they are blocked all the same.
        log.log('warn', 'the server was not told that somebody is blocked', error);
      }
    },
    async sendMessage(accountId, contactId, text) {
      if (typeof text !== 'string' || text.trim() === '' || text.length > LONGEST) {
        throw new RangeError(`text: 1 to ${LONGEST} characters are needed`);
      }
      const account = session(accountId);
      if (!account.message) throw new RangeError('message: this account cannot write');
      if (!isContact(accountId, contactId)) throw new RangeError('person: this is no contact of the account');
      await account.message(contactId, text);
    },
  };
}
