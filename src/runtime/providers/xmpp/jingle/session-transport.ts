import { candidateLine } from './candidates.ts';
import { JingleError } from './errors.ts';
import { type JingleSession, type Section, type Step, sectionOf } from './session.ts';
import type { Content, Credentials } from './types.ts';

/** Candidates that wait for a description; more than any peer has. */
const MAX_HELD = 500;

/**
 * The sections with the new credentials that these contents bring; null where they bring none. In a bundle one content
 * speaks for all.
 * @throws JingleError `malformed`: another password for the same fragment
 */
export function credentialsOf(sections: readonly Section[], contents: readonly Content[]): readonly Section[] | null {
  const changes = new Map<Section, Credentials>();
  for (const content of contents) {
    const section = sectionOf(sections, content);
    const known = section?.theirs?.transport.credentials;
    const given = content.transport?.credentials;
    if (!section || !known || !given) continue;
    if (given.ufrag !== known.ufrag) changes.set(section, given);
    else if (given.pwd !== known.pwd) throw new JingleError('malformed', 'pwd');
  }
  if (changes.size === 0) return null;
  const bundled = new Map([...changes].map(([section, given]) => [ufragOf(section), given]));
  return sections.map((section) => {
    const given = changes.get(section) ?? bundled.get(ufragOf(section));
    if (!given || !section.theirs) return section;
    const { theirs } = section;
    const transport = { ...theirs.transport, credentials: given };
    return { ...section, restarting: false, theirs: { ...theirs, transport } };
  });
}

function ufragOf({ theirs }: Section): string | undefined {
  return theirs?.transport.credentials.ufrag;
}

/** Their candidates as the browser takes them; those of credentials that hold no more are left out. */
export function candidatesOf(
  sections: readonly Section[],
  contents: readonly Content[],
): readonly RTCIceCandidateInit[] {
  return contents.flatMap((content): RTCIceCandidateInit[] => {
    const section = sectionOf(sections, content);
    if (!section || !content.transport) return [];
    const { transport } = content;
    const known = ufragOf(section) ?? null;
    const ufrag = transport.ufrag ?? known;
    if (known !== null && ufrag !== known) return [];
    const sdpMLineIndex = sections.indexOf(section);
    return transport.candidates.map((candidate) => ({
      candidate: candidateLine(candidate),
      sdpMid: section.mid,
      sdpMLineIndex,
      usernameFragment: ufrag,
    }));
  });
}

/** Lets out what the browser can take now, and holds what comes before its description. */
export function ready(
  session: JingleSession,
  fresh: readonly RTCIceCandidateInit[],
): [JingleSession, Pick<Step, 'candidates'>] {
  const known = new Map(session.sections.map((section) => [section.mid, ufragOf(section)]));
  const all = [...session.held, ...fresh];
  const canTake = ({ sdpMid }: RTCIceCandidateInit): boolean => known.get(sdpMid ?? '') !== undefined;
  const candidates = all.filter(canTake).filter(({ sdpMid, usernameFragment: ufrag }) => {
    return !ufrag || ufrag === known.get(sdpMid ?? '');
  });
  return [{ ...session, held: all.filter((one) => !canTake(one)).slice(0, MAX_HELD) }, { candidates }];
}
