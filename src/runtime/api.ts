import type { Call, CallId, EndReason, MediaKinds, Refusal } from './call/call.ts';
import type { CallSound } from './call/effects.ts';
import type { CameraSourceId, CameraState } from './media/media.ts';
import type { Readable } from './platform/readable.ts';
import type {
  AccountOption,
  AccountStatus,
  CallSecurity,
  CallStats,
  Contact,
  ContactRequest,
  FormSchema,
  FormValues,
  RemoteMedia,
} from './providers/provider.ts';
import type { HistoryEntry, Station, StorageProblem } from './storage/storage.ts';

/** Plain data, safe to post to another tab. What card, overlay, helpers and other tabs render. */
export interface Snapshot {
  /** `starting` until storage and owner lock are known. `other-tab`: another tab of this device has the calls. */
  readonly role: 'starting' | 'owner' | 'other-tab' | 'stopped';
  readonly secureContext: boolean;
  readonly accounts: readonly AccountView[];
  readonly contacts: readonly Contact[];
  readonly requests: readonly ContactRequest[];
  readonly station: Station;
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
  readonly problems: readonly Problem[];
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

export interface AccountOptionView extends AccountOption {
  readonly on: boolean;
}

export interface CallView extends Call {
  readonly avatar: string | null;
  readonly accountAddress: string;
  readonly protocolName: string;
  readonly camera: CameraState;
  readonly security: CallSecurity | null;
  readonly remoteAudioMuted: boolean;
  readonly remoteVideo: boolean;
}

/** Something is wrong that does not stop the page; each has a sentence and a next step in the copy deck. */
export type Problem =
  | { readonly kind: 'storage'; readonly problem: StorageProblem }
  | { readonly kind: 'insecure-page' }
  | { readonly kind: 'helpers-missing'; readonly entities: readonly string[] }
  | { readonly kind: 'home-assistant-away' }
  /** An update replaced the files of the open page: it reloads when no call runs. */
  | { readonly kind: 'update-waiting' };

/** What a person, helper or script can ask for. Validated in one place (`commands.ts`). `by` decides which switches apply. */
export type Command =
  | { readonly type: 'dial'; readonly to: DialTarget; readonly video: boolean; readonly by: CommandOrigin }
  | { readonly type: 'answer'; readonly callId?: CallId; readonly video: boolean; readonly by: CommandOrigin }
  | { readonly type: 'decline'; readonly callId?: CallId; readonly by: CommandOrigin }
  | { readonly type: 'hang-up'; readonly callId?: CallId; readonly by: CommandOrigin }
  | {
      readonly type: 'set-media';
      readonly callId?: CallId;
      readonly audio?: boolean;
      readonly video?: boolean;
      readonly by: CommandOrigin;
    }
  | { readonly type: 'dismiss'; readonly callId?: CallId; readonly by: CommandOrigin };
export type CommandOrigin = 'touch' | 'helper' | 'page';
/** A contact that was touched, or what somebody typed or a script wrote: a name, an address, `protocol:address`. */
export type DialTarget = { readonly accountId: string; readonly contactId: string } | { readonly text: string };

export type CommandResult = { readonly ok: true } | { readonly ok: false; readonly reason: EndReason | Refusal };

/** The runtime, as the card and scripts on the page see it: `window.callAssist`. One per page. */
export interface CallAssist {
  readonly version: string;
  /** Resolves when {@link snapshot}'s role is no longer `starting`; never rejects. */
  readonly ready: Promise<CallAssist>;
  readonly snapshot: Readable<Snapshot>;
  /** Fulfilled or failed within bounded time, never lost. An answer is done when media flows, a dial when delivered. */
  command(command: Command): Promise<CommandResult>;
  readonly protocols: readonly { readonly protocol: string; readonly name: string; readonly accountForm: FormSchema }[];
  /** @throws SignInError. With `again`, an account that was signed out is signed in anew and keeps its history. */
  addAccount(protocol: string, values: FormValues, options?: { readonly again?: string }): Promise<string>;
  signOut(accountId: string): Promise<void>;
  verifyAccount(accountId: string, recoveryKey: string): Promise<void>;
  /** @throws RangeError for an option that the account has not. */
  setAccountOption(accountId: string, name: string, on: boolean): Promise<void>;
  acceptRequest(accountId: string, id: string): Promise<void>;
  rejectRequest(accountId: string, id: string): Promise<void>;
  /** Changes what is given. @throws RangeError naming the key that is wrong. */
  configureStation(change: Partial<Station>): Promise<void>;
  /** Camera entities of Home Assistant, for choosing. */
  cameras(): readonly { readonly id: CameraSourceId; readonly name: string; readonly available: boolean }[];
  /** Live media of a call; not plain data, so beside the snapshot. null once the call has ended. */
  media(callId: CallId): CallMediaView | null;
  /** A touch came: sound may be allowed now. */
  allowSound(): void;
  /** Another tab has the calls: take them here. */
  takeOver(): Promise<void>;
}

export interface CallMediaView {
  readonly remote: Readable<RemoteMedia>;
  /** Our own picture, or null. */
  readonly preview: Readable<MediaStreamTrack | null>;
  readonly sending: Readable<MediaKinds>;
  stats(): Promise<CallStats>;
}
