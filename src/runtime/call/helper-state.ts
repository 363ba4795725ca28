import type { CallPhase, CallsState } from './call.ts';
import { ringingCall, runningCall } from './find.ts';

/** The words of the `_state` helper. */
export const HELPER_STATES = [
  'idle',
  'offline',
  'dialing',
  'ringing_out',
  'ringing',
  'connecting',
  'in_call',
  'reconnecting',
] as const;
export type HelperState = (typeof HELPER_STATES)[number];

const WORDS: Readonly<Record<CallPhase, HelperState>> = {
  idle: 'idle',
  dialing: 'dialing',
  'ringing-out': 'ringing_out',
  'ringing-in': 'ringing',
  connecting: 'connecting',
  active: 'in_call',
  reconnecting: 'reconnecting',
  ending: 'idle',
  ended: 'idle',
};

/** What the helper says. Of two calls the running one speaks; an outcome is no call any more. */
export function helperState(state: CallsState, anyAccountOnline: boolean): HelperState {
  const phase = (runningCall(state) ?? ringingCall(state))?.phase ?? 'idle';
  return phase === 'idle' && !anyAccountOnline ? 'offline' : WORDS[phase];
}
