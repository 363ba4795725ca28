import { fromBase64 } from '../../../../platform/base64.ts';
import type { Millis } from '../../../../call/call.ts';
import type { Clock } from '../../../../platform/platform.ts';
import { within } from '../../../../platform/wait.ts';
import { record } from '../../calls/contents.ts';
import { SLOT } from './contents.ts';
import { sfuIdentity, sfuRooms } from './identity.ts';
import type { Form } from './wire.ts';

/** How long the homeserver and the token service may take, each. */
export const TOKEN_TIMEOUT: Millis = 8_000;
const MAX_TOKEN = 16_000;

export type TokenProblem =
  /** No answer in time. */
  | 'slow'
  /** Nobody answers there, or the browser keeps us from it. */
  | 'unreachable'
  /** It is ill: 5xx, or too busy. */
  | 'ill'
  /** It does not let us in. */
  | 'refused'
  /** It answers what is none, or for somebody else, another room or another time. */
  | 'bad_answer'
  | 'foreign'
  | 'expired';

/** There is no token for an SFU, and why. Neither message nor cause hold a secret. */
export class TokenError extends Error {
  readonly problem: TokenProblem;

  constructor(problem: TokenProblem, options?: ErrorOptions) {
    super(`no token for the SFU: ${problem}`, options);
    this.name = 'TokenError';
    this.problem = problem;
  }
}

export interface TokenRequest {
  readonly serviceUrl: string;
  readonly roomId: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly memberId: string;
  readonly form: Form;
}

export interface TokenMeans {
  /** A proof of who we are for the service, made by the homeserver. */
  openIdToken(): Promise<unknown>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Now, by the homeserver's clock as far as it is known. */
  serverNow(): Millis;
  readonly signal: AbortSignal;
}

/** The SFU's address and what lets us in. Secret. */
export interface SfuToken {
  readonly url: string;
  readonly token: string;
}

/** Asks the service of an SFU for a token (MSC4195), in the request form of our membership. @throws TokenError */
export async function requestToken(request: TokenRequest, means: TokenMeans): Promise<SfuToken> {
  const { clock, signal } = means;
  const limit = { clock, limit: TOKEN_TIMEOUT, signal, expired: () => new TokenError('slow') };
  const openId = await within(means.openIdToken(), limit).catch((cause: unknown) => {
    throw cause instanceof TokenError ? cause : new TokenError('unreachable', { cause });
  });
  const abort = new AbortController();
  try {
    const answer = await within(ask(request, openId, means.fetch, abort.signal), limit);
    return await readToken(answer, request, means.serverNow());
  } catch (cause) {
    throw cause instanceof TokenError ? cause : new TokenError('unreachable', { cause });
  } finally {
    abort.abort();
  }
}

async function ask(
  request: TokenRequest,
  openId: unknown,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<unknown> {
  const [path, body] = requestForm(request, openId);
  const response = await fetch(request.serviceUrl + path, {
    method: 'POST',
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status >= 500 || response.status === 429) throw new TokenError('ill');
  if (!response.ok) throw new TokenError('refused');
  return response.json().catch((cause: unknown) => {
    throw new TokenError('bad_answer', { cause });
  });
}

/** Where and how a token is asked for, in each form. */
export function requestForm(
  { roomId, userId, deviceId, memberId, form }: TokenRequest,
  openId: unknown,
): readonly [path: string, body: object] {
  if (form === 'compatible') return ['/sfu/get', { room: roomId, openid_token: openId, device_id: deviceId }];
  const member = { id: memberId, claimed_user_id: userId, claimed_device_id: deviceId };
  return ['/get_token', { room_id: roomId, slot_id: SLOT, openid_token: openId, member }];
}

/**
 * What a service answered, if it is a token for us, this room and now. Its signature is the SFU's to check.
 * @throws TokenError
 */
export async function readToken(answer: unknown, request: TokenRequest, now: Millis): Promise<SfuToken> {
  const { url, jwt } = record(answer) ?? {};
  if (typeof url !== 'string' || typeof jwt !== 'string' || jwt.length > MAX_TOKEN || !isSfuAddress(url))
    throw new TokenError('bad_answer');
  const claims = readClaims(jwt);
  const room = record(claims?.['video'])?.['room'];
  if (!claims || typeof room !== 'string') throw new TokenError('bad_answer');
  const [identity, rooms] = await Promise.all([sfuIdentity(request), sfuRooms(request.roomId)]);
  if (claims['sub'] !== identity || !rooms.includes(room)) throw new TokenError('foreign');
  const expires = claims['exp'];
  if (typeof expires === 'number' && expires * 1_000 <= now) throw new TokenError('expired');
  return { url, token: jwt };
}

function isSfuAddress(url: string): boolean {
  return URL.canParse(url) && /^(wss?|https?):$/.test(new URL(url).protocol);
}

/** The middle part of a JWT (RFC 7519); null: none. */
function readClaims(jwt: string): Readonly<Record<string, unknown>> | null {
  const [, middle] = jwt.split('.');
  if (!middle) return null;
  try {
    const bytes = fromBase64(middle.replaceAll('-', '+').replaceAll('_', '/'));
    return record(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
