import { createHmac } from 'node:crypto';
import { homeserverUrl, registrationSharedSecret } from './configuration.ts';

/** Somebody who is signed in. */
export interface Session {
  readonly userId: string;
  readonly accessToken: string;
  readonly deviceId: string;
}

/**
 * One call of the client-server API, below `/_matrix/client/v3`, or anywhere if the path starts with `/_`.
 * @throws with the server's error code and text
 */
export async function request<T>(method: string, path: string, { session, body }: RequestOptions = {}): Promise<T> {
  const response = await fetch(homeserverUrl + (path.startsWith('/_') ? path : `/_matrix/client/v3${path}`), {
    method,
    headers: {
      ...(session ? { authorization: `Bearer ${session.accessToken}` } : {}),
      ...(body instanceof Uint8Array ? { 'content-type': 'image/png' } : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = (await response.json()) as T & { errcode?: string; error?: string };
  if (!response.ok) throw new Error(`${method} ${path}: ${answer.errcode ?? response.status} ${answer.error ?? ''}`);
  return answer;
}

interface RequestOptions {
  readonly session?: Session;
  /** Sent as JSON; bytes are sent as they are, as a PNG. */
  readonly body?: object | Uint8Array<ArrayBuffer>;
}

/** Creates an account if there is none of that name. Leaves no device behind. */
export async function registerUser(username: string, password: string): Promise<void> {
  const path = '/_synapse/admin/v1/register';
  const { nonce } = await request<{ nonce: string }>('GET', path);
  const mac = createHmac('sha1', registrationSharedSecret);
  mac.update([nonce, username, password, 'notadmin'].join('\0'));
  const body = { nonce, username, password, admin: false, inhibit_login: true, mac: mac.digest('hex') };
  await request('POST', path, { body }).catch((error: Error) => {
    if (!error.message.includes('M_USER_IN_USE')) throw error;
  });
}

/** Signs in on a device that is new, unless it is named. */
export async function signIn(username: string, password: string, deviceId?: string): Promise<Session> {
  const identifier = { type: 'm.id.user', user: username };
  const body = { type: 'm.login.password', identifier, password, device_id: deviceId };
  type Answer = { user_id: string; access_token: string; device_id: string };
  const answer = await request<Answer>('POST', '/login', { body });
  return { userId: answer.user_id, accessToken: answer.access_token, deviceId: answer.device_id };
}

/** Ends a session and removes its device. */
export const signOut = (session: Session) => request('POST', '/logout', { session, body: {} });
