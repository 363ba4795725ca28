import type {
  CallId,
  CameraChoice,
  CommandId,
  EndReason,
  MediaKinds,
  MicrophoneChoice,
  Millis,
  Peer,
  Refusal,
} from './call.ts';

/**
 * What sounds for a call. `waiting`: a quiet ding for a second call while one runs. `drop-in`, `drop-in-ticks`: the
 * countdown of a call that answers itself.
 */
export type CallSound = 'ringtone' | 'waiting' | 'ringback' | 'drop-in' | 'drop-in-ticks';

/** One line of history; durations follow from the times. Times are this device's, in ms since 1970. */
export interface CallRecord {
  readonly callId: CallId;
  readonly direction: 'incoming' | 'outgoing';
  readonly peer: Peer;
  readonly offered: MediaKinds;
  readonly began: Millis;
  readonly answered: Millis | null;
  readonly connected: Millis | null;
  readonly ended: Millis;
  readonly reason: EndReason;
}

/** What the core wants done, as values; the runtime does it. */
export type Effect =
  /** Open what may be opened before an answer (Home Assistant cameras), prepare the provider's answer; nothing is sent. */
  | { readonly type: 'prepare'; readonly callId: CallId }
  /** Open the devices; report media-ready or media-failed. */
  | { readonly type: 'start-media'; readonly callId: CallId; readonly wanted: MediaKinds }
  | { readonly type: 'set-media'; readonly callId: CallId; readonly wanted: MediaKinds }
  | { readonly type: 'set-camera'; readonly callId: CallId; readonly camera: CameraChoice }
  /** If it cannot be opened, the one before stays. */
  | { readonly type: 'set-microphone'; readonly callId: CallId; readonly microphone: MicrophoneChoice }
  | { readonly type: 'place'; readonly callId: CallId }
  | { readonly type: 'send-answer'; readonly callId: CallId }
  | { readonly type: 'send-decline'; readonly callId: CallId; readonly reason: 'declined' | 'busy_here' }
  | { readonly type: 'send-hang-up'; readonly callId: CallId; readonly reason: EndReason }
  | { readonly type: 'restart-connection'; readonly callId: CallId }
  | { readonly type: 'start-sound'; readonly callId: CallId; readonly sound: CallSound }
  | { readonly type: 'stop-sound'; readonly callId: CallId }
  /** Close the call's scope; report released. */
  | { readonly type: 'release'; readonly callId: CallId }
  | { readonly type: 'record'; readonly record: CallRecord }
  | { readonly type: 'fulfil'; readonly command: CommandId }
  | { readonly type: 'fail'; readonly command: CommandId; readonly reason: EndReason | Refusal };
