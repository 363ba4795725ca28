import type { Peer } from '../../../call/call.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Wire } from './wire.ts';

/** What every call of an account works with. */
export interface Office<Call> {
  readonly wire: Wire;
  readonly platform: Platform;
  roomFor(peer: Peer): Promise<string>;
  /** ICE servers that hold now, and whether only relays may be used. */
  configuration(): Promise<RTCConfiguration>;
  emit(event: Exclude<ProviderCallEvent, { type: 'invited' }>): void;
  /** The call's link has changed: messages for it go to this call. */
  register(call: Call): void;
  /** It is over: nothing of its link is to ring or to be answered again. */
  forget(call: Call): void;
}
