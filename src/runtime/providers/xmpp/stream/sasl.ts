import { StreamError } from './problems.ts';
import { Scram, type ScramCache, type ScramHash } from './scram.ts';

/** Proves who we are. The password may change its salt on the server, so keys alone would not do. */
export interface Credentials {
  /** Local part of the JID. */
  readonly username: string;
  readonly password: string;
}

/** One exchange of SASL (RFC 6120, 6), in plain text; base64 is the caller's. */
interface Exchange {
  readonly mechanism: string;
  first(): string;
  /** @throws StreamError */
  respond(challenge: string): Promise<string>;
  /** @throws StreamError where the server did not prove itself */
  succeed(data: string | null): void;
}

/** Best first. */
const SCRAM: readonly (readonly [string, ScramHash])[] = [
  ['SCRAM-SHA-512', 'SHA-512'],
  ['SCRAM-SHA-256', 'SHA-256'],
  ['SCRAM-SHA-1', 'SHA-1'],
];

export interface SaslOptions extends Credentials {
  readonly offered: readonly string[];
  /** Whether nobody between us and the server can read: only then a password is sent as it is. */
  readonly secure: boolean;
  readonly nonce: string;
  readonly cache: ScramCache;
  /** `crypto.subtle`, which a page without a secure context lacks. */
  readonly hasWebCrypto?: boolean;
}

/** @throws StreamError `not-offered`, `no-webcrypto` */
export function beginSasl(options: SaslOptions): Exchange {
  const { offered, secure, hasWebCrypto = globalThis.isSecureContext } = options;
  const scram = SCRAM.find(([name]) => offered.includes(name));
  if (scram && hasWebCrypto) {
    const [mechanism, hash] = scram;
    const exchange = new Scram({ ...options, hash });
    return {
      mechanism,
      first: () => exchange.first(),
      respond: (challenge) => exchange.respond(challenge),
      succeed: (data) => exchange.succeed(data),
    };
  }
  if (offered.includes('PLAIN') && secure) return plain(options);
  throw new StreamError(scram ? 'no-webcrypto' : 'not-offered');
}

/** RFC 4616. */
function plain({ username, password }: Credentials): Exchange {
  return {
    mechanism: 'PLAIN',
    first: () => `\0${username}\0${password}`,
    respond: async () => {
      throw new StreamError('malformed', 'PLAIN');
    },
    succeed: () => {},
  };
}
