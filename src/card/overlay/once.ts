/** A button waits this long for the state to answer before it takes a second touch, in ms. */
const LOCK = 2_000;

/** A double touch is one touch: what has a name runs once, and again when it is done, or after {@link LOCK}. */
export class Once {
  readonly #running = new Set<string>();

  async run(name: string, work: () => void | Promise<void>): Promise<void> {
    if (this.#running.has(name)) return;
    this.#running.add(name);
    const timeout = new Promise((resolve) => setTimeout(resolve, LOCK));
    await Promise.race([work(), timeout]);
    this.#running.delete(name);
  }

  clear(): void {
    this.#running.clear();
  }
}
