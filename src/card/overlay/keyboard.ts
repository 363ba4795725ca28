import type { CallAssist, CallView } from '../../runtime/api.ts';
import type { OverlayView } from './choose.ts';
import type { OverlayAction } from './context.ts';
import { keyAction } from './keys.ts';
import type { SelfPlace } from './later/self-place.ts';
import { HoldToTalk } from './talk.ts';

export interface KeyMoment {
  readonly callAssist: CallAssist;
  readonly call: CallView;
  readonly view: OverlayView;
  /** How long the view has been on screen, in ms. */
  readonly age: number;
  readonly covered: boolean;
  /** Where our own picture lies; null: nobody sees it yet. */
  readonly place: SelfPlace | null;
}

/** Keys while the overlay has the focus; what a key is used for goes nowhere else. */
export class Keyboard {
  readonly #talk = new HoldToTalk();

  /** @returns what the key asks for; `uncover`: the sheet is to go, `rest`: the controls are. */
  press(event: KeyboardEvent, moment: KeyMoment): OverlayAction | 'uncover' | 'rest' | null {
    const { callAssist, call, view, age, covered, place } = moment;
    const on = event.composedPath()[0];
    const button = on instanceof HTMLButtonElement ? on : null;
    // What is typed or chosen on a sheet is the sheet's own.
    if (covered && event.key !== 'Escape') return null;
    const frame = event.currentTarget as HTMLElement;
    const taken =
      (event.repeat && button !== null) ||
      (event.key === ' ' && view === 'stage' && this.#talk.press(callAssist, call)) ||
      (button?.dataset['action'] === 'swap' && place?.key(event.key, frame));
    const key = { key: event.key, shift: event.shiftKey, repeat: event.repeat };
    const action = taken ? null : keyAction(key, view, button !== null, age);
    if (taken || action || event.key === 'Escape') event.preventDefault();
    if (covered) return event.repeat ? null : 'uncover';
    return action === 'answer' ? expected(call) : action;
  }

  lift(event: KeyboardEvent): void {
    if (event.key === ' ' && this.#talk.release()) event.preventDefault();
  }

  /** The focus is gone, or the call: nobody stays audible by accident. */
  leave(): void {
    this.#talk.release();
  }
}

/** What the green button says. */
function expected(call: CallView): OverlayAction {
  const withVideo = call.dropIn ? call.dropIn.video : call.offered.video;
  return withVideo ? 'answer-video' : 'answer-voice';
}
