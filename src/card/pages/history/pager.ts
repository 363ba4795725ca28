import type { CallAssist, HistoryQuery } from '../../../runtime/api.ts';
import type { HistoryEntry } from '../../../runtime/storage/storage.ts';

/** Entries that are read, and drawn, together. */
export const PAGE_SIZE = 50;

export type Filter = HistoryQuery['filter'];

/** History as far as it was looked at: pages of entries, newest first. Tells `changed` after every change. */
export class Pager {
  pages: readonly (readonly HistoryEntry[])[] = [];
  /** There is nothing older. */
  ended = false;
  failed = false;
  reading = false;
  readonly #read: CallAssist['history'];
  readonly #changed: () => void;
  #query: { readonly text: string; readonly filter: Filter } = { text: '', filter: 'all' };
  /** What an earlier search finds does not count. */
  #turn = 0;

  constructor(read: CallAssist['history'], changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  /** Begins anew. What was found stays until the first page of the new search is there. */
  search(text: string, filter: Filter): Promise<void> {
    this.#query = { text, filter };
    this.#turn += 1;
    this.ended = false;
    this.reading = false;
    return this.#next([]);
  }

  more(): Promise<void> {
    return this.ended || this.reading || this.failed ? Promise.resolve() : this.#next(this.pages);
  }

  async #next(before: Pager['pages']): Promise<void> {
    const turn = this.#turn;
    this.reading = true;
    this.failed = false;
    this.#changed();
    const oldest = before.at(-1)?.at(-1)?.id;
    try {
      const query: HistoryQuery = { ...this.#query, limit: PAGE_SIZE, ...(oldest !== undefined && { before: oldest }) };
      const found = await this.#read(query);
      if (turn !== this.#turn) return;
      this.pages = found.length ? [...before, found] : before;
      this.ended = found.length < PAGE_SIZE;
    } catch {
      if (turn !== this.#turn) return;
      this.failed = true;
    }
    this.reading = false;
    this.#changed();
  }

  /** Calls that came to an end while the list is open. */
  async refresh(): Promise<void> {
    const turn = this.#turn;
    const found = await this.#read({ ...this.#query, limit: PAGE_SIZE }).catch(() => null);
    if (turn !== this.#turn || !found || this.reading) return;
    const newest = this.pages[0]?.[0]?.id ?? -1;
    const fresh = found.filter(({ id }) => id > newest);
    const [first = [], ...rest] = this.pages;
    if (!found.length) this.pages = [];
    else if (fresh.length) this.pages = [[...fresh, ...first], ...rest];
    else return;
    this.#changed();
  }

  forget(id: number): void {
    const pages = this.pages.map((page) => page.filter((entry) => entry.id !== id));
    this.pages = pages.filter((page) => page.length);
    this.#changed();
  }
}
