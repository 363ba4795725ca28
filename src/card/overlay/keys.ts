import type { OverlayView } from './choose.ts';

export type KeyAction =
  'answer' | 'silence' | 'decline' | 'hang-up' | 'toggle-microphone' | 'toggle-camera' | 'rest' | 'dismiss';

/** An answer by Enter needs the sheet to have been seen: somebody may have been typing under it. */
const ENTER_GUARD = 800;
/** Touches that began in this time were meant for what lay under the overlay. */
export const TOUCH_GUARD: Readonly<Record<OverlayView, number>> = {
  incoming: 600,
  outgoing: 400,
  stage: 400,
  outcome: 400,
};

export interface Key {
  readonly key: string;
  readonly shift: boolean;
  readonly repeat: boolean;
}

/** What Escape alone does: it never ends or declines a call. */
const ESCAPE: Readonly<Record<OverlayView, KeyAction | null>> = {
  incoming: 'silence',
  outgoing: null,
  stage: 'rest',
  outcome: 'dismiss',
};

/**
 * What a key means in the overlay.
 * @param onControl the focus is on a button: Enter and Space are that button's own.
 * @param shownFor how long the view has been on screen, in ms.
 */
export function keyAction(
  { key, shift, repeat }: Key,
  view: OverlayView,
  onControl: boolean,
  shownFor: number,
): KeyAction | null {
  if (repeat) return null;
  if (key === 'Escape' && shift) return view === 'incoming' ? 'decline' : view === 'outcome' ? null : 'hang-up';
  if (key === 'Escape') return ESCAPE[view];
  if (view === 'incoming') return key === 'Enter' && !onControl && shownFor >= ENTER_GUARD ? 'answer' : null;
  if (view === 'outcome') return null;
  if (key === 'm' || key === 'M') return 'toggle-microphone';
  if (key === 'v' || key === 'V') return 'toggle-camera';
  return null;
}
