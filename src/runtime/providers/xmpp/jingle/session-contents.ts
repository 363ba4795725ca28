import { JingleError } from './errors.ts';
import { type Half, type JingleSession, type Section, close, freeMid, replace, sectionOf } from './session.ts';
import type { Content } from './types.ts';

/** Sections over all the life of a session: their places are never given back. */
const MAX_SECTIONS = 64;

/** Whether there is anything in it that we speak: RTP with known codecs, over ICE. */
export function isUsable({ description, transport }: Content): boolean {
  return description !== null && description.payloadTypes.length > 0 && transport !== null;
}

/**
 * What they say of a content when it begins or is accepted, complete.
 * @throws JingleError
 */
function halfOf({ description, transport }: Content): Half {
  if (!description || description.payloadTypes.length === 0)
    throw new JingleError('unsupported-application', 'content');
  if (!transport) throw new JingleError('unsupported-transport', 'content');
  // Browsers know no RTCP of its own (RFC 8858).
  if (!description.rtcpMux) throw new JingleError('unsupported-transport', 'rtcp-mux');
  if (transport.fingerprints.length === 0) throw new JingleError('insecure', 'fingerprint');
  const { credentials, options, fingerprints } = transport;
  if (!credentials) throw new JingleError('malformed', 'ufrag and pwd');
  return { description, transport: { credentials, options, fingerprints } };
}

/** `sections` with contents that the other side adds. @throws JingleError */
export function addContents(
  { role }: JingleSession,
  sections: readonly Section[],
  contents: readonly Content[],
): readonly Section[] {
  const all = [...sections];
  for (const content of contents) {
    const { creator, name, senders } = content;
    // Only whoever adds a content has created it (XEP-0166, 7.3); but Dino calls every creator the initiator.
    if (creator === role && role !== 'initiator') throw new JingleError('malformed', 'creator of a content');
    if (all.some((one) => one.state !== 'closed' && one.name === name && one.creator === creator)) {
      throw new JingleError('malformed', 'name of a content');
    }
    if (all.length >= MAX_SECTIONS) throw new JingleError('too-large', 'contents');
    const theirs = halfOf(content);
    all.push({
      creator,
      name,
      mid: freeMid(all, name),
      media: theirs.description.media,
      senders: senders ?? 'both',
      state: 'added',
      ours: null,
      theirs,
      wanted: null,
      restarting: false,
    });
  }
  return all;
}

/** The sections after they took contents of ours. @throws JingleError */
export function acceptContents(session: JingleSession, contents: readonly Content[]): readonly Section[] {
  let { sections } = session;
  for (const content of contents) {
    const section = offeredOf(sections, content);
    const theirs = halfOf(content);
    if (theirs.description.media !== section.media) throw new JingleError('malformed', 'media of a content');
    sections = replace(sections, section, { theirs, state: 'open', senders: content.senders ?? section.senders });
  }
  return sections;
}

/** The sections after they refused contents of ours. @throws JingleError */
export function rejectContents(session: JingleSession, contents: readonly Content[]): readonly Section[] {
  return contents.reduce((sections, content) => close(sections, offeredOf(sections, content)), session.sections);
}

function offeredOf(sections: readonly Section[], content: Content): Section {
  const section = sectionOf(sections, content);
  if (section?.state !== 'adding') throw new JingleError('unknown-content', 'content');
  return section;
}
