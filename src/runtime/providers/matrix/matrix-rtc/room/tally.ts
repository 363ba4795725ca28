import type { CallStats } from '../../../provider.ts';
import { NO_STATS } from '../../../rtc/stats.ts';

/**
 * Adds up what many tracks say of themselves. A track that is gone still counts with what it said last: totals are
 * since the call began.
 */
export class StatsTally {
  readonly #counted = new Map<string, CallStats>();

  /** @param tracks by names that are never used again for another track */
  total(tracks: ReadonlyMap<string, CallStats>): CallStats {
    for (const [name, stats] of tracks) this.#counted.set(name, stats);
    const all = [...this.#counted.values()];
    const now = [...tracks.values()];
    const sum = (read: (stats: CallStats) => number): number => all.reduce((total, stats) => total + read(stats), 0);
    const largest = now.reduce((best, { video }) => (area(video) > area(best) ? video : best), NO_STATS.video);
    return {
      audio: {
        packetsSent: sum(({ audio }) => audio.packetsSent),
        packetsReceived: sum(({ audio }) => audio.packetsReceived),
        energyReceived: sum(({ audio }) => audio.energyReceived),
      },
      video: {
        framesSent: sum(({ video }) => video.framesSent),
        framesDecoded: sum(({ video }) => video.framesDecoded),
        width: largest.width,
        height: largest.height,
      },
      relayed: anyOf(now.map(({ relayed }) => relayed)),
      roundTrip: now.find(({ roundTrip }) => roundTrip !== null)?.roundTrip ?? null,
    };
  }
}

function area({ width, height }: CallStats['video']): number {
  return width * height;
}

/** Null while nobody knows. */
function anyOf(values: readonly (boolean | null)[]): boolean | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.includes(true);
}
