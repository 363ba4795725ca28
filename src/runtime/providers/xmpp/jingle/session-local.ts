import { parseCandidate, number } from './candidates.ts';
import { otherRole, stillWanted } from './direction.ts';
import { JingleError } from './errors.ts';
import { type SdpDescription, type SdpSection, readSdp } from './sdp-read.ts';
import {
  type Half,
  type JingleSession,
  type Section,
  type Step,
  close,
  fullTransport,
  message,
  named,
  remoteDescription,
  replace,
  step,
} from './session.ts';
import type { Candidate, Content, Group, Jingle, NumberedCandidate } from './types.ts';

type Body = Half & { readonly candidates: readonly NumberedCandidate[] };

function bodyOf({ description, transport }: SdpSection): Body | null {
  if (!description || !transport) return null;
  const { candidates, ...way } = transport;
  return { description, transport: way, candidates };
}

/** A content as it begins or is accepted. */
function whole(section: Section, body: Body): Content {
  return named(section, {
    senders: section.senders,
    description: body.description,
    transport: fullTransport(body, body.candidates),
  });
}

/**
 * An offer of ours that has been set as local description: session-initiate first, later whatever has changed
 * (content-add, content-modify, content-remove, transport-info with new credentials for an ICE restart). Where no
 * answer of theirs will come, the step has it already.
 * @throws JingleError `out-of-order` while an answer is waited for
 */
export function localOffer(session: JingleSession, sdp: string): Step {
  if (session.turn !== 'none') throw new JingleError('out-of-order', 'an offer of ours');
  const read = readSdp(sdp, session.role);
  return session.sections.length === 0 ? initiate(session, read) : change(session, read);
}

function initiate(session: JingleSession, read: SdpDescription): Step {
  const contents: Content[] = [];
  const sections = read.sections.map((given) => {
    const body = bodyOf(given);
    const section = begin(session, given, given.mid, body);
    if (body) contents.push(whole(section, body));
    return section;
  });
  const next: JingleSession = { ...session, sections, turn: 'theirs', before: [] };
  return step(next, { send: [message(next, 'session-initiate', contents, groups(read.bundle, next))] });
}

/** A section of ours that was not there before. */
function begin({ role }: JingleSession, given: SdpSection, name: string, body: Body | null): Section {
  const { mid, media, senders } = given;
  const state = body ? 'adding' : 'closed';
  return {
    creator: role,
    name,
    mid,
    media,
    senders,
    state,
    ours: body,
    theirs: null,
    wanted: senders,
    restarting: false,
  };
}

function change(session: JingleSession, read: SdpDescription): Step {
  let { sections } = session;
  const [removed, modified, added, restarted]: [Content[], Content[], Content[], Content[]] = [[], [], [], []];
  read.sections.forEach((given, index) => {
    const body = bodyOf(given);
    const old = sections[index];
    if (!old || (old.state === 'closed' && old.mid !== given.mid)) {
      // A new one, or one in the place of an old one (RFC 8829, 5.2.2).
      const section = begin(session, given, freeName(sections, given.mid), body);
      sections = old ? sections.with(index, section) : [...sections, section];
      if (body) added.push(whole(section, body));
    } else if (old.state === 'closed') {
      return;
    } else if (!body) {
      removed.push(named(old));
      sections = close(sections, old);
    } else {
      const turned = old.wanted !== given.senders;
      const restarting = old.ours?.transport.credentials.ufrag !== body.transport.credentials.ufrag;
      if (turned) modified.push(named(old, { senders: given.senders }));
      if (restarting) restarted.push(anew(session, old, body));
      const senders = turned ? given.senders : old.senders;
      sections = replace(sections, old, { ours: body, wanted: given.senders, senders, restarting });
    }
  });
  const waits = added.length > 0 || restarted.length > 0;
  const next: JingleSession = {
    ...session,
    sections,
    turn: waits ? 'theirs' : 'none',
    before: waits ? session.sections : [],
    generation: session.generation + (restarted.length > 0 ? 1 : 0),
  };
  const send = [
    ...some(removed, (contents) => message(next, 'content-remove', contents)),
    ...some(modified, (contents) => message(next, 'content-modify', contents)),
    ...some(restarted, (contents) => message(next, 'transport-info', contents)),
    ...some(added, (contents) => message(next, 'content-add', contents, groups(read.bundle, next))),
  ];
  return step(next, { send, description: waits ? null : remoteDescription(next, 'answer') });
}

