import type { CallView } from '../../runtime/api.ts';
import type { EndReason } from '../../runtime/call/call.ts';

export type OverlayView = 'incoming' | 'outgoing' | 'stage' | 'outcome';
export interface Shown {
  readonly call: CallView;
  readonly view: OverlayView;
  /** A second call that rings while this one runs. */
  readonly waiting: CallView | null;
}

const VIEWS: Readonly<Record<CallView['phase'], OverlayView>> = {
  dialing: 'outgoing',
  'ringing-out': 'outgoing',
  'ringing-in': 'incoming',
  connecting: 'stage',
  active: 'stage',
  reconnecting: 'stage',
  ending: 'outcome',
  ended: 'outcome',
};

/** Ends that need no sheet: the person did it here, or nothing was seen of the call; the card tells of missed ones. */
const QUIET: ReadonlySet<EndReason> = new Set(['accepted', 'declined', 'missed', 'do_not_disturb', 'busy_here']);

/** The call the overlay shows: a running one before one that rings, before the newest outcome. null: nothing to show. */
export function choose(calls: readonly CallView[]): Shown | null {
  const of = (...views: OverlayView[]): CallView | undefined =>
    calls.findLast((call) => views.includes(VIEWS[call.phase]));
  const ringing = calls.find((call) => call.phase === 'ringing-in') ?? null;
  const running = of('outgoing', 'stage');
  if (running) return { call: running, view: VIEWS[running.phase], waiting: ringing };
  if (ringing) return { call: ringing, view: 'incoming', waiting: null };
  const over = of('outcome');
  return over?.reason && !QUIET.has(over.reason) ? { call: over, view: 'outcome', waiting: null } : null;
}
