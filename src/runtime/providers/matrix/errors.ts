import type { Millis } from '../../call/call.ts';
import { SignInError } from '../provider.ts';
import type { Answer } from './client-request.ts';

/** The fields of the form an error may point at. */
type Field = 'user' | 'password' | 'token' | 'homeserver';

/**
 * What a refused `/login` means (client-server API 5.7.3 and "Common error codes").
 * @param secret the field that was the proof: `password` or `token`
 */
export function loginError(answer: Answer, secret: 'password' | 'token'): SignInError {
  const code = answer.body['errcode'];
  const refused = secret === 'token' ? 'bad_token' : 'wrong_password';
  const at = (problem: SignInError['problem'], field: Field | null): SignInError => new SignInError(problem, field);
  if (answer.status === 429 || code === 'M_LIMIT_EXCEEDED') {
    const wait = retryAfter(answer);
    return new SignInError('rate_limited', null, wait === null ? {} : { retryAfter: wait });
  }
  if (answer.status >= 500) return at('server_error', null);
  switch (code) {
    case 'M_INVALID_USERNAME':
    case 'M_USER_DEACTIVATED':
    case 'M_USER_LOCKED':
    case 'M_USER_SUSPENDED':
      return at(refused, secret === 'token' ? 'token' : 'user');
    case 'M_UNKNOWN':
    case 'M_UNRECOGNIZED':
      return at('not_offered', null);
    case 'M_FORBIDDEN':
    case 'M_UNAUTHORIZED':
    case 'M_UNKNOWN_TOKEN':
    case 'M_MISSING_TOKEN':
      return at(refused, secret);
    default:
      return answer.status === 401 || answer.status === 403 ? at(refused, secret) : at('server_error', null);
  }
}

/** How long to wait: `retry_after_ms` (readable from another origin) before the `Retry-After` header. */
export function retryAfter({ body, headers }: Pick<Answer, 'body' | 'headers'>): Millis | null {
  const ms = body['retry_after_ms'];
  if (typeof ms === 'number' && Number.isFinite(ms) && ms >= 0) return ms;
  const seconds = headers.get('Retry-After');
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : null;
}

/** Why this device could not be verified; shown from a table. */
export type VerificationProblem =
  /** What was typed is no recovery key at all. */
  | 'bad_key'
  /** A recovery key, but not of this account. */
  | 'wrong_key'
  /** The account has no recovery set up (in Element: Settings, Encryption). */
  | 'not_set_up'
  /** Encryption could not be started here. */
  | 'no_encryption'
  | 'failed';

/** Verifying failed. Neither message nor cause hold the key. */
export class VerificationError extends Error {
  readonly problem: VerificationProblem;

  constructor(problem: VerificationProblem, options: { cause?: unknown } = {}) {
    super(`verification failed: ${problem}`, options);
    this.name = 'VerificationError';
    this.problem = problem;
  }
}
