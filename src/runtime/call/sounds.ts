import type { Call, CallsState } from './call.ts';
import type { CallSound, Effect } from './effects.ts';
import type { CommandEvent } from './events.ts';
import { findCall, runningCall, withCall } from './find.ts';
import { fulfil, refuse, type Step } from './step.ts';

/** The call whose ring is heard first: of those that nobody has silenced the one that has rung longest. */
function heardCall(state: CallsState): Call | undefined {
  return state.calls.find(({ phase, silenced }) => phase === 'ringing-in' && !silenced);
}

/**
 * What sounds for a call. It follows from the state alone, so no way out of ringing can leave a sound on.
 * The ringtone is for the one that has rung longest, and in a call nothing rings: a quiet ding.
 */
function soundOf(state: CallsState, call: Call): CallSound | null {
  if (call.phase === 'ringing-out') return 'ringback';
  if (call.phase !== 'ringing-in' || call.silenced) return null;
  if (runningCall(state) || heardCall(state)?.id !== call.id) return 'waiting';
  if (!call.dropIn) return 'ringtone';
  return call.dropIn.stage === 'last-seconds' ? 'drop-in-ticks' : 'drop-in';
}

/** Adds the change of sounds from `before` to the step; first of all, since a sound that outlives its reason hurts most. */
export function withSounds(before: CallsState, { state, effects }: Step): Step {
  const stops: Effect[] = [];
  const starts: Effect[] = [];
  for (const call of before.calls) {
    if (soundOf(before, call) !== null && soundOf(before, call) !== soundNow(state, call)) {
      stops.push({ type: 'stop-sound', callId: call.id });
    }
  }
  for (const call of state.calls) {
    const sound = soundOf(state, call);
    if (sound !== null && sound !== soundNow(before, call))
      starts.push({ type: 'start-sound', callId: call.id, sound });
  }
  return { state, effects: [...stops, ...starts, ...effects] };
}

/** What sounds in this state for a call that was taken from another. */
function soundNow(state: CallsState, { id }: Call): CallSound | null {
  const call = findCall(state, id);
  return call ? soundOf(state, call) : null;
}

/**
 * Somebody wants to decide in peace: the call rings without a sound from now on, and a drop-in, which must not begin
 * unheard, only rings. Another call is heard anew.
 */
export function silence(state: CallsState, { command, callId }: Extract<CommandEvent, { type: 'silence' }>): Step {
  const call = callId === null ? heardCall(state) : findCall(state, callId);
  if (call?.phase !== 'ringing-in') return refuse(state, 'refused_nothing_rings', command);
  return fulfil(withCall(state, { ...call, silenced: true, dropIn: null }), command);
}
