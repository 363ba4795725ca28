import { drop, find, finish, isKnown, put } from './change.ts';
import { bareOf, isFull } from './jid.ts';
import type { Caller, JmiContext, JmiEffect, JmiEvent, JmiPolicy, JmiState, JmiStep, Session } from './state.ts';
import type { Media } from '../jingle/types.ts';

/** More at once is an attack, or a fault. */
const MAX_RINGING = 8;

export function mayRing(caller: Caller, { strangers }: JmiPolicy): boolean {
  return caller === 'contact' || (caller === 'stranger' && strangers);
}

export function isCrowded({ sessions }: JmiState): boolean {
  return sessions.filter(({ phase }) => phase === 'ringing-in').length >= MAX_RINGING;
}

/**
 * Their session-initiate: what our proceed asked for, from exactly that device and with the media that were proposed;
 * or a call without any message before it.
 */
export function initiate(
  state: JmiState,
  { id, from, media, caller }: Extract<JmiEvent, { type: 'initiate' }>,
  { policy, now }: JmiContext,
): JmiStep {
  const refuse = (why: Extract<JmiEffect, { type: 'refuse' }>['why']): JmiStep => [
    state,
    [{ type: 'refuse', id, to: from, why }],
  ];
  const session = find(state, id);
  if (session && from === session.remote) return expected(state, session, media, refuse);
  // Who may not ring learns no more than from an account without anybody.
  const knownCaller = session !== null && session.peer === bareOf(from);
  if (caller === 'blocked' || (!mayRing(caller, policy) && !knownCaller)) return refuse('unavailable');
  if (isKnown(state, id)) return refuse('unknown-session');
  if (!isFull(from) || media.length === 0 || isCrowded(state)) return refuse('unavailable');
  const ringing: Session = {
    id,
    peer: bareOf(from),
    remote: from,
    phase: 'ringing-in',
    outgoing: false,
    direct: true,
    media,
    until: now + policy.ringWindow,
    contested: false,
    connected: false,
  };
  return [put(state, ringing), [{ type: 'ring', id, from, media, age: 0, direct: true }]];
}

function expected(
  state: JmiState,
  session: Session,
  media: readonly Media[],
  refuse: (why: 'out-of-order' | 'other-media') => JmiStep,
): JmiStep {
  const { id, phase } = session;
  if (phase !== 'proceeded') return refuse('out-of-order');
  if (!sameMedia(session.media, media)) {
    const [, effects] = refuse('other-media');
    const ended: JmiEffect = { type: 'ended', id, reason: 'protocol_error' };
    return [drop(state, id), [...effects, ...finish(session, null), ended]];
  }
  return [put(state, { ...session, phase: 'live', until: null, contested: false }), [{ type: 'take', id }]];
}

function sameMedia(proposed: readonly Media[], given: readonly Media[]): boolean {
  return proposed.every((one) => given.includes(one)) && given.every((one) => proposed.includes(one));
}