/**
 * Our answer to their offer, as set: session-accept first, later content-accept or content-reject for what they added,
 * and transport-info for their ICE restart.
 * @throws JingleError `out-of-order` where none is waited for; `unsupported-application` where nothing was accepted:
 * then the session ends.
 */
export function localAnswer(session: JingleSession, sdp: string): Step {
  if (session.turn !== 'ours') throw new JingleError('out-of-order', 'an answer of ours');
  const read = readSdp(sdp, session.role);
  let { sections } = session;
  const [accepted, rejected, restarted]: [Content[], Content[], Content[]] = [[], [], []];
  read.sections.forEach((given, index) => {
    const old = sections[index];
    if (!old || old.state === 'closed') return;
    const body = bodyOf(given);
    if (!body) {
      if (old.state === 'added') rejected.push(named(old));
      sections = close(sections, old);
      return;
    }
    const wanted = stillWanted(old.wanted, old.senders, given.senders);
    const changed: Section = { ...old, ours: body, state: 'open', senders: given.senders, wanted };
    const before = old.ours?.transport.credentials.ufrag;
    if (old.state === 'added') accepted.push(whole(changed, body));
    else if (before !== body.transport.credentials.ufrag) restarted.push(anew(session, old, body));
    sections = replace(sections, old, changed);
  });
  if (sections.every(({ state }) => state === 'closed')) throw new JingleError('unsupported-application', 'an answer');
  const setup = sections.find(({ ours }) => ours)?.ours?.transport.fingerprints[0]?.setup;
  const next: JingleSession = {
    ...session,
    sections,
    turn: 'none',
    accepted: true,
    setup: session.setup ?? (setup === 'active' ? 'passive' : 'active'),
    generation: session.generation + (restarted.length > 0 ? 1 : 0),
  };
  const bundle = groups(read.bundle, next);
  const send = session.accepted
    ? [
        ...some(accepted, (contents) => message(next, 'content-accept', contents, bundle)),
        ...some(rejected, (contents) => message(next, 'content-reject', contents)),
        ...some(restarted, (contents) => message(next, 'transport-info', contents)),
      ]
    : [message(next, 'session-accept', accepted, bundle)];
  return step(next, { send });
}

/**
 * Candidates of ours on their way out, as `icecandidate` gives them; null where the peer has no use for any. Send none
 * before the description that has their credentials, and none that stood in it.
 */
export function localCandidates(session: JingleSession, found: readonly RTCIceCandidateInit[]): Jingle | null {
  const contents = session.sections.flatMap((section, index): Content[] => {
    if (!section.ours) return [];
    const own = found.filter(({ sdpMid, sdpMLineIndex }) =>
      sdpMid ? sdpMid === section.mid : sdpMLineIndex === index,
    );
    const { ufrag } = section.ours.transport.credentials;
    const candidates = own.flatMap(({ candidate = '', usernameFragment = null }) => {
      // One of a connection that has been restarted since.
      if (usernameFragment !== null && usernameFragment !== ufrag) return [];
      const parsed: Candidate | null = parseCandidate(candidate);
      return parsed ? [number(parsed, session.generation)] : [];
    });
    const transport = { ...fullTransport(section.ours, candidates), fingerprints: [], options: [] };
    return candidates.length > 0 ? [named(section, { transport })] : [];
  });
  return contents.length > 0 ? message(session, 'transport-info', contents) : null;
}

/** New credentials, with the candidates found so far: some clients begin at once, and with none they have failed. */
function anew({ generation }: JingleSession, section: Section, body: Body): Content {
  const candidates = body.candidates.map((candidate) => number(candidate, generation + 1));
  return named(section, { transport: fullTransport(body, candidates) });
}

function some(contents: readonly Content[], make: (contents: readonly Content[]) => Jingle): readonly Jingle[] {
  return contents.length > 0 ? [make(contents)] : [];
}

/** Ours alone: the other side may use the same name for one of its own. */
function freeName(sections: readonly Section[], mid: string): string {
  const taken = new Set(sections.map(({ name }) => name));
  for (let name = mid; ; name = `${name}+`) if (!taken.has(name)) return name;
}

/** XEP-0338. */
function groups(mids: readonly string[], { sections, role, accepted, bundle }: JingleSession): readonly Group[] {
  const names = sections.filter(({ mid, state }) => state !== 'closed' && mids.includes(mid)).map(({ name }) => name);
  // Who did not bundle when it was accepted never will.
  const offers = role === otherRole('responder') && !accepted;
  return names.length > 0 && (offers || bundle.length > 0) ? [{ semantics: 'BUNDLE', names }] : [];
}
