import type { Call, EndReason } from './call.ts';

/** What is heard once: a call stands, it is over, or they are in another call. */
export type CallTone = 'connected' | 'ended' | 'busy';

/** Ends that somebody here made without having talked, or that nobody here heard of: silence. */
const SILENT: readonly EndReason[] = [
  'accepted',
  'declined',
  'missed',
  'answered_elsewhere',
  'do_not_disturb',
  'busy_here',
];

/** The tone of the step from these calls to those; null: silence. The end of a call is heard before a beginning. */
export function toneBetween(before: readonly Call[], after: readonly Call[]): CallTone | null {
  let tone: CallTone | null = null;
  for (const call of after) {
    const earlier = before.find(({ id }) => id === call.id);
    if (!earlier) continue;
    if (call.reason !== null && earlier.reason === null && !SILENT.includes(call.reason)) {
      return call.reason === 'busy' ? 'busy' : 'ended';
    }
    if (call.connected !== null && earlier.connected === null) tone = 'connected';
  }
  return tone;
}
