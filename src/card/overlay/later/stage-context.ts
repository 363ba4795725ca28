import type { TemplateResult } from 'lit';
import type { RemoteParticipant } from '../../../runtime/providers/provider.ts';
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
  /** Everybody on the other side, where they are several; else nobody. */
  readonly family: readonly RemoteParticipant[];
  /** Whose picture is large, of several; null: nobody's. */
  readonly large: string | null;
  /** The others of several, in a row; null: there are not several, or what draws them is not there yet. */
  readonly row: TemplateResult | null;
  /** There is a screen to move the call to. */
  readonly movable: boolean;
}
