import type { Call, CallId, CallPhase, CallsState, EndReason, Millis } from './call.ts';
import { conclude, endHere } from './ending.ts';
import { nextStage } from './drop-in.ts';
import { findCall, hasEnded, withCall, withoutCall } from './find.ts';
import { answerItself } from './incoming.ts';
import { expireAnswer } from './pending.ts';
import { cameraOn, restart } from './running.ts';
import { step, steps, type Step } from './step.ts';

/** What it means that a phase took too long; the others may last, or are over. */
const GIVEN_UP: Readonly<Partial<Record<CallPhase, EndReason>>> = {
  dialing: 'unreachable',
  'ringing-out': 'no_answer',
  'ringing-in': 'missed',
  connecting: 'no_connection',
  reconnecting: 'connection_lost',
};

/** When the state has to be looked at next, by a `tick`; null: nothing waits for time. */
export function nextDeadline(state: CallsState): Millis | null {
  const times = [
    ...(state.pendingAnswer?.presses ?? []).map(({ until }) => until),
    ...state.calls.flatMap(({ deadline, restartAt, dropIn }) => [deadline, restartAt, dropIn?.until ?? null]),
  ].filter((time) => time !== null);
  return times.length > 0 ? Math.min(...times) : null;
}

/** Time has passed: every deadline that has come is acted on. */
export function expire(state: CallsState, now: Millis): Step {
  return steps(
    state,
    (before) => expireAnswer(before, now),
    ...state.calls.map((call) => (before: CallsState) => expireCall(before, call, now)),
  );
}

function expireCall(state: CallsState, call: Call, now: Millis): Step {
  const late = call.deadline !== null && call.deadline <= now;
  if (hasEnded(call)) {
    if (!late) return step(state);
    return call.phase === 'ending' ? conclude(state, call, now) : step(withoutCall(state, call));
  }
  const reason = late ? GIVEN_UP[call.phase] : undefined;
  if (reason) return endHere(state, call, reason, now);
  return steps(
    state,
    (before) => (call.restartAt !== null && call.restartAt <= now ? restart(before, call, now) : step(before)),
    (before) => expireDropIn(before, call.id, now),
  );
}

function expireDropIn(state: CallsState, id: CallId, now: Millis): Step {
  const call = findCall(state, id);
  const dropIn = call?.dropIn;
  if (!dropIn || dropIn.until === null || dropIn.until > now) return step(state);
  if (dropIn.stage === 'camera-rests') return cameraOn(state, call);
  const next = nextStage(call, dropIn, state.policy, now);
  return next ? step(withCall(state, next)) : answerItself(state, call, dropIn, now);
}
