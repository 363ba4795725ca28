import type { Snapshot } from '../../../runtime/api.ts';
import type { CheckResult } from '../../../runtime/checks/checks.ts';
import type { HistoryEntry } from '../../../runtime/storage/storage.ts';

export interface ReportFacts {
  readonly version: string;
  readonly homeAssistant: string | null;
  readonly now: number;
  readonly snapshot: Snapshot;
  readonly calls: readonly HistoryEntry[];
  readonly checks: readonly CheckResult[];
}

/**
 * What stands behind "Copy report" where the runtime makes none, in English, for those who are asked for help. It is
 * put together from numbers and words of ours only: nothing that came from a person, a server or a device is in it.
 */
export function shortReport({ version, homeAssistant, now, snapshot, calls, checks }: ReportFacts): string {
  const { accounts, problems, contacts, requests, station, settings, role, secureContext } = snapshot;
  const lines = [
    `Call Assist report, ${new Date(now).toISOString().slice(0, 19)}Z`,
    `Call Assist ${versionText(version)}, Home Assistant ${versionText(homeAssistant)}`,
    `page: ${secureContext ? 'secure' : 'not secure'}, ${role}`,
    ...problems.map((problem) => `problem: ${problem.kind}${problem.kind === 'storage' ? `, ${problem.problem}` : ''}`),
    ...accounts.map(({ protocol, status }) =>
      [`account: ${wordOf(protocol)}`, status.state, 'reason' in status ? status.reason : '']
        .filter(Boolean)
        .join(', '),
    ),
    `people: ${contacts.length}, requests: ${requests.length}`,
    `station: ${station.camera === 'this_device' ? 'camera of this device' : 'camera of Home Assistant'}`,
    `settings: lock ${settings.lock}, names ${settings.hideNames}, ${settings.quietTimes.length} quiet times, second call ${settings.secondCall}`,
    ...checks.map(({ id, status, reason }) => `check: ${id}, ${status}, ${reason}`),
    ...callLines(calls),
  ];
  return `${lines.join('\n')}\n`;
}

function callLines(calls: readonly HistoryEntry[]): readonly string[] {
  const { incoming, outgoing, connected } = countCalls(calls);
  const ends = new Map<string, number>();
  for (const { reason } of calls) ends.set(reason, (ends.get(reason) ?? 0) + 1);
  const list = [...ends].map(([reason, count]) => `${reason} ${count}`).join(', ');
  return [`calls: ${incoming} in, ${outgoing} out, ${connected} connected`, ...(list ? [`ended: ${list}`] : [])];
}

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

/** `1.2.3`, `2026.11.0b2`; anything else is not repeated. */
const versionText = (version: string | null): string =>
  version !== null && /^\d{1,4}(?:\.\d{1,4}){2}[a-z\d.-]{0,12}$/.test(version) ? version : 'unknown';

const wordOf = (protocol: string): string => (/^[a-z]{1,12}$/.test(protocol) ? protocol : 'other');
