import type { Account, FormValues, Provider, Secrets, SignInContext } from '../provider.ts';
import { SignInError } from '../provider.ts';
import { type Answer, createRequest, isRecord, type Request } from './client-request.ts';
import { loginError } from './errors.ts';
import { discover, parseUserId } from './well-known.ts';

/** What {@link Account.settings} holds for Matrix. */
export interface MatrixSettings {
  readonly baseUrl: string;
  readonly deviceId: string;
  readonly userId: string;
  /** Whether the crypto is loaded: from the first encrypted room on. */
  readonly encryption: boolean;
}

/** Shown to the person among the devices of the account. */
const DEVICE_NAME = 'Call Assist';

/**
 * Signs in with a password (`user`, `password`, `homeserver`) or a login token (`token`, `homeserver`).
 *
 * A refresh token is never asked for: the SDK refreshes OAuth sessions only, and a session that expires
 * after minutes would be a kiosk that does not ring.
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
  await checkOffered(baseUrl, login.type, request);
  const previous = previousOf(context.previous);
  const reuseDevice = previous !== null && (login.type === 'm.login.token' || isUser(login.user, previous.userId));
  const answer = await request('POST', `${baseUrl}/_matrix/client/v3/login`, {
    ...credentials(login),
    initial_device_display_name: DEVICE_NAME,
    ...(reuseDevice ? { device_id: previous.deviceId } : {}),
  });
  if (answer.status !== 200) throw loginError(answer, login.type === 'm.login.token' ? 'token' : 'password');
  return signedIn(answer, baseUrl, context);
};

type Login = { readonly homeserver: string; readonly user: string } & (
  | { readonly type: 'm.login.password'; readonly password: string }
  | { readonly type: 'm.login.token'; readonly token: string }
);

/** Which of the form's variants was filled in. */
export function readForm(values: FormValues): Login {
  const homeserver = values['homeserver']?.trim() ?? '';
  const user = values['user']?.trim() ?? '';
  const token = values['token']?.trim() ?? '';
  if (token !== '') {
    if (homeserver === '') throw new SignInError('needed', 'homeserver');
    return { type: 'm.login.token', homeserver, user: '', token };
  }
  if ('token' in values && !('user' in values)) throw new SignInError('needed', 'token');
  if (user === '') throw new SignInError('needed', 'user');
  if (user.startsWith('@') && !parseUserId(user)) throw new SignInError('bad_address', 'user');
  const password = values['password'] ?? '';
  if (password === '') throw new SignInError('needed', 'password');
  return { type: 'm.login.password', homeserver, user, password };
}

function credentials(login: Login): Record<string, unknown> {
  return login.type === 'm.login.token'
    ? { type: login.type, token: login.token }
    : { type: login.type, identifier: { type: 'm.id.user', user: login.user }, password: login.password };
}

/** A server of another kind (OAuth only, SSO only) is told apart before anybody is blamed for a wrong password. */
async function checkOffered(baseUrl: string, type: Login['type'], request: Request): Promise<void> {
  const { status, body, headers } = await request('GET', `${baseUrl}/_matrix/client/v3/login`);
  if (status === 429 || status >= 500) throw loginError({ status, body, headers }, 'password');
  const flows = Array.isArray(body['flows']) ? (body['flows'] as readonly unknown[]) : [];
  const offered = flows.some((flow) => isRecord(flow) && flow['type'] === type);
  if (!offered) throw new SignInError('not_offered');
}

function signedIn(answer: Answer, baseUrl: string, context: SignInContext): { account: Account; secrets: Secrets } {
  const { user_id: userId, device_id: deviceId, access_token: accessToken } = answer.body;
  if (typeof userId !== 'string' || typeof deviceId !== 'string' || typeof accessToken !== 'string') {
    throw new SignInError('server_error');
  }
  const previous = previousOf(context.previous);
  const samePerson = previous !== null && previous.userId === userId;
  const sameDevice = samePerson && previous.deviceId === deviceId;
  // The login answer's own well_known is not followed: this address has just been proven to work.
  const settings: MatrixSettings = { baseUrl, deviceId, userId, encryption: sameDevice && previous.encryption };
  return {
    account: {
      id: samePerson && context.previous ? context.previous.id : context.platform.id(),
      protocol: 'matrix',
      address: userId,
      settings: { ...settings },
    },
    secrets: sameDevice ? { accessToken } : { accessToken, cryptoKey: newCryptoKey() },
  };
}

function previousOf(account: Account | null): MatrixSettings | null {
  return account?.protocol === 'matrix' ? readSettings(account) : null;
}

/** The settings of a stored account, or null if they are not ours. */
export function readSettings({ settings }: Account): MatrixSettings | null {
  const { baseUrl, deviceId, userId, encryption } = settings;
  if (typeof baseUrl !== 'string' || !URL.canParse(baseUrl)) return null;
  if (typeof deviceId !== 'string' || typeof userId !== 'string') return null;
  return { baseUrl, deviceId, userId, encryption: encryption === true };
}

/** Servers take a user's name in any case. */
function isUser(typed: string, userId: string): boolean {
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
  return same(typed, userId) || (!typed.startsWith('@') && same(typed, parseUserId(userId)?.localpart));
}

/** 32 random bytes, base64: the key that seals the crypto store. */
export function newCryptoKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}
