import type { CallId, Millis, Peer } from '../../../call/call.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { OutgoingMedia, ProviderCall, ProviderIO } from '../../provider.ts';
import type { Envelope } from '../jmi/envelope.ts';
import type { Caller } from '../jmi/state.ts';
import type { Wire } from '../wire.ts';

/** What the calls of one signed-in account stand on. */
export interface CallsContext {
  readonly accountId: string;
  readonly wire: Wire;
  readonly io: ProviderIO;
  readonly scope: Scope;
  /** By roster and block list; a bare JID. */
  callerOf(jid: string): Caller;
  /** A bare JID. */
  peerOf(jid: string): Peer;
  /** Whether callers that are no contacts may ring; asked for each call. */
  readonly strangers: boolean;
  /** STUN and TURN servers with credentials that hold (XEP-0215), relay-only where the account says so. */
  configuration(): Promise<RTCConfiguration>;
}

/** Calls by XEP-0353 and Jingle of one account. */
export interface XmppCalls {
  dial(callId: CallId, peer: Peer, media: OutgoingMedia): ProviderCall;
  /** See `ProviderSession.abandon`. */
  abandon(goodbye: Readonly<Record<string, unknown>>): Promise<void>;
  pageClosing(): void;
  /** What the archive holds (XEP-0313) since the page was last here, oldest first: missed calls, and rings that still hold. */
  archive(envelopes: readonly Envelope[], now: Millis): void;
  /** Calls that hold anything now. */
  readonly live: number;
  /** Ends every call here without telling anybody; waits shortly for what is being sent. */
  close(): Promise<void>;
}
