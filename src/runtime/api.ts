import type { Call, CallId, EndReason, MediaKinds, Millis, Refusal } from './call/call.ts';
import type { CallSound } from './call/effects.ts';
import type { Command, CommandResult } from './command.ts';
import type { CallDisplayView } from './displays/view.ts';
import type { CameraSourceId, CameraState, MicrophoneState } from './media/media.ts';
import type { Readable } from './platform/readable.ts';
import type { RingtoneId } from './platform/ringtones.ts';
import type {
  AccountAddress,
  AccountStatus,
  AccountSwitch,
  CallSecurity,
  CallStats,
  Contact,
  ContactRequest,
  FormSchema,
  FormValues,
  OptionValue,
  RemoteMedia,
  SignInStep,
} from './providers/provider.ts';
import type { RingNote, RingView } from './rings/view.ts';
import type { DeviceChange, DeviceSettings } from './settings/device-settings.ts';
import type { LockView } from './settings/lock.ts';
import type { HistoryEntry, PersonChoice, Station, StorageProblem } from './storage/storage.ts';
import type { Tools } from './tools/api.ts';

/** Plain data, safe to post to another tab. What card, overlay, helpers and other tabs render. */
export interface Snapshot {
  /** `starting` until storage and owner lock are known. `other-tab`: another tab of this device has the calls. */
  readonly role: 'starting' | 'owner' | 'other-tab' | 'stopped';
  readonly secureContext: boolean;
  readonly accounts: readonly AccountView[];
  readonly contacts: readonly PersonView[];
  readonly requests: readonly ContactRequest[];
  /** The first of {@link stations}: it takes the calls that come in. */
  readonly station: Station;
  /** All of this kiosk's, at least one. */
  readonly stations: readonly Station[];
  /** Live calls and those whose outcome is shown, in the order they began. */
  readonly calls: readonly CallView[];
  /** How the last call ended or the last command was refused. */
  readonly lastResult: EndReason | Refusal | null;
  /** The browser blocks sound until somebody touches the page. */
  readonly soundBlocked: boolean;
  /** What the page's one ringer plays now. */
  readonly sounding: CallSound | null;
  /** Somebody pressed answer before the invitation came. */
  readonly answerWaits: boolean;
  /** Newest first, a few. */
  readonly history: readonly HistoryEntry[];
  /** Calls missed since somebody looked (`markSeen`); counts to 99. */
  readonly missed: number;
  readonly settings: DeviceSettings;
  /** Whether do not disturb is on now, by hand or by a quiet time. */
  readonly quiet: boolean;
  /** When the quiet time that runs is over; null: none runs, or do not disturb was switched on by hand. */
  readonly quietUntil: Millis | null;
  readonly lock: LockView;
  readonly problems: readonly Problem[];
  /** What Home Assistant says on the card, newest first; left out where it says nothing. */
  readonly notes?: readonly RingNote[];
}

/** Somebody who can be called, with what people here chose for them. */
export interface PersonView extends Contact, PersonChoice {
  /** What is shown: the alias where there is one. */
  readonly name: string;
  /** As they, or their server, call them. */
  readonly ownName: string;
  /** Whether `sendMessage` reaches them. */
  readonly writable: boolean;
}

export interface AccountView {
  readonly id: string;
  readonly protocol: string;
  readonly protocolName: string;
  readonly address: string;
  readonly status: AccountStatus;
  /** Whether this device can be verified with a recovery key. */
  readonly verifiable: boolean;
  readonly options: readonly AccountOptionView[];
}

export type AccountOptionView =
  (AccountSwitch & { readonly on: boolean }) | (AccountAddress & { readonly value: string });

