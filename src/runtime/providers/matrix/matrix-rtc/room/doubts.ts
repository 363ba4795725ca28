import type { Clock } from '../../../../platform/platform.ts';

/** Errors of frames that were under way when a key came are no news of that key. */
const SETTLING = 1_000;

/** Whose frames cannot be decrypted, though there is a key of theirs. */
export class Doubts {
  readonly #clock: Clock;
  readonly #hasKey: (identity: string, index: number) => boolean;
  readonly #keyed = new Map<string, number>();
  readonly #doubted = new Set<string>();

  constructor(clock: Clock, hasKey: (identity: string, index: number) => boolean) {
    this.#clock = clock;
    this.#hasKey = hasKey;
  }

  has(identity: string): boolean {
    return this.#doubted.has(identity);
  }

  /** A new key of theirs: the best is hoped for. */
  keyed(identity: string): void {
    this.#keyed.set(identity, this.#clock.now());
    this.#doubted.delete(identity);
  }

  /**
   * What LiveKit's worker could not decrypt.
   * @param text its error's; reason and index are told there alone (livekit-client 2.23.0)
   * @returns whether it says something new
   */
  note(identity: string, text: string): boolean {
    if (this.#doubted.has(identity) || !this.#means(identity, text)) return false;
    if (this.#clock.now() - (this.#keyed.get(identity) ?? -Infinity) < SETTLING) return false;
    this.#doubted.add(identity);
    return true;
  }

  #means(identity: string, text: string): boolean {
    const [, index] = /^MissingKey: missing key at index (\d+)/.exec(text) ?? [];
    return index === undefined ? text.startsWith('InvalidKey:') : !this.#hasKey(identity, Number(index));
  }
}
