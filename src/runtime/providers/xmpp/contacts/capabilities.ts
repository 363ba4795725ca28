import type { MediaKinds } from '../../../call/call.ts';
import { type XmlElement, childOf, element } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import { bareOf } from '../jmi/jid.ts';
import type { Wire } from '../wire.ts';
import { readDiscoInfo, verificationHash } from './disco.ts';
import { callableBy } from './features.ts';
import { NS_CAPS, NS_DISCO_INFO } from './namespaces.ts';

/** Kinds of clients that are remembered; people of one household use a handful. */
const MAX_KNOWN = 500;
/** Questions that are under way, and that wait, for everybody and for one account. */
const AT_ONCE = 4;
const MAX_WAITING = 1_000;
const MAX_OF_ONE = 8;
const MAX_VALUE = 500;

/** What a presence says of the client behind it (XEP-0115, 4). */
export interface Caps {
  readonly hash: string;
  readonly node: string;
  readonly ver: string;
}

/** Null where a presence says nothing, or in the way of before hashes (XEP-0115, 1.3), which can't be verified. */
export function readCaps(presence: XmlElement): Caps | null {
  const caps = childOf(presence, NS_CAPS, 'c');
  const [hash, node, ver] = ['hash', 'node', 'ver'].map((name) => (caps ? attribute(caps, name) : null));
  if (!hash || !node || !ver) return null;
  return [hash, node, ver].every((value) => value.length <= MAX_VALUE) ? { hash, node, ver } : null;
}

export function writeCaps({ hash, node, ver }: Caps): XmlElement {
  return element(NS_CAPS, 'c', { hash, node, ver });
}

export function sameCaps(a: Caps | null, b: Caps | null): boolean {
  return a === b || (a !== null && b !== null && keyOf(a) === keyOf(b));
}

/** What clients can be called with: each kind of client is asked once, whoever uses it. */
export class Capabilities {
  readonly #wire: Wire;
  /** In the order they were learned. */
  readonly #known = new Map<string, MediaKinds>();
  readonly #asking = new Map<string, Promise<unknown>>();
  readonly #ofOne = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #all = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** What is known without asking. */
  known(caps: Caps): MediaKinds | null {
    return this.#known.get(keyOf(caps)) ?? null;
  }

  /**
   * @param jid a full JID that has sent these
   * @returns null where it doesn't say, or there is too much to ask
   */
  async learn(jid: string, caps: Caps): Promise<MediaKinds | null> {
    const account = bareOf(jid);
    const count = this.#ofOne.get(account) ?? 0;
    if (this.#all >= MAX_WAITING || count >= MAX_OF_ONE) return null;
    this.#all++;
    this.#ofOne.set(account, count + 1);
    try {
      return await this.#learn(jid, caps);
    } finally {
      this.#all--;
      const left = (this.#ofOne.get(account) ?? 1) - 1;
      if (left > 0) this.#ofOne.set(account, left);
      else this.#ofOne.delete(account);
    }
  }

  async #learn(jid: string, caps: Caps): Promise<MediaKinds | null> {
    const key = keyOf(caps);
    // Whoever answers first may lie, or not answer: then the next one with these caps is asked.
    for (let asking; (asking = this.#asking.get(key));) await asking;
    const known = this.#known.get(key);
    if (known) return known;
    const asked = this.#ask(jid, caps);
    this.#asking.set(key, asked);
    try {
      return await asked;
    } finally {
      this.#asking.delete(key);
    }
  }

  async #ask(jid: string, caps: Caps): Promise<MediaKinds | null> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      const payload = element(NS_DISCO_INFO, 'query', { node: `${caps.node}#${caps.ver}` });
      const query = await this.#wire.ask({ to: jid, type: 'get', payload }).catch(() => null);
      if (query?.ns !== NS_DISCO_INFO || query.name !== 'query') return null;
      const info = readDiscoInfo(query);
      const callable = callableBy(info);
      const verified = info.sound && (await verificationHash(info, caps.hash)) === caps.ver;
      // Otherwise it counts for this device alone (XEP-0115, 5.4): it could speak for others' clients.
      if (verified) this.#keep(keyOf(caps), callable);
      return callable;
    } finally {
      const next = this.#waiting.shift();
      // The place goes over to the next, or is free.
      if (next) next();
      else this.#running--;
    }
  }

  #keep(key: string, callable: MediaKinds): void {
    this.#known.set(key, callable);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MAX_KNOWN) return;
      this.#known.delete(oldest);
    }
  }
}

/** Whoever makes two alike by odd values gains nothing: only what its hash proves is kept. */
function keyOf({ hash, node, ver }: Caps): string {
  return `${hash} ${node}#${ver}`;
}
