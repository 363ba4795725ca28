import { generateScope, validateDeviceAuthorizationResponse } from 'matrix-js-sdk/lib/oauth/authorize.js';
import type { DeviceAuthorizationResponse } from 'matrix-js-sdk/lib/oauth/authorize.js';
import type { ValidatedAuthMetadata } from 'matrix-js-sdk/lib/oauth/discover.js';
import { OAuthGrantType } from 'matrix-js-sdk/lib/oauth/register.js';
import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';
import { SignInError, type SignInContext, type SignInStep } from '../provider.ts';
import { silenceGlobalLogger } from './client-log.ts';
import type { Request } from './client-request.ts';
import { authMetadata, oauthError, readTokens, type Tokens } from './oauth.ts';
import { mayConnect } from './well-known.ts';

/**
 * How we introduce ourselves (Matrix 1.15 "Client registration"). The SDK's `registerClient` would add a response type,
 * which Matrix Authentication Service refuses to a client without redirects (oauth2-types, `ClientMetadata::validate`).
 */
const REGISTRATION = {
  client_name: 'Call Assist',
  // Required, and nobody opens it: a name that is reserved for nobody (RFC 2606).
  client_uri: 'https://call-assist.invalid/',
  application_type: 'native',
  grant_types: [OAuthGrantType.DeviceAuthorization, OAuthGrantType.RefreshToken],
  response_types: [],
  token_endpoint_auth_method: 'none',
};

/** Where the server names no pace (RFC 8628 3.2). */
const INTERVAL: Millis = 5_000;
/** What `slow_down` adds (RFC 8628 3.5). */
const SLOWER = 5_000;
/** The longest wait between two questions while the server cannot be reached. */
const MOST: Millis = 30_000;

export interface Granted {
  readonly clientId: string;
  readonly tokens: Tokens;
}

/**
 * Signs in by the device authorization grant (RFC 8628 with Matrix's scopes, MSC4341): the person allows it on a device
 * of theirs, and we ask until they have. The SDK's own waiting can neither be given up nor survives a lost network.
 * @param deviceId the Matrix device that is to be
 * @throws SignInError `not_offered`, `declined`, `expired`, `cancelled` …
 */
export async function deviceGrant(
  baseUrl: string,
  deviceId: string,
  request: Request,
  { platform: { clock }, signal, onStep }: Pick<SignInContext, 'platform' | 'signal' | 'onStep'>,
): Promise<Granted> {
  silenceGlobalLogger();
  const metadata = await authMetadata(baseUrl, request);
  const endpoint = metadata?.device_authorization_endpoint;
  if (!metadata || endpoint === undefined || !onStep) throw new SignInError('not_offered');
  if (!REGISTRATION.grant_types.every((grant) => metadata.grant_types_supported.includes(grant))) {
    throw new SignInError('not_offered');
  }
  checkAddresses([endpoint, metadata.registration_endpoint, metadata.token_endpoint]);
  const clientId = await register(metadata.registration_endpoint, request);
  const asked = clock.now();
  const form = new URLSearchParams({ client_id: clientId, scope: generateScope(deviceId) });
  const { status, body } = await request('POST', endpoint, form);
  const session = readSession(status, body);
  const expiresAt = asked + session.expires_in * 1_000;
  onStep(stepOf(session, expiresAt));
  const tokens = await poll({ metadata, clientId, session, expiresAt, request, clock, signal });
  return { clientId, tokens };
}

function checkAddresses(addresses: readonly string[]): void {
  for (const address of addresses) {
    if (!URL.canParse(address)) throw new SignInError('server_error');
    if (!mayConnect(address, location.protocol)) throw new SignInError('server_not_secure', 'homeserver');
  }
}

async function register(endpoint: string, request: Request): Promise<string> {
  const { status, body } = await request('POST', endpoint, REGISTRATION);
  const { client_id: clientId } = body;
  if (status === 429 || status >= 500) throw new SignInError('server_error');
  // A server that lets no unknown client in.
  if (status >= 400) throw new SignInError('not_offered');
  if (typeof clientId !== 'string') throw new SignInError('server_error');
  return clientId;
}

function readSession(status: number, body: unknown): DeviceAuthorizationResponse {
  try {
    if (status !== 200) throw new Error(`the server answered ${status}`);
    validateDeviceAuthorizationResponse(body);
    return body;
  } catch (cause) {
    throw new SignInError('server_error', null, { cause });
  }
}

function stepOf(session: DeviceAuthorizationResponse, expiresAt: Millis): SignInStep {
  const { verification_uri: address, verification_uri_complete: complete, user_code: code } = session;
  if (!isWebAddress(address)) throw new SignInError('server_error');
  const addressWithCode = complete !== undefined && isWebAddress(complete) ? complete : null;
  return { type: 'open-address', address, addressWithCode, code, expiresAt };
}

/** The person is to open it: nothing but a web page. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

interface Poll {
  readonly metadata: ValidatedAuthMetadata;
  readonly clientId: string;
  readonly session: DeviceAuthorizationResponse;
  readonly expiresAt: Millis;
  readonly request: Request;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Asks at the server's pace until there are tokens, a no, or no time left. */
async function poll({ metadata, clientId, session, expiresAt, request, clock, signal }: Poll): Promise<Tokens> {
  let interval = Math.max(1_000, session.interval === undefined ? INTERVAL : session.interval * 1_000);
  let unheard = 0;
  for (;;) {
    // RFC 8628 3.5: slower with each question that nobody answered.
    const wait = unheard === 0 ? interval : Math.max(interval, Math.min(interval * 2 ** unheard, MOST));
    if (clock.now() + wait >= expiresAt) {
      await pause(expiresAt - clock.now(), clock, signal);
      throw new SignInError(unheard > 0 ? 'network' : 'expired');
    }
    await pause(wait, clock, signal);
    const form = new URLSearchParams({
      grant_type: OAuthGrantType.DeviceAuthorization,
      device_code: session.device_code,
      client_id: clientId,
    });
    const answer = await request('POST', metadata.token_endpoint, form).catch((error: unknown) => {
      if (error instanceof SignInError && error.problem === 'cancelled') throw error;
      return null;
    });
    unheard = answer === null || answer.status === 429 || answer.status >= 500 ? unheard + 1 : 0;
    if (answer === null || unheard > 0) continue;
    const tokens = readTokens(answer);
    if (tokens) return usable(tokens);
    const error = oauthError(answer);
    if (error === 'slow_down') interval += SLOWER;
    else if (error === 'access_denied') throw new SignInError('declined');
    else if (error === 'expired_token') throw new SignInError('expired');
    else if (error !== 'authorization_pending') throw new SignInError('server_error');
  }
}

/** A session that ends after minutes would be a device that does not ring. */
function usable(tokens: Tokens): Tokens {
  if (tokens.lifetime !== null && tokens.refreshToken === null) throw new SignInError('server_error');
  return tokens;
}

function pause(delay: Millis, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      cancel();
      reject(new SignInError('cancelled'));
    };
    const cancel = clock.after(Math.max(0, delay), () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
