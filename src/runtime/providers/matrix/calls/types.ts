import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { CallId, Peer } from '../../../call/call.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Account, OutgoingMedia, ProviderCall, ProviderIO } from '../../provider.ts';

/** What the calls of one signed-in account stand on. */
export interface CallsContext {
  /**
   * Any state before or after `startClient`; its own call handling is switched off. Create the calls before
   * `startClient`, so that a call that rings already is seen in the first sync.
   */
  readonly client: MatrixClient;
  /** `settings.forceTURN === true` sends media through the homeserver's relay only. */
  readonly account: Account;
  readonly io: ProviderIO;
  readonly scope: Scope;
  /** The room in which `peer` is called; made where there is none yet. */
  roomFor(peer: Peer): Promise<string>;
  peerOf(userId: string, roomId: string): Peer;
  isEncrypted(roomId: string): boolean;
}

/** Legacy calls (`m.call.*`, Matrix 1.18 "Voice over IP", MSC2746) of one account. */
export interface MatrixCalls {
  dial(callId: CallId, peer: Peer, media: OutgoingMedia): ProviderCall;
  /** See `ProviderSession.abandon`. Resolves when the server has taken it; rejects with the reason otherwise. */
  abandon(goodbye: Readonly<Record<string, unknown>>): Promise<void>;
  /** STUN and TURN as a call that begins now would use them. */
  iceServers(): Promise<readonly RTCIceServer[]>;
  pageClosing(): void;
  /** Calls that hold anything now. */
  readonly live: number;
  /** Ends every call here without telling anybody; waits shortly for what is being sent. */
  close(): Promise<void>;
}
