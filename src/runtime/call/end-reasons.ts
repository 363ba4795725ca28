import type { Call, CallPolicy, EndReason, Millis } from './call.ts';

/** How long an outcome is shown. `well` and `trouble`: for a while. `brief`: nothing to read. `sticky`: until dismissed. */
export type OutcomeKind = 'well' | 'trouble' | 'brief' | 'sticky';

/** The last column of the table of end reasons that people read (docs: end reasons). */
export const OUTCOMES: Readonly<Record<EndReason, OutcomeKind>> = {
  hung_up: 'well',
  remote_hung_up: 'well',
  accepted: 'brief',
  declined: 'well',
  missed: 'trouble',
  answered_elsewhere: 'brief',
  do_not_disturb: 'brief',
  busy_here: 'brief',
  remote_declined: 'trouble',
  no_answer: 'trouble',
  busy: 'trouble',
  unreachable: 'trouble',
  cannot_call: 'trouble',
  microphone_denied: 'sticky',
  microphone_missing: 'sticky',
  microphone_in_use: 'sticky',
  insecure_page: 'sticky',
  no_connection: 'trouble',
  connection_lost: 'trouble',
  signed_out: 'sticky',
  account_away: 'trouble',
  server_failed: 'trouble',
  rate_limited: 'trouble',
  protocol_error: 'trouble',
  internal_error: 'sticky',
  kiosk_closed: 'trouble',
};

/** Somebody called, and nobody here took it although somebody might have: what "missed" means wherever it is counted. */
export function isMissed({ direction, reason }: Readonly<Pick<Call, 'direction' | 'reason'>>): boolean {
  return direction === 'incoming' && (reason === 'missed' || reason === 'do_not_disturb' || reason === 'busy_here');
}

/** How long the outcome of a call is shown; null: until somebody dismisses it. */
export function outcomeTime(policy: CallPolicy, reason: EndReason): Millis | null {
  switch (OUTCOMES[reason]) {
    case 'well':
      return policy.outcome;
    case 'trouble':
      return policy.outcomeTrouble;
    case 'brief':
      return policy.outcomeBrief;
    case 'sticky':
      return null;
  }
}
