/** Milliseconds, from the injected clock. */
export type Millis = number;

/** Unique on this kiosk, made by whoever begins the call here (the provider for incoming, the runtime for outgoing). */
export type CallId = string;

/** Names one command of a person, helper or script, so that its promise can be settled exactly once. */
export type CommandId = string;

/** Phases of a call. `idle` is no call at all: a `Call` is never in it. See docs/architecture.md. */
export type CallPhase =
  'idle' | 'dialing' | 'ringing-out' | 'ringing-in' | 'connecting' | 'active' | 'reconnecting' | 'ending' | 'ended';

/** How a call ended; one list for every protocol, as written to `_last_result` and history. */
export const END_REASONS = [
  'hung_up',
  'remote_hung_up',
  // A ring of Home Assistant was accepted: what it was for goes on elsewhere.
  'accepted',
  'declined',
  'missed',
  'answered_elsewhere',
  'do_not_disturb',
  'busy_here',
  'remote_declined',
  'no_answer',
  'busy',
  'unreachable',
  'cannot_call',
  'microphone_denied',
  'microphone_missing',
  'microphone_in_use',
  'insecure_page',
  'no_connection',
  'connection_lost',
  'signed_out',
  'account_away',
  // The server of the account, or the one that carries its calls, does not answer or does not allow them.
  'server_failed',
  'rate_limited',
  'protocol_error',
  'internal_error',
  'kiosk_closed',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Why a command was refused, as written to `_last_result`. */
export const REFUSALS = [
  'refused_bad_value',
  'refused_unknown_contact',
  'refused_ambiguous_contact',
  'refused_not_allowed',
  'refused_busy',
  'refused_not_ready',
  'refused_nothing_rings',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The other person of a call, as far as the core needs it. */
export interface Peer {
  readonly accountId: string;
  /** The contact's id within the account; equals `address` for somebody who is no contact. */
  readonly contactId: string;
  /** Matrix user id or bare JID. */
  readonly address: string;
  readonly name: string;
}

export interface MediaKinds {
  readonly audio: boolean;
  readonly video: boolean;
}

export const NO_MEDIA: MediaKinds = { audio: false, video: false };

/** Which camera a call is to use. */
export interface CameraChoice {
  /** An entity id of Home Assistant, or this device's camera. */
  readonly source: `camera.${string}` | 'this_device';
  /** For this device's camera: the one that looks at the person (`user`, front) or away (`environment`, rear). */
  readonly facingMode?: 'user' | 'environment' | undefined;
  /** For this device's camera: a certain one. */
  readonly device?: { readonly deviceId: string; readonly label: string } | undefined;
}

/** Which microphone a call is to use, as the browser lists it; null: the one that the browser chooses. */
export type MicrophoneChoice = { readonly deviceId: string; readonly label: string } | null;

/**
 * How far a call is that answers itself. `unheard`: its sound has not been heard yet; `countdown`, `last-seconds`: it
 * is answered after them; `answered`: until media flows; `camera-rests`: the camera goes on after it.
 */
export type DropIn =
  | {
      readonly stage: 'unheard' | 'countdown' | 'last-seconds' | 'camera-rests';
      /** Whether the camera is to be sent, some time after the answer. */
      readonly video: boolean;
      /** When the stage is over. */
      readonly until: Millis;
    }
  | { readonly stage: 'answered'; readonly video: true; readonly until: null };

export interface Call {
  readonly id: CallId;
  readonly direction: 'incoming' | 'outgoing';
  readonly peer: Peer;
  readonly phase: Exclude<CallPhase, 'idle'>;
  /** Incoming: what the caller offered. Outgoing: what we offer. */
  readonly offered: MediaKinds;
  /** What the person here wants to send. */
  readonly wanted: MediaKinds;
  /** What is really sent, as media reports it. */
  readonly sending: MediaKinds;
  readonly began: Millis;
  readonly answered: Millis | null;
  /** When media had flowed in both directions that were agreed. */
  readonly connected: Millis | null;
  readonly ended: Millis | null;
  /** Set from `ending` on. */
  readonly reason: EndReason | null;
  /** When the present phase gives up; null in phases that may last. */
  readonly deadline: Millis | null;
  /** Reconnecting only: when the connection is to be restarted next. */
  readonly restartAt: Millis | null;
  /** Incoming from somebody who may drop in; null: only people answer it. */
  readonly dropIn: DropIn | null;
  /** Somebody here stopped its ring; it still rings on the screen, and at the other side. */
  readonly silenced: boolean;
  /** Whether the provider has this call, so that it can be hung up there: incoming always, outgoing from `place` on. */
  readonly placed: boolean;
  /** Commands that wait for this call to be delivered (dial) or to be connected (answer; twice when pressed twice). */
  readonly waiting: readonly CommandId[];
}

/** A call with its reason: nothing is left but to release it and to show how it ended. */
export type EndedCall = Call & { readonly reason: EndReason };

/** A call that has left, kept so that a late repetition of its invitation neither rings nor is recorded again. */
export interface PastCall {
  readonly id: CallId;
  readonly reason: EndReason;
}

/** An answer that came before its invitation: it waits, and then fails with a reason. */
export interface PendingAnswer {
  /** null: whatever rings next. */
  readonly callId: CallId | null;
  readonly media: MediaKinds;
  /** In the order they came, at least one; more when somebody pressed again. */
  readonly presses: readonly { readonly command: CommandId; readonly until: Millis }[];
}

/** Values, in milliseconds unless named otherwise; nothing in the core waits for anything that is not here. */
export interface CallPolicy {
  /** How long an invitation rings when it names no lifetime of its own, from when it was sent. */
  readonly ringWindow: Millis;
  /** The longest an invitation rings, whatever lifetime it names: what a peer sends cannot ring for ever. */
  readonly ringLimit: Millis;
  /** From the dial command until the invitation is delivered; devices and account are part of it. */
  readonly dialTimeout: Millis;
  /** How long an outgoing call rings. */
  readonly answerTimeout: Millis;
  /** From the answer, here or there, until media flows. */
  readonly connectTimeout: Millis;
  /** From the loss of the connection until it is restarted. */
  readonly restartAfter: Millis;
  /** From one restart to the next while it stays lost. */
  readonly restartEvery: Millis;
  /** From the loss of the connection until the call is given up. */
  readonly reconnectTimeout: Millis;
  /** How long releasing may take before the call counts as ended all the same. */
  readonly endTimeout: Millis;
  /** How long an answer waits for its invitation. */
  readonly pendingAnswer: Millis;
  /** How long an outcome is shown when all is well, otherwise, and when there is nothing to read; see end-reasons.ts. */
  readonly outcome: Millis;
  readonly outcomeTrouble: Millis;
  readonly outcomeBrief: Millis;
  /** A second call while one runs: shown as waiting, or rejected as busy. */
  readonly secondCall: 'wait' | 'busy';
  readonly doNotDisturb: boolean;
  /** How long the sound of a drop-in may take to be heard; also how late its page may be before it only rings. */
  readonly dropInHeard: Millis;
  /** From when it is heard until it is answered; the last part of it is heard as ticks. */
  readonly dropInCountdown: Millis;
  readonly dropInTicks: Millis;
  /** From when media flows until the camera goes on. */
  readonly dropInCamera: Millis;
}

export const DEFAULT_POLICY: CallPolicy = {
  ringWindow: 60_000,
  ringLimit: 120_000,
  dialTimeout: 30_000,
  answerTimeout: 60_000,
  connectTimeout: 30_000,
  restartAfter: 2_000,
  restartEvery: 10_000,
  reconnectTimeout: 30_000,
  endTimeout: 5_000,
  pendingAnswer: 30_000,
  outcome: 5_000,
  outcomeTrouble: 30_000,
  outcomeBrief: 2_000,
  secondCall: 'wait',
  doNotDisturb: false,
  dropInHeard: 2_000,
  dropInCountdown: 10_000,
  dropInTicks: 3_000,
  dropInCamera: 5_000,
};

export interface CallsState {
  readonly policy: CallPolicy;
  /** In the order they came. An ended call stays while its outcome is shown. */
  readonly calls: readonly Call[];
  /** The latest calls that have left, oldest first. */
  readonly past: readonly PastCall[];
  readonly pendingAnswer: PendingAnswer | null;
  /** How the last call ended or why the last command was refused. */
  readonly lastResult: EndReason | Refusal | null;
}
