import type { Refusal } from './call/call.ts';
import { fold } from './platform/fold.ts';
import type { Contact } from './providers/provider.ts';

/** A contact, perhaps under a name that people here gave. */
export type Known = Contact & { readonly ownName?: string };

/** What a text names: a contact, an address to be resolved by a provider, or nothing that can be called. */
export type Found =
  | { readonly contact: Contact }
  /** Nobody we know; `protocol` is null when the text did not say. */
  | { readonly address: string; readonly protocol: string | null }
  | { readonly refused: Refusal };

/** Control characters, and signs that turn the reading direction: nobody can see what such a text says. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const PREFIXED = /^([a-z]+):(?!\/\/)(.+)$/;
/** `@user:server`, `!room:server` or `user@server`: what is an address can never be the start of a name. */
const ADDRESS = /^[@!][^\s:]+:\S+$|^[^\s@:/]+@[^\s@/]+$/;

/**
 * Who is meant by what somebody typed or a script wrote.
 *
 * A name that is equal in full wins over an alias that is, and both win over addresses; then a beginning of a name or
 * alias counts if it is the beginning of one person's only. Case and accents do not matter, since scripts are typed by
 * people.
 * @param protocols names of the protocols, for `protocol:address`.
 */
export function find(text: string, contacts: readonly Known[], protocols: readonly string[]): Found {
  const wanted = text.trim();
  if (!wanted || wanted.length > 255 || UNSEEN.test(wanted)) return { refused: 'refused_bad_value' };

  const [, protocol = '', rest = ''] = PREFIXED.exec(wanted) ?? [];
  if (protocols.includes(protocol)) {
    const address = rest.trim();
    return one(contacts.filter((contact) => hasAddress(contact, address))) ?? { address, protocol };
  }
  const key = fold(wanted);
  return (
    one(contacts.filter((contact) => hasAddress(contact, wanted))) ??
    one(contacts.filter(({ name, ownName = name }) => fold(ownName) === key)) ??
    one(contacts.filter(({ name }) => fold(name) === key)) ??
    (ADDRESS.test(wanted) ? { address: wanted, protocol: null } : undefined) ??
    one(contacts.filter((contact) => names(contact).some((name) => name.startsWith(key)))) ?? {
      refused: 'refused_unknown_contact',
    }
  );
}

const hasAddress = (contact: Contact, address: string): boolean =>
  contact.address === address || contact.id === address;

/** An alias does not take the own name away: scripts may use either. */
const names = ({ name, ownName = name }: Known): readonly string[] => [fold(name), fold(ownName)];

/** The only one; a refusal when there are several people; undefined when there is none. */
function one(contacts: readonly Known[]): Found | undefined {
  const [first] = contacts;
  if (!first) return undefined;
  // One person known to two accounts is one person: the first account that can call takes it.
  if (contacts.some((contact) => contact.address !== first.address)) return { refused: 'refused_ambiguous_contact' };
  return { contact: contacts.find((contact) => contact.callable.audio) ?? first };
}
