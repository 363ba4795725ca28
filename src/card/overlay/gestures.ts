import { Hold } from './hold.ts';
import type { SelfPlace } from './later/self-place.ts';

/** A woken dock's Hang up counts from then on, in ms: the finger that woke it may still be tapping. */
const WOKEN_GUARD = 400;
/** Controls step back after this time without a touch, in ms. */
export const REST_AFTER = 8_000;

/** What the screen says of the moment of a touch. */
export interface Moment {
  readonly now: number;
  /** What is on screen came so recently that a touch was meant for something else. */
  readonly guarded: boolean;
  /** The controls have stepped back: a touch only brings them again. */
  readonly resting: boolean;
  /** Hang up has to be held. */
  readonly holdToHangUp: boolean;
}

/** Tells touches that are meant from those that are not: early ones, palms, drags, the one that wakes the controls. */
export class Gestures {
  /** Where our own picture lies; null: nobody sees it yet. */
  place: SelfPlace | null = null;
  readonly hold: Hold;
  /** When somebody last touched, or moved a pointer or the focus. */
  touched = 0;
  #woken = 0;
  #early = false;
  #palm = false;

  constructor(changed: () => void) {
    this.hold = new Hold(changed);
  }

  /** @param hangUp ends the call whose button is held long enough */
  down(event: PointerEvent, moment: Moment, hangUp: (button: HTMLElement) => void): void {
    this.#early = moment.guarded || moment.resting;
    if (moment.resting) this.#woken = moment.now;
    this.touched = moment.now;
    this.place?.down(event);
    const button = (event.target as Element).closest<HTMLElement>('[data-action="hang-up"]');
    if (button && moment.holdToHangUp && !this.#early && !this.#palm) this.hold.begin(() => hangUp(button));
  }

  move(event: PointerEvent, frame: HTMLElement, now: number): void {
    // A mouse that is moved looks for the controls; a finger has touched before.
    if (event.pointerType === 'mouse' && (event.movementX || event.movementY)) this.touched = now;
    this.place?.move(event, frame);
  }

  up(event: PointerEvent, frame: HTMLElement): void {
    this.hold.end();
    this.place?.up(event, frame);
  }

  touches(event: TouchEvent): void {
    this.#palm = event.touches.length >= 3;
    if (this.#palm) this.hold.end();
  }

  /** Whether a click does not count. Keyboards and assistive technology mean what they press: their `detail` is 0. */
  stray(event: MouseEvent, action: string, { now, guarded, holdToHangUp }: Moment): boolean {
    if (event.detail === 0) return false;
    if (this.#early || guarded || this.#palm || this.place?.dragged) return true;
    return action === 'hang-up' && (holdToHangUp || now - this.#woken < WOKEN_GUARD);
  }
}
