import type { Clock } from '../../platform/platform.ts';
import type { Secrets } from '../provider.ts';
import { createRequest, isRecord } from './client-request.ts';
import { authMetadata, oauthError, readTokens, type Tokens } from './oauth.ts';
import { logOut } from './session-logout.ts';
import type { MatrixSettings } from './settings.ts';

/** What proves to the homeserver who asks. One for each session, whatever asks in it. */
export interface Credentials {
  /** Good now, as far as is known. */
  readonly accessToken: string;
  /** Sends requests that carry an access token with the one that is good then. */
  readonly fetch: typeof globalThis.fetch;
  /** The server forgets this device. Best effort: it may be out of reach. */
  revoke(): Promise<void>;
  /** Resolves when nothing is on its way that has still to be stored. */
  settled(): Promise<void>;
}

export interface CredentialsOptions {
  readonly settings: MatrixSettings;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Resolves when the new secrets are stored, or cannot be. */
  readonly renewed: (secrets: Secrets) => Promise<void>;
}

export function createCredentials(options: CredentialsOptions): Credentials {
  const { settings, secrets, clock } = options;
  if (settings.oauthClientId !== undefined) return new OAuthCredentials(options, settings.oauthClientId);
  const accessToken = secrets['accessToken'] ?? '';
  return {
    accessToken,
    fetch: (input, init) => fetch(input, init),
    revoke: () => logOut(settings.baseUrl, accessToken, clock),
    settled: () => Promise.resolve(),
  };
}

/** How long telling the server of the end may take. */
const GOODBYE = 5_000;

/**
 * An OAuth session: access tokens are good for minutes, and a refresh token works once. So there is one renewal at a
 * time, for all connections of the session, and nothing uses a new token before it is stored: a page that is reloaded
 * in between would have none. (The SDK renews for each client, and forgets the refresh token where the server keeps it.)
 */
class OAuthCredentials implements Credentials {
  readonly #options: CredentialsOptions;
  readonly #clientId: string;
  #accessToken: string;
  #refreshToken: string;
  /** From when on a new token is fetched while this one still works, and when it stops to. */
  #stale = Infinity;
  #expired = Infinity;
  #renewing: Promise<boolean> | null = null;

  constructor(options: CredentialsOptions, clientId: string) {
    this.#options = options;
    this.#clientId = clientId;
    this.#accessToken = options.secrets['accessToken'] ?? '';
    this.#refreshToken = options.secrets['refreshToken'] ?? '';
  }

  get accessToken(): string {
    return this.#accessToken;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    if (!new Headers(init.headers).has('Authorization')) return fetch(input, init);
    await this.#freshen();
    const used = this.#accessToken;
    const response = await fetch(input, withToken(init, used));
    if (response.status !== 401 || !(await isUnknownToken(response))) return response;
    if (used === this.#accessToken && !(await this.#renew())) return response;
    return fetch(input, withToken(init, this.#accessToken));
  };

  async revoke(): Promise<void> {
    await this.settled();
    const { settings, clock } = this.#options;
    const abort = new AbortController();
    const cancel = clock.after(GOODBYE, () => abort.abort());
    const request = createRequest(abort.signal, clock);
    try {
      const endpoint = (await authMetadata(settings.baseUrl, request))?.revocation_endpoint;
      if (endpoint === undefined) return;
      const tokens = [
        ['refresh_token', this.#refreshToken],
        ['access_token', this.#accessToken],
      ] as const;
      for (const [hint, token] of tokens) {
        const form = new URLSearchParams({ token, token_type_hint: hint, client_id: this.#clientId });
        if (token !== '') await request('POST', endpoint, form);
      }
    } catch {
      // Offline, or the server is gone.
    } finally {
      cancel();
    }
  }

  async settled(): Promise<void> {
    await this.#renewing?.catch(() => false);
  }

  /** Waits only for a token that works no more. */
  async #freshen(): Promise<void> {
    const now = this.#options.clock.now();
    if (now < this.#stale || this.#refreshToken === '') return;
    const renewing = this.#renew();
    if (now >= this.#expired) await renewing;
    // The token still works; the next request tries again.
    else renewing.catch(() => false);
  }

  /** @returns whether there is a new token: if not, the session is over. @throws where nobody can tell now */
  #renew(): Promise<boolean> {
    return (this.#renewing ??= this.#fetchTokens().finally(() => (this.#renewing = null)));
  }

  async #fetchTokens(): Promise<boolean> {
    if (this.#refreshToken === '') return false;
    const { settings, clock } = this.#options;
    // Never given up: the answer may hold the only token that still works.
    const request = createRequest(new AbortController().signal, clock);
    const endpoint = (await authMetadata(settings.baseUrl, request))?.token_endpoint;
    if (endpoint === undefined) throw new TypeError('the homeserver does not tell where tokens are renewed');
    const asked = clock.now();
    const form = { grant_type: 'refresh_token', refresh_token: this.#refreshToken, client_id: this.#clientId };
    const answer = await request('POST', endpoint, new URLSearchParams(form));
    const tokens = readTokens(answer);
    if (tokens) return this.#take(tokens, asked);
    if (answer.status !== 429 && oauthError(answer) !== null) return false;
    throw new TypeError(`renewing the access token failed with status ${answer.status}`);
  }

  async #take({ accessToken, refreshToken, lifetime }: Tokens, asked: number): Promise<true> {
    this.#refreshToken = refreshToken ?? this.#refreshToken;
    await this.#options.renewed({ accessToken, refreshToken: this.#refreshToken });
    this.#accessToken = accessToken;
    this.#stale = lifetime === null ? Infinity : asked + lifetime * 750;
    this.#expired = lifetime === null ? Infinity : asked + lifetime * 1_000;
    return true;
  }
}

function withToken(init: RequestInit, accessToken: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${accessToken}`);
  return { ...init, headers };
}

async function isUnknownToken(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return isRecord(body) && body['errcode'] === 'M_UNKNOWN_TOKEN';
}
