import { NO_MEDIA, type Call, type CallsState, type Millis } from './call.ts';
import { clearOutcomes } from './ending.ts';
import type { CommandEvent } from './events.ts';
import { isKnown, isLive, withCall } from './find.ts';
import { meetRinging } from './incoming.ts';
import { giveUpAnswer } from './pending.ts';
import { fulfil, refuse, step, steps, type Step } from './step.ts';

/**
 * Begins a call: the devices first, since a call in which nobody could hear us is not placed at all. Who calls us
 * already is answered instead.
 */
export function dial(state: CallsState, event: Extract<CommandEvent, { type: 'dial' }>, now: Millis): Step {
  if (isKnown(state, event.callId)) return refuse(state, 'refused_bad_value', event.command);
  if (state.calls.some(isLive)) return meetRinging(state, event, now) ?? refuse(state, 'refused_busy', event.command);
  const call: Call = {
    id: event.callId,
    direction: 'outgoing',
    peer: event.peer,
    phase: 'dialing',
    offered: event.media,
    wanted: event.media,
    sending: NO_MEDIA,
    began: now,
    answered: null,
    connected: null,
    ended: null,
    reason: null,
    deadline: now + state.policy.dialTimeout,
    restartAt: null,
    dropIn: null,
    silenced: false,
    placed: false,
    waiting: [event.command],
  };
  return steps(
    state,
    // Who dials no longer waits for a ring; it would end the call that is being made.
    (before) => giveUpAnswer(before, 'refused_nothing_rings'),
    clearOutcomes,
    (before) => step(withCall(before, call), { type: 'start-media', callId: call.id, wanted: call.wanted }),
  );
}

/** The devices are open: an outgoing call is placed. */
export function place(state: CallsState, call: Call): Step {
  if (call.phase !== 'dialing' || call.placed) return step(state);
  return step(withCall(state, { ...call, placed: true }), { type: 'place', callId: call.id });
}

/** It rings there: the dial is done. */
export function delivered(state: CallsState, call: Call, now: Millis): Step {
  if (call.phase !== 'dialing' || !call.placed) return step(state);
  const deadline = now + state.policy.answerTimeout;
  const ringing: Call = { ...call, phase: 'ringing-out', deadline, waiting: [] };
  return fulfil(withCall(state, ringing), ...call.waiting);
}

/** They answered; without having been told that it rings when both dialled each other. */
export function accepted(state: CallsState, call: Call, now: Millis): Step {
  if (!awaitsThem(call)) return step(state);
  const deadline = now + state.policy.connectTimeout;
  const connecting: Call = { ...call, phase: 'connecting', answered: now, deadline, waiting: [] };
  return fulfil(withCall(state, connecting), ...call.waiting);
}

/** Whether the other side has, or may have, our invitation and has not answered it. */
export function awaitsThem(call: Call): boolean {
  return call.phase === 'ringing-out' || (call.phase === 'dialing' && call.placed);
}
