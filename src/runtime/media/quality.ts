import type { MediaKinds, Millis } from '../call/call.ts';
import type { CallStats } from '../providers/provider.ts';

/** How the other side comes through. `none`: nothing does. */
export type Quality = 'good' | 'weak' | 'none';

/** People begin to talk over each other. */
const SLOW_ROUND_TRIP: Millis = 400;
/** Fewer pictures a second than this no longer look like movement. */
const FEW_FRAMES = 8;
/** Opus sends 50 packets a second, or 2.5 in silence: below that, sound is missing. */
const FEW_PACKETS = 2;

/**
 * Quality of the time between two statistics of one call, `elapsed` ms apart (take a few seconds), for what the peer
 * says that it sends.
 */
export function quality(before: CallStats, now: CallStats, receive: MediaKinds, elapsed: Millis): Quality {
  const perSecond = (count: number): number => (count * 1_000) / elapsed;
  const packets = perSecond(now.audio.packetsReceived - before.audio.packetsReceived);
  const frames = perSecond(now.video.framesDecoded - before.video.framesDecoded);
  const expected = [receive.audio ? packets : null, receive.video ? frames : null].filter((rate) => rate !== null);
  if (expected.length > 0 && expected.every((rate) => rate === 0)) return 'none';
  if (receive.audio && packets < FEW_PACKETS) return 'weak';
  if (receive.video && frames < FEW_FRAMES) return 'weak';
  return now.roundTrip !== null && now.roundTrip > SLOW_ROUND_TRIP ? 'weak' : 'good';
}
