import { isValidAuthMetadata, type ValidatedAuthMetadata } from 'matrix-js-sdk/lib/oauth/discover.js';
import { SignInError } from '../provider.ts';
import type { Answer, Request } from './client-request.ts';

/** Where the metadata is: Matrix 1.15, and servers that have it since before (MSC2965). */
const METADATA = ['v1/auth_metadata', 'unstable/org.matrix.msc2965/auth_metadata'];

/**
 * What the homeserver tells of its OAuth server; null where people sign in another way.
 * @throws SignInError
 */
export async function authMetadata(baseUrl: string, request: Request): Promise<ValidatedAuthMetadata | null> {
  for (const path of METADATA) {
    const { status, body } = await request('GET', `${baseUrl}/_matrix/client/${path}`);
    if (status === 429 || status >= 500) throw new SignInError('server_error');
    if (status === 200) return isValidAuthMetadata(body) ? body : null;
  }
  return null;
}

export interface Tokens {
  readonly accessToken: string;
  /** Gets the next ones, once; null: the server gave no other, so that the one before stays good (RFC 6749 6). */
  readonly refreshToken: string | null;
  /** Seconds from the request on; null: until the server says otherwise. */
  readonly lifetime: number | null;
}

/** What a token endpoint granted (RFC 6749 5.1); null if it is something else. */
export function readTokens({ status, body }: Answer): Tokens | null {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifetime, token_type: type } = body;
  if (status !== 200 || typeof accessToken !== 'string' || accessToken === '') return null;
  // RFC 6749 7.1: the type is told, in any case, and a client must not use what it does not understand.
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') return null;
  return {
    accessToken,
    refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : null,
    lifetime: typeof lifetime === 'number' && lifetime > 0 ? lifetime : null,
  };
}

/** The code of an OAuth error (RFC 6749 5.2); null for any other answer. */
export function oauthError({ status, body }: Answer): string | null {
  const { error } = body;
  return status >= 400 && status < 500 && typeof error === 'string' ? error : null;
}
