import type { HistoryEntry } from '../../../runtime/storage/storage.ts';

export interface CallCounts {
  readonly incoming: number;
  readonly outgoing: number;
  readonly connected: number;
  /** Half of the calls that were connected lasted this long or longer, in ms; null: none was. */
  readonly middle: number | null;
}

export function countCalls(calls: readonly HistoryEntry[]): CallCounts {
  const incoming = calls.filter(({ direction }) => direction === 'incoming').length;
  const times = calls.flatMap(({ connected, ended }) => (connected === null ? [] : [ended - connected]));
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? null;
  return { incoming, outgoing: calls.length - incoming, connected: times.length, middle };
}
