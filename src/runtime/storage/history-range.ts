import type { Database } from './schema.ts';
import type { HistoryEntry, HistoryRange } from './storage.ts';

/** How many entries are read at once: one request for each of 10,000 takes a second on a wall tablet. */
const AT_ONCE = 500;

/**
 * Reads history backwards, page by page of its ids, until enough of it was taken. An id may be missing (deleted);
 * then a page is shorter.
 * @param take gives the entry, or null for one that is not wanted.
 */
export async function readHistory(
  database: Database,
  { limit, before = Infinity, after = -Infinity }: HistoryRange,
  take: (entry: unknown, key: number) => HistoryEntry | null,
): Promise<readonly HistoryEntry[]> {
  const { store } = database.transaction('history');
  const [newest, oldest] = await Promise.all([store.openKeyCursor(null, 'prev'), store.openKeyCursor(null, 'next')]);
  if (!newest || !oldest || limit <= 0) return [];
  const entries: HistoryEntry[] = [];
  const lowest = Math.max(oldest.primaryKey, after + 1);
  let high = Math.min(newest.primaryKey, before - 1);
  // The first page is often all that is wanted.
  for (let size = Math.min(limit, AT_ONCE); high >= lowest; size = AT_ONCE) {
    const range = IDBKeyRange.bound(Math.max(lowest, high - size + 1), high);
    const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    for (let index = values.length - 1; index >= 0; index--) {
      const entry = take(values[index], keys[index] ?? 0);
      if (entry) entries.push(entry);
      if (entries.length >= limit) return entries;
    }
    high -= size;
  }
  return entries;
}
