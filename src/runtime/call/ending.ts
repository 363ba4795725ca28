import { NO_MEDIA, type Call, type CallsState, type EndedCall, type EndReason, type Millis } from './call.ts';
import type { Effect } from './effects.ts';
import { outcomeTime } from './end-reasons.ts';
import { hasEnded, isLive, runningCall, withCall, withoutCall } from './find.ts';
import { giveUpAnswer } from './pending.ts';
import { fail, fulfil, step, steps, type Step } from './step.ts';

/** Ends a live call from this side: the peer is told if it knows of the call. */
export function endHere(state: CallsState, call: Call, reason: EndReason, now: Millis): Step {
  return end(state, call, reason, now, farewell(call, reason));
}

/** A live call was ended by the other side or by the network: nothing is sent. */
export function endThere(state: CallsState, call: Call, reason: EndReason, now: Millis): Step {
  // A caller who hangs up while it rings here has given up: for the person here that is a missed call.
  const missed = call.phase === 'ringing-in' && reason === 'remote_hung_up';
  return end(state, call, missed ? 'missed' : reason, now, []);
}

/** The one way to the end: gives the call its reason, once; after it there is only cleaning. */
function end(state: CallsState, call: Call, reason: EndReason, now: Millis, told: readonly Effect[]): Step {
  const ending: EndedCall = {
    ...call,
    phase: 'ending',
    reason,
    ended: now,
    deadline: now + state.policy.endTimeout,
    restartAt: null,
    dropIn: null,
    waiting: [],
  };
  return steps(
    { ...withCall(state, ending), lastResult: reason },
    (after) => step(after, ...told, ...cleaning(ending, now)),
    // An answer whose call was only a question is done.
    (after) => (reason === 'accepted' ? fulfil(after, ...call.waiting) : fail(after, reason, ...call.waiting)),
  );
}

/** An invitation that never becomes a call: recorded and forgotten; no outcome is shown. */
export function turnAway(state: CallsState, call: Call, reason: EndReason, now: Millis): Step {
  const gone: EndedCall = { ...call, reason };
  const told: readonly Effect[] =
    reason === 'busy_here' ? [{ type: 'send-decline', callId: call.id, reason: 'busy_here' }] : [];
  return steps(
    { ...withoutCall(state, gone), lastResult: reason },
    (after) => step(after, ...told, ...cleaning(gone, now)),
    (after) => (after.pendingAnswer?.callId === call.id ? giveUpAnswer(after, reason) : step(after)),
  );
}

/** What the peer is told. Who rings here in vain is told nothing, except that somebody declined. */
function farewell(call: Call, reason: EndReason): readonly Effect[] {
  if (call.phase === 'ringing-in') {
    return reason === 'declined' ? [{ type: 'send-decline', callId: call.id, reason }] : [];
  }
  return call.placed ? [{ type: 'send-hang-up', callId: call.id, reason }] : [];
}

function cleaning(call: EndedCall, now: Millis): readonly Effect[] {
  const { id, direction, peer, offered, began, answered, connected, reason } = call;
  return [
    {
      type: 'record',
      record: { callId: id, direction, peer, offered, began, answered, connected, ended: now, reason },
    },
    { type: 'release', callId: id },
  ];
}

/** All that hung on the call's scope is gone. For a call that lives that is a fault: nobody owns it any more. */
export function released(state: CallsState, call: Call, now: Millis): Step {
  const silent = { ...call, sending: NO_MEDIA };
  if (!hasEnded(silent)) return endHere(state, silent, 'internal_error', now);
  return silent.phase === 'ending' ? conclude(state, silent, now) : step(withCall(state, silent));
}

/** From `ending` to `ended`: the outcome is shown for its time, unless another call has the screen. */
export function conclude(state: CallsState, call: EndedCall, now: Millis): Step {
  if (runningCall(state)) return step(withoutCall(state, call));
  const time = outcomeTime(state.policy, call.reason);
  return step(withCall(state, { ...call, phase: 'ended', deadline: time === null ? null : now + time }));
}

/** Outcomes that are shown make room for a call that begins. A call that is still ending goes by itself. */
export function clearOutcomes(state: CallsState): Step {
  const shown = state.calls.filter(hasEnded).filter((call) => call.phase === 'ended');
  return step(shown.reduce(withoutCall, state));
}

/**
 * The page goes away. Every call is ended with `kiosk_closed`, except those that only ring: they leave without
 * a word, so that they ring again after a reload.
 */
export function closePage(state: CallsState, now: Millis): Step {
  return steps(
    state,
    (before) => giveUpAnswer(before, 'kiosk_closed'),
    ...state.calls
      .filter(isLive)
      .map(
        (call) => (before: CallsState) =>
          call.phase === 'ringing-in' ? forget(before, call) : endHere(before, call, 'kiosk_closed', now),
      ),
  );
}

function forget(state: CallsState, call: Call): Step {
  const calls = state.calls.filter((other) => other.id !== call.id);
  return step({ ...state, calls }, { type: 'release', callId: call.id });
}
