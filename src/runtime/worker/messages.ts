import type { CallId, Millis } from '../call/call.ts';

/** A call that rings in a page which nobody sees. Plain data. */
export interface Ring {
  readonly callId: CallId;
  readonly title: string;
  readonly body: string;
  /** The page is heard already, or nobody is to hear it. */
  readonly silent: boolean;
  /** When the ring is over at the latest, by this device's clock. */
  readonly until: Millis;
  /** What can be touched beside the notification itself, in their order. */
  readonly actions: readonly { readonly action: RingAction; readonly title: string }[];
}
export type RingAction = 'answer' | 'decline';

/** What pages tell the worker. */
export type ToWorker =
  /** A page is there; the worker answers through the port with the version that it was built for. */
  | { readonly type: 'hello' }
  /** Shows it, or changes what is shown of the same call. */
  | { readonly type: 'ring'; readonly ring: Ring }
  /** It rings no more, whatever the reason, or the page is seen again. */
  | { readonly type: 'ring-over'; readonly callId: CallId }
  /** As workbox-window says it: this worker is to take the place of the one before. */
  | { readonly type: 'SKIP_WAITING' };

/** Somebody touched the notification of a ring; `open`: the notification itself. */
export interface RingTouched {
  readonly type: 'call-assist-ring-touched';
  readonly callId: CallId;
  readonly action: RingAction | 'open';
}
