import type { HistoryQuery } from './api.ts';
import type { CallRecord } from './call/effects.ts';
import { isMissed } from './call/end-reasons.ts';
import { fold } from './platform/fold.ts';
import { Store } from './platform/readable.ts';
import type { HistoryEntry, Storage } from './storage/storage.ts';

/** Lines of history that a snapshot carries. */
const RECENT = 20;
/** More missed calls than this nobody counts. */
const MOST_MISSED = 99;
const MOST_AT_ONCE = 200;
/** Name of the setting that holds the id of the newest entry that somebody saw. */
const SEEN = 'history-seen';

const isId = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** The calls that were, and which of those that were missed somebody has seen. */
export class HistoryBook {
  readonly recent = new Store<readonly HistoryEntry[]>([]);
  /** Up to 99. */
  readonly missed = new Store(0);
  readonly #storage: Pick<Storage, 'history' | 'settings'>;
  readonly #report: (error: unknown) => void;
  #seen = 0;
  /** One change after the other: what is shown is always what the last one left. */
  #turn: Promise<void> = Promise.resolve();

  constructor(storage: Pick<Storage, 'history' | 'settings'>, report: (error: unknown) => void) {
    this.#storage = storage;
    this.#report = report;
  }

  /** Never rejects: without storage the book is empty. */
  async open(): Promise<void> {
    try {
      const [newest] = await this.#storage.history.latest(1);
      const seen = await this.#storage.settings.get(SEEN, isId);
      // Calls of before anybody counted are not missed anew.
      this.#seen = seen ?? newest?.id ?? 0;
      if (seen === null) await this.#storage.settings.put(SEEN, this.#seen);
      await this.#look();
    } catch (error) {
      this.#report(error);
    }
  }

  add(record: CallRecord): Promise<void> {
    return this.#next(() => this.#storage.history.add(record)).catch(this.#report);
  }

  /** @throws RangeError @throws StorageError */
  remove(ids: readonly number[] | 'all'): Promise<void> {
    if (ids !== 'all' && !(Array.isArray(ids) && ids.every(isId))) throw new RangeError('ids: a list of ids is needed');
    return this.#next(() => (ids === 'all' ? this.#storage.history.clear() : this.#storage.history.remove(ids)));
  }

  /** @throws StorageError */
  markSeen(): Promise<void> {
    return this.#next(async () => {
      const [newest] = await this.#storage.history.latest(1);
      const seen = Math.max(newest?.id ?? 0, this.#seen);
      await this.#storage.settings.put(SEEN, seen);
      this.#seen = seen;
    });
  }

  #next(work: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(work).then(() => this.#look());
    this.#turn = result.catch(() => {});
    return result;
  }

  async #look(): Promise<void> {
    this.recent.set(await this.#storage.history.latest(RECENT));
    const missed = await this.#storage.history.page({ limit: MOST_MISSED, after: this.#seen }, isMissed);
    this.missed.set(missed.length);
  }
}

/**
 * A page of history. @throws RangeError naming the key that is wrong @throws StorageError
 */
export async function searchHistory(
  storage: Storage['history'],
  query: HistoryQuery,
): Promise<readonly HistoryEntry[]> {
  const { text = '', filter, before, limit } = query;
  const fits = FILTERS[filter] as ((entry: HistoryEntry) => boolean) | undefined;
  if (!fits) throw new RangeError(`filter: ${Object.keys(FILTERS).join(', ')} is needed`);
  if (typeof text !== 'string') throw new RangeError('text: a text is needed');
  if (before !== undefined && !isId(before)) throw new RangeError('before: an id is needed');
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_AT_ONCE) {
    throw new RangeError(`limit: a whole number from 1 to ${MOST_AT_ONCE} is needed`);
  }
  const wanted = fold(text);
  const speaksOf = ({ peer }: HistoryEntry): boolean =>
    wanted === '' || fold(peer.name).includes(wanted) || fold(peer.address).includes(wanted);
  return storage.page({ limit, before }, (entry) => fits(entry) && speaksOf(entry));
}

const FILTERS: Readonly<Record<HistoryQuery['filter'], (entry: HistoryEntry) => boolean>> = {
  all: () => true,
  missed: isMissed,
  incoming: ({ direction }) => direction === 'incoming',
  outgoing: ({ direction }) => direction === 'outgoing',
};
