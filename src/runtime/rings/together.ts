import type { Millis } from '../call/call.ts';
import type { EntityStates } from '../home-assistant/home-assistant.ts';
import { isRing, parseRing } from './parse.ts';
import { stationSlugs, stationWords, type StationWords } from './stations.ts';

const TALKING = ['connecting', 'in_call', 'reconnecting'];
/** Nothing rings longer: what somebody was given before that is over. */
const FORGOTTEN: Millis = 180_000;

/** What became of a ring at another station that was given the same; null: nothing yet, or nobody there took it. */
export type Fate = 'accepted' | 'declined' | null;

/**
 * Reads it from that station's helpers. Pure.
 * @param name what its `with` helper says while it has the ring's call
 */
export function fateOf(before: StationWords, after: StationWords, name: string): Fate {
  const talked = TALKING.includes(before.state);
  const talks = TALKING.includes(after.state);
  if (talks && (before.state === 'ringing' || (after.with === name && before.with !== name))) return 'accepted';
  // The last result is written before the state. In a call, it is of the ring that waited.
  const left = before.state === 'ringing' && after.state !== 'ringing';
  const told = talked && talks && after.lastResultAt !== before.lastResultAt;
  if (!left && !told) return null;
  return after.lastResult === 'accepted' || after.lastResult === 'declined' ? after.lastResult : null;
}

/** Whether another station talks with this one's door and began earlier. Pure. @returns its slug, or null */
export function talker(own: StationWords, others: readonly StationWords[], name: string): string | null {
  if (!name) return null;
  const busy = others.find(
    ({ slug, state, with: peer, talksSince }) =>
      talksSince !== null &&
      peer === name &&
      TALKING.includes(state) &&
      (own.talksSince === null || talksSince < own.talksSince || (talksSince === own.talksSince && slug < own.slug)),
  );
  return busy?.slug ?? null;
}

/**
 * Which stations were given which ring, and how they are: several that are given the same ring stop together. There is
 * nothing between the tablets but Home Assistant, so each reads the helpers of the others.
 */
export class Together {
  readonly #given = new Map<string, { readonly id: string; readonly at: Millis }>();
  readonly #own: () => readonly string[];
  #size = -1;
  #slugs: readonly string[] = [];
  #words: ReadonlyMap<string, StationWords> = new Map();

  /** @param own slugs of the stations of this kiosk */
  constructor(own: () => readonly string[]) {
    this.#own = own;
  }

  get others(): readonly StationWords[] {
    return [...this.#words.values()].filter(({ slug }) => !this.#own().includes(slug));
  }

  /** Who talks with a door of this name, and began before that station of ours; null: nobody. */
  talker(name: string, station: string): string | null {
    const own = this.#words.get(station);
    return own ? talker(own, this.others, name) : null;
  }

  /** Others that ring now because of this ring. */
  ringing(id: string): readonly string[] {
    return this.others.filter(({ slug, state }) => state === 'ringing' && this.#has(slug, id)).map(({ slug }) => slug);
  }

  /**
   * Home Assistant's states have changed.
   * @param rings what rings here
   * @returns what became of them elsewhere, by id
   */
  look(states: EntityStates, now: Millis, rings: readonly { readonly id: string; readonly name: string }[]) {
    const size = Object.keys(states).length;
    if (size !== this.#size) this.#slugs = stationSlugs(states);
    this.#size = size;
    const before = this.#words;
    this.#words = new Map(this.#slugs.map((slug) => [slug, stationWords(states, slug)]));
    const fates = new Map<string, 'accepted' | 'declined'>();
    for (const after of this.others) {
      this.#remember(after, now);
      const was = before.get(after.slug);
      for (const { id, name } of was ? rings : []) {
        const fate = was && this.#has(after.slug, id) ? fateOf(was, after, name) : null;
        if (fate) fates.set(id, fate);
      }
    }
    return fates;
  }

  #remember({ slug, ring }: StationWords, now: Millis): void {
    const given = this.#given.get(slug);
    if (given && now - given.at > FORGOTTEN) this.#given.delete(slug);
    const parsed = ring.startsWith('{') ? parseRing(ring) : null;
    if (parsed && isRing(parsed)) this.#given.set(slug, { id: parsed.id, at: now });
  }

  #has(slug: string, id: string): boolean {
    return this.#given.get(slug)?.id === id;
  }
}
