import type { Account, FormValues, Provider, Secrets, SignInContext } from '../provider.ts';
import { SignInError } from '../provider.ts';
import { secureRandomString } from 'matrix-js-sdk/lib/randomstring.js';
import { createRequest, isRecord, type Request } from './client-request.ts';
import { loginError } from './errors.ts';
import { deviceGrant } from './oauth-device-grant.ts';
import { type MatrixSettings, newCryptoKey, readSettings } from './settings.ts';
import { discover, parseUserId } from './well-known.ts';

/** Shown to the person among the devices of the account. */
const DEVICE_NAME = 'Call Assist';

/**
 * Signs in with a password (`user`, `password`, `homeserver`), a login token (`token`, `homeserver`), or, with nothing
 * but `homeserver`, on another device of the person (OAuth).
 *
 * With a password or a login token a refresh token is never asked for: only OAuth sessions are renewed, and a session
 * that expires after minutes would be a kiosk that does not ring.
 *
 * With `previous`, and the same user: the same account id and device, and **no `cryptoKey` among the
 * secrets**: the key of the crypto store that is there stays in force, so keep the old secrets beneath the
 * new ones (`{...old, ...new}`).
 * @throws SignInError
 */
export const signIn: Provider['signIn'] = async (values, context) => {
  const request = createRequest(context.signal, context.platform.clock);
  const login = readForm(values);
  const baseUrl = await discover(login.homeserver, login.user, request, location.protocol);
  const proven = await (login.type === 'oauth'
    ? byOAuth(baseUrl, request, context)
    : byLogin(login, baseUrl, request, previousOf(context)));
  return signedIn(proven, baseUrl, context);
};

type Credentials =
  | { readonly type: 'm.login.password'; readonly password: string }
  | { readonly type: 'm.login.token'; readonly token: string };
type Login = { readonly homeserver: string; readonly user: string } & (Credentials | { readonly type: 'oauth' });

/** Which of the form's variants was filled in. */
export function readForm(values: FormValues): Login {
  const homeserver = values['homeserver']?.trim() ?? '';
  const user = values['user']?.trim() ?? '';
  const token = values['token']?.trim() ?? '';
  if (token !== '') {
    if (homeserver === '') throw new SignInError('needed', 'homeserver');
    return { type: 'm.login.token', homeserver, user: '', token };
  }
  if (!('user' in values)) {
    if ('token' in values) throw new SignInError('needed', 'token');
    if (homeserver === '') throw new SignInError('needed', 'homeserver');
    return { type: 'oauth', homeserver, user: '' };
  }
  if (user === '') throw new SignInError('needed', 'user');
  if (user.startsWith('@') && !parseUserId(user)) throw new SignInError('bad_address', 'user');
  const password = values['password'] ?? '';
  if (password === '') throw new SignInError('needed', 'password');
  return { type: 'm.login.password', homeserver, user, password };
}

/** What the server has said of who we are, and what proves it. */
interface Proven {
  readonly userId: unknown;
  readonly deviceId: unknown;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly settings: Pick<MatrixSettings, 'oauthClientId'>;
}

async function byLogin(
  login: Extract<Login, Credentials>,
  baseUrl: string,
  request: Request,
  previous: MatrixSettings | null,
): Promise<Proven> {
  await checkOffered(baseUrl, login.type, request);
  const reuseDevice = previous !== null && (login.type === 'm.login.token' || isUser(login.user, previous.userId));
  const answer = await request('POST', `${baseUrl}/_matrix/client/v3/login`, {
    ...credentials(login),
    initial_device_display_name: DEVICE_NAME,
    ...(reuseDevice ? { device_id: previous.deviceId } : {}),
  });
  if (answer.status !== 200) throw loginError(answer, login.type === 'm.login.token' ? 'token' : 'password');
  const { user_id: userId, device_id: deviceId, access_token: accessToken } = answer.body;
  return { userId, deviceId, secrets: { accessToken }, settings: {} };
}

