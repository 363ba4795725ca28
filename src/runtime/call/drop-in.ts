import type { Call, CallPolicy, CallsState, DropIn, Millis } from './call.ts';
import type { CallEvent, CallerChoice, CommandEvent } from './events.ts';
import { findCall, ringingCall, withCall } from './find.ts';
import { fulfil, refuse, step, type Step } from './step.ts';

/**
 * A call that is to answer itself ("drop-in"). Nobody may be surprised by it: its countdown begins when its sound is
 * really heard, and any doubt (another call, do not disturb, silence, a page that slept) turns it into a call that
 * only rings. Its answer sends sound; the camera follows when the people on both sides have seen each other's call.
 */
export function dropInOf(caller: CallerChoice | undefined, call: Call, policy: CallPolicy, now: Millis): DropIn | null {
  if (!caller || caller.autoAnswer === 'off') return null;
  const video = caller.autoAnswer === 'video' && call.offered.video;
  return { stage: 'unheard', video, until: now + policy.dropInHeard };
}

/** When the call answers itself; null: it does not, or is not heard yet. */
export function autoAnswerAt({ dropIn }: Call, policy: CallPolicy): Millis | null {
  if (dropIn?.stage === 'countdown') return dropIn.until + policy.dropInTicks;
  return dropIn?.stage === 'last-seconds' ? dropIn.until : null;
}

/** When our camera goes on by itself; null: it does not, or nobody has answered yet. */
export function cameraOnAt({ dropIn }: Call): Millis | null {
  return dropIn?.stage === 'camera-rests' ? dropIn.until : null;
}

/** The ring is audible, or is so no more. */
export function ringHeard(state: CallsState, { heard }: Extract<CallEvent, { type: 'ring-heard' }>, now: Millis): Step {
  const call = state.calls.find(({ phase, dropIn }) => phase === 'ringing-in' && dropIn !== null);
  if (!call || (call.dropIn?.stage === 'unheard') !== heard) return step(state);
  const { dropInCountdown, dropInTicks } = state.policy;
  const until = now + dropInCountdown - dropInTicks;
  const dropIn: DropIn | null = heard ? { stage: 'countdown', video: call.dropIn?.video === true, until } : null;
  return step(withCall(state, { ...call, dropIn }));
}

/** Somebody wants to decide about the call: it rings like any other. */
export function onlyRing(state: CallsState, { command, callId }: Extract<CommandEvent, { type: 'only-ring' }>): Step {
  const call = callId === null ? ringingCall(state) : findCall(state, callId);
  if (call?.phase !== 'ringing-in') return refuse(state, 'refused_nothing_rings', command);
  return fulfil(call.dropIn ? withCall(state, { ...call, dropIn: null }) : state, command);
}

/** From now on nothing goes on by itself. */
export function withoutDropIns(state: CallsState, which: (call: Call) => boolean = () => true): CallsState {
  return state.calls
    .filter((call) => call.dropIn !== null && which(call))
    .reduce((before, call) => withCall(before, { ...call, dropIn: null }), state);
}

/** The next stage is due; null when it is the answer. */
export function nextStage(call: Call, dropIn: DropIn, policy: CallPolicy, now: Millis): Call | null {
  const { stage, video, until } = dropIn;
  // A page that slept has rung for nobody.
  const slept = until !== null && now - until > policy.dropInHeard;
  if (stage === 'unheard' || slept) return { ...call, dropIn: null };
  if (stage === 'countdown')
    return { ...call, dropIn: { stage: 'last-seconds', video, until: now + policy.dropInTicks } };
  return null;
}
