import type { Phase, Session } from '../jmi/state.ts';

/** What the end of a session takes: enough for a page that knows nothing else of it. Plain JSON. */
export type Goodbye = Readonly<Record<string, unknown>>;

const PHASES: readonly Phase[] = ['proposed', 'ringing-out', 'accepted', 'yielded', 'ringing-in', 'proceeded', 'live'];
/** Characters of a JID (RFC 7622, 3.1), of an id by what is read of others. */
const LONGEST = 3_072;

export function writeGoodbye(session: Session | null): Goodbye {
  if (!session) return {};
  const { id, peer, remote, phase, outgoing, direct, contested } = session;
  return { sid: id, peer, remote, phase, outgoing, direct, contested };
}

/** null: nothing had been said to anybody. */
export function readGoodbye(goodbye: Goodbye): Session | null {
  const { sid, peer, remote, outgoing, direct, contested } = goodbye;
  const phase = PHASES.find((known) => known === goodbye['phase']);
  if (!phase || !isShort(sid) || !isShort(peer)) return null;
  return {
    id: sid,
    peer,
    remote: isShort(remote) ? remote : null,
    phase,
    outgoing: outgoing === true,
    direct: direct === true,
    media: [],
    until: null,
    contested: contested === true,
    connected: false,
  };
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST;
}
