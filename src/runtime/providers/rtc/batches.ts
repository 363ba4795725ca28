import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';

/**
 * Our candidates on their way out: nothing before {@link release}, then at once what there is, one message for each
 * `interval` in which there were more, and at once when gathering is complete.
 */
export class Batches {
  readonly #clock: Clock;
  readonly #interval: Millis;
  readonly #send: (candidates: readonly RTCIceCandidateInit[]) => void;
  #queue: RTCIceCandidateInit[] = [];
  #cancel: (() => void) | null = null;
  #open = false;
  #arrived: (() => void) | null = null;

  constructor(clock: Clock, interval: Millis, send: (candidates: readonly RTCIceCandidateInit[]) => void) {
    this.#clock = clock;
    this.#interval = interval;
    this.#send = send;
  }

  add(candidate: RTCIceCandidateInit): void {
    this.#queue.push(candidate);
    this.#arrived?.();
    this.#schedule();
  }

  /** Resolves when something is queued, at the latest after `patience`. */
  async found(patience: Millis): Promise<void> {
    if (this.#queue.length > 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#clock.after(patience, resolve);
    this.#arrived = resolve;
    await promise;
    this.#arrived = null;
    cancel();
  }

  /** Gathering is complete. */
  flush(): void {
    if (!this.#open) return;
    this.#still();
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
    this.flush();
  }

  /** A new description is being made, and candidates of it wait for it. */
  hold(): void {
    this.#open = false;
    this.#still();
  }

  /** Nothing more is sent. */
  stop(): void {
    this.hold();
    this.#queue = [];
    this.#arrived?.();
  }

  #schedule(): void {
    if (!this.#open || this.#cancel || this.#queue.length === 0) return;
    this.#cancel = this.#clock.after(this.#interval, () => {
      this.#cancel = null;
      this.flush();
    });
  }

  #still(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
