import type { CallId, EndReason, MediaKinds, Millis, Peer } from '../call/call.ts';
import type { ProviderCallEvent } from '../call/events.ts';
import type { Platform } from '../platform/platform.ts';
import type { Readable } from '../platform/readable.ts';

/** One Matrix user with its device id, or one XMPP JID with its resource, signed in on this kiosk. Not secret. */
export interface Account {
  /** Made by the kiosk; stays the same when the person signs in again, so that history stays. */
  readonly id: string;
  readonly protocol: string;
  /** Matrix user id or bare JID. */
  readonly address: string;
  /** What only the provider reads: homeserver address, device id … Plain JSON. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Tokens, keys. Sealed in IndexedDB; never logged, shown, or put into an error. */
export type Secrets = Readonly<Record<string, string>>;

export type AccountStatus =
  | { readonly state: 'connecting' }
  /**
   * `no_relay`: the server offers no TURN, so calls may only work within the own network. `no_sfu`: it names no media
   * server for calls with Element X and Element Call, which therefore do not ring.
   */
  | { readonly state: 'online'; readonly notice?: 'no_relay' | 'no_sfu' }
  /** Tries again by itself. */
  | { readonly state: 'degraded'; readonly reason: 'network' | 'server' | 'rate_limited' | 'encryption' }
  /** A person has to sign in again. */
  | { readonly state: 'signed-out'; readonly reason: 'revoked' | 'removed' | 'storage' };

export interface Contact {
  /** Stable within the account: for Matrix the room id, for XMPP the bare JID. */
  readonly id: string;
  readonly accountId: string;
  readonly address: string;
  readonly name: string;
  /** A URL an `<img>` can show (blob: of authenticated media), or null. */
  readonly avatar: string | null;
  readonly presence: 'reachable' | 'in_call' | 'offline' | 'unknown';
  /** What they can be called with, as far as known. */
  readonly callable: MediaKinds;
  /** Whether messages and calls with them are end-to-end encrypted. */
  readonly encrypted: boolean;
  /** Names of the groups that the account has put them into (XMPP); left out where there is none. */
  readonly groups?: readonly string[];
}

/** Somebody who wants to be a contact: a Matrix invitation, an XMPP subscription. */
export interface ContactRequest {
  readonly id: string;
  readonly accountId: string;
  readonly address: string;
  readonly name: string;
}

/** Our side of a call: live tracks, or null where nothing is to be sent. The provider never stops them. */
export interface LocalTracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  /** Told to the peer where the protocol can (a muted camera may still have a track that sends black). */
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
}

export interface OutgoingMedia {
  /** What the call is about; a call with video may begin with the camera muted. */
  readonly kinds: MediaKinds;
  readonly tracks: LocalTracks;
}

export interface RemoteParticipant {
  readonly id: string;
  /** Where there may be several; left out: the call's peer. */
  readonly name?: string;
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
  /** They let the call rest: they neither see nor hear us. Where the protocol does not tell, it is left out. */
  readonly onHold?: boolean;
  /** Whether their voice is heard now, where an SFU tells. */
  readonly speaking?: boolean;
  /** Their key has not come for a while: nothing of theirs can be seen or heard until it does. */
  readonly unreadable?: boolean;
}

/** What comes from the other side; one participant in a call between two, several where an SFU mixes a family. */
export interface RemoteMedia {
  readonly participants: readonly RemoteParticipant[];
  /** Id of whom to show large, where there are several: the speaker. Left out: the first. */
  readonly large?: string;
}

/** Totals since the call began, as WebRTC statistics name them; over all connections of the call. */
export interface CallStats {
  readonly audio: {
    readonly packetsSent: number;
    readonly packetsReceived: number;
    /** `totalAudioEnergy` received. */
    readonly energyReceived: number;
  };
  readonly video: {
    readonly framesSent: number;
    readonly framesDecoded: number;
    readonly width: number;
    readonly height: number;
  };
  /** Whether media goes through a relay; null while unknown. */
  readonly relayed: boolean | null;
  /** Milliseconds; null while unknown. */
  readonly roundTrip: Millis | null;
}

