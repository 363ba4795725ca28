import type { RtcKeyState, RtcParticipant } from './room.ts';

/** What a track is of. `other` is what no call of ours shows, such as the sound of a shared screen. */
export type SeenSource = 'microphone' | 'camera' | 'screen' | 'other';

/** A track as the SFU announces it. */
export interface SeenTrack {
  readonly source: SeenSource;
  /** Null until it is subscribed to. */
  readonly track: MediaStreamTrack | null;
  readonly muted: boolean;
  /** What its sender says. */
  readonly encrypted: boolean;
}

export interface SeenParticipant {
  readonly identity: string;
  readonly speaking: boolean;
  readonly tracks: readonly SeenTrack[];
}

/** Whether a track can be shown in a call at all: one that is not encrypted as the room is can never be. */
export function isFit({ source, encrypted }: Pick<SeenTrack, 'source' | 'encrypted'>, roomEncrypted: boolean): boolean {
  return source !== 'other' && encrypted === roomEncrypted;
}

/** @param key `none` where the room is not encrypted. */
export function participant({ identity, speaking, tracks }: SeenParticipant, key: RtcKeyState): RtcParticipant {
  const fit = tracks.filter((track) => isFit(track, key !== 'none'));
  const of = (source: SeenSource): SeenTrack | undefined => fit.findLast((track) => track.source === source);
  const shown = (source: SeenSource): MediaStreamTrack | null =>
    key === 'waiting' ? null : (of(source)?.track ?? null);
  const screen = of('screen');
  return {
    identity,
    audio: shown('microphone'),
    video: shown('camera'),
    screen: screen?.muted ? null : shown('screen'),
    audioMuted: of('microphone')?.muted ?? true,
    videoMuted: of('camera')?.muted ?? true,
    speaking,
    key: tracks.length > 0 && fit.length === 0 ? 'waiting' : key,
  };
}

export function sameParticipants(some: readonly RtcParticipant[], others: readonly RtcParticipant[]): boolean {
  return some.length === others.length && some.every((one, index) => isSame(one, others[index]));
}

function isSame(one: RtcParticipant, other: RtcParticipant | undefined): boolean {
  return other !== undefined && (Object.keys(one) as (keyof RtcParticipant)[]).every((key) => one[key] === other[key]);
}
