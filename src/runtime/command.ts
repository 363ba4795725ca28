import type { CallId, CameraChoice, EndReason, Refusal } from './call/call.ts';
import type { DisplayId, DisplaySound } from './displays/view.ts';
import type { DeviceChoice } from './media/media.ts';

/** What a person, helper or script can ask for. Validated in one place (`commands.ts`). */
export type Command = {
  /** Slug of the station that it is about; the first unless given. */
  readonly station?: string;
  /** Which of the station's switches apply. */
  readonly by: CommandOrigin;
} & (
  | {
      readonly type: 'dial';
      readonly to: DialTarget;
      readonly video: boolean;
      /** Made for it unless given. */
      readonly callId?: CallId;
    }
  | { readonly type: 'answer'; readonly callId?: CallId; readonly video: boolean }
  | { readonly type: 'decline'; readonly callId?: CallId }
  | { readonly type: 'hang-up'; readonly callId?: CallId }
  | { readonly type: 'set-media'; readonly callId?: CallId; readonly audio?: boolean; readonly video?: boolean }
  /** Stops the sound of a ring on this device; it stays on the screen, and rings on at the other side. */
  | { readonly type: 'silence'; readonly callId?: CallId }
  /** A drop-in is to ring like any other call. */
  | { readonly type: 'only-ring'; readonly callId?: CallId }
  /** Another camera for the call that runs. Whether it is sent stays as it is. */
  | { readonly type: 'set-camera'; readonly callId?: CallId; readonly camera: CameraChoice }
  /** Another microphone for the call that runs; null: the one that the browser chooses. */
  | { readonly type: 'set-microphone'; readonly callId?: CallId; readonly microphone: DeviceChoice | null }
  /** How loud calls are, 0 to 1; kept as `settings.callVolume`. */
  | { readonly type: 'set-volume'; readonly volume: number }
  | { readonly type: 'dismiss'; readonly callId?: CallId }
  /**
   * Another screen for the call that runs; done when it is wanted there, see `CallView.display` for what comes of
   * it. Between calls it is for the next ones, as `station.display` and `station.displayStarts`. What plays on that
   * screen goes on, and the call stays here (`in_use`), unless somebody has touched that it may be interrupted.
   */
  | {
      readonly type: 'set-display';
      readonly callId?: CallId;
      readonly display: DisplayId;
      readonly mayInterrupt?: boolean;
    }
  /** Where a call on a display is heard; kept as `station.displaySound`. */
  | { readonly type: 'set-display-sound'; readonly callId?: CallId; readonly sound: DisplaySound }
  /** Of the media player that the call is on, 0 to 1. It is put back after the call. */
  | { readonly type: 'set-display-volume'; readonly callId?: CallId; readonly volume: number }
  /** Somebody has read why a display shows nothing. */
  | { readonly type: 'dismiss-display-failure'; readonly callId?: CallId }
  /** Home Assistant calls: what was written into the ring helper (docs/automations.md). */
  | { readonly type: 'ring'; readonly text: string }
  | { readonly type: 'ring-action'; readonly ring: string; readonly action: RingAction }
);
/** What somebody does with a ring of this id: its button with this number, or what its note offers. */
export type RingAction = number | 'take' | 'put-away';
export type RingCommand = Extract<Command, { type: 'ring' | 'ring-action' }>;
export type DisplayCommand = Extract<
  Command,
  { type: 'set-display' | 'set-display-sound' | 'set-display-volume' | 'dismiss-display-failure' }
>;
/** A person at this screen, a helper of Home Assistant, or another card or script of the page. */
export type CommandOrigin = 'touch' | 'helper' | 'page';
/** A contact that was touched, or what somebody typed or a script wrote: a name, an address, `protocol:address`. */
export type DialTarget = { readonly accountId: string; readonly contactId: string } | { readonly text: string };

export type CommandResult = { readonly ok: true } | { readonly ok: false; readonly reason: EndReason | Refusal };
