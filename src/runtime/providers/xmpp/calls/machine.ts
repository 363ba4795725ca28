import type { Clock } from '../../../platform/platform.ts';
import { drop, find, isKnown } from '../jmi/change.ts';
import { reduce } from '../jmi/reduce.ts';
import {
  type JmiContext,
  type JmiEffect,
  type JmiEvent,
  type JmiState,
  type JmiStep,
  NO_SESSIONS,
  type Session,
  nextDeadline,
} from '../jmi/state.ts';

export interface MachineOptions<Arrival> {
  readonly clock: Clock;
  /** As it is now. */
  readonly context: () => JmiContext;
  /** Does what an effect says. @param arrival what came with the event that it follows from */
  readonly run: (effect: JmiEffect, arrival: Arrival | null) => void;
  /** An effect was not done. */
  readonly failed: (effect: JmiEffect, error: unknown) => void;
}

interface Next<Arrival> {
  readonly step: (state: JmiState) => JmiStep;
  readonly arrival: Arrival | null;
}

/** The machine of XEP-0353 at work: its state, its one timer, and its steps, one after the other. */
export class Machine<Arrival> {
  readonly #options: MachineOptions<Arrival>;
  #state: JmiState = NO_SESSIONS;
  /** Steps that wait until the effects of the one before are done; null while none runs. */
  #waiting: Next<Arrival>[] | null = null;
  #cancelTick: () => void = () => {};

  constructor(options: MachineOptions<Arrival>) {
    this.#options = options;
  }

  get sessions(): readonly Session[] {
    return this.#state.sessions;
  }

  session(id: string): Session | null {
    return find(this.#state, id);
  }

  /** Whether there is or was a session of this id. */
  knows(id: string): boolean {
    return isKnown(this.#state, id);
  }

  /**
   * Something happened: changes the state and runs the effects, after those of what happened before.
   * @returns the effects; none where they have to wait
   */
  tell(event: JmiEvent, arrival: Arrival | null = null): readonly JmiEffect[] {
    return this.#take({ step: (state) => reduce(state, event, this.#options.context()), arrival });
  }

  /** A session is over, for reasons of its own; then this is to be done. */
  drop(id: string, ...effects: readonly JmiEffect[]): void {
    this.#take({ step: (state) => [drop(state, id), effects], arrival: null });
  }

  /** Forgets a session that nobody has, once what is under way is done. */
  forget(id: string, isHad: () => boolean): void {
    const step = (state: JmiState): JmiStep => [isHad() || !find(state, id) ? state : drop(state, id), []];
    this.#take({ step, arrival: null });
  }

  /** Forgets everything. */
  close(): void {
    this.#state = NO_SESSIONS;
    this.#cancelTick();
  }

  #take(next: Next<Arrival>): readonly JmiEffect[] {
    if (this.#waiting) {
      this.#waiting.push(next);
      return [];
    }
    const waiting = (this.#waiting = [next]);
    const all: JmiEffect[] = [];
    try {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const [state, effects] = one.step(this.#state);
        this.#state = state;
        all.push(...effects);
        for (const effect of effects) this.#run(effect, one.arrival);
      }
    } finally {
      this.#waiting = null;
      this.#schedule();
    }
    return all;
  }

  /** One that fails keeps no other from being run. */
  #run(effect: JmiEffect, arrival: Arrival | null): void {
    try {
      this.#options.run(effect, arrival);
    } catch (error) {
      this.#options.failed(effect, error);
    }
  }

  #schedule(): void {
    this.#cancelTick();
    const deadline = nextDeadline(this.#state);
    if (deadline === null) return;
    const delay = Math.max(0, deadline - this.#options.context().now);
    this.#cancelTick = this.#options.clock.after(delay, () => void this.tell({ type: 'tick' }));
  }
}
