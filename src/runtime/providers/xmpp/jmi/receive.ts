import type { Millis } from '../../../call/call.ts';
import { endReason } from '../jingle/reasons.ts';
import { drop, expired, find, finish, isKnown, over, put, same, send } from './change.ts';
import type { Envelope } from './envelope.ts';
import { isCrowded, mayRing } from './initiate.ts';
import { bareOf, isFull } from './jid.ts';
import type { JmiMessage } from './messages.ts';
import type { JmiContext, JmiEffect, JmiEvent, JmiState, JmiStep, Phase, Session } from './state.ts';

/**
 * Something that another device of ours said, as a carbon or to our own account: it has answered or declined what
 * rings here, so that it rings no more.
 */
export function fromOurs(state: JmiState, { to, message }: Envelope, { own }: JmiContext): JmiStep {
  const { action, id } = message;
  if (action === 'propose' || action === 'ringing' || action === 'retract') return same(state);
  const session = find(state, id);
  // Not rung yet, or never to ring: a proposal that comes later is dealt with.
  if (!session) return [drop(state, id), []];
  // `accept` goes to our own account and says no peer.
  if (bareOf(to) !== session.peer && bareOf(to) !== bareOf(own)) return same(state);
  if (session.outgoing || session.direct) return same(state);
  if (session.phase === 'ringing-in') return over(state, session, 'answered_elsewhere');
  const answered = action === 'proceed' || action === 'accept';
  if (session.phase !== 'proceeded' || !answered) return same(state);
  return [put(state, { ...session, contested: true }), []];
}

/** Something that a device of the other side said to us. */
export function fromPeer(
  state: JmiState,
  { envelope, age, caller }: Extract<JmiEvent, { type: 'message' }>,
  context: JmiContext,
): JmiStep {
  const { from, message } = envelope;
  if (caller === 'blocked' || !isFull(from)) return same(state);
  if (message.action === 'propose') {
    return isKnown(state, message.id) ? same(state) : proposed(state, { from, age, caller, message }, context);
  }
  const session = find(state, message.id);
  // A third party has no say in it.
  if (!session || session.peer !== bareOf(from)) return same(state);
  if (session.direct) return same(state);
  return session.outgoing ? toOurs(state, session, from, message, context) : toTheirs(state, session, from, message);
}

interface Proposal {
  readonly from: string;
  readonly age: Millis;
  readonly caller: 'contact' | 'stranger';
  readonly message: Extract<JmiMessage, { action: 'propose' }>;
}

function proposed(state: JmiState, proposal: Proposal, context: JmiContext): JmiStep {
  const { from, age, caller, message } = proposal;
  const { id, media } = message;
  const { policy, now } = context;
  const peer = bareOf(from);
  const past = Number.isFinite(age) ? Math.max(0, age) : policy.ringWindow;
  if (past >= policy.ringWindow) {
    if (!mayRing(caller, policy)) return same(state);
    return [drop(state, id), [{ type: 'missed', id, from, media, age: past }]];
  }
  const theirs: Session = {
    id,
    peer,
    remote: from,
    phase: 'ringing-in',
    outgoing: false,
    direct: false,
    media,
    until: now + policy.ringWindow - past,
    contested: false,
    connected: false,
  };
  const running = state.sessions.filter((session) => session.peer === peer);
  const called = running.find(({ phase }) => phase === 'proposed' || phase === 'ringing-out' || phase === 'yielded');
  if (called) return collide(state, called, theirs, context);
  const answered = running.find(({ phase }) => phase === 'proceeded' || isAnswered(phase));
  if (answered) return migrate(state, answered, theirs, context);
  if (!mayRing(caller, policy) || isCrowded(state)) return same(state);
  // That it rings says that somebody is here: for contacts only.
  const ringing: readonly JmiEffect[] = caller === 'contact' ? [send(from, { action: 'ringing', id })] : [];
  return [put(state, theirs), [...ringing, { type: 'ring', id, from, media, age: past, direct: false }]];
}

/**
 * Both have called: the lower id goes on (XEP-0353, "No existing session"). Equal ids, of 122 random bits, are not told
 * apart: an id names one session here.
 */
function collide(state: JmiState, ours: Session, theirs: Session, context: JmiContext): JmiStep {
  const lower = isLower(ours.id, theirs.id);
  if (lower && ours.phase !== 'yielded') {
    return [drop(state, theirs.id), [expired('reject', theirs.remote ?? theirs.peer, theirs.id)]];
  }
  const retract = ours.phase === 'yielded' ? [] : [expired('retract', ours.peer, ours.id)];
  return goOn(state, ours, theirs, retract, context);
}

