import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
/** Matrix 1.15 "Scope": the whole API, as one device. */
const SCOPE = /^urn:matrix:client:api:\* urn:matrix:client:device:([A-Za-z0-9._~-]{10,})$/;

type Json = Readonly<Record<string, unknown>>;

/** What a person has been asked for, and their answer. */
interface Grant {
  readonly clientId: string;
  readonly deviceId: string;
  readonly userCode: string;
  readonly expires: number;
  answer: 'pending' | 'declined' | { readonly localpart: string };
  asked: number;
}

/** A device that is signed in: one chain of refresh tokens, of which only the newest works. */
interface Session {
  readonly clientId: string;
  readonly deviceId: string;
  readonly localpart: string;
  over: boolean;
}

/** An error of RFC 6749 5.2. */
class OAuthError extends Error {}

/**
 * A small OAuth server with the device grant (RFC 8628), as strict as the specifications allow, and stricter where
 * Matrix Authentication Service is: a real Synapse asks it who somebody is. People answer by {@link answer}.
 */
export class OAuthIssuer {
  /** Seconds that access tokens, and that codes, are good for. */
  lifetime = 300;
  codeLifetime = 60;
  /** How often tokens were renewed, and requests that a client must not make. */
  renewed = 0;
  readonly faults: string[] = [];
  readonly #server: Server;
  readonly #homeserver: string;
  readonly #secret: string;
  readonly #clients = new Set<string>();
  readonly #grants = new Map<string, Grant>();
  readonly #access = new Map<string, { readonly session: Session; readonly expires: number }>();
  readonly #refresh = new Map<string, { readonly session: Session; used: boolean }>();