function credentials(login: Credentials & { readonly user: string }): Record<string, unknown> {
  return login.type === 'm.login.token'
    ? { type: login.type, token: login.token }
    : { type: login.type, identifier: { type: 'm.id.user', user: login.user }, password: login.password };
}

/** A server of another kind (OAuth only, SSO only) is told apart before anybody is blamed for a wrong password. */
async function checkOffered(baseUrl: string, type: Credentials['type'], request: Request): Promise<void> {
  const { status, body, headers } = await request('GET', `${baseUrl}/_matrix/client/v3/login`);
  if (status === 429 || status >= 500) throw loginError({ status, body, headers }, 'password');
  const flows = Array.isArray(body['flows']) ? (body['flows'] as readonly unknown[]) : [];
  const offered = flows.some((flow) => isRecord(flow) && flow['type'] === type);
  if (!offered) throw new SignInError('not_offered');
}

/** Who has allowed it is known only afterwards. */
async function byOAuth(baseUrl: string, request: Request, context: SignInContext): Promise<Proven> {
  const previous = previousOf(context);
  const wanted = previous?.baseUrl === baseUrl ? previous.deviceId : secureRandomString(10);
  const { clientId, tokens } = await deviceGrant(baseUrl, wanted, request, context);
  const { accessToken, refreshToken } = tokens;
  // Allowed is allowed: whoever gives up now would leave a device behind on the server.
  const ask = createRequest(new AbortController().signal, context.platform.clock);
  const { status, body } = await ask('GET', `${baseUrl}/_matrix/client/v3/account/whoami`, undefined, accessToken);
  if (status !== 200) throw new SignInError('server_error');
  return {
    userId: body['user_id'],
    deviceId: body['device_id'],
    secrets: { accessToken, ...(refreshToken === null ? {} : { refreshToken }) },
    settings: { oauthClientId: clientId },
  };
}

function signedIn(
  { userId, deviceId, secrets, settings }: Proven,
  baseUrl: string,
  context: SignInContext,
): { account: Account; secrets: Secrets } {
  if (typeof userId !== 'string' || typeof deviceId !== 'string' || !areStrings(secrets) || !secrets['accessToken']) {
    throw new SignInError('server_error');
  }
  const previous = previousOf(context);
  const samePerson = previous !== null && previous.userId === userId;
  const sameDevice = samePerson && previous.deviceId === deviceId;
  // The login answer's own well_known is not followed: this address has just been proven to work.
  const stored: MatrixSettings = {
    baseUrl,
    deviceId,
    userId,
    encryption: sameDevice && previous.encryption,
    ...(samePerson && chosen(previous)),
    ...settings,
  };
  return {
    account: {
      id: samePerson && context.previous ? context.previous.id : context.platform.id(),
      protocol: 'matrix',
      address: userId,
      settings: { ...stored },
    },
    secrets: sameDevice ? secrets : { ...secrets, cryptoKey: newCryptoKey() },
  };
}

/** What the person has chosen, which signing in again does not change. */
function chosen({
  matrixRtc,
  livekitServiceUrl,
}: MatrixSettings): Pick<MatrixSettings, 'matrixRtc' | 'livekitServiceUrl'> {
  return {
    ...(matrixRtc !== undefined && { matrixRtc }),
    ...(livekitServiceUrl !== undefined && { livekitServiceUrl }),
  };
}

function areStrings(values: Readonly<Record<string, unknown>>): values is Secrets {
  return Object.values(values).every((value) => typeof value === 'string');
}

function previousOf({ previous }: SignInContext): MatrixSettings | null {
  return previous?.protocol === 'matrix' ? readSettings(previous) : null;
}

/** Servers take a user's name in any case. */
function isUser(typed: string, userId: string): boolean {
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
  return same(typed, userId) || (!typed.startsWith('@') && same(typed, parseUserId(userId)?.localpart));
}
