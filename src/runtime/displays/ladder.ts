import type { DisplayFailure, DisplayState } from './displays.ts';
import { type CallDisplayView, type DisplayId, THIS_DEVICE } from './view.ts';

/** Where the picture of one call is to be, and how far that has come. A value. */
export interface Ladder {
  /** Where somebody wants it; this device again once no rung has worked. */
  readonly wanted: DisplayId;
  readonly mayInterrupt: boolean;
  /** Names what is tried now: each rung of each wish has a number of its own, so that what comes late is known as late. */
  readonly attempt: number;
  /** The rung that is tried, or stands: its place in the list. null: none, the call is on this device alone. */
  readonly rung: number | null;
  /** What the display said last; `starting` until it says something. */
  readonly state: Exclude<DisplayState, { state: 'failed' }>;
  /** What has gone wrong on the way down so far. */
  readonly why: Why | null;
  /** What is told when nothing has worked, until somebody puts it away. */
  readonly failure: { readonly display: DisplayId; readonly reason: DisplayFailure } | null;
}

interface Why {
  readonly reason: DisplayFailure;
  /** It was tried; else it was known before that it cannot be. */
  readonly tried: boolean;
}

export type LadderEvent =
  | { readonly type: 'want'; readonly display: DisplayId; readonly mayInterrupt: boolean }
  /** What this attempt's rung says before it is opened. */
  | { readonly type: 'cannot'; readonly attempt: number; readonly reason: DisplayFailure }
  | { readonly type: 'state'; readonly attempt: number; readonly state: DisplayState }
  /** Somebody has read the failure. */
  | { readonly type: 'dismiss' };

const STARTING: Ladder['state'] = { state: 'starting' };

export const AT_HOME: Ladder = {
  wanted: THIS_DEVICE,
  mayInterrupt: false,
  attempt: 0,
  rung: null,
  state: STARTING,
  why: null,
  failure: null,
};

/** What no other way to the same display would change, or what somebody has done on purpose. */
const FINAL: ReadonlySet<DisplayFailure> = new Set(['no_entity', 'unavailable', 'in_use', 'switched_off']);

/**
 * One step. A rung that fails gives its place to the next; below the last one is this device, where the call has always
 * been. Pure.
 * @param rungs how many there are
 */
export function step(ladder: Ladder, event: LadderEvent, rungs: number): Ladder {
  switch (event.type) {
    case 'want':
      return want(ladder, event);
    case 'dismiss':
      return ladder.failure ? { ...ladder, failure: null } : ladder;
    case 'cannot':
      if (!isCurrent(ladder, event)) return ladder;
      return down(ladder, { reason: event.reason, tried: false }, rungs);
    case 'state':
      if (!isCurrent(ladder, event)) return ladder;
      if (event.state.state === 'failed') return down(ladder, { reason: event.state.reason, tried: true }, rungs);
      // What has shown has worked: if that ends, its end is what is told.
      return { ...ladder, state: event.state, why: event.state.state === 'showing' ? null : ladder.why };
  }
}

/** Where the call is seen, as people would say it. */
export function placeOf({ rung, state }: Ladder): CallDisplayView['state'] {
  if (rung === null) return 'here';
  if (state.state === 'starting') return 'moving';
  return state.state === 'showing' ? 'there' : 'lost';
}

/** Whether the display is what plays the sound, where that is wanted. */
export function isHeardThere({ rung, state }: Ladder): boolean {
  return rung !== null && state.state === 'showing' && !state.soundBlocked;
}

function want(ladder: Ladder, { display, mayInterrupt }: Extract<LadderEvent, { type: 'want' }>): Ladder {
  if (display === THIS_DEVICE) return { ...AT_HOME, attempt: ladder.attempt + 1 };
  // Asked for again while it is on its way, or there.
  if (display === ladder.wanted) return ladder;
  return { ...AT_HOME, wanted: display, mayInterrupt, attempt: ladder.attempt + 1, rung: 0 };
}

function isCurrent(ladder: Ladder, { attempt }: { readonly attempt: number }): boolean {
  return ladder.rung !== null && attempt === ladder.attempt;
}

function down(ladder: Ladder, now: Why, rungs: number): Ladder {
  const { wanted, attempt, rung } = ladder;
  const before = ladder.why;
  // What was tried says more than what was known; of equals the better way says why.
  const why = before && (before.tried || !now.tried) ? before : now;
  const next = (rung ?? 0) + 1;
  if (!FINAL.has(now.reason) && next < rungs) {
    return { ...ladder, attempt: attempt + 1, rung: next, state: STARTING, why };
  }
  const { reason } = FINAL.has(now.reason) ? now : why;
  return { ...AT_HOME, attempt: attempt + 1, failure: { display: wanted, reason } };
}
