import type { CallAssist, CallView } from '../../../../runtime/api.ts';
import type { Cannot } from '../../../../runtime/displays/displays.ts';
import type { DisplayView } from '../../../../runtime/displays/view.ts';

/** Screens come and go; in a call that runs they are asked for again after this time, in ms. */
const EVERY = 30_000;

/** What no touch changes: who has no server for streams has not asked for any. */
const NEVER: ReadonlySet<Cannot> = new Set(['no_entity', 'not_cast', 'no_player', 'no_server']);

/** Whether a display shows calls, or could once what it lacks is there. */
export function mayShow({ ways }: Pick<DisplayView, 'ways'>): boolean {
  return ways.some(({ capability }) => capability.can || !NEVER.has(capability.why));
}

/** Whether there is any screen to move a call to: asked for once a call runs, so that nothing of it delays a ring. */
export class Screens {
  some = false;
  readonly #changed: () => void;
  #asked = -Infinity;

  /** @param changed hears when {@link some} is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Call it often. @param call null: nobody talks */
  look(call: CallView | null, callAssist: Pick<CallAssist, 'displays'>, now: number): void {
    if (call?.phase !== 'active' || now - this.#asked < EVERY) return;
    this.#asked = now;
    // Without an answer of Home Assistant what was known stays true.
    callAssist.displays().then(this.#take, () => {});
  }

  readonly #take = (displays: readonly DisplayView[]): void => {
    const some = displays.some(mayShow);
    if (some === this.some) return;
    this.some = some;
    this.#changed();
  };
}
