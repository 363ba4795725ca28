import type { FakeNetwork, FakeRequest } from './fake-network.ts';
import { json } from './fake-network.ts';

export const ISSUER = 'https://auth.example.org';

/** What a homeserver with an OAuth server of its own tells of it (Matrix 1.15). */
export const metadata = {
  issuer: `${ISSUER}/`,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  revocation_endpoint: `${ISSUER}/revoke`,
  registration_endpoint: `${ISSUER}/register`,
  device_authorization_endpoint: `${ISSUER}/device`,
  response_types_supported: ['code'],
  response_modes_supported: ['query', 'fragment'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  code_challenge_methods_supported: ['S256'],
};

/** An OAuth server beside the fake homeserver: what it answers is the test's. */
export class FakeOAuth {
  metadata: Record<string, unknown> = metadata;
  registration: () => Response = () => json({ client_id: 'client' }, 201);
  device: () => Response = () =>
    json({
      device_code: 'device-code',
      user_code: 'ABCD-EFGH',
      verification_uri: `${ISSUER}/link`,
      verification_uri_complete: `${ISSUER}/link?code=ABCD-EFGH`,
      expires_in: 600,
      interval: 5,
    });
  token: (form: URLSearchParams) => Response | Promise<Response> = () => json({ error: 'authorization_pending' }, 400);
  /** Forms that were posted, by path. */
  readonly forms: { readonly path: string; readonly form: URLSearchParams }[] = [];

  constructor(network: FakeNetwork) {
    network.on('GET', '/_matrix/client/v1/auth_metadata', () => json(this.metadata));
    network.on('POST', '/register', () => this.registration());
    network.on('POST', '/device', (request) => (this.#keep('/device', request), this.device()));
    network.on('POST', '/token', (request) => this.token(this.#keep('/token', request)));
    network.on('POST', '/revoke', (request) => (this.#keep('/revoke', request), new Response()));
  }

  count(path: string): number {
    return this.forms.filter((posted) => posted.path === path).length;
  }

  #keep(path: string, { form }: FakeRequest): URLSearchParams {
    this.forms.push({ path, form });
    return form;
  }
}

export const granted = (changes: Record<string, unknown> = {}): Response =>
  json({ access_token: 'access-1', refresh_token: 'refresh-1', token_type: 'Bearer', expires_in: 300, ...changes });
