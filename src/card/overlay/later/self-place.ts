/** In which corner our own picture lies; `end` is the right one where text runs to the right. */
export type Corner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

/** A finger trembles; from here on it drags, in CSS pixels. */
const SLACK = 10;

/** Where our own picture lies: it is dragged, and goes into the nearest corner when it is let go. */
export class SelfPlace {
  corner: Corner = 'top-end';
  readonly #changed: () => void;
  #from: { readonly id: number; readonly x: number; readonly y: number } | null = null;
  #dragged = false;

  /** @param changed hears when {@link corner} is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** A touch on the picture may become a drag. */
  down(event: PointerEvent): void {
    this.#dragged = false;
    const on = (event.target as Element).closest('[data-drag]');
    this.#from = on && event.isPrimary ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
  }

  /** @param frame takes the distance as `--dx` and `--dy` */
  move(event: PointerEvent, frame: HTMLElement): void {
    if (!this.#from || event.pointerId !== this.#from.id) return;
    const [dx, dy] = [event.clientX - this.#from.x, event.clientY - this.#from.y];
    if (!this.#dragged && Math.hypot(dx, dy) < SLACK) return;
    if (!this.#dragged) {
      this.#dragged = true;
      capture(frame, event.pointerId);
    }
    frame.style.setProperty('--dx', `${dx}px`);
    frame.style.setProperty('--dy', `${dy}px`);
  }

  up(event: PointerEvent, frame: HTMLElement): void {
    if (!this.#from || event.pointerId !== this.#from.id) return;
    this.#from = null;
    const box = frame.querySelector('[data-drag]')?.getBoundingClientRect();
    frame.style.removeProperty('--dx');
    frame.style.removeProperty('--dy');
    if (!this.#dragged || event.type === 'pointercancel' || !box) return;
    const around = frame.getBoundingClientRect();
    const below = box.top + box.height / 2 > around.top + around.height / 2;
    const right = box.left + box.width / 2 > around.left + around.width / 2;
    this.#take(below, right === isLeftToRight(frame));
  }

  /** Whether the click that comes now ends a drag and means nothing else. */
  get dragged(): boolean {
    return this.#dragged;
  }

  /** @returns whether the key moved it. */
  key(key: string, frame: HTMLElement): boolean {
    const below = this.corner.startsWith('bottom');
    const end = this.corner.endsWith('end');
    const toEnd = isLeftToRight(frame) ? 'ArrowRight' : 'ArrowLeft';
    if (key === 'ArrowUp' || key === 'ArrowDown') this.#take(key === 'ArrowDown', end);
    else if (key === 'ArrowLeft' || key === 'ArrowRight') this.#take(below, key === toEnd);
    else return false;
    return true;
  }

  #take(below: boolean, end: boolean): void {
    this.corner = `${below ? 'bottom' : 'top'}-${end ? 'end' : 'start'}`;
    this.#changed();
  }
}

/** The finger may leave what it drags, and be gone by now. */
function capture(frame: Element, pointer: number): void {
  try {
    frame.setPointerCapture(pointer);
  } catch {
    // Then its `pointerup` has come, or comes as `pointercancel`.
  }
}

const isLeftToRight = (frame: Element): boolean => getComputedStyle(frame).direction !== 'rtl';

/** Lays their picture over the window in our small one, for as long as there is one; never moved in the document. */
export function layOver(window: Element | null, players: HTMLElement, frame: Element): void {
  const { style } = players;
  players.classList.toggle('small', window !== null);
  if (!window) return void style.removeProperty('inset');
  const [box, around] = [window.getBoundingClientRect(), frame.getBoundingClientRect()];
  style.inset = `${box.top - around.top}px ${around.right - box.right}px ${around.bottom - box.bottom}px ${box.left - around.left}px`;
}
