import type { CallsState, CallId, EndReason, Refusal } from '../call/call.ts';
import { hasEnded, isRunning } from '../call/find.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Station } from '../storage/storage.ts';

/** What a command is about when it names a station and no call. */
export type Meant = 'ringing' | 'running';

/**
 * Which of this kiosk's stations has which call: who is called comes to the first, who calls says from where. One call
 * runs at a time, so this is a note beside the core and no part of it.
 */
export class CallStations {
  /** Counts changes of what {@link resultOf} says. */
  readonly changes = new Store(0);
  readonly #stations: Readable<readonly Station[]>;
  readonly #slugs = new Map<CallId, string>();
  /** Calls whose end is in the results. */
  #noted: ReadonlySet<CallId> = new Set();
  readonly #results = new Map<string, EndReason | Refusal>();

  /** @param stations at least one; the first takes the calls that come in */
  constructor(stations: Readable<readonly Station[]>) {
    this.#stations = stations;
  }

  /** @returns undefined for a station that this kiosk has not; the first where none is named */
  named(slug: string | undefined): Station | undefined {
    if (slug === undefined) return this.#stations.value[0];
    return this.#stations.value.find((station) => station.slug === slug);
  }

  /** A call is about to be made from there. */
  put(callId: CallId, slug: string): void {
    this.#slugs.set(callId, slug);
  }

  /** Where the call is; the first station where nobody said otherwise, or that one is gone. */
  of(callId: CallId): Station {
    const station = this.named(this.#slugs.get(callId)) ?? this.named(undefined);
    if (!station) throw new RangeError('a kiosk has at least one station');
    return station;
  }

  /**
   * The call that a station means.
   * @returns null: whatever call there is; undefined: none of this station
   */
  callOf(state: CallsState, slug: string | undefined, meant: Meant): CallId | null | undefined {
    if (slug === undefined || this.#stations.value.length === 1) return null;
    const isMeant =
      meant === 'running' ? isRunning : ({ phase }: CallsState['calls'][number]) => phase === 'ringing-in';
    const call = state.calls.find((each) => isMeant(each) && this.of(each.id).slug === slug);
    if (call) return call.id;
    // An answer may come before the call.
    return meant === 'ringing' && slug === this.named(undefined)?.slug ? null : undefined;
  }

  /** How the last call of the station ended, or why its last command was refused. */
  resultOf(slug: string): EndReason | Refusal | null {
    return this.#results.get(slug) ?? null;
  }

  /** A command of the station was refused. */
  refused(slug: string | undefined, reason: EndReason | Refusal): void {
    const station = this.named(slug);
    if (station && reason.startsWith('refused_')) this.#note(station.slug, reason);
  }

  /** Calls went on: how they ended is noted once, and calls that have left are forgotten. */
  follow({ calls, past }: Pick<CallsState, 'calls' | 'past'>): void {
    const ended = [...past, ...calls.filter(hasEnded)];
    for (const { id, reason } of ended) if (!this.#noted.has(id)) this.#note(this.of(id).slug, reason);
    this.#noted = new Set(ended.map(({ id }) => id));
    for (const id of this.#slugs.keys()) if (!calls.some((call) => call.id === id)) this.#slugs.delete(id);
  }

  #note(slug: string, result: EndReason | Refusal): void {
    this.#results.set(slug, result);
    this.changes.set(this.changes.value + 1);
  }
}
