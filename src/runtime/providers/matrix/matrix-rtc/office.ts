import type { Peer } from '../../../call/call.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { OpenRtcRoom } from './room/room.ts';
import type { SfuToken, TokenRequest } from './signalling/token.ts';
import type { Transport } from './signalling/transports.ts';
import type { RtcWire } from './signalling/wire.ts';

/** What every MatrixRTC call of an account works with. */
export interface RtcOffice<Call> {
  readonly wire: RtcWire;
  readonly platform: Platform;
  roomFor(peer: Peer): Promise<string>;
  /** Where our media can be published; null: the homeserver names nothing. */
  transport(): Promise<Transport | null>;
  openRoom(): Promise<OpenRtcRoom>;
  /** @throws TokenError */
  token(request: TokenRequest, signal: AbortSignal): Promise<SfuToken>;
  /** Memberships that are being taken away, by room. */
  readonly leaving: Map<string, Promise<void>>;
  emit(event: Exclude<ProviderCallEvent, { type: 'invited' }>): void;
  /** The call is the one of its room: what comes there is for it. */
  register(call: Call): void;
  /** It is over. */
  forget(call: Call): void;
}