/**
 * The lock of a call. `end-to-end`: between devices that their owners have verified; `end-to-end-unverified`: not all of
 * them are; `on-the-way`: a server in between could listen, as it carries the media, or by other DTLS fingerprints.
 */
export type CallSecurity = 'end-to-end' | 'end-to-end-unverified' | 'on-the-way';

/**
 * One call of a provider. Commands return at once and are idempotent; what becomes of them comes as events.
 * It emits {@link ProviderCallEvent}s for its call id through the {@link ProviderIO}, nothing else.
 */
export interface ProviderCall {
  readonly id: CallId;
  /** Incoming, while it rings: make the answer ready so that {@link answer} only sends it. No address of ours leaves before. */
  prepare(media: OutgoingMedia): void;
  answer(media: OutgoingMedia): void;
  decline(reason: 'declined' | 'busy_here'): void;
  hangUp(reason: EndReason): void;
  /** Restart the transport after a loss (ICE restart, or the SFU's own way). */
  restart(): void;
  /** Replaces what is sent; no renegotiation where the protocol can do without. */
  setTracks(tracks: LocalTracks): Promise<void>;
  readonly remote: Readable<RemoteMedia>;
  readonly security: Readable<CallSecurity>;
  stats(): Promise<CallStats>;
  /** Plain JSON with which {@link ProviderSession.abandon} can tell the peer after a reload that the call is over. */
  readonly goodbye: Readonly<Record<string, unknown>>;
  /** Ends what is left without telling anybody; idempotent; afterwards nothing of the call lives. */
  close(): Promise<void>;
}

/** How a dialled text is to be understood. */
export type Resolution =
  { readonly peer: Peer } | { readonly refused: 'refused_bad_value' | 'refused_unknown_contact' };

