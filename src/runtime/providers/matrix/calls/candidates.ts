import type { Clock } from '../../../platform/platform.ts';

/** How long candidates gather into one message. Rooms have rate limits, and each message costs a sync on the other side. */
const BATCH = 50;

/**
 * Our candidates on their way out: nothing before {@link release}, then one message per 50 ms in which there were any,
 * and at once when gathering is complete.
 */
export class CandidateBatches {
  #queue: RTCIceCandidateInit[] = [];
  #cancel: (() => void) | null = null;
  #open = false;
  readonly #clock: Clock;
  readonly #send: (candidates: readonly RTCIceCandidateInit[]) => void;

  constructor(clock: Clock, send: (candidates: readonly RTCIceCandidateInit[]) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  add(candidate: RTCIceCandidateInit): void {
    this.#queue.push(candidate);
    this.#schedule();
  }

  /** Gathering is complete. */
  flush(): void {
    if (!this.#open) return;
    this.#cancel?.();
    this.#cancel = null;
    const batch = this.#queue;
    this.#queue = [];
    if (batch.length > 0) this.#send(batch);
  }

  /** What is queued stands in the description that is sent now. */
  discard(): void {
    this.#queue = [];
  }

  /** The description has been sent: candidates may follow. */
  release(): void {
    this.#open = true;
    this.#schedule();
  }

  /** Nothing more is sent. */
  stop(): void {
    this.#open = false;
    this.#queue = [];
    this.#cancel?.();
    this.#cancel = null;
  }

  #schedule(): void {
    if (!this.#open || this.#cancel || this.#queue.length === 0) return;
    this.#cancel = this.#clock.after(BATCH, () => {
      this.#cancel = null;
      this.flush();
    });
  }
}
