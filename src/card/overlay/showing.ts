import type { CallView, Snapshot } from '../../runtime/api.ts';
import type { CallId } from '../../runtime/call/call.ts';
import { t } from '../localize/more.ts';
import { choose, type Shown } from './choose.ts';
import { hideNames, hides, masked } from './hiding.ts';

/** Which call is on the screen, and whether it says who it is with. */
export class Showing {
  /** An outcome that somebody touched: it stays when the runtime has forgotten it. */
  #held: CallView | null = null;
  /** Calls whose names somebody asked to see. */
  readonly #revealed = new Set<CallId>();

  get holds(): boolean {
    return this.#held !== null;
  }

  /** What to show, without names where they are hidden. */
  choose({ calls, settings }: Pick<Snapshot, 'calls' | 'settings'>): Shown | null {
    const chosen = choose(calls);
    if (this.#held && chosen) this.#held = chosen.call.id === this.#held.id ? chosen.call : null;
    const shown = chosen ?? (this.#held && { call: this.#held, view: 'outcome' as const, waiting: null });
    if (!shown) return null;
    const mode = hideNames(settings.hideNames);
    const mask = (call: CallView): CallView =>
      hides(call, mode) && !this.#revealed.has(call.id) ? masked(call, t('call.somebody')) : call;
    return { ...shown, call: mask(shown.call), waiting: shown.waiting && mask(shown.waiting) };
  }

  /** The call as the runtime knows it, with its names. */
  real({ calls }: Pick<Snapshot, 'calls'>, id: CallId | undefined): CallView | null {
    return calls.find((call) => call.id === id) ?? (this.#held?.id === id ? this.#held : null);
  }

  reveal(id: CallId): void {
    this.#revealed.add(id);
  }

  hold(call: CallView | null): void {
    this.#held = call;
  }

  /** @returns whether anything was held. */
  release(): boolean {
    const held = this.holds;
    this.#held = null;
    return held;
  }
}
