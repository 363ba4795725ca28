import { Store } from '../../../platform/readable.ts';
import type { CallSecurity } from '../../provider.ts';
import type { Signal } from './wire.ts';

/** From weak to strong. */
const LEVELS: readonly CallSecurity[] = ['on-the-way', 'end-to-end-unverified', 'end-to-end'];

/** How well a call is protected: as well as the weakest of the messages that carried its keys (DTLS fingerprints). */
export class Lock {
  readonly level = new Store<CallSecurity>('on-the-way');
  readonly #report: (error: unknown) => void;
  #known = false;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Another call id, other keys. */
  reset(): void {
    this.#known = false;
    this.level.set('on-the-way');
  }

  /** This message's keys are used from now on. */
  uses(signal: Signal): void {
    signal.security().then((level) => {
      const weaker = LEVELS.indexOf(level) < LEVELS.indexOf(this.level.value);
      if (!this.#known || weaker) this.level.set(level);
      this.#known = true;
    }, this.#report);
  }
}
