import { END_REASONS, type EndReason } from '../call/call.ts';
import type { CallRecord } from '../call/effects.ts';
import type { CallStats } from '../providers/provider.ts';

/** Past calls in words: how many, and how they ended. Nobody is named. */
export function historyLines(history: readonly CallRecord[]): readonly string[] {
  if (history.length === 0) return ['no calls remembered'];
  const incoming = history.filter(({ direction }) => direction === 'incoming').length;
  const times = history.flatMap(({ connected, ended }) => (connected === null ? [] : [ended - connected]));
  const middle = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const counts = new Map<EndReason | 'other', number>();
  for (const { reason } of history) {
    const known = END_REASONS.includes(reason) ? reason : 'other';
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  const ends = [...counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${reason} ${count}`);
  return [
    `${history.length} remembered: ${incoming} incoming, ${history.length - incoming} outgoing`,
    middle === undefined
      ? 'none was connected'
      : `${times.length} connected, half of them for ${durationText(middle)} or longer`,
    `ended: ${ends.join(', ')}`,
  ];
}

/** What flows in a call, in words. */
export function statsText({ audio, video, relayed, roundTrip }: CallStats): string {
  const path = relayed === null ? 'no path yet' : relayed ? 'through a relay' : 'directly';
  const size = video.width > 0 ? ` of ${count(video.width)} × ${count(video.height)}` : '';
  return [
    `sound: ${count(audio.packetsSent)} packets sent, ${count(audio.packetsReceived)} received` +
      (audio.packetsReceived > 0 && audio.energyReceived === 0 ? ', all of them silent' : ''),
    `pictures: ${count(video.framesSent)} sent, ${count(video.framesDecoded)} received${size}`,
    roundTrip === null ? path : `${path}, ${count(roundTrip)} ms there and back`,
  ].join('; ');
}

const count = (value: number): string => (Number.isFinite(value) ? String(Math.round(value)) : '0');

function durationText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  if (!Number.isFinite(seconds)) return 'an unknown time';
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
