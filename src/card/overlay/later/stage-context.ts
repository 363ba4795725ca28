import type { Quality } from '../../../runtime/media/quality.ts';
import type { OverlayContext } from '../context.ts';

/** What the views of somebody who talks draw from. */
export interface StageContext extends OverlayContext {
  /** How the other side comes through; null: not known yet. */
  readonly quality: Quality | null;
  /** Our own picture is in the large place, theirs in the small one. */
  readonly swapped: boolean;
  /** Somebody here speaks while the microphone is off. */
  readonly unheard: boolean;
  /** There is a screen to move the call to. */
  readonly movable: boolean;
}