export interface CallView extends Call {
  /** Slug of the station that has it. */
  readonly station: string;
  /** Home Assistant calls, or a door does; left out where a person does. */
  readonly ring?: RingView;
  readonly avatar: string | null;
  readonly accountAddress: string;
  readonly protocolName: string;
  readonly camera: CameraState;
  readonly microphone: MicrophoneState;
  readonly security: CallSecurity | null;
  readonly remoteAudioMuted: boolean;
  /** They have put the call on hold, as far as the protocol tells. */
  readonly remoteOnHold: boolean;
  /** Their key has not come for a while: nothing of theirs can be seen or heard until it does. */
  readonly remoteUnreadable: boolean;
  readonly remoteVideo: boolean;
  /** Ringing, and answered by itself then ("drop-in"); null: it only rings. */
  readonly autoAnswerAt: Millis | null;
  /** After such an answer: when our camera goes on by itself. null: it does not. */
  readonly cameraOnAt: Millis | null;
  /** Left out while the call is on this device and nobody has wanted it elsewhere. */
  readonly display?: CallDisplayView;
}

/** Something is wrong that does not stop the page; each has a sentence and a next step in the copy deck. */
export type Problem =
  | { readonly kind: 'storage'; readonly problem: StorageProblem }
  | { readonly kind: 'insecure-page' }
  /** Another kiosk writes to the helpers of these stations; they are named here. */
  | { readonly kind: 'stations-taken'; readonly stations: readonly Pick<Station, 'slug' | 'name'>[] }
  | { readonly kind: 'helpers-missing'; readonly entities: readonly string[] }
  | { readonly kind: 'home-assistant-away' }
  /** An update replaced the files of the open page: it reloads when no call runs. */
  | { readonly kind: 'update-waiting' }
  /** A newer version is on the server; this page goes on as it is until somebody loads it again. */
  | { readonly kind: 'update-ready' };

export interface HistoryQuery {
  /** Part of a name or an address; case and accents do not matter. */
  readonly text?: string;
  readonly filter: 'all' | 'missed' | 'incoming' | 'outgoing';
  /** Only older than the entry of this id. */
  readonly before?: number;
  /** 1 to 200. */
  readonly limit: number;
}

export interface TestCallOptions {
  readonly video: boolean;
  /** Of the partner, in the person's language. */
  readonly name: string;
}

export interface AddAccountOptions {
  /** An account that was signed out: it is signed in anew and keeps its history. */
  readonly again?: string;
  /** Aborted, the sign-in ends with the problem `cancelled`. */
  readonly signal?: AbortSignal;
  /** Shows the person what only they can do; see {@link SignInStep}. */
  readonly onStep?: (step: SignInStep) => void;
}

/**
 * The runtime, as the card and scripts on the page see it: `window.callAssist`. One per page.
 *
 * While {@link Snapshot.lock} is locked, what changes accounts, settings, people or history, and the export, throws
 * LockedError `locked`. Calls and messages never do.
 */
