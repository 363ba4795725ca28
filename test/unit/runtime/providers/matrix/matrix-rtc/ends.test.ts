import { expect } from '@open-wc/testing';
import { SendError } from '../../../../../../src/runtime/providers/matrix/calls/reasons.ts';
import { failureReason, lostReason } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/ends.ts';
import { TokenError } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/token.ts';

describe('why a call over an SFU ends', () => {
  for (const [lost, running, waiting] of [
    ['removed', 'remote_hung_up', 'server_failed'],
    ['replaced', 'account_away', 'account_away'],
    ['unsupported', 'internal_error', 'internal_error'],
    ['token', 'again', 'server_failed'],
    ['unreachable', 'again', 'server_failed'],
    ['gone', 'again', 'server_failed'],
  ] as const)
    it(`the SFU is lost, ${lost}: ${running} in a call, ${waiting} before it`, () => {
      expect([lostReason(lost, true), lostReason(lost, false)]).to.deep.equal([running, waiting]);
    });

  for (const [what, error, reason] of [
    ['the membership was refused', new SendError('cannot_call', null, null), 'server_failed'],
    ['the homeserver is out of reach', new SendError('unreachable', null, null), 'server_failed'],
    ['the homeserver asks to wait', new SendError('rate_limited', 1_000, null), 'rate_limited'],
    ['the session is over', new SendError('signed_out', null, null), 'signed_out'],
    ['the token was refused', new TokenError('refused'), 'server_failed'],
    ['the token service is slow', new TokenError('slow'), 'server_failed'],
    ['the SFU could not be connected to', new Error('no answer'), 'server_failed'],
  ] as const)
    it(`${what}: ${reason}`, () => expect(failureReason(error)).to.equal(reason));
});
