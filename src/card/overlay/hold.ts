/** How long Hang up is held where the device asks for it, in ms. */
const HOLD = 600;

/** A touch that has to last: small children press, and let go. */
export class Hold {
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed hears when {@link held} is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get held(): boolean {
    return this.#timer !== undefined;
  }

  begin(done: () => void): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.end();
      done();
    }, HOLD);
    this.#changed();
  }

  end(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed();
  }
}
