import type { CallPolicy, CallsState, CommandId, Millis } from './call/call.ts';
import type { Effect } from './call/effects.ts';
import type { CallEvent, CommandEvent } from './call/events.ts';
import { nextDeadline } from './call/deadlines.ts';
import { initialState, reduce } from './call/reduce.ts';
import type { Platform } from './platform/platform.ts';
import { type Readable, Store } from './platform/readable.ts';
import type { CommandResult } from './command.ts';

/** A command event before the engine has named it. */
export type NewCommand = CommandEvent extends infer E ? (E extends CommandEvent ? Omit<E, 'command'> : never) : never;

export interface Engine {
  readonly state: Readable<CallsState>;
  /** Reduces the event and runs its effects. Events that effects cause are taken after, in order. */
  dispatch(event: CallEvent): void;
  /** Settled exactly once, within the policy's times. */
  command(command: NewCommand): Promise<CommandResult>;
  close(): void;
}

/** The thin shell around the pure core: one queue, one timer, commands as promises. */
export function createEngine(options: {
  readonly platform: Platform;
  readonly policy: CallPolicy;
  /** Calls whose outcome an earlier page could not show any more. */
  readonly before?: CallsState;
  /** Runs an effect; `fulfil` and `fail` never get here. */
  readonly run: (effect: Exclude<Effect, { type: 'fulfil' | 'fail' }>) => void;
}): Engine {
  const { clock, log, id } = options.platform;
  const state = new Store<CallsState>(options.before ?? initialState(options.policy));
  const waiting = new Map<CommandId, (result: CommandResult) => void>();
  const queue: CallEvent[] = [];
  let draining = false;
  let cancelTimer: (() => void) | undefined;

  const settle = (command: CommandId, result: CommandResult): void => {
    waiting.get(command)?.(result);
    waiting.delete(command);
  };

  const perform = (effect: Effect): void => {
    if (effect.type === 'fulfil') return settle(effect.command, { ok: true });
    if (effect.type === 'fail') return settle(effect.command, { ok: false, reason: effect.reason });
    try {
      options.run(effect);
    } catch (error) {
      // One effect that throws never keeps the others of the same step from running.
      log.log('error', `effect ${effect.type} failed`, error);
    }
  };

  /** How far the clock has been set back since a call has waited for something; without one it is as it is. */
  let setBack = 0;
  let latest = -Infinity;
  const now = (): Millis => {
    setBack += Math.max(0, latest - clock.now() - setBack);
    latest = clock.now() + setBack;
    return latest;
  };

  const drain = (): void => {
    draining = true;
    for (let event; (event = queue.shift());) {
      const step = reduce(state.value, event, now());
      state.set(step.state);
      for (const effect of step.effects) perform(effect);
    }
    draining = false;
    arm();
  };

  /** One timer, at the earliest deadline: nothing else in the core can outlive its call. */
  const arm = (): void => {
    cancelTimer?.();
    cancelTimer = undefined;
    const at = nextDeadline(state.value);
    if (at === null) {
      [setBack, latest] = [0, -Infinity];
      return;
    }
    cancelTimer = clock.after(Math.max(0, at - now()), () => {
      // The wait is over, whatever the clock says by now.
      latest = Math.max(latest, at);
      dispatch({ type: 'tick' });
    });
  };

  const dispatch = (event: CallEvent): void => {
    queue.push(event);
    if (!draining) drain();
  };

  arm();
  return {
    state,
    dispatch,
    command(command) {
      const name = id();
      return new Promise((resolve) => {
        waiting.set(name, resolve);
        dispatch({ ...command, command: name });
      });
    },
    close() {
      cancelTimer?.();
      cancelTimer = undefined;
    },
  };
}
