import type { CallId, CallsState, EndReason, Millis, PendingAnswer, Refusal } from './call.ts';
import type { CommandEvent } from './events.ts';
import { fail, step, steps, type Step } from './step.ts';

/**
 * Lets an answer wait for its invitation. Pressed again for the same call, all presses are answered together, but
 * none waits longer than its own time; an answer for another call takes the place of the one that waited.
 */
export function waitForInvitation(
  state: CallsState,
  { command, callId, media }: Extract<CommandEvent, { type: 'answer' }>,
  now: Millis,
): Step {
  const press = { command, until: now + state.policy.pendingAnswer };
  return steps(
    state,
    (before) =>
      before.pendingAnswer?.callId === callId ? step(before) : giveUpAnswer(before, 'refused_nothing_rings'),
    (before) => {
      const presses = [...(before.pendingAnswer?.presses ?? []), press];
      return step({ ...before, pendingAnswer: { callId, media, presses } });
    },
  );
}

/** Whether the answer may be for this call. `null`, on either side: for any. */
export function mayMean(answer: PendingAnswer | null, callId: CallId | null): answer is PendingAnswer {
  return answer !== null && (callId === null || answer.callId === null || answer.callId === callId);
}

/** Nothing came that could be answered, or another command took the place of the answer. */
export function giveUpAnswer(state: CallsState, reason: EndReason | Refusal): Step {
  return giveUp(state, reason, Infinity);
}

/** Fails the presses whose time has passed: who pressed has long gone away, and must not go on air by surprise. */
export function expireAnswer(state: CallsState, now: Millis): Step {
  return giveUp(state, 'refused_nothing_rings', now);
}

function giveUp(state: CallsState, reason: EndReason | Refusal, until: Millis): Step {
  const pending = state.pendingAnswer;
  const over = pending?.presses.filter((press) => press.until <= until) ?? [];
  if (!pending || over.length === 0) return step(state);
  const presses = pending.presses.filter((press) => !over.includes(press));
  const pendingAnswer = presses.length > 0 ? { ...pending, presses } : null;
  return fail({ ...state, pendingAnswer, lastResult: reason }, reason, ...over.map(({ command }) => command));
}
