import type { MediaKinds } from '../../../call/call.ts';
import type { XmlElement } from '../jingle/element.ts';
import { bareOf } from '../jmi/jid.ts';
import { type Capabilities, readCaps, sameCaps, type Caps } from './capabilities.ts';

/** Devices of one account; what comes beyond is not looked at. */
const MAX_DEVICES = 16;
/** What somebody can be called with of whom nothing is known: a phone that sleeps wakes up when it is called. */
export const ANYTHING: MediaKinds = { audio: true, video: true };
const NOTHING: MediaKinds = { audio: false, video: false };

/** One device that is there. */
interface Device {
  readonly caps: Caps | null;
  /** Null until it has been asked. */
  readonly callable: MediaKinds | null;
  /** The stream that told of it. */
  readonly stream: number;
}

/** Who is there with what, as presence tells (RFC 6121, 4), over the streams of one account. */
export class Presences {
  readonly #people = new Map<string, ReadonlyMap<string, Device>>();
  readonly #capabilities: Capabilities;
  readonly #changed: (account: string) => void;
  #stream = 0;
  #settled = false;

  /** @param changed somebody came, went or can be called with something else */
  constructor(capabilities: Capabilities, changed: (account: string) => void) {
    this.#capabilities = capabilities;
    this.#changed = changed;
  }

  /** A stream has begun: who is there will be told anew. What was known stands until {@link settle}. */
  begin(): void {
    this.#stream++;
    this.#settled = false;
  }

  /** Whoever is there has been told of. */
  settle(): void {
    this.#settled = true;
    for (const [account, devices] of [...this.#people]) {
      const left = [...devices].filter(([, { stream }]) => stream === this.#stream);
      this.#set(account, new Map(left));
    }
  }

  /** A presence without type. @param from a full JID; a bare one is a device without a name of its own */
  came(from: string, presence: XmlElement): void {
    const account = bareOf(from);
    const devices = this.#people.get(account) ?? new Map<string, Device>();
    const known = devices.get(from);
    if (!known && devices.size >= MAX_DEVICES) return;
    const caps = readCaps(presence);
    const same = known !== undefined && sameCaps(known.caps, caps) ? known.callable : null;
    // Clients that can be called say what they are.
    const callable = caps ? (this.#capabilities.known(caps) ?? same) : NOTHING;
    this.#set(account, new Map(devices).set(from, { caps, callable, stream: this.#stream }));
    if (caps && !callable) void this.#learn(account, from, caps);
  }

  /** @param from a bare JID: all of its devices */
  went(from: string): void {
    const account = bareOf(from);
    const left = [...(this.#people.get(account) ?? [])].filter(([jid]) => jid !== from && from !== account);
    this.#set(account, new Map(left));
  }

  /** @param seen whether they let us see their presence */
  presence(account: string, seen: boolean): 'reachable' | 'offline' | 'unknown' {
    if (this.#people.has(account)) return 'reachable';
    return seen && this.#settled ? 'offline' : 'unknown';
  }

  /** What the devices that are there can be called with together; null where none is, or not each has been asked. */
  callable(account: string): MediaKinds | null {
    const devices = [...(this.#people.get(account)?.values() ?? [])];
    if (devices.length === 0) return null;
    const all = devices.map(({ callable }) => callable);
    const together = {
      audio: all.some((callable) => callable?.audio),
      video: all.some((callable) => callable?.video),
    };
    return all.includes(null) && !(together.audio && together.video) ? null : together;
  }

  async #learn(account: string, jid: string, caps: Caps): Promise<void> {
    const callable = await this.#capabilities.learn(jid, caps);
    const devices = this.#people.get(account);
    const device = devices?.get(jid);
    // Gone, or another client meanwhile.
    if (!callable || !devices || !device || !sameCaps(device.caps, caps)) return;
    this.#set(account, new Map(devices).set(jid, { ...device, callable }));
  }

  #set(account: string, devices: ReadonlyMap<string, Device>): void {
    if (devices.size > 0) this.#people.set(account, devices);
    else this.#people.delete(account);
    this.#changed(account);
  }
}
