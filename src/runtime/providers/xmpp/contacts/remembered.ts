import type { MediaKinds, Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { Scope } from '../../../platform/scope.ts';
import { ANYTHING } from './presences.ts';
import { readBareJid } from './text.ts';

/** Who could be called with less than everything when last there, by bare JID. Plain JSON. */
export type Remembered = Readonly<Record<string, MediaKinds>>;

const MAX_PEOPLE = 200;
/** Writes are rare: what changes within is written once. */
const WRITE_AFTER: Millis = 60_000;

export interface MemoryContext {
  readonly clock: Clock;
  readonly scope: Scope;
  /** What was kept before, as it was stored. */
  readonly remembered: unknown;
  /** Keeps it, best effort. */
  remember(who: Remembered): void;
}

/** What people could be called with when they were last there. Nobody is assumed to be able to do nothing. */
export class Memory {
  readonly #context: MemoryContext;
  /** Longest unchanged first. Whoever can be called with everything is not in it. */
  readonly #people: Map<string, MediaKinds>;
  #cancelWrite: (() => void) | null = null;

  constructor(context: MemoryContext) {
    this.#context = context;
    this.#people = new Map(read(context.remembered));
    context.scope.add(() => this.#cancelWrite?.());
  }

  of(jid: string): MediaKinds {
    return this.#people.get(jid) ?? ANYTHING;
  }

  learn(jid: string, { audio, video }: MediaKinds): void {
    const known = this.of(jid);
    if (known.audio === audio && known.video === video) return;
    this.#people.delete(jid);
    if (!audio || !video) this.#people.set(jid, { audio, video });
    const [oldest] = this.#people.keys();
    if (oldest !== undefined && this.#people.size > MAX_PEOPLE) this.#people.delete(oldest);
    this.#cancelWrite ??= this.#context.clock.after(WRITE_AFTER, () => {
      this.#cancelWrite = null;
      this.#context.remember(Object.fromEntries(this.#people));
    });
  }
}

function read(stored: unknown): [string, MediaKinds][] {
  if (typeof stored !== 'object' || stored === null) return [];
  return Object.entries(stored as Readonly<Record<string, unknown>>)
    .filter(([jid]) => readBareJid(jid) !== null)
    .slice(0, MAX_PEOPLE)
    .map(([jid, value]) => {
      const kinds = value as Partial<MediaKinds> | null;
      return [jid, { audio: kinds?.audio === true, video: kinds?.video === true }];
    });
}
