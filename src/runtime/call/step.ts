import type { CallsState, CommandId, EndReason, Refusal } from './call.ts';
import type { Effect } from './effects.ts';

/** What an event leads to: the next state, and what is to be done. */
export interface Step {
  readonly state: CallsState;
  readonly effects: readonly Effect[];
}

export function step(state: CallsState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/** One thing after the other: each sees the state that the one before left, and all effects are kept in order. */
export function steps(state: CallsState, ...each: readonly ((state: CallsState) => Step)[]): Step {
  return each.reduce<Step>((before, next) => {
    const after = next(before.state);
    return { state: after.state, effects: [...before.effects, ...after.effects] };
  }, step(state));
}

export function fulfil(state: CallsState, ...commands: readonly CommandId[]): Step {
  return step(state, ...commands.map((command): Effect => ({ type: 'fulfil', command })));
}

export function fail(state: CallsState, reason: EndReason | Refusal, ...commands: readonly CommandId[]): Step {
  return step(state, ...commands.map((command): Effect => ({ type: 'fail', command, reason })));
}

/** Fails a command that changes nothing, and says so in `lastResult`. */
export function refuse(state: CallsState, reason: Refusal, ...commands: readonly CommandId[]): Step {
  return fail({ ...state, lastResult: reason }, reason, ...commands);
}
