import type { Call, CallsState, DropIn, Millis } from './call.ts';
import type { CommandEvent } from './events.ts';
import { findCall, isRunning, runningCall, withCall } from './find.ts';
import { accepted, awaitsThem } from './outgoing.ts';
import { fulfil, refuse, step, steps, type Step } from './step.ts';

/** Media was seen in both directions: only now the call stands, and its answer is done. */
export function mediaFlowing(state: CallsState, call: Call, now: Millis): Step {
  // Media can overtake the message that they answered; nothing could flow if they had not.
  if (awaitsThem(call)) {
    return steps(
      state,
      (before) => accepted(before, call, now),
      (before) => connect(before, { ...call, answered: now, waiting: [] }, now),
    );
  }
  return call.phase === 'connecting' ? connect(state, call, now) : step(state);
}

function connect(state: CallsState, call: Call, now: Millis): Step {
  const { dropInCamera } = state.policy;
  const dropIn: DropIn | null = call.dropIn && { stage: 'camera-rests', video: true, until: now + dropInCamera };
  const active: Call = { ...call, phase: 'active', connected: now, deadline: null, dropIn, waiting: [] };
  return fulfil(withCall(state, active), ...call.waiting);
}

/** The connection was lost: it is restarted soon and then again and again, until the call is given up. */
export function disconnected(state: CallsState, call: Call, now: Millis): Step {
  if (call.phase !== 'active') return step(state);
  const { restartAfter, reconnectTimeout } = state.policy;
  return step(
    withCall(state, {
      ...call,
      phase: 'reconnecting',
      restartAt: now + restartAfter,
      deadline: now + reconnectTimeout,
    }),
  );
}

/** It is time for another try. */
export function restart(state: CallsState, call: Call, now: Millis): Step {
  const restartAt = now + state.policy.restartEvery;
  return step(withCall(state, { ...call, restartAt }), { type: 'restart-connection', callId: call.id });
}

export function reconnected(state: CallsState, call: Call): Step {
  if (call.phase !== 'reconnecting') return step(state);
  return step(withCall(state, { ...call, phase: 'active', restartAt: null, deadline: null }));
}

/**
 * Changes what the person wants to send. It is passed on even if it was wanted already: what is sent may differ
 * (a camera that failed), and asking again is how one tries again.
 */
export function setMedia(state: CallsState, event: Extract<CommandEvent, { type: 'set-media' }>): Step {
  const call = event.callId === null ? runningCall(state) : findCall(state, event.callId);
  if (!call || !isRunning(call)) return refuse(state, 'refused_not_ready', event.command);
  const wanted = { audio: event.audio ?? call.wanted.audio, video: event.video ?? call.wanted.video };
  // Somebody has decided about the camera: it goes on by itself no more.
  const dropIn = event.video === undefined ? call.dropIn : null;
  return steps(
    withCall(state, { ...call, wanted, dropIn }),
    (after) => step(after, { type: 'set-media', callId: call.id, wanted }),
    (after) => fulfil(after, event.command),
  );
}

/** The camera of a drop-in has rested long enough. */
export function cameraOn(state: CallsState, call: Call): Step {
  const wanted = { ...call.wanted, video: true };
  return step(withCall(state, { ...call, wanted, dropIn: null }), { type: 'set-media', callId: call.id, wanted });
}

/** Another camera or microphone; whether it is sent stays as it is. */
export function setDevice(
  state: CallsState,
  { command, callId, ...device }: Extract<CommandEvent, { type: 'set-camera' | 'set-microphone' }>,
): Step {
  const call = callId === null ? runningCall(state) : findCall(state, callId);
  if (!call || !isRunning(call)) return refuse(state, 'refused_not_ready', command);
  return steps(
    state,
    (before) => step(before, { ...device, callId: call.id }),
    (before) => fulfil(before, command),
  );
}
