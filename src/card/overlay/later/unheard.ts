/** As loud as a voice at an arm's length, 0 to 1. */
const VOICE = 0.02;
/** A word lasts longer than a knock, in ms. */
const WORD = 300;
/** The hint stays so long after the last word, in ms. */
const STAYS = 4_000;

/** Tells whether somebody speaks into a microphone that is off. */
export class Unheard {
  #loudSince: number | null = null;
  #until = 0;

  /** @param peak the loudest amplitude of a moment, 0 to 1 */
  hear(peak: number, now: number): void {
    if (peak < VOICE) this.#loudSince = null;
    else if (now - (this.#loudSince ??= now) >= WORD) this.#until = now + STAYS;
  }

  /** The microphone is on again, or the call over. */
  forget(): void {
    this.#loudSince = null;
    this.#until = 0;
  }

  at(now: number): boolean {
    return now < this.#until;
  }
}
