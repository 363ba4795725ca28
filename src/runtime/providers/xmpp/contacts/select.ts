import type { MediaKinds } from '../../../call/call.ts';
import type { Contact } from '../../provider.ts';
import { isSeen, type RosterItem } from './roster.ts';
import { localPart } from './text.ts';

export interface ContactsInput {
  readonly accountId: string;
  readonly items: Iterable<RosterItem>;
  /** The account itself, which is nobody to call. */
  readonly own: string;
  readonly presence: (jid: string, seen: boolean) => Contact['presence'];
  readonly callable: (jid: string) => MediaKinds;
  /** A name they have given themselves; empty if none is known. */
  readonly nick: (jid: string) => string;
  /** Where their picture can be shown from, or null while there is none. */
  readonly avatar: (jid: string) => string | null;
}

const collator = new Intl.Collator();

/** The people of the roster, sorted by name. Servers and gateways in it are nobody. */
export function selectContacts(input: ContactsInput): readonly Contact[] {
  const { accountId, items, own, presence, callable, nick, avatar } = input;
  const contacts: Contact[] = [];
  for (const item of items) {
    const { jid, groups } = item;
    if (!jid.includes('@') || jid === own) continue;
    contacts.push({
      id: jid,
      accountId,
      address: jid,
      name: nameOf(jid, item.name, nick(jid)),
      avatar: avatar(jid),
      presence: presence(jid, isSeen(item)),
      callable: callable(jid),
      // DTLS-SRTP, but its fingerprints come by the servers.
      encrypted: false,
      ...(groups.length > 0 ? { groups } : {}),
    });
  }
  return contacts.sort((a, b) => collator.compare(a.name, b.name) || (a.address < b.address ? -1 : 1));
}

/** As the account calls them, as they call themselves, or the part before the @. */
export function nameOf(jid: string, given: string, nick: string): string {
  return given || nick || localPart(jid);
}

/** Whether two lists say the same; their entries are made in one place, so the keys are in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
