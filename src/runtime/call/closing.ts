import type { CallsState, Millis } from './call.ts';
import { endHere } from './ending.ts';
import type { CommandEvent } from './events.ts';
import { findCall, hasEnded, isLive, reasonOf, ringingCall, runningCall, withoutCall } from './find.ts';
import { giveUpAnswer, mayMean } from './pending.ts';
import { fulfil, refuse, steps, type Step } from './step.ts';

type Closing = Extract<CommandEvent, { type: 'decline' | 'hang-up' }>;

/**
 * Declines the call that rings, or hangs up; hanging up what only rings is declining it. With nothing to end it
 * takes back an answer that waits. What is over already is as it was wished: pressing twice is no mistake.
 */
export function close(state: CallsState, { type, command, callId }: Closing, now: Millis): Step {
  const named = callId === null ? undefined : findCall(state, callId);
  const ringing = callId === null ? ringingCall(state) : named?.phase === 'ringing-in' ? named : undefined;
  const running = callId === null ? runningCall(state) : named;
  const call = type === 'decline' ? ringing : (running ?? ringing);
  const done = (after: CallsState): Step => fulfil(after, command);

  if (call && isLive(call)) {
    const reason = call.phase === 'ringing-in' ? 'declined' : 'hung_up';
    return steps(state, (before) => endHere(before, call, reason, now), done);
  }
  if (callId !== null && reasonOf(state, callId) !== null) return done(state);
  if (mayMean(state.pendingAnswer, callId)) {
    return steps(state, (before) => giveUpAnswer(before, 'refused_nothing_rings'), done);
  }
  if (callId === null && state.calls.some(hasEnded)) return done(state);
  return refuse(state, type === 'decline' ? 'refused_nothing_rings' : 'refused_not_ready', command);
}

/** Takes away outcomes that are shown; those of calls still being released too. A call that lives stays. */
export function dismiss(state: CallsState, event: Extract<CommandEvent, { type: 'dismiss' }>): Step {
  const meant = state.calls.filter((call) => event.callId === null || call.id === event.callId);
  if (event.callId !== null && meant.some(isLive)) return refuse(state, 'refused_not_ready', event.command);
  return fulfil(meant.filter(hasEnded).reduce(withoutCall, state), event.command);
}
