import type { Call, CallId, CallsState, EndedCall, EndReason } from './call.ts';

/** How many calls that have left are remembered. */
export const PAST = 200;

/** Whether the call has its reason (phases `ending` and `ended`). */
export function hasEnded(call: Call): call is EndedCall {
  return call.reason !== null;
}

export function isLive(call: Call): boolean {
  return !hasEnded(call);
}

/** Live and not merely ringing here: the call that has the microphone, or is about to. */
export function isRunning(call: Call): boolean {
  return isLive(call) && call.phase !== 'ringing-in';
}

/** The one call that runs; there is never a second. */
export function runningCall(state: CallsState): Call | undefined {
  return state.calls.find(isRunning);
}

/** The call that rings here; of several the one that has rung longest. */
export function ringingCall(state: CallsState): Call | undefined {
  return state.calls.find((call) => call.phase === 'ringing-in');
}

export function findCall(state: CallsState, id: CallId): Call | undefined {
  return state.calls.find((call) => call.id === id);
}

/** How the call ended; null while it lives or when nobody knows it (any more). */
export function reasonOf(state: CallsState, id: CallId): EndReason | null {
  return findCall(state, id)?.reason ?? state.past.find((call) => call.id === id)?.reason ?? null;
}

/** Whether the call is here, or was: ids are never used twice, so what repeats is an echo. */
export function isKnown(state: CallsState, id: CallId): boolean {
  return findCall(state, id) !== undefined || reasonOf(state, id) !== null;
}

/** Puts the call in the place of the one with its id, or behind all others. */
export function withCall(state: CallsState, call: Call): CallsState {
  const known = findCall(state, call.id) !== undefined;
  return {
    ...state,
    calls: known ? state.calls.map((other) => (other.id === call.id ? call : other)) : [...state.calls, call],
  };
}

/** Takes the call out of the state, leaving only the memory of it. */
export function withoutCall(state: CallsState, call: EndedCall): CallsState {
  return {
    ...state,
    calls: state.calls.filter((other) => other.id !== call.id),
    past: [...state.past, { id: call.id, reason: call.reason }].slice(-PAST),
  };
}
