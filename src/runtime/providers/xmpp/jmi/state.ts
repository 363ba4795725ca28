import type { EndReason, Millis } from '../../../call/call.ts';
import type { JingleReason } from '../jingle/reasons.ts';
import type { Media } from '../jingle/types.ts';
import type { Envelope } from './envelope.ts';
import type { JmiMessage } from './messages.ts';

/**
 * Ours: `proposed`; `ringing-out` once a device of theirs says so; `accepted`: answered there, our session-initiate has
 * yet to be sent; `yielded`: they told us that theirs goes on, which has yet to come. Theirs: `ringing-in`; `proceeded`: answered here, their session-initiate has yet to come.
 * `live`: the rest is Jingle's.
 */
export type Phase = 'proposed' | 'ringing-out' | 'accepted' | 'yielded' | 'ringing-in' | 'proceeded' | 'live';

export interface Session {
  /** Of the proposal, and `sid` of the Jingle session. */
  readonly id: string;
  /** Bare JID. */
  readonly peer: string;
  /** The device of theirs that is meant, a full JID; null while it can be any. */
  readonly remote: string | null;
  readonly phase: Phase;
  readonly outgoing: boolean;
  /** Began with session-initiate alone (XEP-0166): nothing of XEP-0353 is sent for it. */
  readonly direct: boolean;
  readonly media: readonly Media[];
  /** When the phase gives up; null where others see to that. */
  readonly until: Millis | null;
  /** Another device of ours has answered as well: which of both it is, their session-initiate will show. */
  readonly contested: boolean;
  /** Media have flowed: the reason of an end says so. */
  readonly connected: boolean;
}

/** The calls of one account, before and around their Jingle sessions. */
export interface JmiState {
  readonly sessions: readonly Session[];
  /** Latest sessions that are over, oldest first: nothing that is said of them does anything. */
  readonly past: readonly string[];
}

export const NO_SESSIONS: JmiState = { sessions: [], past: [] };

export interface JmiPolicy {
  /**
   * The longest a proposal rings, from when it was sent; older ones are missed calls. The longest of those that
   * clients ring for: Monal 45 s, Conversations and Dino 30 s.
   */
  readonly ringWindow: Millis;
  /** From our proceed until their session-initiate; Dino takes 1.3 s for its first. */
  readonly initiateWithin: Millis;
  /** From their word that their call goes on until it comes. */
  readonly yieldWithin: Millis;
  /** Whether callers that are no contacts ring. */
  readonly strangers: boolean;
}

export const JMI_POLICY: JmiPolicy = {
  ringWindow: 45_000,
  initiateWithin: 15_000,
  yieldWithin: 5_000,
  strangers: false,
};

export interface JmiContext {
  /** Our full JID. */
  readonly own: string;
  readonly policy: JmiPolicy;
  readonly now: Millis;
}

/** Whom something comes from, by roster and block list. */
export type Caller = 'contact' | 'stranger' | 'blocked';

export type JmiEvent =
  /** Commands. `id`: a new UUIDv4; `peer`: a bare JID. */
  | { readonly type: 'dial'; readonly id: string; readonly peer: string; readonly media: readonly Media[] }
  | { readonly type: 'answer'; readonly id: string }
  /** `told`: what the peer is told in session-terminate instead of what follows from `reason`. */
  | { readonly type: 'hang-up'; readonly id: string; readonly reason: EndReason; readonly told?: JingleReason }
  /** `age`: see `ageOf`. */
  | { readonly type: 'message'; readonly envelope: Envelope; readonly age: Millis; readonly caller: Caller }
  /** A delivery receipt (XEP-0184) of our proposal: older Conversations say so that they ring. */
  | { readonly type: 'receipt'; readonly id: string; readonly from: string }
  /** Our proposal came back as an error: nobody there, or we are blocked. */
  | { readonly type: 'bounced'; readonly id: string; readonly from: string }
  /** Their session-initiate, which has been read and found sound. */
  | {
      readonly type: 'initiate';
      readonly id: string;
      readonly from: string;
      readonly media: readonly Media[];
      readonly caller: Caller;
    }
  /** Their session-terminate. */
  | { readonly type: 'terminated'; readonly id: string; readonly from: string; readonly reason: string | null }
  /** Our session-initiate goes out now. */
  | { readonly type: 'initiated'; readonly id: string }
  | { readonly type: 'connected'; readonly id: string }
  | { readonly type: 'tick' };

/** Why a session-initiate is not taken; the IQ's error and, for `other-media`, session-terminate say it. */
export type InitiateRefusal = 'unavailable' | 'unknown-session' | 'out-of-order' | 'other-media';

export type JmiEffect =
  /** As `<message type='chat'/>`. */
  | { readonly type: 'send'; readonly to: string; readonly message: JmiMessage }
  /** Theirs rings. `direct`: session-info `ringing` is to be sent. */
  | {
      readonly type: 'ring';
      readonly id: string;
      readonly from: string;
      readonly media: readonly Media[];
      readonly age: Millis;
      readonly direct: boolean;
    }
  /** Too old to ring: for the history, which knows it by its id. */
  | {
      readonly type: 'missed';
      readonly id: string;
      readonly from: string;
      readonly media: readonly Media[];
      readonly age: Millis;
    }
  /** It rings over there. */
  | { readonly type: 'delivered'; readonly id: string }
  /** They answered: session-initiate is to be sent to exactly this device. */
  | { readonly type: 'initiate'; readonly id: string; readonly to: string; readonly media: readonly Media[] }
  /** Their session-initiate is to be answered: now for `direct` ones and what we have proceeded with. */
  | { readonly type: 'take'; readonly id: string }
  | { readonly type: 'refuse'; readonly id: string; readonly to: string; readonly why: InitiateRefusal }
  | { readonly type: 'terminate'; readonly id: string; readonly to: string; readonly reason: JingleReason }
  /**
   * Our call `from` goes on as theirs, `to`: both called at once, or they moved a running call to another device. If
   * `to` has rung, its ring is over without an outcome of its own.
   */
  | { readonly type: 'continue'; readonly from: string; readonly to: string; readonly media: readonly Media[] }
  | { readonly type: 'ended'; readonly id: string; readonly reason: EndReason };

export type JmiStep = readonly [JmiState, readonly JmiEffect[]];

/** When `tick` is next of use; null: never. */
export function nextDeadline({ sessions }: JmiState): Millis | null {
  const all = sessions.flatMap(({ until }) => (until === null ? [] : [until]));
  return all.length > 0 ? Math.min(...all) : null;
}
