import type { CallAssist, CallView } from '../../runtime/api.ts';
import type { Shown } from './choose.ts';
import type { OverlayAction } from './context.ts';
import { Gestures, type Moment, REST_AFTER } from './gestures.ts';
import { Keyboard } from './keyboard.ts';
import { TOUCH_GUARD } from './keys.ts';

/** The screen, as those who touch it find it; and what they can do to it. */
export interface Handled {
  readonly callAssist: CallAssist;
  readonly shown: Shown | null;
  /** This device's clock, in ms. */
  now(): number;
  /** How long the present view has been on the screen, in ms. */
  readonly age: number;
  /** A sheet lies over the view. */
  readonly covered: boolean;
  /** Controls may step back: there is a picture, and nobody needs them. */
  readonly mayRest: boolean;
  /** A call as the runtime knows it, with its names. */
  real(id: string | undefined): CallView | null;
  do(action: OverlayAction, call: CallView): void;
  uncover(): void;
  /** Somebody reads an outcome. */
  reads(): void;
  redraw(): void;
}

/** Touches and keys on the overlay: what they mean, and that those which mean nothing do nothing. */
export class Hands {
  readonly gestures: Gestures;
  readonly #keyboard = new Keyboard();
  readonly #on: Handled;

  constructor(on: Handled) {
    this.#on = on;
    this.gestures = new Gestures(() => on.redraw());
  }

  get moment(): Moment {
    const { shown, age, mayRest, callAssist } = this.#on;
    const now = this.#on.now();
    return {
      now,
      guarded: shown !== null && age < TOUCH_GUARD[shown.view],
      resting: mayRest && now - this.gestures.touched > REST_AFTER,
      holdToHangUp: callAssist.snapshot.value.settings.holdToHangUp,
    };
  }

  /** Something else is on the screen. */
  begin(): void {
    this.gestures.touched = this.#on.now();
    if (this.#on.shown?.view !== 'stage') this.#keyboard.leave();
  }

  /** The screen is gone. */
  leave(): void {
    this.#keyboard.leave();
    this.gestures.hold.end();
  }

  readonly touched = (event: PointerEvent): void => {
    const { callAssist } = this.#on;
    this.gestures.down(event, this.moment, ({ dataset }) => {
      const call = this.#on.real(dataset['call']);
      if (call) this.#on.do('hang-up', call);
    });
    this.#on.reads();
    if (callAssist.snapshot.value.soundBlocked) callAssist.allowSound();
    this.#on.redraw();
  };

  readonly moved = (event: PointerEvent): void => {
    const { resting } = this.moment;
    this.gestures.move(event, event.currentTarget as HTMLElement, this.#on.now());
    if (resting || this.gestures.place?.dragged) this.#on.redraw();
  };

  readonly let = (event: PointerEvent): void => this.gestures.up(event, event.currentTarget as HTMLElement);

  readonly palm = (event: TouchEvent): void => this.gestures.touches(event);

  readonly clicked = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const call = this.#on.real(button?.dataset['call']);
    const action = button?.dataset['action'] as OverlayAction | undefined;
    if (action && call && !this.gestures.stray(event, action, this.moment)) this.#on.do(action, call);
  };

  readonly pressed = (event: KeyboardEvent): void => {
    const { callAssist, shown, age, covered } = this.#on;
    const call = shown && this.#on.real(shown.call.id);
    if (!call) return;
    this.focused();
    this.#on.reads();
    const { place } = this.gestures;
    const action = this.#keyboard.press(event, { callAssist, call, view: shown.view, age, covered, place });
    if (action === 'uncover') this.#on.uncover();
    else if (action === 'rest') this.gestures.touched = 0;
    else if (action) this.#on.do(action, call);
  };

  readonly lifted = (event: KeyboardEvent): void => this.#keyboard.lift(event);

  readonly focused = (): void => {
    this.gestures.touched = this.#on.now();
    this.#on.redraw();
  };

  readonly blurred = (event: FocusEvent): void => {
    if (!event.relatedTarget) this.#keyboard.leave();
  };
}
