import type { EndReason, Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';

/** How long a call without members goes on while they are still at the SFU: a membership may lapse and come again. */
const LAPSE: Millis = 3_000;
/**
 * How long one goes on whose members have gone from the SFU: where a server takes nobody away, they stay for hours. Apps
 * try for the better part of a minute to come back to an SFU that was restarted.
 */
const GONE: Millis = 60_000;

/** Finds out that a running call has lost its other side. */
export class Waning {
  readonly #clock: Clock;
  readonly #over: (reason: EndReason) => void;
  #of: 'lapse' | 'gone' | null = null;
  #cancel = (): void => {};
  /** Whether somebody else has ever been at an SFU. */
  #met = false;

  /** @param over hears once why the call is over */
  constructor(clock: Clock, over: (reason: EndReason) => void) {
    this.#clock = clock;
    this.#over = over;
  }

  /** @param members whether somebody else is a member; @param media whether somebody else is at an SFU */
  see(members: boolean, media: boolean): void {
    this.#met ||= media;
    if (!members && !media) this.#end('remote_hung_up');
    else if (!members) this.#begin('lapse', LAPSE, 'remote_hung_up');
    else if (!media && this.#met) this.#begin('gone', GONE, 'connection_lost');
    else this.stop();
  }

  stop(): void {
    this.#of = null;
    this.#cancel();
  }

  #begin(of: 'lapse' | 'gone', after: Millis, reason: EndReason): void {
    if (of === this.#of) return;
    this.stop();
    this.#of = of;
    this.#cancel = this.#clock.after(after, () => this.#end(reason));
  }

  #end(reason: EndReason): void {
    this.stop();
    this.#over(reason);
  }
}
