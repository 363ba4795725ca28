import type { EndReason } from '../../../call/call.ts';

/** `reason` of `m.call.hangup` (Client-Server API, m.call.hangup) and what matrix-js-sdk and others add to it. */
export type HangupReason =
  | 'user_hangup'
  | 'user_busy'
  | 'user_media_failed'
  | 'invite_timeout'
  | 'ice_failed'
  | 'ice_timeout'
  | 'replaced'
  | 'unknown_error';

/** When the peer's message came: it means different things before and after the answer. */
export type Stage =
  /** Our invitation waits for an answer. */
  | 'outgoing'
  /** Theirs rings here. */
  | 'incoming'
  /** Answered. `connected` once media could flow. */
  | 'answered'
  | 'connected';

/** The peer's hangup or reject → why our call ended. What is not listed takes the stage's `other`. */
const RECEIVED: Record<Stage, { readonly [reason: string]: EndReason } & { readonly other: EndReason }> = {
  outgoing: {
    user_busy: 'busy',
    invite_timeout: 'no_answer',
    ice_failed: 'no_connection',
    ice_timeout: 'no_connection',
    user_media_failed: 'protocol_error',
    unknown_error: 'protocol_error',
    unknown_devices: 'cannot_call',
    other: 'remote_declined',
  },
  incoming: { other: 'missed' },
  answered: {
    invite_timeout: 'no_connection',
    ice_failed: 'no_connection',
    ice_timeout: 'no_connection',
    user_media_failed: 'protocol_error',
    set_remote_description: 'protocol_error',
    set_local_description: 'protocol_error',
    create_answer: 'protocol_error',
    unknown_error: 'protocol_error',
    answered_elsewhere: 'answered_elsewhere',
    other: 'remote_hung_up',
  },
  connected: {
    ice_failed: 'connection_lost',
    ice_timeout: 'connection_lost',
    signalling_timeout: 'connection_lost',
    user_media_failed: 'protocol_error',
    unknown_error: 'protocol_error',
    other: 'remote_hung_up',
  },
};

export function endReason(stage: Stage, received: string | null): EndReason {
  const table = RECEIVED[stage];
  return (received !== null && Object.hasOwn(table, received) && table[received]) || table.other;
}

/** Our end → what the peer is told. */
const SENT: { readonly [reason in EndReason]?: HangupReason } = {
  busy_here: 'user_busy',
  no_answer: 'invite_timeout',
  no_connection: 'ice_failed',
  connection_lost: 'ice_failed',
  microphone_denied: 'user_media_failed',
  microphone_missing: 'user_media_failed',
  microphone_in_use: 'user_media_failed',
  insecure_page: 'user_media_failed',
  protocol_error: 'unknown_error',
  internal_error: 'unknown_error',
};

export function hangupReason(reason: EndReason): HangupReason {
  return SENT[reason] ?? 'user_hangup';
}

/**
 * Ends of a call that still rings here of which nobody is told: the caller's other devices to ring go on, and
 * the caller has gone, or this page has and will ring again.
 */
export const SILENT_WHILE_RINGING: ReadonlySet<EndReason> = new Set<EndReason>([
  'missed',
  'answered_elsewhere',
  'kiosk_closed',
  'signed_out',
  'account_away',
]);

/** Sending failed, and why in words of ours. */
export class SendError extends Error {
  readonly reason: EndReason;
  /** How long the server asks to wait, in ms; null where trying again is of no use. */
  readonly retryAfter: number | null;

  constructor(reason: EndReason, retryAfter: number | null, cause: unknown) {
    super(`sending failed: ${reason}`, { cause });
    this.name = 'SendError';
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

/** What matrix-js-sdk throws (MatrixError, ConnectionError, crypto errors) → our reason. Read by shape: errors cross bundles. */
export function sendError(thrown: unknown): SendError {
  if (thrown instanceof SendError) return thrown;
  const { name, errcode, httpStatus, data } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    readonly name?: unknown;
    readonly errcode?: unknown;
    readonly httpStatus?: unknown;
    readonly data?: { readonly retry_after_ms?: unknown };
  };
  if (errcode === 'M_LIMIT_EXCEEDED' || httpStatus === 429) {
    const wait = data?.retry_after_ms;
    return new SendError('rate_limited', typeof wait === 'number' && wait >= 0 ? wait : 1_000, thrown);
  }
  if (errcode === 'M_UNKNOWN_TOKEN' || errcode === 'M_MISSING_TOKEN') return new SendError('signed_out', null, thrown);
  if (errcode === 'M_TOO_LARGE') return new SendError('protocol_error', null, thrown);
  if (typeof httpStatus === 'number' && httpStatus >= 500) return new SendError('unreachable', 500, thrown);
  if (name === 'ConnectionError' || name === 'AbortError' || name === 'TypeError')
    return new SendError('unreachable', 500, thrown);
  // M_FORBIDDEN, M_NOT_FOUND, unknown devices, an encrypted room without encryption here.
  return new SendError('cannot_call', null, thrown);
}
