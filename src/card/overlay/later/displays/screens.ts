import type { CallAssist, CallView } from '../../../../runtime/api.ts';
import { isWorthOffering } from '../../../displays.ts';

/** Screens seldom come and go, and asking for them is much for a house with many entities; in ms. */
const EVERY = 300_000;

interface Known {
  some: boolean;
  /** When it was asked for, in ms. */
  asked: number;
}

/** For as long as the page lives: from the second call on, no key comes later than the others. */
const known = new WeakMap<object, Known>();

/** Whether there is any screen to move a call to. */
export class Screens {
  readonly #changed: () => void;
  #known: Known | null = null;

  /** @param changed hears when {@link some} is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get some(): boolean {
    return this.#known?.some ?? false;
  }

  /** Call it often, from the ring on. @param call null: nobody talks */
  look(call: CallView | null, callAssist: Pick<CallAssist, 'displays'>, now: number): void {
    const of = known.get(callAssist) ?? { some: false, asked: -Infinity };
    known.set(callAssist, of);
    this.#known = of;
    // Somebody has just answered: media comes first.
    if (call?.phase === 'connecting' || now - of.asked < EVERY) return;
    of.asked = now;
    callAssist.displays().then(
      (displays) => {
        const { some } = of;
        of.some = displays.some(isWorthOffering);
        if (of.some !== some) this.#changed();
      },
      // Without an answer of Home Assistant what was known stays true.
      () => {},
    );
  }
}
