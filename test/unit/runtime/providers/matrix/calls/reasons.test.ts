import { expect } from '@open-wc/testing';
import { END_REASONS, type EndReason } from '../../../../../../src/runtime/call/call.ts';
import {
  SILENT_WHILE_RINGING,
  type Stage,
  endReason,
  hangupReason,
  sendError,
} from '../../../../../../src/runtime/providers/matrix/calls/reasons.ts';

describe('endReason', () => {
  const table: [Stage, string | null, EndReason][] = [
    ['outgoing', null, 'remote_declined'],
    ['outgoing', 'user_hangup', 'remote_declined'],
    ['outgoing', 'user_busy', 'busy'],
    ['outgoing', 'invite_timeout', 'no_answer'],
    ['outgoing', 'ice_failed', 'no_connection'],
    ['outgoing', 'user_media_failed', 'protocol_error'],
    ['outgoing', 'unknown_devices', 'cannot_call'],
    ['incoming', null, 'missed'],
    ['incoming', 'invite_timeout', 'missed'],
    ['incoming', 'user_busy', 'missed'],
    ['answered', 'user_hangup', 'remote_hung_up'],
    ['answered', 'ice_failed', 'no_connection'],
    ['answered', 'answered_elsewhere', 'answered_elsewhere'],
    ['answered', 'user_media_failed', 'protocol_error'],
    ['connected', null, 'remote_hung_up'],
    ['connected', 'ice_failed', 'connection_lost'],
    ['connected', 'ice_timeout', 'connection_lost'],
    ['connected', 'what nobody has heard of', 'remote_hung_up'],
    ['connected', 'toString', 'remote_hung_up'],
    ['connected', 'other', 'remote_hung_up'],
  ];
  for (const [stage, received, reason] of table) {
    it(`${stage}: ${received ?? 'no reason'} → ${reason}`, () => {
      expect(endReason(stage, received)).to.equal(reason);
    });
  }
});

describe('hangupReason', () => {
  it('tells each of our reasons in a word of the protocol', () => {
    const told = Object.fromEntries(END_REASONS.map((reason) => [reason, hangupReason(reason)]));
    expect(told).to.include({
      hung_up: 'user_hangup',
      kiosk_closed: 'user_hangup',
      busy_here: 'user_busy',
      no_answer: 'invite_timeout',
      no_connection: 'ice_failed',
      connection_lost: 'ice_failed',
      microphone_denied: 'user_media_failed',
      internal_error: 'unknown_error',
    });
    expect(Object.values(told)).not.to.include(undefined);
  });

  it('says nothing for a call that rings and goes on ringing elsewhere, but declines one that is declined', () => {
    expect(SILENT_WHILE_RINGING.has('missed')).to.equal(true);
    expect(SILENT_WHILE_RINGING.has('kiosk_closed')).to.equal(true);
    expect(SILENT_WHILE_RINGING.has('declined')).to.equal(false);
    expect(SILENT_WHILE_RINGING.has('do_not_disturb')).to.equal(false);
  });
});

describe('sendError', () => {
  const table: [string, unknown, EndReason, number | null][] = [
    ['forbidden', { errcode: 'M_FORBIDDEN', httpStatus: 403 }, 'cannot_call', null],
    [
      'rate limit',
      { errcode: 'M_LIMIT_EXCEEDED', httpStatus: 429, data: { retry_after_ms: 1_234 } },
      'rate_limited',
      1_234,
    ],
    ['rate limit without a time', { httpStatus: 429, data: { retry_after_ms: 'soon' } }, 'rate_limited', 1_000],
    ['revoked token', { errcode: 'M_UNKNOWN_TOKEN', httpStatus: 401 }, 'signed_out', null],
    ['too large', { errcode: 'M_TOO_LARGE', httpStatus: 413 }, 'protocol_error', null],
    ['server error', { httpStatus: 502 }, 'unreachable', 500],
    ['no network', { name: 'ConnectionError' }, 'unreachable', 500],
    ['no network, bare', new TypeError('Failed to fetch'), 'unreachable', 500],
    ['no encryption', new Error('your client does not support encryption'), 'cannot_call', null],
    ['nonsense', 'a string', 'cannot_call', null],
    ['nothing', null, 'cannot_call', null],
  ];
  for (const [name, thrown, reason, retryAfter] of table) {
    it(`${name} → ${reason}`, () => {
      const error = sendError(thrown);
      expect({ reason: error.reason, retryAfter: error.retryAfter }).to.deep.equal({ reason, retryAfter });
      expect(error.cause).to.equal(thrown);
      expect(sendError(error)).to.equal(error);
    });
  }
});
