import { type XmlElement, childrenOf, element, textOf } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import { NS_ROSTER } from './namespaces.ts';
import { readBareJid, readName } from './text.ts';

/** More people than any account has; what is beyond is left out. */
const MAX_ITEMS = 5_000;
const MAX_GROUPS = 20;

/** `from`: they see our presence; `to`: we see theirs. */
type Subscription = 'none' | 'from' | 'to' | 'both';

/** One person of the roster (RFC 6121, 2.1.2). */
export interface RosterItem {
  /** Bare. */
  readonly jid: string;
  /** Empty where the account has given none. */
  readonly name: string;
  readonly subscription: Subscription;
  /** We have asked to see their presence, and they have not answered. */
  readonly asked: boolean;
  readonly groups: readonly string[];
}

export interface Roster {
  /** RFC 6121, 2.6; null where the server keeps none. */
  readonly version: string | null;
  readonly items: ReadonlyMap<string, RosterItem>;
}

export const NO_ROSTER: Roster = { version: null, items: new Map() };

/** The whole roster, as the server answers. `null`: what we have is still right (RFC 6121, 2.6.3). */
export function readRoster(query: XmlElement | null, present: Roster): Roster {
  if (query?.ns !== NS_ROSTER || query.name !== 'query') return present;
  const items = new Map<string, RosterItem>();
  for (const child of childrenOf(query, NS_ROSTER, 'item')) {
    if (items.size >= MAX_ITEMS) break;
    const item = readItem(child);
    if (item !== null && !('removed' in item)) items.set(item.jid, item);
  }
  return { version: versionOf(query), items };
}

/** One change (RFC 6121, 2.1.6); nothing where it does not hold exactly one item that can be read. */
export function withPush(roster: Roster, query: XmlElement): Roster {
  const [child, another] = childrenOf(query, NS_ROSTER, 'item');
  const item = child && !another ? readItem(child) : null;
  if (!item) return roster;
  const items = new Map(roster.items);
  if ('removed' in item) items.delete(item.removed);
  else if (items.size < MAX_ITEMS || items.has(item.jid)) items.set(item.jid, item);
  return { version: versionOf(query) ?? roster.version, items };
}

/** Puts somebody into the roster with a name (RFC 6121, 2.3). */
export function rosterSet(jid: string, name: string): XmlElement {
  return element(NS_ROSTER, 'query', {}, [element(NS_ROSTER, 'item', { jid, name })]);
}

export function seesUs(item: RosterItem | undefined): boolean {
  return item?.subscription === 'from' || item?.subscription === 'both';
}

export function isSeen(item: RosterItem | undefined): boolean {
  return item?.subscription === 'to' || item?.subscription === 'both';
}

function versionOf(query: XmlElement): string | null {
  const version = attribute(query, 'ver');
  return version !== null && version.length <= 1_000 ? version : null;
}

function readItem(item: XmlElement): RosterItem | { readonly removed: string } | null {
  const jid = readBareJid(attribute(item, 'jid'));
  if (jid === null) return null;
  const subscription = attribute(item, 'subscription') ?? 'none';
  if (subscription === 'remove') return { removed: jid };
  const known = (['none', 'from', 'to', 'both'] as const).find((one) => one === subscription);
  if (known === undefined) return null;
  const groups = childrenOf(item, NS_ROSTER, 'group')
    .slice(0, MAX_GROUPS)
    .map((group) => readName(textOf(group)))
    .filter((name) => name !== '');
  return {
    jid,
    name: readName(attribute(item, 'name')),
    subscription: known,
    asked: attribute(item, 'ask') === 'subscribe',
    groups: [...new Set(groups)],
  };
}
