import type { CallAssist, CallView } from '../../../../runtime/api.ts';
import type { DisplayView } from '../../../../runtime/displays/view.ts';
import { isWorthOffering } from '../../../displays.ts';

/** Screens seldom come and go, and asking for them is much for a house with many entities; in ms. */
const EVERY = 300_000;

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
    const some = displays.some(isWorthOffering);
    if (some === this.some) return;
    this.some = some;
    this.#changed();
  };
}