export interface CallAssist extends Tools {
  readonly version: string;
  /** Resolves when {@link snapshot}'s role is no longer `starting`; never rejects. */
  readonly ready: Promise<CallAssist>;
  readonly snapshot: Readable<Snapshot>;
  /** Fulfilled or failed within bounded time, never lost. An answer is done when media flows, a dial when delivered. */
  command(command: Command): Promise<CommandResult>;
  readonly protocols: readonly { readonly protocol: string; readonly name: string; readonly accountForm: FormSchema }[];
  /** @returns the account's id. @throws SignInError */
  addAccount(protocol: string, values: FormValues, options?: AddAccountOptions): Promise<string>;
  signOut(accountId: string): Promise<void>;
  verifyAccount(accountId: string, recoveryKey: string): Promise<void>;
  /** @throws RangeError for an option that the account has not, or a value that is none. */
  setAccountOption(accountId: string, name: string, value: OptionValue): Promise<void>;
  acceptRequest(accountId: string, id: string): Promise<void>;
  rejectRequest(accountId: string, id: string): Promise<void>;
  /** Changes what is given. @param slug the first station's unless given. @throws RangeError naming the key that is wrong. */
  configureStation(change: Partial<Station>, slug?: string): Promise<void>;
  /** One more station, with its own camera, microphone and helpers. @throws RangeError naming what is wrong */
  addStation(given: Partial<Station> & { readonly name: string }): Promise<void>;
  /** Its helpers stay in Home Assistant. @throws RangeError for the last one */
  removeStation(slug: string): Promise<void>;
  /** From now on this one takes the calls that come in. @throws RangeError */
  preferStation(slug: string): Promise<void>;
  /** Another kiosk has this station: it is taken from there. */
  takeStation(slug: string): void;
  /**
   * Changes what is given. Do not disturb and the volume of calls can be changed while the device is locked.
   * @throws RangeError naming the key that is wrong
   */
  configureDevice(change: DeviceChange): Promise<void>;
  /** Changes what is given. @throws RangeError naming the key that is wrong, or for somebody who is no contact. */
  configurePerson(accountId: string, contactId: string, change: Partial<PersonChoice>): Promise<void>;
  /**
   * Writes to a contact, 1 to 1,000 characters.
   * @throws RangeError for a text that does not fit or an account that cannot write
   */
  sendMessage(accountId: string, contactId: string, text: string): Promise<void>;
  /** A page of history, newest first; shorter than `limit`: there is no more. Works in every tab. */
  history(query: HistoryQuery): Promise<readonly HistoryEntry[]>;
  deleteHistory(ids: readonly number[] | 'all'): Promise<void>;
  /** Somebody looked at the missed calls: `missed` is 0 again, and so is the helper that counts them. */
  markSeen(): Promise<void>;
  /**
   * Opens the lock for five minutes.
   * @param pin null: it was forgotten, and an administrator of Home Assistant is here who was not when it was chosen
   * @throws LockedError `wrong_pin`, `too_many_tries`, `not_admin`
   */
  unlock(pin: string | null): Promise<void>;
  /** Closes it again at once. */
  lock(): void;
  /** JSON of settings, people's choices, station and addresses of the accounts. No secret is in it, nor the PIN. */
  exportSettings(): Promise<string>;
  /** Takes what {@link exportSettings} gave. @throws RangeError naming the key that is wrong; then nothing changes. */
  importSettings(text: string): Promise<void>;
  /** Plays a ringtone once as the ring would be heard, or stops it: for choosing. */
  previewRingtone(ringtone: RingtoneId | null): void;
  /** Camera entities of Home Assistant, for choosing. */
  cameras(): readonly CameraView[];
  /** Live media of a call; not plain data, so beside the snapshot. null once the call has ended. */
  media(callId: CallId): CallMediaView | null;
  /** A touch came: sound may be allowed now. */
  allowSound(): void;
  /** The files on the server are newer than those of this page: it is told as a problem. */
  updateFound(): void;
  /** Another tab has the calls: take them here. */
  takeOver(): Promise<void>;

  /** It rings as for a call of somebody with this name; nobody is told. @throws when there is a call already */
  simulateCall(options: TestCallOptions): Promise<void>;
  /** A call to a partner in this page that sends one's own picture and sound back. It is in no history. */
  testCall(options: TestCallOptions): Promise<CommandResult>;
  /** Calls the listener when {@link devices} may have changed, until the returned function is called. */
  watchDevices(listener: () => void): () => void;
}

/** A camera entity of Home Assistant. */
export interface CameraView {
  readonly id: CameraSourceId;
  readonly name: string;
  readonly available: boolean;
  /** Where its picture of now is, for an `<img>` of this page; good for some minutes. null: it has none. */
  readonly still: string | null;
}

export interface CallMediaView {
  readonly remote: Readable<RemoteMedia>;
  /** Our own picture, or null. */
  readonly preview: Readable<MediaStreamTrack | null>;
  readonly sending: Readable<MediaKinds>;
  /** Our own microphone, muted or not, for showing that somebody speaks; never to be stopped. null: none is open. */
  readonly voice: Readable<MediaStreamTrack | null>;
  stats(): Promise<CallStats>;
}
