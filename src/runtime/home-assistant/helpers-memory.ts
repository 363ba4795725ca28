import { HELPER_KEYS, type PerHelper } from './helpers-keys.ts';

/** What a binding has to know of an earlier page. */
export interface Remembered {
  /** Id of the context in which the station's timer was started last. */
  readonly claim: string | null;
  /** Unique ids of the helpers that were bound: they survive renames. */
  readonly uniqueIds: PerHelper<string>;
}

/** Where it is kept: plain data of this device. */
export interface MemoryStore {
  get(): Promise<unknown>;
  put(value: Remembered): Promise<void>;
}

const NOTHING: Remembered = { claim: null, uniqueIds: {} };

/** Read once, written when something has changed. A storage that fails costs the memory, not the binding. */
export class BindingMemory {
  readonly loaded: Promise<Remembered>;
  readonly #store: MemoryStore | undefined;
  #value: Remembered = NOTHING;

  constructor(store: MemoryStore | undefined) {
    this.#store = store;
    this.loaded = (store?.get() ?? Promise.resolve(null)).then(
      (read) => (this.#value = isRemembered(read) ? read : NOTHING),
      () => NOTHING,
    );
  }

  get value(): Remembered {
    return this.#value;
  }

  remember(change: Partial<Remembered>): void {
    const next = { ...this.#value, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#value)) return;
    this.#value = next;
    this.#store?.put(next).catch(() => {});
  }
}

function isRemembered(read: unknown): read is Remembered {
  if (typeof read !== 'object' || read === null) return false;
  const { claim, uniqueIds } = read as Readonly<Record<string, unknown>>;
  if (claim !== null && typeof claim !== 'string') return false;
  if (typeof uniqueIds !== 'object' || uniqueIds === null) return false;
  const ids = Object.entries(uniqueIds);
  return ids.every(([key, id]) => HELPER_KEYS.some((each) => each === key) && typeof id === 'string');
}
