import type { EndReason } from '../../runtime/call/call.ts';
import type { OverlayAction } from './context.ts';

export type Next = Extract<
  OverlayAction,
  | 'again'
  | 'voice-only'
  | 'message'
  | 'sign-in'
  | 'settings'
  | 'diagnostics'
  | 'help.microphone'
  | 'help.https'
  | 'help.relay'
  | 'dismiss'
>;
type Mark = 'none' | 'wait' | 'bad';

export interface Outcome {
  /** The small sign on the face. */
  readonly mark: Mark;
  /** What to do next; the last one is the main one. Closing is always possible. */
  readonly next: readonly Next[];
  /** "Try again" where the call never was, "Call again" where it was. */
  readonly againWord?: 'common.again' | 'common.try';
}

const again = (mark: Mark): Outcome => ({ mark, next: ['again'] });
const retry: Outcome = { mark: 'bad', next: ['again'], againWord: 'common.try' };
const done = (mark: Mark): Outcome => ({ mark, next: ['dismiss'] });

/** How every end looks and what can be done; the words are `end.<reason>` and `end.<reason>.text`. */
export const OUTCOMES: Readonly<Record<EndReason, Outcome>> = {
  hung_up: { mark: 'none', next: ['again', 'dismiss'] },
  remote_hung_up: { mark: 'none', next: ['again', 'dismiss'] },
  accepted: done('none'),
  declined: done('none'),
  missed: again('wait'),
  answered_elsewhere: done('none'),
  do_not_disturb: again('wait'),
  busy_here: again('wait'),
  remote_declined: { mark: 'wait', next: ['again', 'message'] },
  no_answer: { mark: 'wait', next: ['message', 'again'] },
  busy: { mark: 'wait', next: ['message', 'again'] },
  unreachable: { mark: 'wait', next: ['again', 'message'] },
  cannot_call: { mark: 'bad', next: ['voice-only', 'message'] },
  microphone_denied: { ...retry, next: ['again', 'help.microphone'] },
  microphone_missing: { ...retry, next: ['again', 'settings'] },
  microphone_in_use: retry,
  insecure_page: { mark: 'bad', next: ['help.https'] },
  no_connection: { ...retry, next: ['again', 'help.relay'] },
  connection_lost: again('bad'),
  signed_out: { mark: 'bad', next: ['sign-in'] },
  account_away: { mark: 'bad', next: ['settings'] },
  // Which server, and what it said, stands in the report.
  server_failed: { ...retry, next: ['diagnostics', 'again'] },
  rate_limited: again('wait'),
  protocol_error: retry,
  // What broke stands in the report, which is copied there.
  internal_error: { mark: 'bad', next: ['diagnostics', 'again'] },
  kiosk_closed: again('bad'),
};
