import type { Millis } from '../call/call.ts';
import type { Clock } from '../platform/platform.ts';

/** Somebody who flips a switch all the time is followed a few times a second. */
const PAUSE: Millis = 250;

/** Lets a value through at once, and of those that follow within the pause only the last. */
export class Pace<T> {
  readonly #clock: Clock;
  readonly #run: (value: T) => void;
  #readyAt: Millis = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, run: (value: T) => void) {
    this.#clock = clock;
    this.#run = run;
  }

  push(value: T): void {
    this.close();
    const now = this.#clock.now();
    if (now >= this.#readyAt) return this.#let(value);
    this.#cancel = this.#clock.after(this.#readyAt - now, () => this.#let(value));
  }

  /** What waits is forgotten. */
  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #let(value: T): void {
    this.#cancel = null;
    this.#readyAt = this.#clock.now() + PAUSE;
    this.#run(value);
  }
}
