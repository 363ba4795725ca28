import type { EndReason } from '../../../call/call.ts';
import { type JingleReason, jingleReason } from '../jingle/reasons.ts';
import type { JmiMessage } from './messages.ts';
import type { JmiEffect, JmiState, JmiStep, Session } from './state.ts';

const MAX_PAST = 200;

/*
 * What the machine is made of: each makes a step or a part of one.
 */

export function same(state: JmiState): JmiStep {
  return [state, []];
}

export function find({ sessions }: JmiState, id: string): Session | null {
  return sessions.find((session) => session.id === id) ?? null;
}

/** Whether there is or was a session of this id. */
export function isKnown(state: JmiState, id: string): boolean {
  return find(state, id) !== null || state.past.includes(id);
}

export function put(state: JmiState, session: Session): JmiState {
  const others = state.sessions.filter(({ id }) => id !== session.id);
  return { ...state, sessions: [...others, session] };
}

/** Forgets a session but for its id. */
export function drop(state: JmiState, id: string): JmiState {
  return {
    sessions: state.sessions.filter((session) => session.id !== id),
    past: [...state.past.filter((past) => past !== id), id].slice(-MAX_PAST),
  };
}

/** @param first what is to be done before the end is told */
export function over(state: JmiState, { id }: Session, reason: EndReason, first: readonly JmiEffect[] = []): JmiStep {
  return [drop(state, id), [...first, { type: 'ended', id, reason }]];
}

export function send(to: string, message: JmiMessage): JmiEffect {
  return { type: 'send', to, message };
}

/** XEP-0353, "Tie Breaking" and "Existing session". */
export function expired(action: 'reject' | 'retract', to: string, id: string): JmiEffect {
  return send(to, { action, id, reason: 'expired', tieBreak: true });
}

/**
 * Our `finish`. Other conditions than these tell more than anybody should know (XEP-0353, security considerations);
 * nothing for a session that did not begin with a proposal.
 */
export function finish({ id, remote, direct }: Session, reason: string | null): readonly JmiEffect[] {
  if (remote === null || direct) return [];
  const lost = reason === 'connectivity-error' || reason === 'failed-transport' || reason === 'timeout';
  const condition = lost ? 'connectivity-error' : 'success';
  return [send(remote, { action: 'finish', id, reason: condition, migratedTo: null })];
}

/** Ends of a ring of which the caller is not told: other devices of ours ring on, or the caller has gone. */
const SILENT: ReadonlySet<EndReason> = new Set<EndReason>([
  'missed',
  'answered_elsewhere',
  'kiosk_closed',
  'signed_out',
  'account_away',
]);

/** We end it, from whatever phase. */
export function hangUp(
  state: JmiState,
  session: Session,
  reason: EndReason,
  condition: JingleReason = jingleReason(reason),
): JmiStep {
  const { id, peer, remote, phase, direct } = session;
  const tell = (...effects: readonly JmiEffect[]): JmiStep => [drop(state, id), effects];
  switch (phase) {
    case 'proposed':
    case 'ringing-out':
    case 'accepted':
      // They have answered, but there is no session to end yet: Dino and Conversations take the call back by `retract`.
      return tell(send(peer, { action: 'retract', id, reason: 'cancel', tieBreak: false }));
    case 'yielded':
      return tell();
    case 'ringing-in':
      if (remote === null) return tell();
      if (direct) return tell({ type: 'terminate', id, to: remote, reason: condition });
      if (SILENT.has(reason)) return tell();
      return tell(send(remote, rejection(id, reason)));
    case 'proceeded':
      if (remote === null || session.contested) return tell();
      // Conversations and Dino know that somebody reconsidered by `reject`; `finish` is for archives.
      return tell(send(remote, rejection(id, reason)), ...finish(session, condition));
    case 'live':
      if (remote === null) return tell();
      return tell({ type: 'terminate', id, to: remote, reason: condition }, ...finish(session, condition));
    default:
      return phase satisfies never;
  }
}

/** "No" is told from "not now": both are true, and a caller does other things next. */
function rejection(id: string, reason: EndReason): JmiMessage {
  return { action: 'reject', id, reason: reason === 'declined' ? 'decline' : 'busy', tieBreak: false };
}