  private constructor(homeserver: string, secret: string) {
    this.#homeserver = homeserver;
    this.#secret = secret;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async listen(port: number, homeserver: string, secret: string): Promise<OAuthIssuer> {
    const issuer = new OAuthIssuer(homeserver, secret);
    await new Promise<void>((listening) => issuer.#server.listen(port, '127.0.0.1', listening));
    return issuer;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the OAuth server does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** The person allows what a code stands for, as themselves; or declines it. */
  async answer(userCode: string, answer: 'declined' | { readonly localpart: string }): Promise<void> {
    const grant = [...this.#grants.values()].find((given) => given.userCode === userCode);
    if (!grant) throw new Error(`nobody asked with the code ${userCode}`);
    if (answer !== 'declined') {
      await this.#tell('provision_user', { localpart: answer.localpart });
      await this.#tell('upsert_device', { localpart: answer.localpart, device_id: grant.deviceId });
    }
    grant.answer = answer;
  }

  /** Ends every session, as the person can on the server's own page. */
  async endSessions(): Promise<void> {
    for (const { session } of this.#refresh.values()) await this.#end(session);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', this.url);
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
    const reply = (status: number, body: Json): void =>
      void response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      if (search !== '') throw new OAuthError('invalid_request');
      const text = await read(request);
      if (pathname === '/.well-known/openid-configuration') return reply(200, this.#metadata());
      if (pathname === '/registration') return reply(201, this.#register(JSON.parse(text) as Json));
      const type = request.headers['content-type'] ?? '';
      if (!type.startsWith('application/x-www-form-urlencoded')) throw new OAuthError('invalid_request');
      const form = Object.fromEntries(new URLSearchParams(text));
      if (pathname === '/device') return reply(200, this.#ask(form));
      if (pathname === '/token') return reply(200, await this.#token(form));
      if (pathname === '/revoke') return reply(200, await this.#revoke(form));
      if (pathname !== '/oauth2/introspect') return reply(404, {});
      const known = request.headers.authorization === `Bearer ${this.#secret}`;
      return reply(known ? 200 : 401, known ? this.#introspect(form) : {});
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      if (!['authorization_pending', 'access_denied', 'expired_token'].includes(error.message)) {
        this.faults.push(`${pathname} ${error.message}`);
      }
      return reply(400, { error: error.message });
    }
  }

  #metadata(): Json {
    return {
      issuer: `${this.url}/`,
      account_management_uri: `${this.url}/account`,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      revocation_endpoint: `${this.url}/revoke`,
      registration_endpoint: `${this.url}/registration`,
      device_authorization_endpoint: `${this.url}/device`,
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'fragment'],
      grant_types_supported: ['authorization_code', 'refresh_token', DEVICE_CODE],
      code_challenge_methods_supported: ['S256'],
    };
  }

  /** RFC 7591, with what Matrix Authentication Service checks (oauth2-types, and its policy for clients). */
  #register(client: Json): Json {
    const grants = client['grant_types'];
    const uri = new URL(String(client['client_uri']));
    const good =
      Array.isArray(grants) &&
      grants.length === 2 &&
      ['refresh_token', DEVICE_CODE].every((grant) => grants.includes(grant)) &&
      JSON.stringify(client['response_types'] ?? []) === '[]' &&
      client['token_endpoint_auth_method'] === 'none' &&
      client['application_type'] === 'native' &&
      typeof client['client_name'] === 'string' &&
      uri.protocol === 'https:' &&
      !/^(localhost|127\.|\[)/.test(uri.hostname);
    if (!good) throw new OAuthError('invalid_client_metadata');
    const clientId = random();
    this.#clients.add(clientId);
    return { ...client, client_id: clientId };
  }

  #ask({ client_id: clientId = '', scope = '', ...rest }: Readonly<Record<string, string>>): Json {
    const deviceId = SCOPE.exec(scope)?.[1];
    if (deviceId === undefined) throw new OAuthError('invalid_scope');
    if (!this.#clients.has(clientId)) throw new OAuthError('invalid_client');
    if (Object.keys(rest).length > 0) throw new OAuthError('invalid_request');
    const [deviceCode, userCode] = [random(), random().slice(0, 6).toUpperCase()];
    const expires = Date.now() + this.codeLifetime * 1_000;
    this.#grants.set(deviceCode, { clientId, deviceId, userCode, expires, answer: 'pending', asked: 0 });
    return {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: `${this.url}/link`,
      verification_uri_complete: `${this.url}/link?code=${userCode}`,
      expires_in: this.codeLifetime,
      interval: 1,
    };
  }

  async #token(form: Readonly<Record<string, string>>): Promise<Json> {
    if (form['grant_type'] === DEVICE_CODE) return this.#granted(form);
    if (form['grant_type'] !== 'refresh_token') throw new OAuthError('unsupported_grant_type');
    const known = this.#refresh.get(form['refresh_token'] ?? '');
    if (!known || known.session.over || known.session.clientId !== form['client_id']) {
      throw new OAuthError('invalid_grant');
    }
    // Used twice, one of the two who have it stole it (RFC 9700 4.14.2).
    if (known.used) {
      await this.#end(known.session);
      throw new OAuthError('invalid_grant');
    }
    known.used = true;
    this.renewed++;
    return this.#issue(known.session);
  }

  #granted(form: Readonly<Record<string, string>>): Json {
    const code = form['device_code'] ?? '';
    const grant = this.#grants.get(code);
    if (!grant || grant.clientId !== form['client_id']) throw new OAuthError('invalid_grant');
    const since = Date.now() - grant.asked;
    grant.asked = Date.now();
    // A timer of the browser may be a little early.
    if (since < 950) throw new OAuthError('slow_down');
    if (Date.now() > grant.expires) throw new OAuthError('expired_token');
    if (grant.answer === 'pending') throw new OAuthError('authorization_pending');
    this.#grants.delete(code);
    if (grant.answer === 'declined') throw new OAuthError('access_denied');
    const { clientId, deviceId } = grant;
    return this.#issue({ clientId, deviceId, localpart: grant.answer.localpart, over: false });
  }

  #issue(session: Session): Json {
    const [access, refresh] = [random(), random()];
    for (const [token, other] of this.#access) if (other.session === session) this.#access.delete(token);
    this.#access.set(access, { session, expires: Date.now() + this.lifetime * 1_000 });
    this.#refresh.set(refresh, { session, used: false });
    return { access_token: access, refresh_token: refresh, token_type: 'Bearer', expires_in: this.lifetime };
  }

  async #revoke({ token = '', client_id: clientId }: Readonly<Record<string, string>>): Promise<Json> {
    const { session } = this.#refresh.get(token) ?? this.#access.get(token) ?? {};
    if (session && session.clientId !== clientId) throw new OAuthError('invalid_client');
    if (session) await this.#end(session);
    return {};
  }

  async #end(session: Session): Promise<void> {
    if (session.over) return;
    session.over = true;
    for (const [token, other] of this.#access) if (other.session === session) this.#access.delete(token);
    await this.#tell('delete_device', { localpart: session.localpart, device_id: session.deviceId });
  }

  /** RFC 7662, as Synapse asks. */
  #introspect({ token = '' }: Readonly<Record<string, string>>): Json {
    const known = this.#access.get(token);
    if (!known || known.session.over || known.expires <= Date.now()) return { active: false };
    const { deviceId, localpart } = known.session;
    return {
      active: true,
      scope: `urn:matrix:client:api:* urn:matrix:client:device:${deviceId}`,
      username: localpart,
      device_id: deviceId,
      expires_in: Math.ceil((known.expires - Date.now()) / 1_000),
    };
  }

  async #tell(what: string, body: Json): Promise<void> {
    const response = await fetch(`${this.#homeserver}/_synapse/mas/${what}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`);
  }
}

function random(): string {
  return randomBytes(16).toString('hex');
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
