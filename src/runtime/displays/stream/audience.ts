import type { Millis } from '../../call/call.ts';
import type { StreamReport } from './go2rtc.ts';

/**
 * Whether a stream is being watched, as its server tells. A value.
 *
 * A player says that it plays before it does, and not when it stops; what its server has sent it is what can be known.
 */
export interface Audience {
  /** What was sent to all that watch, at the last look. */
  readonly bytes: number;
  /** Since when it is sent without a break; null: it is not. */
  readonly since: Millis | null;
  /** When something was sent last; the time of the first look before anything was. */
  readonly grew: Millis;
  /** How many looks in a row found no server, or nothing published there. */
  readonly misses: number;
}

/** Players ask for HLS in pieces, and fetch ahead. */
const QUIET_AFTER: Millis = 2_500;
/** One may be lost; two in a row are a server that is gone. */
const MISSES = 2;

export function nobody(now: Millis): Audience {
  return { bytes: 0, since: null, grew: now, misses: 0 };
}

/** @param report null: the server did not answer */
export function look(audience: Audience, report: StreamReport | null, now: Millis): Audience {
  if (!report?.published) return { ...audience, misses: audience.misses + 1 };
  const bytes = report.watchers.reduce((sum, watcher) => sum + watcher.bytes, 0);
  const quiet = now - audience.grew > QUIET_AFTER;
  // Who comes anew counts from nothing: less than before is more, too.
  if (bytes !== audience.bytes && bytes > 0)
    return { bytes, since: quiet ? now : (audience.since ?? now), grew: now, misses: 0 };
  return { ...audience, bytes, since: quiet ? null : audience.since, misses: 0 };
}

/** `gone`: the server, or what was published there. */
export function audienceState({ since, misses }: Audience): 'nobody' | 'watching' | 'gone' {
  if (misses >= MISSES) return 'gone';
  return since === null ? 'nobody' : 'watching';
}
