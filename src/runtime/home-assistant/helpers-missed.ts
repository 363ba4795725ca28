import type { HelpersOptions } from './helpers-options.ts';
import { missedCalls, type HelperSnapshot } from './helpers-words.ts';

type Shared = Pick<HelpersOptions, 'homeAssistant' | 'platform' | 'scope' | 'snapshot'>;

/** Counts each missed call once, when Home Assistant is there to count it. */
export class MissedCounter {
  readonly #options: Shared;
  readonly #entityId: () => string | undefined;
  /** Calls of the snapshot that have been counted. */
  #counted: ReadonlySet<string>;
  #owed = 0;
  #busy = false;

  constructor(options: Shared, entityId: () => string | undefined) {
    this.#options = options;
    this.#entityId = entityId;
    // What the page had at the start was counted by an earlier binding.
    this.#counted = new Set(missedCalls(options.snapshot.value));
  }

  follow(snapshot: HelperSnapshot): void {
    const missed = missedCalls(snapshot);
    this.#owed += missed.filter((id) => !this.#counted.has(id)).length;
    this.#counted = new Set(missed);
    this.settle();
  }

  /** Those that were not counted yet were seen as well. */
  reset(): void {
    const { homeAssistant, platform } = this.#options;
    this.#owed = 0;
    const id = this.#entityId();
    if (!id || !homeAssistant.connected.value) return;
    homeAssistant
      .callService('counter', 'reset', {}, id)
      .catch((error: unknown) => platform.log.log('warn', 'the missed calls were not reset', error));
  }

  settle(): void {
    const { homeAssistant, platform, scope } = this.#options;
    const id = this.#entityId();
    if (this.#owed === 0 || this.#busy || !id || scope.closed || !homeAssistant.connected.value) return;
    this.#busy = true;
    this.#owed--;
    homeAssistant
      .callService('counter', 'increment', {}, id)
      // It may have been counted before the answer was lost: one too few is better than one too many.
      .catch((error: unknown) => platform.log.log('warn', 'a missed call was not counted', error))
      .finally(() => {
        this.#busy = false;
        this.settle();
      });
  }
}
