import { homeAssistantUrl } from './configuration.ts';

/** What Home Assistant's frontend keeps in `localStorage.hassTokens`: with it a page is signed in. */
export interface FrontendTokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly hassUrl: string;
  readonly clientId: string;
}

type Grant = Omit<FrontendTokens, 'expires' | 'hassUrl' | 'clientId'>;

const clientId = `${homeAssistantUrl}/`;

/**
 * One REST call. A body makes it a POST, unless `method` says otherwise.
 * @returns the parsed answer, undefined where there is none
 * @throws with status and text where the answer is not a success
 */
export async function rest(path: string, { token, body, method }: RestOptions = {}): Promise<unknown> {
  const isForm = body instanceof URLSearchParams;
  const response = await fetch(homeAssistantUrl + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Home Assistant answered ${response.status} to ${path}: ${text.slice(0, 300)}`);
  return text === '' ? undefined : parse(text);
}

export interface RestOptions {
  readonly token?: string;
  readonly body?: object;
  readonly method?: string;
}

/** Signs a user in, as the frontend's form does. */
export async function signIn(username: string, password: string): Promise<FrontendTokens> {
  const begin = { client_id: clientId, handler: ['homeassistant', null], redirect_uri: clientId };
  const flow = (await rest('/auth/login_flow', { body: begin })) as { flow_id: string };
  const form = { client_id: clientId, username, password };
  const done = (await rest(`/auth/login_flow/${flow.flow_id}`, { body: form })) as { result?: string };
  if (done.result === undefined) throw new Error(`Home Assistant does not accept ${username}'s password`);
  return redeem(done.result);
}

/** Creates the first user; possible once. */
export async function createOwner(name: string, username: string, password: string): Promise<FrontendTokens> {
  const body = { client_id: clientId, name, username, password, language: 'en' };
  const created = (await rest('/api/onboarding/users', { body })) as { auth_code: string };
  return redeem(created.auth_code);
}

/** Finishes one of onboarding's other steps with its defaults. */
export async function finishOnboarding(step: string, token: string): Promise<void> {
  await rest(`/api/onboarding/${step}`, { token, body: { client_id: clientId, redirect_uri: clientId } });
}

async function redeem(code: string): Promise<FrontendTokens> {
  const body = new URLSearchParams({ client_id: clientId, code, grant_type: 'authorization_code' });
  const grant = (await rest('/auth/token', { body })) as Grant;
  return { ...grant, hassUrl: homeAssistantUrl, clientId, expires: Date.now() + grant.expires_in * 1000 };
}

/** A command that Home Assistant did not carry out; `code` is its own. */
class CommandError extends Error {
  readonly code: string;

  constructor(type: string, { code, message }: { readonly code: string; readonly message: string }) {
    super(`${type}: ${code}: ${message}`);
    this.code = code;
  }
}

/** A websocket to Home Assistant: only commands with one result. */
export interface Connection {
  call<T>(type: string, data?: object): Promise<T>;
  close(): void;
}

/** Opens a websocket with a token of either kind. */
export async function openConnection(token: string): Promise<Connection> {
  const socket = new WebSocket(`${homeAssistantUrl.replace('http', 'ws')}/api/websocket`);
  const waiting = new Map<number, PromiseWithResolvers<unknown> & { readonly type: string }>();
  const signedIn = Promise.withResolvers<void>();
  let lastId = 0;
  socket.addEventListener('close', () => {
    const error = new Error('Home Assistant closed the connection');
    signedIn.reject(error);
    for (const command of waiting.values()) command.reject(error);
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === 'auth_required') socket.send(JSON.stringify({ type: 'auth', access_token: token }));
    if (message.type === 'auth_ok') signedIn.resolve();
    if (message.type === 'auth_invalid') signedIn.reject(new Error('Home Assistant does not accept the token'));
    if (message.type !== 'result') return;
    const command = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.success) command?.resolve(message.result);
    else command?.reject(new CommandError(command.type, message.error));
  });
  await signedIn.promise;
  return {
    call<T>(type: string, data: object = {}) {
      const command = Promise.withResolvers<unknown>();
      waiting.set(++lastId, { ...command, type });
      socket.send(JSON.stringify({ id: lastId, type, ...data }));
      return command.promise as Promise<T>;
    },
    close: () => socket.close(),
  };
}

type Message =
  | { readonly type: 'auth_required' | 'auth_ok' | 'auth_invalid' }
  | { readonly type: 'result'; readonly id: number; readonly success: true; readonly result: unknown }
  | {
      readonly type: 'result';
      readonly id: number;
      readonly success: false;
      readonly error: { readonly code: string; readonly message: string };
    };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
