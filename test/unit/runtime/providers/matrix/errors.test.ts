import { expect } from '@open-wc/testing';
import { loginError, retryAfter, VerificationError } from '../../../../../src/runtime/providers/matrix/errors.ts';

const answer = (status: number, body: Record<string, unknown> = {}, headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});

describe('loginError', () => {
  const table: [number, string | undefined, 'password' | 'token', string][] = [
    [403, 'M_FORBIDDEN', 'password', 'wrong_password password'],
    [403, 'M_FORBIDDEN', 'token', 'bad_token token'],
    [401, 'M_UNKNOWN_TOKEN', 'token', 'bad_token token'],
    [400, 'M_INVALID_USERNAME', 'password', 'wrong_password user'],
    [403, 'M_USER_DEACTIVATED', 'password', 'wrong_password user'],
    [403, 'M_USER_DEACTIVATED', 'token', 'bad_token token'],
    [429, 'M_LIMIT_EXCEEDED', 'password', 'rate_limited null'],
    [400, 'M_UNKNOWN', 'password', 'not_offered null'],
    [404, 'M_UNRECOGNIZED', 'password', 'not_offered null'],
    [500, 'M_UNKNOWN', 'password', 'server_error null'],
    [502, undefined, 'password', 'server_error null'],
    [403, undefined, 'password', 'wrong_password password'],
    [400, 'M_BAD_JSON', 'password', 'server_error null'],
    [418, undefined, 'token', 'server_error null'],
  ];
  for (const [status, errcode, secret, expected] of table) {
    it(`${status} ${errcode ?? 'without a code'} for a ${secret} → ${expected}`, () => {
      const { problem, field } = loginError(answer(status, errcode === undefined ? {} : { errcode }), secret);
      expect(`${problem} ${field}`).to.equal(expected);
    });
  }

  it('says how long to wait', () => {
    expect(loginError(answer(429, { retry_after_ms: 2500 }), 'password').retryAfter).to.equal(2500);
    expect(loginError(answer(429), 'password').retryAfter).to.equal(null);
  });

  it('never quotes the server, who may quote what was typed', () => {
    const error = loginError(answer(403, { errcode: 'M_FORBIDDEN', error: 'hunter2 is wrong' }), 'password');
    expect(`${error.message} ${String(error.cause)}`).not.to.contain('hunter2');
  });
});

describe('retryAfter', () => {
  it('reads the body before the header, and nonsense not at all', () => {
    expect(retryAfter(answer(429, { retry_after_ms: 10 }, { 'Retry-After': '7' }))).to.equal(10);
    expect(retryAfter(answer(429, {}, { 'Retry-After': '7' }))).to.equal(7000);
    expect(retryAfter(answer(429, { retry_after_ms: -1 }, { 'Retry-After': 'soon' }))).to.equal(null);
  });
});

describe('VerificationError', () => {
  it('names its problem', () => {
    expect(new VerificationError('wrong_key')).to.include({
      problem: 'wrong_key',
      name: 'VerificationError',
      message: 'verification failed: wrong_key',
    });
  });
});
