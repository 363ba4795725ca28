import type { Call, CallPolicy, CallsState, Millis } from './call.ts';
import { close, dismiss } from './closing.ts';
import { expire } from './deadlines.ts';
import { onlyRing, ringHeard, withoutDropIns } from './drop-in.ts';
import { closePage, endHere, endThere, released } from './ending.ts';
import type { CallEvent, MediaEvent, ProviderCallEvent } from './events.ts';
import { findCall, hasEnded, withCall } from './find.ts';
import { answer, invited } from './incoming.ts';
import { accepted, delivered, dial, place } from './outgoing.ts';
import { disconnected, mediaFlowing, reconnected, setDevice, setMedia } from './running.ts';
import { silence, withSounds } from './sounds.ts';
import { refuse, step, type Step } from './step.ts';

export function initialState(policy: CallPolicy): CallsState {
  return { policy, calls: [], past: [], pendingAnswer: null, lastResult: null };
}

/**
 * What an event does to the calls. Pure: no clock, no provider, no sound; it never changes what it is given, and
 * hands back the very same state when nothing changed.
 *
 * Every command is settled once, by `fulfil` or `fail`. A live call has a deadline unless it is active, and every
 * call that got its reason gets `record` and `release` with it. What does not fit the phase of a call (late, twice,
 * out of order) changes nothing.
 */
export function reduce(state: CallsState, event: CallEvent, now: Millis): Step {
  return withSounds(state, react(state, event, now));
}

function react(state: CallsState, event: CallEvent, now: Millis): Step {
  switch (event.type) {
    case 'dial':
      return dial(state, event, now);
    case 'answer':
      return answer(state, event, now);
    case 'decline':
    case 'hang-up':
      return close(state, event, now);
    case 'set-media':
      return setMedia(state, event);
    case 'set-camera':
    case 'set-microphone':
      return setDevice(state, event);
    case 'silence':
      return silence(state, event);
    case 'only-ring':
      return onlyRing(state, event);
    case 'ring-heard':
      return ringHeard(state, event, now);
    case 'dismiss':
      return dismiss(state, event);
    case 'refused':
      return refuse(state, event.reason, event.command);
    case 'invited':
      return invited(state, event, now);
    case 'page-closing':
      return closePage(state, now);
    case 'policy':
      // Deadlines that run already stay as they were set.
      return step({ ...(event.policy.doNotDisturb ? withoutDropIns(state) : state), policy: event.policy });
    case 'tick':
      return expire(state, now);
    default: {
      const call = findCall(state, event.callId);
      return call ? hear(state, call, event, now) : step(state);
    }
  }
}

type Report = Exclude<ProviderCallEvent, { type: 'invited' }> | MediaEvent | Extract<CallEvent, { type: 'released' }>;

/** What provider, media and runtime report of a call. */
function hear(state: CallsState, call: Call, event: Report, now: Millis): Step {
  // These two are true whenever they come: what is sent is shown to the last.
  if (event.type === 'released') return released(state, call, now);
  if (event.type === 'sending-changed') return step(withCall(state, { ...call, sending: event.sending }));
  if (hasEnded(call)) return step(state);
  switch (event.type) {
    case 'delivered':
      return delivered(state, call, now);
    case 'accepted':
      return accepted(state, call, now);
    case 'answered-elsewhere':
      return answeredElsewhere(state, call, now);
    case 'disconnected':
      return disconnected(state, call, now);
    case 'reconnected':
      return reconnected(state, call);
    case 'remote-ended':
      return endThere(state, call, event.reason, now);
    case 'media-ready':
      return place(state, call);
    case 'media-failed':
      // What is opened before the answer only makes ready: that it failed shows when somebody answers.
      return call.phase === 'ringing-in' ? step(state) : endHere(state, call, event.reason, now);
    case 'media-flowing':
      return mediaFlowing(state, call, now);
  }
}

/** Another device of this account has the call; also when both answered and the caller took the other. */
function answeredElsewhere(state: CallsState, call: Call, now: Millis): Step {
  const ours = call.direction === 'outgoing' || call.connected !== null;
  return ours ? step(state) : endThere(state, call, 'answered_elsewhere', now);
}
