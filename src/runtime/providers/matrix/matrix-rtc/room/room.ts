import type { MediaKinds } from '../../../../call/call.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Readable } from '../../../../platform/readable.ts';
import type { Scope } from '../../../../platform/scope.ts';
import type { CallStats, LocalTracks } from '../../../provider.ts';

/**
 * Why a room is over. `unreachable`: it never connected. `token`: the SFU does not take the token, or no longer.
 * `removed`: the SFU took us out, or closed the room. `replaced`: the same identity has connected from somewhere else.
 * `gone`: the connection broke and did not come back in time. `unsupported`: this browser cannot encrypt media.
 */
export type RtcRoomLost = 'unreachable' | 'token' | 'removed' | 'replaced' | 'gone' | 'unsupported';

export type RtcRoomState = 'connecting' | 'connected' | 'reconnecting' | { readonly lost: RtcRoomLost };

/** `none`: the room is not encrypted; `waiting`: nothing of theirs can be seen or heard yet; `ready`: their key is here. */
export type RtcKeyState = 'none' | 'waiting' | 'ready';

/** An admitted member who is connected to this SFU. Their tracks are null until their key is ready. */
export interface RtcParticipant {
  /** The identity at the SFU, `rtcBackendIdentity` of the membership. */
  readonly identity: string;
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  /** Also true while nothing of the kind is published. */
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
  /** Whether the SFU hears them speak now. */
  readonly speaking: boolean;
  readonly key: RtcKeyState;
}

export interface RtcRoomOptions {
  /** Address of the SFU as the token service tells it, `wss:` or `ws:`. */
  readonly url: string;
  /** Secret; from the token service. */
  readonly token: string;
  /** Whether media is encrypted with the keys of {@link RtcRoom.setKey}; what comes in the clear is then never shown. */
  readonly encrypted: boolean;
  readonly platform: Platform;
  /** The room is closed with it. */
  readonly scope: Scope;
}

/** A key that is not taken; nothing has changed. The message never holds the key. */
export class RtcKeyRefused extends Error {
  readonly reason: 'length' | 'index';

  constructor(reason: 'length' | 'index', message: string) {
    super(message);
    this.name = 'RtcKeyRefused';
    this.reason = reason;
  }
}

/** One connection to one SFU. A call whose members use several SFUs has one for each, and publishes in its own. */
export interface RtcRoom {
  /** Who is admitted and connected, in the order in which they came. */
  readonly participants: Readable<readonly RtcParticipant[]>;
  readonly state: Readable<RtcRoomState>;
  /**
   * The identities that are members of the call, as signalling knows them; all others are neither subscribed to nor
   * shown. Replaces what was admitted before. Nobody is admitted at first.
   */
  admit(identities: readonly string[]): void;
  /** Who is shown large: the pictures of all others may come small. null: anybody may be shown large. */
  focus(identity: string | null): void;
  /**
   * Makes ready what is to be sent, before there are tracks: these kinds are published and told as muted, and carry
   * silence and black alone. Resolves when the SFU has them. {@link setTracks} begins to send.
   * @throws Error when the room is lost or the SFU takes no track
   */
  publish(kinds: MediaKinds): Promise<void>;
  /**
   * Sends these from now on, publishing what was not yet. The tracks are the caller's: they are never stopped,
   * cloned, disabled or constrained. A kind that is muted or null is told as muted, and nothing of it is sent.
   */
  setTracks(tracks: LocalTracks): Promise<void>;
  /**
   * Takes a media key of a participant, or our own under our own identity: 16 to 32 bytes, index 0 to 255. It may come
   * before its owner. Our own newest key is the one that is sent with.
   * @throws RtcKeyRefused
   */
  setKey(identity: string, index: number, key: Uint8Array): Promise<void>;
  /** Over all peer connections to this SFU. */
  stats(): Promise<CallStats>;
  /** Connects again at once, where the connection is in doubt; what is published and subscribed stays. */
  restart(): void;
  /** Leaves: afterwards no worker, peer connection, socket or timer is left. Idempotent. */
  close(): Promise<void>;
}

/** Begins to connect, and resolves at once: {@link RtcRoom.state} says what becomes of it. */
export type OpenRtcRoom = (options: RtcRoomOptions) => Promise<RtcRoom>;
