import { type JingleSession, message, sectionOf } from './session.ts';
import type { Info, Jingle, Media } from './types.ts';
import type { JingleReason } from './reasons.ts';

/** Tells the peer about the session: mute, hold, or that it rings here (XEP-0167, 8). */
export function localInfo(session: JingleSession, info: readonly Info[]): Jingle {
  return { ...message(session, 'session-info', []), info };
}

/** That what we send of this kind is muted, or no more; empty where there is nothing of it. */
export function muteInfo(session: JingleSession, media: Media, muted: boolean): readonly Info[] {
  return session.sections
    .filter((section) => section.media === media && section.state === 'open')
    .map(({ creator, name }) => ({ type: muted ? 'mute' : 'unmute', creator, name }));
}

/** What a `mute` or `unmute` of theirs is about: one kind, or without a name all. Nothing for one of nothing we know. */
export function mutedMedia(session: JingleSession, info: Info): readonly Media[] {
  if (info.type !== 'mute' && info.type !== 'unmute') return [];
  const { creator, name } = info;
  if (name === null) return [...new Set(session.sections.map(({ media }) => media))];
  const section = sectionOf(session.sections, { creator: creator ?? session.role, name });
  return section ? [section.media] : [];
}

/** The end, for the peer; nothing of the session is sent after it. */
export function terminate(session: JingleSession, reason: JingleReason): Jingle {
  return { ...message(session, 'session-terminate', []), reason };
}
