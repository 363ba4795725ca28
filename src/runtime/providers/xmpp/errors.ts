import { SignInError } from '../provider.ts';
import { StreamError, type StreamProblem } from './stream/index.ts';

/** The fields of the form an error may point at. */
type Field = 'password' | 'websocket';

/**
 * What a stream that did not come up means for the person who signs in.
 * @param isOnline what the browser says of its network
 */
export function signInError(cause: unknown, isOnline: boolean): SignInError {
  if (cause instanceof SignInError) return cause;
  const [problem, field] = meaning(cause instanceof StreamError ? cause.problem : 'refused', isOnline);
  return new SignInError(problem, field, { cause });
}

function meaning(problem: StreamProblem, isOnline: boolean): readonly [SignInError['problem'], Field | null] {
  switch (problem) {
    case 'no-address':
      return isOnline ? ['no_websocket', 'websocket'] : ['network', null];
    // A browser tells nobody whether a certificate was refused or the server is not there.
    case 'unreachable':
      return isOnline ? ['no_connection', 'websocket'] : ['network', null];
    case 'not-secure':
      return ['server_not_secure', 'websocket'];
    case 'wrong-password':
      return ['wrong_password', 'password'];
    case 'not-offered':
      return ['not_offered', null];
    case 'no-webcrypto':
      return ['insecure_page', null];
    case 'busy':
      return ['rate_limited', null];
    case 'timeout':
      return ['network', null];
    case 'closed':
      return ['cancelled', null];
    case 'impostor':
    case 'conflict':
    case 'malformed':
    case 'refused':
    case 'lost':
      return ['server_error', null];
    default:
      return problem satisfies never;
  }
}
