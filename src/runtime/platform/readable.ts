export type Unsubscribe = () => void;

/** A value that changes, seen by those who may only read it. */
export interface Readable<T> {
  readonly value: T;
  /** Calls `listener` after each change, not at once. A throwing listener never keeps another from hearing. */
  subscribe(listener: (value: T) => void): Unsubscribe;
}

/** The owner's side of a {@link Readable}. */
export class Store<T> implements Readable<T> {
  readonly #listeners = new Set<(value: T) => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Setting the same value again tells nobody. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        // Reported like an uncaught error, after everybody has heard.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  subscribe(listener: (value: T) => void): Unsubscribe {
    const entry = (value: T): void => listener(value);
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  /** How many listen now; tests use it to prove that nobody stayed. */
  get listeners(): number {
    return this.#listeners.size;
  }
}
