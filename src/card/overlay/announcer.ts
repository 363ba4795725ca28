import type { Quality } from '../../runtime/media/quality.ts';
import { announcement, type Announcement, countdownSaid, qualitySaid, unheardSaid } from './announce.ts';
import type { Shown } from './choose.ts';

/** The last thing that was said to somebody who does not see the screen; it stays until there is something new. */
export class Announcer {
  said: Announcement | null = null;
  #shown: Shown | null = null;
  #countdown: number | null = null;
  #quality: Quality | null = null;
  #unheard = false;

  /**
   * Call it with every change.
   * @param countdown seconds until the call answers itself; null: it does not
   * @param unheard somebody here speaks while the microphone is off
   * @param moved what became of the screen that it is on
   */
  hear(
    shown: Shown,
    countdown: number | null,
    quality: Quality | null,
    unheard: boolean,
    moved: Announcement | null = null,
  ): void {
    this.said =
      announcement(this.#shown, shown) ??
      moved ??
      countdownSaid(this.#countdown, countdown) ??
      qualitySaid(this.#quality, quality) ??
      unheardSaid(this.#unheard, unheard) ??
      this.said;
    this.#shown = shown;
    this.#countdown = countdown;
    this.#quality = quality;
    this.#unheard = unheard;
  }
}
