/**
 * Why there is no stream.
 *
 * - `no-address`: the server tells no WebSocket (XEP-0156), or the one that was given is of another server
 * - `not-secure`: a WebSocket without TLS that is not on this device
 * - `unreachable`: no connection; a browser does not tell a server that is down from a certificate it does not trust
 * - `timeout`: connected, but it did not become a stream in time
 * - `not-offered`: no mechanism we speak, or no resource binding
 * - `no-webcrypto`: the page is not secure, so the browser keeps its cryptography from it
 * - `wrong-password`: the credentials were refused
 * - `busy`: not now (too many attempts, or something of the server's is down)
 * - `impostor`: the server could not prove that it knows the password (SCRAM)
 * - `conflict`: another client took our resource
 * - `malformed`: what came is no XMPP
 * - `refused`: ended by the server with another condition
 * - `lost`: the connection broke
 * - `closed`: we closed it
 */
export type StreamProblem =
  | 'no-address'
  | 'not-secure'
  | 'unreachable'
  | 'timeout'
  | 'not-offered'
  | 'no-webcrypto'
  | 'wrong-password'
  | 'busy'
  | 'impostor'
  | 'conflict'
  | 'malformed'
  | 'refused'
  | 'lost'
  | 'closed';

/** Its message names the problem and a condition of RFC 6120, never what was sent. */
export class StreamError extends Error {
  readonly problem: StreamProblem;

  constructor(problem: StreamProblem, condition: string | null = null, options: { cause?: unknown } = {}) {
    super(condition === null ? `XMPP stream: ${problem}` : `XMPP stream: ${problem} (${condition})`, options);
    this.name = 'StreamError';
    this.problem = problem;
  }
}

/** What a stream error (RFC 6120, 4.9.3) means for us. */
export function streamProblem(condition: string): StreamProblem {
  switch (condition) {
    case 'conflict':
      return 'conflict';
    case 'policy-violation':
    case 'resource-constraint':
      return 'busy';
    case 'not-authorized':
      return 'wrong-password';
    case 'host-unknown':
    case 'host-gone':
      return 'no-address';
    default:
      return 'refused';
  }
}

/** What a failure of SASL (RFC 6120, 6.5) means for us. */
export function saslProblem(condition: string): StreamProblem {
  switch (condition) {
    case 'not-authorized':
    case 'account-disabled':
    case 'credentials-expired':
    case 'invalid-authzid':
      return 'wrong-password';
    case 'temporary-auth-failure':
      return 'busy';
    case 'encryption-required':
    case 'invalid-mechanism':
    case 'mechanism-too-weak':
      return 'not-offered';
    default:
      return 'refused';
  }
}