/** Collation `i;octet` (RFC 4790, 9.3): by bytes, which differs from JavaScript's order beyond the BMP. */
function isLower(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  const [left, right] = [encoder.encode(a), encoder.encode(b)];
  const at = left.findIndex((byte, index) => byte !== right[index]);
  return at < 0 ? left.length < right.length : (left[at] ?? 0) < (right[at] ?? -1);
}

/** They moved a running call to another device, or lost it and call again (XEP-0353, "Existing session"). */
function migrate(state: JmiState, old: Session, theirs: Session, context: JmiContext): JmiStep {
  const effects: JmiEffect[] = [];
  if (old.remote !== null) {
    if (old.phase === 'live') effects.push({ type: 'terminate', id: old.id, to: old.remote, reason: 'expired' });
    const migrated: JmiMessage = { action: 'finish', id: old.id, reason: 'expired', migratedTo: theirs.id };
    if (!old.direct) effects.push(send(old.remote, migrated));
  }
  return goOn(state, old, theirs, effects, context);
}

/** Our call goes on in their session: people who both want to talk are not asked again. */
function goOn(
  state: JmiState,
  old: Session,
  theirs: Session,
  first: readonly JmiEffect[],
  { policy, now }: JmiContext,
): JmiStep {
  const { id, remote, media } = theirs;
  const next = put(drop(state, old.id), { ...theirs, phase: 'proceeded', until: now + policy.initiateWithin });
  return [
    next,
    [
      ...first,
      { type: 'continue', from: old.id, to: id, media },
      send(remote ?? theirs.peer, { action: 'proceed', id }),
    ],
  ];
}

/** About a call of ours. */
function toOurs(state: JmiState, session: Session, from: string, message: JmiMessage, context: JmiContext): JmiStep {
  const { id, phase, media } = session;
  if (isAnswered(phase)) return left(state, session, from, message);
  if (phase === 'yielded') return same(state);
  switch (message.action) {
    case 'ringing':
      if (phase !== 'proposed') return same(state);
      return [put(state, { ...session, phase: 'ringing-out' }), [{ type: 'delivered', id }]];
    case 'proceed': {
      const delivered: readonly JmiEffect[] = phase === 'proposed' ? [{ type: 'delivered', id }] : [];
      const accepted: Session = { ...session, phase: 'accepted', remote: from };
      return [put(state, accepted), [...delivered, { type: 'initiate', id, to: from, media }]];
    }
    case 'reject':
      if (message.tieBreak) return yielded(state, session, context);
      return over(state, session, endReason('outgoing', message.reason));
    case 'finish':
      return over(state, session, endReason('outgoing', message.reason));
    default:
      return same(state);
  }
}

/** Their call goes on instead of ours: it rings here already, or will. */
function yielded(state: JmiState, session: Session, context: JmiContext): JmiStep {
  const theirs = state.sessions.find((one) => one.peer === session.peer && one.phase === 'ringing-in' && !one.direct);
  if (theirs) return goOn(state, session, theirs, [], context);
  return [put(state, { ...session, phase: 'yielded', until: context.now + context.policy.yieldWithin }), []];
}

/** About a call of theirs. */
function toTheirs(state: JmiState, session: Session, from: string, message: JmiMessage): JmiStep {
  const { phase, remote } = session;
  if (message.action !== 'retract' && message.action !== 'finish') return same(state);
  if (phase === 'ringing-in') {
    // A tie that they have found before us: the call goes on as ours, nobody missed it.
    const tie = message.action === 'retract' && message.tieBreak;
    return over(state, session, tie ? 'answered_elsewhere' : 'missed');
  }
  if (phase === 'proceeded' && from === remote) return over(state, session, 'remote_hung_up');
  return left(state, session, from, message);
}

/** The device that we are connected to says that it is over. */
function left(state: JmiState, session: Session, from: string, message: JmiMessage): JmiStep {
  if (from !== session.remote || !isAnswered(session.phase)) return same(state);
  if (message.action !== 'finish' && message.action !== 'reject') return same(state);
  if (message.action === 'reject' && session.connected) return same(state);
  const given = message.action === 'reject' ? (message.reason ?? 'decline') : message.reason;
  const reason = endReason(session.connected ? 'connected' : 'answered', given);
  return over(state, session, reason, finish(session, message.reason));
}

/** Both sides have said yes. */
function isAnswered(phase: Phase): boolean {
  return phase === 'live' || phase === 'accepted';
}
