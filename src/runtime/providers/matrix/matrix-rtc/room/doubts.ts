const INDICES = 256;

/**
 * Whose frames cannot be decrypted. LiveKit's worker says so once for each key, and drops frames in silence after a few,
 * so that what it said counts until a key comes that may open them.
 */
export class Doubts {
  readonly #hasKey: (identity: string, index: number) => boolean;
  /** The index that they send with, or null where the key of it is wrong. */
  readonly #doubted = new Map<string, number | null>();

  constructor(hasKey: (identity: string, index: number) => boolean) {
    this.#hasKey = hasKey;
  }

  has(identity: string): boolean {
    return this.#doubted.has(identity);
  }

  /** A new key of theirs: the best is hoped for, unless it is older than the one that is missing. */
  keyed(identity: string, index: number): void {
    const missing = this.#doubted.get(identity) ?? index;
    // Indices begin anew after the last.
    if ((index - missing + INDICES) % INDICES < INDICES / 2) this.#doubted.delete(identity);
  }

  /**
   * @param text of the worker's error; reason and index are told there alone (livekit-client 2.23.0)
   * @returns whether it says something new
   */
  note(identity: string, text: string): boolean {
    if (this.#doubted.has(identity)) return false;
    const [, index] = /^MissingKey: missing key at index (\d+)/.exec(text) ?? [];
    const missing = index === undefined ? null : Number(index);
    const isNews = missing === null ? text.startsWith('InvalidKey:') : !this.#hasKey(identity, missing);
    if (isNews) this.#doubted.set(identity, missing);
    return isNews;
  }
}
