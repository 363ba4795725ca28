import type { Call, CallsState } from './call.ts';
import type { CallSound, Effect } from './effects.ts';
import { findCall, ringingCall, runningCall } from './find.ts';
import type { Step } from './step.ts';

/**
 * What sounds for a call. It follows from the state alone, so no way out of ringing can leave a sound on.
 * The ringtone is for the one that has rung longest, and in a call nothing rings: a quiet ding.
 */
function soundOf(state: CallsState, call: Call): CallSound | null {
  if (call.phase === 'ringing-out') return 'ringback';
  if (call.phase !== 'ringing-in') return null;
  if (runningCall(state) || ringingCall(state)?.id !== call.id) return 'waiting';
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
