import type { Millis } from '../../../call/call.ts';
import { endReason } from '../jingle/reasons.ts';
import { find, finish, hangUp, over, put, same, send } from './change.ts';
import { initiate } from './initiate.ts';
import { bareOf } from './jid.ts';
import { fromOurs, fromPeer } from './receive.ts';
import type { JmiContext, JmiEvent, JmiState, JmiStep, Session } from './state.ts';

/**
 * Message initiation (XEP-0353, 0.8) of one account: what an event does to its calls, and what is to be done. Pure.
 * An event about a session that is not there, or not in the phase for it, changes nothing and tells nothing, so that
 * nobody can find out by it whether somebody is here. Commands never make `ended`: who hangs up knows.
 */
export function reduce(state: JmiState, event: JmiEvent, context: JmiContext): JmiStep {
  switch (event.type) {
    case 'dial':
      return dial(state, event);
    case 'message':
      return message(state, event, context);
    case 'initiate':
      return initiate(state, event, context);
    case 'tick':
      return tick(state, context.now);
    case 'answer':
    case 'hang-up':
    case 'receipt':
    case 'bounced':
    case 'terminated':
    case 'initiated':
    case 'connected': {
      const session = find(state, event.id);
      return session ? about(state, session, event, context) : same(state);
    }
    default:
      return event satisfies never;
  }
}

function dial(state: JmiState, { id, peer, media }: Extract<JmiEvent, { type: 'dial' }>): JmiStep {
  if (find(state, id) || state.past.includes(id)) return same(state);
  const session: Session = {
    id,
    peer,
    media,
    remote: null,
    phase: 'proposed',
    outgoing: true,
    direct: false,
    until: null,
    contested: false,
    connected: false,
  };
  return [put(state, session), [send(peer, { action: 'propose', id, media })]];
}

type Individual = Extract<
  JmiEvent,
  { type: 'answer' | 'hang-up' | 'receipt' | 'bounced' | 'terminated' | 'initiated' | 'connected' }
>;

function about(state: JmiState, session: Session, event: Individual, context: JmiContext): JmiStep {
  const { id, phase, remote, peer } = session;
  switch (event.type) {
    case 'answer':
      return phase === 'ringing-in' ? answer(state, session, context) : same(state);
    case 'hang-up':
      return hangUp(state, session, event.reason, event.told);
    case 'receipt':
      if (phase !== 'proposed' || bareOf(event.from) !== peer) return same(state);
      return [put(state, { ...session, phase: 'ringing-out' }), [{ type: 'delivered', id }]];
    case 'bounced':
      // Where a device rings somebody is there, whatever another one says.
      if (phase !== 'proposed' || bareOf(event.from) !== peer) return same(state);
      return over(state, session, 'unreachable');
    case 'terminated': {
      const ringsDirectly = phase === 'ringing-in' && session.direct;
      if (event.from !== remote || !(phase === 'live' || ringsDirectly)) return same(state);
      const stage = ringsDirectly ? 'incoming' : session.connected ? 'connected' : 'answered';
      return over(state, session, endReason(stage, event.reason), ringsDirectly ? [] : finish(session, event.reason));
    }
    case 'initiated':
      return phase === 'accepted' ? [put(state, { ...session, phase: 'live' }), []] : same(state);
    case 'connected':
      return phase === 'live' ? [put(state, { ...session, connected: true }), []] : same(state);
    default:
      return event satisfies never;
  }
}

function answer(state: JmiState, session: Session, { policy, now }: JmiContext): JmiStep {
  const { id, remote, direct } = session;
  if (remote === null) return same(state);
  if (direct) return [put(state, { ...session, phase: 'live', until: null }), [{ type: 'take', id }]];
  const proceeded: Session = { ...session, phase: 'proceeded', until: now + policy.initiateWithin };
  // To the full JID: only so do devices of ours with Conversations take the carbon for an answer.
  return [put(state, proceeded), [send(remote, { action: 'proceed', id })]];
}

function message(state: JmiState, event: Extract<JmiEvent, { type: 'message' }>, context: JmiContext): JmiStep {
  const { from, to } = event.envelope;
  const { own } = context;
  if (from === own) return same(state);
  if (bareOf(from) === bareOf(own)) return fromOurs(state, event.envelope, context);
  // A copy of what is for another device of ours.
  if (to !== own && to !== bareOf(own)) return same(state);
  return fromPeer(state, event, context);
}

function tick(state: JmiState, now: Millis): JmiStep {
  let step = same(state);
  for (const session of state.sessions) {
    if (session.until === null || now < session.until) continue;
    const [next, effects] = expire(step[0], session);
    step = [next, [...step[1], ...effects]];
  }
  return step;
}

/** The time of a phase is up. */
function expire(state: JmiState, session: Session): JmiStep {
  const { id, remote, phase, direct } = session;
  if (phase === 'yielded') return over(state, session, 'remote_declined');
  if (phase !== 'proceeded') {
    const there = direct && remote !== null;
    return over(state, session, 'missed', there ? [{ type: 'terminate', id, to: remote, reason: 'timeout' }] : []);
  }
  // Their session is with another device of ours: a `finish` would end its record.
  if (session.contested) return over(state, session, 'answered_elsewhere');
  return over(state, session, 'no_connection', finish(session, 'connectivity-error'));
}
