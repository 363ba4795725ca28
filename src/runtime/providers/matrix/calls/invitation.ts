import type { Identity, Invite } from './contents.ts';
import type { Signal } from './wire.ts';

/** An invitation of theirs. */
export interface Invitation {
  readonly signal: Signal;
  readonly from: Identity;
  /** null: broken; such a call only ends. */
  readonly invite: Invite | null;
}
