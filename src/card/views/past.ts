import type { CallAssist } from '../../runtime/api.ts';
import type { DialTarget } from '../../runtime/command.ts';
import type { HistoryEntry } from '../../runtime/storage/storage.ts';
import { targetOf } from '../target-of.ts';

/** One of the last calls, by what its row or note says; undefined: there is none. */
export function past({ snapshot }: Pick<CallAssist, 'snapshot'>, entry: string | undefined): HistoryEntry | undefined {
  return snapshot.value.history.find(({ id }) => entry === String(id) || entry === `cut-${id}`);
}

/** How the other side of it is called again; null: it is not known, or cannot be called. */
export function callBack(api: Pick<CallAssist, 'snapshot'>, entry: string | undefined): DialTarget | null {
  const peer = past(api, entry)?.peer;
  return peer ? targetOf(peer, api.snapshot.value) : null;
}
