/** Tasks one after the other. One that fails keeps no other from running. */
export class Queue {
  readonly #report: (error: unknown) => void;
  #last: Promise<unknown> = Promise.resolve();
  #length = 0;

  /** @param report hears of failures that nobody else can hear of. */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** How many run or wait. */
  get length(): number {
    return this.#length;
  }

  /** Runs `task` when all before it are done. @returns its result; @throws what it throws */
  async run<T>(task: () => T | Promise<T>): Promise<T> {
    this.#length++;
    const result = this.#last.then(task);
    this.#last = result.catch(() => {});
    try {
      return await result;
    } finally {
      this.#length--;
    }
  }

  /** {@link run} for what nobody waits for. */
  start(task: () => void | Promise<void>): void {
    this.run(task).catch(this.#report);
  }
}
