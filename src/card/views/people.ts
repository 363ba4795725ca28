import { fold } from '../../runtime/platform/fold.ts';
import type { CardConfig } from '../config.ts';
import { t } from '../localize/live.ts';
import { words } from '../localize/localize.ts';
import type { Person, Seen } from './shown.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

/** Whom the configuration names, in its order; without one the favourites of this device; null: nobody is chosen. */
export function chosen<P extends Person>(contacts: readonly P[], config: CardConfig): readonly P[] | null {
  if (config.contacts?.length) {
    return config.contacts.flatMap((who) =>
      contacts.filter(({ address, name }) => same(address, who) || same(name, who)),
    );
  }
  const favourites = contacts.filter(({ favourite }) => favourite);
  return favourites.length ? favourites : null;
}

/** Who has the text in name or address; case and accents do not matter. */
export function found(contacts: readonly Person[], text: string): readonly Person[] {
  const wanted = fold(text);
  return contacts.filter(({ name, address }) => fold(name).includes(wanted) || fold(address).includes(wanted));
}

let sorted: { readonly of: readonly Person[]; readonly language: string; readonly people: readonly Person[] } | null =
  null;

/** By name, as the page's language sorts. Kept for the list it was last asked for: thousands are sorted once. */
export function byName(contacts: readonly Person[]): readonly Person[] {
  const { language } = words.value;
  if (sorted?.of !== contacts || sorted.language !== language) {
    const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
    sorted = { of: contacts, language, people: [...contacts].sort((a, b) => compare(a.name, b.name)) };
  }
  return sorted.people;
}

/** People under the first group that their account has put them into; without groups: all, under no title. */
export function inGroups(
  people: readonly Person[],
): readonly { readonly title: string; readonly people: readonly Person[] }[] {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const title = person.groups?.[0] ?? '';
    const members = groups.get(title);
    if (members) members.push(person);
    else groups.set(title, [person]);
  }
  const { compare } = new Intl.Collator(words.value.language);
  // Those in no group come last.
  return [...groups]
    .map(([title, members]) => ({ title, people: members }))
    .sort((a, b) => Number(!a.title) - Number(!b.title) || compare(a.title, b.title));
}

/** The word under a name, and whether a call can be begun now. */
export function reach(
  person: Person,
  accounts: Seen['accounts'],
  presence: boolean,
): readonly [word: string, can: boolean] {
  const status = accounts.find(({ id }) => id === person.accountId)?.status;
  if (status?.state === 'signed-out') return [t('card.signed_out'), false];
  if (status?.state === 'degraded' && status.reason === 'network') return [t('card.account_away'), false];
  if (!presence || person.presence === 'unknown') return [person.name === person.address ? '' : person.address, true];
  return [t(`card.${person.presence}`), true];
}
