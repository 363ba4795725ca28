import type { Problem } from './api.ts';
import type { Logger } from './platform/platform.ts';
import { Store } from './platform/readable.ts';
import { StorageError } from './storage/storage.ts';

/** What is wrong with the page now: one of a kind, in the order they came. */
export class Problems {
  readonly all = new Store<readonly Problem[]>([]);
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Takes the place of one of its kind. */
  raise(problem: Problem): void {
    const others = this.all.value.filter(({ kind }) => kind !== problem.kind);
    this.all.set([...others, problem]);
  }

  clear(kind: Problem['kind']): void {
    if (this.all.value.some((problem) => problem.kind === kind)) {
      this.all.set(this.all.value.filter((problem) => problem.kind !== kind));
    }
  }

  /** Storage failed in something that nobody waits for. The first reason is the one that is shown. */
  readonly storage = (error: unknown): void => {
    this.#log.log('warn', 'storage', error);
    if (!(error instanceof StorageError)) return;
    if (!this.all.value.some(({ kind }) => kind === 'storage')) this.raise({ kind: 'storage', problem: error.problem });
  };
}