export interface ProviderSession {
  readonly status: Readable<AccountStatus>;
  readonly contacts: Readable<readonly Contact[]>;
  readonly requests: Readable<readonly ContactRequest[]>;
  /** An address of this protocol that is no contact yet (a Matrix id without a room, a JID). */
  resolve(address: string): Resolution;
  /** Calls a peer from {@link contacts} or {@link resolve}. Emits delivered, accepted, … or remote-ended. */
  dial(callId: CallId, peer: Peer, media: OutgoingMedia): ProviderCall;
  acceptRequest(id: string): Promise<void>;
  rejectRequest(id: string): Promise<void>;
  /** Verifies this device where the protocol knows that (Matrix: recovery key). The key is never stored. */
  verify?(recoveryKey: string): Promise<void>;
  /**
   * Changes an option of {@link ProviderDescriptor.options}, and keeps it. Calls go on.
   * @throws RangeError for a value that is none; then nothing changes
   */
  setOption?(name: string, value: OptionValue): Promise<void>;
  /** Writes to a contact, 1 to 1,000 characters of plain text. Missing: this account cannot write. */
  message?(contactId: string, text: string): Promise<void>;
  /** Tells the server that a contact is not to reach this account, or is again. Their calls are not shown either way. */
  block?(contactId: string, on: boolean): Promise<void>;
  /** STUN and TURN as a call that begins now would use them: what a check of the way out needs. Secrets, never shown. */
  iceServers?(): Promise<readonly RTCIceServer[]>;
  /** Tells the peer that a call which an earlier page left behind is over. */
  abandon(goodbye: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * The page goes away: send what can be sent without waiting (`fetch` with keepalive). Best effort.
   */
  pageClosing(): void;
  /** Leaves nothing behind; idempotent. */
  close(): Promise<void>;
  /** {@link close}, and the server forgets this device, and every store of it is deleted. */
  signOut(): Promise<void>;
}

/** What a session may use and tell. */
export interface ProviderIO {
  readonly platform: Platform;
  /** A call came in. The runtime answers through `call`; the event is `invited` for its id. */
  invited(call: ProviderCall, event: Extract<ProviderCallEvent, { type: 'invited' }>): void;
  emit(event: ProviderCallEvent): void;
  /** A file of this version could not be loaded: most likely an update replaced the files of the open page. */
  chunkLost?(error: unknown): void;
  /** The account's settings or secrets changed (rotated token, first encrypted room): resolves when stored. */
  save(account: Account, secrets: Secrets): Promise<void>;
}

export interface Provider {
  readonly protocol: string;
  /** @throws SignInError */
  signIn(values: FormValues, signIn: SignInContext): Promise<{ readonly account: Account; readonly secrets: Secrets }>;
  open(account: Account, secrets: Secrets, io: ProviderIO): Promise<ProviderSession>;
}

export interface SignInContext {
  readonly platform: Platform;
  /** Given when a person signs in again: the same account id, and the same device where the server allows it. */
  readonly previous: Account | null;
  /** Aborted when the person has given up: the sign-in ends with the problem `cancelled`, and leaves nothing behind. */
  readonly signal: AbortSignal;
  /**
   * Asks the person for something that only they can do; the sign-in waits for it, and goes on by itself. Missing:
   * nobody is there to ask, so that ways which need it are not offered.
   */
  readonly onStep?: (step: SignInStep) => void;
}

/** What a person is asked to do while a sign-in waits: open an address on a device of theirs, and allow it there. */
export interface SignInStep {
  readonly type: 'open-address';
  /** `https:` or `http:`; short enough to be typed. */
  readonly address: string;
  /** The same with the code in it, to be scanned; null where the server has none. */
  readonly addressWithCode: string | null;
  /** To be compared, or typed in there. */
  readonly code: string;
  /** When address and code are no longer of use, by this device's clock. */
  readonly expiresAt: Millis;
}

/** What the app knows of a protocol before its code is loaded. */
export interface ProviderDescriptor {
  readonly protocol: string;
  /** As people know it: "Matrix". */
  readonly name: string;
  readonly accountForm: FormSchema;
  /** What can be chosen for a signed-in account; the values are of these names in its settings. */
  readonly options: readonly AccountOption[];
  load(): Promise<Provider>;
}

/** Label and help in English, for where no language has words for them: see `localize/forms.ts`. */
interface NamedOption {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
}

export interface AccountSwitch extends NamedOption {
  readonly type: 'switch';
  readonly byDefault: boolean;
}

/** An address that only few have to give: empty where it is not needed. */
export interface AccountAddress extends NamedOption {
  readonly type: 'url';
  readonly placeholder: string;
}

export type AccountOption = AccountSwitch | AccountAddress;
/** Of a switch whether it is on, of an address its text. */
export type OptionValue = boolean | string;

export interface FormField {
  readonly name: string;
  readonly type: 'text' | 'password' | 'url';
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  /** HTML autocomplete token. */
  readonly autocomplete?: string;
  readonly placeholder?: string;
}
/** Fields in their order; alternatives (password or login token) are variants of one form. */
export interface FormSchema {
  readonly variants: readonly { readonly id: string; readonly label: string; readonly fields: readonly FormField[] }[];
}
export type FormValues = Readonly<Record<string, string>>;

export type SignInProblem =
  | 'needed'
  | 'bad_address'
  | 'server_not_found'
  | 'server_not_secure'
  /** The server has an address for browsers, which it does not tell. */
  | 'no_websocket'
  /** Nobody answers there, or the browser does not trust the certificate: it does not tell which. */
  | 'no_connection'
  /** The page itself is not secure, so the browser has no cryptography for signing in. */
  | 'insecure_page'
  | 'server_error'
  | 'wrong_password'
  | 'bad_token'
  | 'rate_limited'
  | 'not_offered'
  /** A {@link SignInStep} was refused by the person. */
  | 'declined'
  /** Nobody did what a {@link SignInStep} asked for in time. */
  | 'expired'
  | 'network'
  | 'cancelled';

/** Signing in failed; says which field to look at. The message never holds what was typed. */
export class SignInError extends Error {
  readonly problem: SignInProblem;
  /** Name of the field the person should look at; null: the whole form. */
  readonly field: string | null;
  /** For `rate_limited`: how long to wait. */
  readonly retryAfter: Millis | null;

  constructor(
    problem: SignInProblem,
    field: string | null = null,
    options: { cause?: unknown; retryAfter?: Millis } = {},
  ) {
    super(`sign-in failed: ${problem}`, { cause: options.cause });
    this.name = 'SignInError';
    this.problem = problem;
    this.field = field;
    this.retryAfter = options.retryAfter ?? null;
  }
}
