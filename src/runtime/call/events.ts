import type {
  CallId,
  CallPolicy,
  CameraChoice,
  CommandId,
  EndReason,
  MediaKinds,
  MicrophoneChoice,
  Millis,
  Peer,
  Refusal,
} from './call.ts';

/** What people, helpers and scripts ask for. `callId: null` means the call it must mean: the one that rings, or the running one. */
export type CommandEvent =
  | {
      readonly type: 'dial';
      readonly command: CommandId;
      readonly callId: CallId;
      readonly peer: Peer;
      readonly media: MediaKinds;
    }
  | { readonly type: 'answer'; readonly command: CommandId; readonly callId: CallId | null; readonly media: MediaKinds }
  | { readonly type: 'decline'; readonly command: CommandId; readonly callId: CallId | null }
  | { readonly type: 'hang-up'; readonly command: CommandId; readonly callId: CallId | null }
  /** Only what is given changes. */
  | {
      readonly type: 'set-media';
      readonly command: CommandId;
      readonly callId: CallId | null;
      readonly audio?: boolean | undefined;
      readonly video?: boolean | undefined;
    }
  /** The call is to ring without a sound. `callId: null`: the one that is heard. */
  | { readonly type: 'silence'; readonly command: CommandId; readonly callId: CallId | null }
  /** A drop-in is to ring only. */
  | { readonly type: 'only-ring'; readonly command: CommandId; readonly callId: CallId | null }
  | {
      readonly type: 'set-camera';
      readonly command: CommandId;
      readonly callId: CallId | null;
      readonly camera: CameraChoice;
    }
  | {
      readonly type: 'set-microphone';
      readonly command: CommandId;
      readonly callId: CallId | null;
      readonly microphone: MicrophoneChoice;
    }
  /** The person has seen the outcome. `callId: null`: all that are shown. */
  | { readonly type: 'dismiss'; readonly command: CommandId; readonly callId: CallId | null }
  /** A command that was found wrong before it could become one of the above. */
  | { readonly type: 'refused'; readonly command: CommandId; readonly reason: Refusal };

/** What people here chose for who calls. */
export interface CallerChoice {
  /** Whether the call answers itself, and with what. */
  readonly autoAnswer: 'off' | 'voice' | 'video';
  /** Rings although do not disturb is on; by itself it is never answered then. */
  readonly throughQuiet: boolean;
}

/** What a provider tells of its calls. For a call id that nobody knows, or that has ended, it changes nothing. */
export type ProviderCallEvent =
  | {
      readonly type: 'invited';
      readonly callId: CallId;
      readonly peer: Peer;
      readonly offered: MediaKinds;
      /** How old the invitation was on arrival by the server's own clock, so that a wrong clock here changes nothing. */
      readonly age: Millis;
      /** The invitation's own lifetime; null: the policy's ring window. */
      readonly lifetime: Millis | null;
      /** Added by the runtime; no provider knows it. */
      readonly caller?: CallerChoice | undefined;
    }
  /** Our invitation has reached the other side as far as the protocol can tell (Matrix: the server took it; XMPP: `ringing`). */
  | { readonly type: 'delivered'; readonly callId: CallId }
  /** The other side answered our invitation. */
  | { readonly type: 'accepted'; readonly callId: CallId }
  | { readonly type: 'answered-elsewhere'; readonly callId: CallId }
  | { readonly type: 'disconnected'; readonly callId: CallId }
  | { readonly type: 'reconnected'; readonly callId: CallId }
  /** Over, from their side or by a failure; nothing more comes for this call. */
  | { readonly type: 'remote-ended'; readonly callId: CallId; readonly reason: EndReason };

export type MediaEvent =
  /** Devices are open: an outgoing call may be placed now. */
  | { readonly type: 'media-ready'; readonly callId: CallId }
  | { readonly type: 'media-failed'; readonly callId: CallId; readonly reason: EndReason }
  | { readonly type: 'sending-changed'; readonly callId: CallId; readonly sending: MediaKinds }
  /** Decoded frames and audio have been seen in both directions that were agreed. */
  | { readonly type: 'media-flowing'; readonly callId: CallId };

export type CallEvent =
  | CommandEvent
  | ProviderCallEvent
  | MediaEvent
  /** All that hung on the call's scope is released. */
  | { readonly type: 'released'; readonly callId: CallId }
  /** Whether the ring of a drop-in is audible now. */
  | { readonly type: 'ring-heard'; readonly heard: boolean }
  /** The page goes away: the peer is told, nothing waits. */
  | { readonly type: 'page-closing' }
  | { readonly type: 'policy'; readonly policy: CallPolicy }
  /** Time has passed; deadlines are looked at. */
  | { readonly type: 'tick' };
