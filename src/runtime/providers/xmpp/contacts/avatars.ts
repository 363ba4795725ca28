import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Wire } from '../wire.ts';
import { digest, hexadecimal } from './digest.ts';
import { pictureType } from './picture.ts';
import { VCARD_REQUEST, avatarRequest, readAvatarData, readVCard } from './published.ts';

/** Bytes of all pictures together. */
const MAX_ALL = 30_000_000;
/** From when a stream begins: what rings comes first. */
const START_AFTER: Millis = 5_000;

/** Where somebody's picture is: published by them (XEP-0084), or in their vCard (XEP-0153). */
export interface AvatarSource {
  readonly jid: string;
  readonly from: 'published' | 'vcard';
}

export interface AvatarsContext {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly scope: Scope;
  /** A picture has come. */
  readonly changed: () => void;
  /** What somebody calls themselves, found on the way. */
  readonly named: (jid: string, name: string) => void;
}

type Entry = { readonly url: string; readonly size: number } | 'waiting' | 'failed';

/**
 * Pictures by their SHA-1 (hexadecimal), lent as blob: URLs, fetched one at a time when nothing else is going on. A URL
 * is good until its picture is not {@link use}d any more, or the scope closes.
 */
export class Avatars {
  readonly #context: AvatarsContext;
  readonly #entries = new Map<string, Entry>();
  #wanted: ReadonlyMap<string, AvatarSource> = new Map();
  #ready = false;
  #loading = false;
  #cancelStart = (): void => {};

  constructor(context: AvatarsContext) {
    this.#context = context;
    context.scope.add(() => {
      this.#cancelStart();
      this.use(new Map());
    });
  }

  /** A stream has begun: after a while pictures are fetched, also those that could not be before. */
  begin(): void {
    this.#cancelStart();
    this.#ready = false;
    this.#cancelStart = this.#context.clock.after(START_AFTER, () => {
      this.#ready = true;
      for (const [hash, entry] of [...this.#entries]) if (entry === 'failed') this.#entries.set(hash, 'waiting');
      void this.#load();
    });
  }

  /** The picture's URL, or null while there is none. */
  url(hash: string): string | null {
    const entry = this.#entries.get(hash);
    return typeof entry === 'object' ? entry.url : null;
  }

  /** Says which pictures are shown from now on: the others are let go. */
  use(wanted: ReadonlyMap<string, AvatarSource>): void {
    const before = this.#wanted;
    this.#wanted = wanted;
    for (const hash of [...this.#entries.keys()]) if (!wanted.has(hash)) this.#drop(hash);
    for (const [hash, { jid, from }] of wanted) {
      const entry = this.#entries.get(hash);
      const source = before.get(hash);
      // Who has failed to show it is not asked again, but somebody else with the same may be.
      const other = entry === 'failed' && (source?.jid !== jid || source.from !== from);
      if (!entry || other) this.#entries.set(hash, 'waiting');
    }
    void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      for (let next; (next = this.#next());) await this.#fetch(...next);
    } finally {
      this.#loading = false;
    }
  }

  #next(): readonly [string, AvatarSource] | null {
    const { scope, wire } = this.#context;
    if (!this.#ready || scope.closed || !wire.online.value) return null;
    for (const [hash, entry] of this.#entries) {
      const source = this.#wanted.get(hash);
      if (entry === 'waiting' && source) return [hash, source];
    }
    return null;
  }

  async #fetch(hash: string, source: AvatarSource): Promise<void> {
    const picture = await this.#picture(hash, source).catch(() => null);
    // Not wanted any more, or all is closed: nobody would revoke a URL made now.
    if (this.#entries.get(hash) !== 'waiting' || this.#context.scope.closed) return;
    const full = picture !== null && this.#size() + picture.size > MAX_ALL;
    if (!picture || full) return void this.#entries.set(hash, 'failed');
    this.#entries.set(hash, { url: URL.createObjectURL(picture), size: picture.size });
    this.#context.changed();
  }

  async #picture(hash: string, { jid, from }: AvatarSource): Promise<Blob | null> {
    const { wire, named } = this.#context;
    const payload = from === 'vcard' ? VCARD_REQUEST : avatarRequest(hash);
    const answer = await wire.ask({ to: jid, type: 'get', payload });
    const vcard = from === 'vcard' ? readVCard(answer) : null;
    if (vcard?.name) named(jid, vcard.name);
    const data = vcard ? vcard.photo : readAvatarData(answer);
    if (!data) return null;
    const hashed = await digest('sha-1', data);
    const type = pictureType(data);
    return hashed && hexadecimal(hashed) === hash && type ? new Blob([data], { type }) : null;
  }

  #size(): number {
    return [...this.#entries.values()].reduce((sum, entry) => sum + (typeof entry === 'object' ? entry.size : 0), 0);
  }

  #drop(hash: string): void {
    const entry = this.#entries.get(hash);
    this.#entries.delete(hash);
    if (typeof entry === 'object') URL.revokeObjectURL(entry.url);
  }
}
