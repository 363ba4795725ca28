import { otherRole } from './direction.ts';
import { JingleError } from './errors.ts';
import { type WrittenSection, writeSdp } from './sdp-write.ts';
import type { SdpTransport } from './sdp-read.ts';
import type {
  Action,
  Content,
  ContentName,
  Description,
  Group,
  Info,
  Jingle,
  Media,
  Role,
  Senders,
  Setup,
  Transport,
} from './types.ts';
import { LIMITS, isToken } from './values.ts';

/** What one side said of a content: its media, and the way to it. */
export interface Half {
  readonly description: Description;
  readonly transport: Omit<SdpTransport, 'candidates'>;
}

/**
 * One content, and one `m=` section of the connection; they keep their order for ever (RFC 8829, 5.2.2).
 * `adding`: ours, not accepted yet; `added`: theirs, not answered yet; `closed`: its place stays.
 */
export interface Section extends ContentName {
  readonly mid: string;
  readonly media: Media;
  readonly senders: Senders;
  readonly state: 'adding' | 'added' | 'open' | 'closed';
  readonly ours: Half | null;
  readonly theirs: Half | null;
  /**
   * What our side wants, as far as it could say so: a later description that wants the same is no change, though they
   * have wanted less since.
   */
  readonly wanted: Senders | null;
  /** We restarted ICE and wait for their new credentials. */
  readonly restarting: boolean;
}

/** A session as both sides have agreed on it so far. A value: every change makes a new one. */
export interface JingleSession {
  readonly sid: string;
  readonly role: Role;
  /** Full JIDs. */
  readonly initiator: string;
  readonly responder: string;
  readonly sections: readonly Section[];
  /** Names of the contents in their bundle; empty where they do not bundle (Dino). */
  readonly bundle: readonly string[];
  /** Whose answer is waited for: ours to their offer, theirs to ours. */
  readonly turn: 'none' | 'ours' | 'theirs';
  /** Session-accept has been sent or has come. */
  readonly accepted: boolean;
  /** The sections as they were before our offer that waits: for a collision that theirs wins. */
  readonly before: readonly Section[];
  /** Candidates that came before any description of theirs. */
  readonly held: readonly RTCIceCandidateInit[];
  /** Their role in the DTLS handshake, once it is settled. */
  readonly setup: Exclude<Setup, 'actpass'> | null;
  /** How often we have restarted ICE. */
  readonly generation: number;
}

export type SessionStart = Pick<JingleSession, 'sid' | 'role' | 'initiator' | 'responder'>;

/** What follows from something that came or was done. */
export interface Step {
  readonly session: JingleSession;
  /** To be sent to the peer, each in an IQ of its own, in this order. */
  readonly send: readonly Jingle[];
  /**
   * To be set as remote description. After an offer the connection's answer goes to `localAnswer`. An offer may come
   * while one of ours waits: the browser then rolls ours back.
   */
  readonly description: { readonly type: 'offer' | 'answer'; readonly sdp: string } | null;
  /** To be added afterwards. */
  readonly candidates: readonly RTCIceCandidateInit[];
  readonly info: readonly Info[];
  /** Their session-terminate, or the last content has gone. */
  readonly ended: { readonly reason: string | null } | null;
}

export function newSession(start: SessionStart): JingleSession {
  return {
    ...start,
    sections: [],
    bundle: [],
    turn: 'none',
    accepted: false,
    before: [],
    held: [],
    setup: null,
    generation: 0,
  };
}

export function step(session: JingleSession, more: Partial<Step> = {}): Step {
  return { send: [], description: null, candidates: [], info: [], ended: null, ...more, session };
}

/** A `<jingle/>` of ours about this session. */
export function message(
  session: JingleSession,
  action: Action,
  contents: readonly Content[],
  groups: readonly Group[] = [],
): Jingle {
  const { sid, initiator, responder } = session;
  const responds = action === 'session-accept';
  return { action, sid, initiator, responder: responds ? responder : null, contents, groups, reason: null, info: [] };
}

/** A content that only names one. */
export function named({ creator, name }: ContentName, more: Partial<Content> = {}): Content {
  return { senders: null, description: null, transport: null, ...more, creator, name };
}

export function fullTransport(half: Half, candidates: Transport['candidates'] = []): Transport {
  return { ...half.transport, ufrag: half.transport.credentials.ufrag, candidates };
}

/** The section a content is about. Some clients name the wrong creator: then its name alone, if only one has it. */
export function sectionOf(sections: readonly Section[], { creator, name }: ContentName): Section | null {
  const same = sections.filter((section) => section.name === name && section.state !== 'closed');
  return same.find((section) => section.creator === creator) ?? (same.length === 1 ? (same[0] ?? null) : null);
}

/** Changes one section. */
export function replace(sections: readonly Section[], old: Section, more: Partial<Section>): readonly Section[] {
  return sections.map((section) => (section === old ? { ...section, ...more } : section));
}

export function close(sections: readonly Section[], old: Section): readonly Section[] {
  return replace(sections, old, { state: 'closed', ours: null, theirs: null, restarting: false, wanted: 'none' });
}

/** The name itself where SDP can hold it and it is free. */
export function freeMid(sections: readonly Section[], name: string): string {
  const taken = new Set(sections.map(({ mid }) => mid));
  if (isToken(name) && name.length <= 32 && !taken.has(name)) return name;
  for (let index = sections.length; ; index++) if (!taken.has(`x${index}`)) return `x${index}`;
}

/** Their description as the browser takes it. @throws JingleError `too-large` */
export function remoteDescription(session: JingleSession, type: 'offer' | 'answer'): NonNullable<Step['description']> {
  const sections = session.sections.map((section): WrittenSection => {
    const { mid, media, senders, state, theirs } = section;
    if (state === 'closed' || !theirs) return { mid, media, senders, body: null };
    const { description, transport } = theirs;
    return { mid, media, senders, body: { ...transport, description, setup: setupOf(session, theirs, type) } };
  });
  const sdp = writeSdp(sections, bundledMids(session), otherRole(session.role));
  if (sdp.length > LIMITS.sdp) throw new JingleError('too-large', 'SDP');
  return { type, sdp };
}

/** RFC 5763, 5: later offers say `actpass` again; an answer says one of both, and stays with it. */
function setupOf(session: JingleSession, { transport }: Half, type: 'offer' | 'answer'): Setup {
  const said = transport.fingerprints[0]?.setup ?? 'actpass';
  if (type === 'offer') return session.accepted ? 'actpass' : said;
  return session.setup ?? (said === 'actpass' ? 'active' : said);
}

/** A content that was added later is in the bundle too if it has the bundle's credentials: not every client says so. */
function bundledMids({ sections, bundle }: JingleSession): readonly string[] {
  const open = sections.filter(({ state, theirs }) => state !== 'closed' && theirs);
  const members = open.filter(({ name }) => bundle.includes(name));
  const ufrags = new Set(members.map(({ theirs }) => theirs?.transport.credentials.ufrag));
  return open
    .filter((section) => members.includes(section) || ufrags.has(section.theirs?.transport.credentials.ufrag))
    .map(({ mid }) => mid);
}
