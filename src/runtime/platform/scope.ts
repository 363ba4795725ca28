/** Releases one thing. May be asynchronous; may fail. */
export type Release = () => void | Promise<void>;

/**
 * Owns everything that lives as long as one call (or one account, one page): peer connections,
 * tracks, timers, listeners. What is added last is released first, so that users go before what
 * they use. Closing twice is closing once, and one failing release never keeps another from
 * running: a leak on a wall tablet shows only after weeks.
 */
export class Scope {
  readonly #releases = new Set<Release>();
  readonly #abort = new AbortController();
  readonly #report: (error: unknown) => void;
  #closing: Promise<void> | undefined;

  /** @param report receives each error thrown by a release; closing goes on. */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Aborted when closing begins. Pass it to `fetch`, `addEventListener` and our own waits. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get closed(): boolean {
    return this.#closing !== undefined;
  }

  /**
   * Adds a release. On a scope that is closed already it runs at once: nothing can be added too late.
   * @returns takes it back without running it, for what ended by itself.
   */
  add(release: Release): () => void {
    if (this.#closing) {
      void this.#run(release);
      return () => {};
    }
    const entry: Release = () => release();
    this.#releases.add(entry);
    return () => void this.#releases.delete(entry);
  }

  /** A scope that is closed with this one, or earlier by itself; then this one forgets it. */
  child(): Scope {
    const child = new Scope(this.#report);
    const forget = this.add(() => child.close());
    child.add(forget);
    return child;
  }

  /** Resolves when all is released. Safe to call any number of times, from anywhere. */
  close(): Promise<void> {
    return (this.#closing ??= this.#releaseAll());
  }

  async #releaseAll(): Promise<void> {
    this.#abort.abort();
    for (const release of [...this.#releases].reverse()) await this.#run(release);
    this.#releases.clear();
  }

  async #run(release: Release): Promise<void> {
    try {
      await release();
    } catch (error) {
      this.#report(error);
    }
  }
}
