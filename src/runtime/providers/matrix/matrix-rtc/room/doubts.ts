/** Whose frames cannot be decrypted, though there is a key of theirs. */
export class Doubts {
  readonly #hasKey: (identity: string, index: number) => boolean;
  readonly #doubted = new Set<string>();

  constructor(hasKey: (identity: string, index: number) => boolean) {
    this.#hasKey = hasKey;
  }

  has(identity: string): boolean {
    return this.#doubted.has(identity);
  }

  /** A new key of theirs: the best is hoped for. */
  keyed(identity: string): void {
    this.#doubted.delete(identity);
  }

  /**
   * What LiveKit's worker could not decrypt. It says so once, and drops frames in silence after a few.
   * @param text its error's; reason and index are told there alone (livekit-client 2.23.0)
   * @returns whether it says something new
   */
  note(identity: string, text: string): boolean {
    if (this.#doubted.has(identity)) return false;
    const [, index] = /^MissingKey: missing key at index (\d+)/.exec(text) ?? [];
    const isMissing = index !== undefined && !this.#hasKey(identity, Number(index));
    if (!isMissing && !text.startsWith('InvalidKey:')) return false;
    this.#doubted.add(identity);
    return true;
  }
}
