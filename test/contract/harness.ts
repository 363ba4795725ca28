import type { EndReason, MediaKinds } from '../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../src/runtime/call/events.ts';
import type { CallSecurity, CallStats } from '../../src/runtime/providers/provider.ts';

/** What a protocol brings along so that the provider contract can be run against it. */
export interface Harness {
  readonly protocol: string;
  readonly traits: Traits;
  /** The kiosk: a fresh page with the provider's session open and online, one contact (the peer) in it. */
  kiosk(options?: KioskOptions): Promise<KioskSide>;
  /** The contact: an independent client of the protocol, online. One for the whole run, idle between tests. */
  peer(): Promise<PeerSide>;
  close(): Promise<void>;
}

/** What protocols differ in for good reasons. */
export interface Traits {
  /** Whether a caller hears that the other is busy; otherwise it is a call that was declined. */
  readonly saysBusy: boolean;
  /** Whether media can be sent through the server's relay only. */
  readonly relayOnly: boolean;
}

export const BETWEEN_TWO: Traits = { saysBusy: true, relayOnly: true };

export interface KioskOptions {
  /** Media goes through the server's relay only. */
  readonly relayOnly?: boolean;
}

/** The provider in its page, in terms of provider.ts. */
export interface KioskSide {
  /** All that was emitted since {@link reset}, in order. */
  events(): Promise<readonly ProviderCallEvent[]>;
  /** Closes every call and forgets what was emitted. */
  reset(): Promise<void>;
  /** Calls the peer with a picture of 1280x720 and a tone, or what of them `sends` says. */
  dial(kinds: MediaKinds, sends?: MediaKinds): Promise<string>;
  prepare(callId: string, sends: MediaKinds): Promise<void>;
  answer(callId: string, kinds: MediaKinds): Promise<void>;
  decline(callId: string, reason: 'declined' | 'busy_here'): Promise<void>;
  hangUp(callId: string, reason: EndReason): Promise<void>;
  /** What is sent from now on; what is not sent is null and told as muted. */
  send(callId: string, sends: MediaKinds): Promise<void>;
  restart(callId: string): Promise<void>;
  stats(callId: string): Promise<CallStats>;
  security(callId: string): Promise<CallSecurity>;
  remote(callId: string): Promise<{ readonly muted: MediaKinds; readonly tracks: MediaKinds } | null>;
  goodbye(callId: string): Promise<Readonly<Record<string, unknown>>>;
  abandon(goodbye: Readonly<Record<string, unknown>>): Promise<void>;
  pageClosing(): Promise<void>;
  closeCall(callId: string): Promise<void>;
  closeSession(): Promise<void>;
  openConnections(): Promise<number>;
  /** Whether everything that was handed to the provider is still live: it never stops the runtime's tracks. */
  tracksLive(): Promise<boolean>;
  /** Whether the provider opened a device by itself. */
  devicesOpened(): Promise<number>;
  /** The page goes, as a reload or a crash would have it, without any word. */
  vanish(): Promise<void>;
}

export type PeerState = 'idle' | 'calling' | 'ringing' | 'connecting' | 'connected';

export interface PeerSide {
  readonly address: string;
  call(kinds: MediaKinds): Promise<void>;
  answer(kinds: MediaKinds): Promise<void>;
  reject(): Promise<void>;
  hangUp(): Promise<void>;
  state(): Promise<PeerState>;
  /** How its last call ended, in words of provider.ts for the side of the kiosk's person. */
  lastEnd(): Promise<'declined' | 'busy' | 'hung_up' | 'other' | null>;
  stats(): Promise<PeerStats>;
  /** Kinds of messages that came from the kiosk since the last call began. */
  received(): Promise<readonly string[]>;
  openConnections(): Promise<number>;
}

export interface PeerStats {
  readonly framesDecoded: number;
  readonly width: number;
  readonly height: number;
  readonly audioEnergy: number;
  readonly relayed: boolean | null;
}
