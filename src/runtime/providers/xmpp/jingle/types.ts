/*
 * A Jingle session as plain data. What stands here is checked: parsers make sure that no value of the other side can
 * break out of its line when it is written into SDP.
 */

/** A side of the session, not of an exchange: who began it stays the initiator (XEP-0166, 7.1). */
export type Role = 'initiator' | 'responder';
export type Media = 'audio' | 'video';
/** Who sends in a content (XEP-0166, 7.3). */
export type Senders = 'both' | 'initiator' | 'responder' | 'none';

export const ACTIONS = [
  'session-initiate',
  'session-accept',
  'session-terminate',
  'session-info',
  'transport-info',
  'transport-replace',
  'transport-accept',
  'transport-reject',
  'content-add',
  'content-accept',
  'content-reject',
  'content-modify',
  'content-remove',
  'description-info',
  'security-info',
] as const;
/** XEP-0166, 7.2. */
export type Action = (typeof ACTIONS)[number];

/** A format parameter; an empty name is a value that stands alone (`111/111` of RED, `0-15` of telephone events). */
export interface Parameter {
  readonly name: string;
  readonly value: string | null;
}

/** XEP-0293. `trr-int` is one too, with its milliseconds as subtype. */
export interface Feedback {
  readonly type: string;
  readonly subtype: string | null;
}

export interface PayloadType {
  /** 0–127 */
  readonly id: number;
  readonly name: string;
  /** Hz */
  readonly clockrate: number;
  readonly channels: number;
  readonly parameters: readonly Parameter[];
  readonly feedback: readonly Feedback[];
}

/** XEP-0294. */
export interface HeaderExtension {
  readonly id: number;
  readonly uri: string;
  readonly senders: Senders;
}

/** XEP-0339. */
export interface Source {
  readonly ssrc: number;
  readonly parameters: readonly Parameter[];
}
export interface SourceGroup {
  readonly semantics: string;
  readonly ssrcs: readonly number[];
}

/** XEP-0167, `<description/>`. */
export interface Description {
  readonly media: Media;
  /** In the sender's order of preference. */
  readonly payloadTypes: readonly PayloadType[];
  /** For all payload types. */
  readonly feedback: readonly Feedback[];
  readonly extensions: readonly HeaderExtension[];
  readonly allowMixedExtensions: boolean;
  readonly sources: readonly Source[];
  readonly sourceGroups: readonly SourceGroup[];
  readonly rtcpMux: boolean;
}

/** Of the DTLS handshake; `actpass` offers both roles (XEP-0320, RFC 5763). */
export type Setup = 'actpass' | 'active' | 'passive';
export interface Fingerprint {
  readonly hash: string;
  /** Upper-case pairs with colons. */
  readonly value: string;
  readonly setup: Setup;
}

export interface Credentials {
  readonly ufrag: string;
  readonly pwd: string;
}

/** XEP-0176. Over UDP, component 1: what is not is left out by whoever reads it. */
export interface Candidate {
  readonly foundation: string;
  readonly priority: number;
  readonly ip: string;
  readonly port: number;
  readonly type: 'host' | 'srflx' | 'prflx' | 'relay';
  readonly related: { readonly ip: string; readonly port: number } | null;
}

/** A candidate on its way, with what XEP-0176 wants of each. */
export interface NumberedCandidate extends Candidate {
  readonly id: string;
  readonly generation: number;
}

/** XEP-0176 with XEP-0320. */
export interface Transport {
  /** null: not said, as some clients do in transport-info. */
  readonly credentials: Credentials | null;
  /** What is said without a password: only tells to which generation candidates belong. */
  readonly ufrag: string | null;
  readonly options: readonly string[];
  readonly fingerprints: readonly Fingerprint[];
  readonly candidates: readonly NumberedCandidate[];
}

/** How a content is named in a session: by both, never by its name alone. */
export interface ContentName {
  readonly creator: Role;
  readonly name: string;
}

export interface Content extends ContentName {
  /** null: not said, which means `both` where a content begins. */
  readonly senders: Senders | null;
  /** null: none, or nothing of RTP. */
  readonly description: Description | null;
  /** null: none, or not ICE over UDP. */
  readonly transport: Transport | null;
}

/** XEP-0338, BUNDLE only. */
export interface Group {
  readonly semantics: string;
  readonly names: readonly string[];
}

/** XEP-0167, 8. `mute` without a name is about every content. */
export type Info =
  | { readonly type: 'active' | 'ringing' | 'hold' | 'unhold' }
  | { readonly type: 'mute' | 'unmute'; readonly creator: Role | null; readonly name: string | null };

/** One `<jingle/>`. */
export interface Jingle {
  readonly action: Action;
  readonly sid: string;
  readonly initiator: string | null;
  readonly responder: string | null;
  readonly contents: readonly Content[];
  readonly groups: readonly Group[];
  /** Condition of session-terminate and of whatever else has a `<reason/>`. */
  readonly reason: string | null;
  readonly info: readonly Info[];
}
