import { type XmlElement, childrenOf } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import { bareOf } from '../jmi/jid.ts';
import { NS_BLOCKING } from './namespaces.ts';
import { domainOf, readJid } from './text.ts';

/** The server blocks by itself; this list only keeps us from showing what slipped through. */
const MAX_ENTRIES = 10_000;

/** Whom the account wants nothing of (XEP-0191), as the server has it. */
export class BlockList {
  #entries: ReadonlySet<string> = new Set();

  /** The whole list. */
  replace(list: XmlElement | null): void {
    this.#entries = new Set(list ? read(list) : []);
  }

  block(change: XmlElement): void {
    this.#entries = new Set([...this.#entries, ...read(change)].slice(0, MAX_ENTRIES));
  }

  /** Without any item everybody is let in again (XEP-0191, 3.5). */
  unblock(change: XmlElement): void {
    const gone = new Set(read(change));
    const all = childrenOf(change, NS_BLOCKING, 'item').length === 0;
    this.#entries = new Set(all ? [] : [...this.#entries].filter((jid) => !gone.has(jid)));
  }

  /** In the order of XEP-0191, 3.1: this device, its account, its resource on any account of the server, the server. */
  has(jid: string): boolean {
    const bare = bareOf(jid);
    const domain = domainOf(jid);
    const resource = jid.slice(bare.length);
    return [jid, bare, domain + resource, domain].some((entry) => this.#entries.has(entry));
  }
}

function read(list: XmlElement): string[] {
  return childrenOf(list, NS_BLOCKING, 'item')
    .slice(0, MAX_ENTRIES)
    .map((item) => readJid(attribute(item, 'jid')))
    .filter((jid) => jid !== null);
}
