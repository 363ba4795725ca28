import { expect } from '@open-wc/testing';
import { createCredentials, type Credentials } from '../../../../../src/runtime/providers/matrix/credentials.ts';
import type { Secrets } from '../../../../../src/runtime/providers/provider.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { FakeNetwork, json } from './support/fake-network.ts';
import { FakeOAuth, granted } from './support/fake-oauth.ts';

const BASE = 'https://m.example.org';
const settings = { baseUrl: BASE, deviceId: 'DEVICE', userId: '@kitchen:example.org', encryption: false };
const headers = { Authorization: 'Bearer whatever' };

describe('credentials', () => {
  let network: FakeNetwork;
  let oauth: FakeOAuth;
  let clock: FakeClock;
  /** Access tokens that the homeserver takes. */
  let good: Set<string>;
  let stored: Secrets[];
  let storing: () => Promise<void>;

  beforeEach(() => {
    network = new FakeNetwork();
    oauth = new FakeOAuth(network);
    let turn = 1;
    oauth.token = () => {
      turn++;
      good = new Set([`access-${turn}`]);
      return granted({ access_token: `access-${turn}`, refresh_token: `refresh-${turn}` });
    };
    clock = new FakeClock();
    good = new Set(['access-1']);
    stored = [];
    storing = () => Promise.resolve();
    network.on('GET', '/asked', ({ headers: sent }) => {
      const token = sent.get('Authorization')?.slice('Bearer '.length) ?? '';
      return good.has(token) ? json({ token }) : json({ errcode: 'M_UNKNOWN_TOKEN' }, 401);
    });
    network.on('GET', '/open', ({ headers: sent }) => json({ sent: sent.get('Authorization') }));
    network.on('POST', '/_matrix/client/v3/logout', () => json({}));
  });
  afterEach(() => network.restore());

  const oauthSession = (secrets: Secrets = { accessToken: 'access-1', refreshToken: 'refresh-1' }): Credentials =>
    createCredentials({
      settings: { ...settings, oauthClientId: 'client' },
      secrets,
      clock,
      renewed: async (fresh) => {
        await storing();
        stored.push(fresh);
      },
    });
  const asked = async (credentials: Credentials, path = '/asked'): Promise<unknown> => {
    const response = await credentials.fetch(`${BASE}${path}`, { headers });
    return response.ok ? ((await response.json()) as { token: string }).token : response.status;
  };

  describe('of a password or login token', () => {
    const session = (): Credentials =>
      createCredentials({ settings, secrets: { accessToken: 'access-1' }, clock, renewed: () => Promise.resolve() });

    it('stay as they are, and an end of the session is an end', async () => {
      const credentials = session();
      expect(credentials.accessToken).to.equal('access-1');
      good = new Set();
      expect(await asked(credentials)).to.equal(401);
      expect(network.count('/asked')).to.equal(1);
      await credentials.settled();
    });

    it('are revoked by signing out', async () => {
      await session().revoke();
      expect(network.asked.map(({ path }) => path)).to.deep.equal(['/_matrix/client/v3/logout']);
    });
  });

  describe('of OAuth', () => {
    it('send the token that is good now, and leave alone what carries none', async () => {
      const credentials = oauthSession();
      expect(await asked(credentials)).to.equal('access-1');
      const open = await (await credentials.fetch(`${BASE}/open`)).json();
      expect(open).to.deep.equal({ sent: null });
    });

    it('are renewed when the server knows them no more, and stored before they are used', async () => {
      const credentials = oauthSession();
      good = new Set();
      let store = (): void => {};
      const reached = new Promise<void>((reach) => {
        storing = () =>
          new Promise((resolve) => {
            store = resolve;
            reach();
          });
      });
      const answer = asked(credentials);
      await reached;
      expect(credentials.accessToken).to.equal('access-1');
      expect(network.count('/asked')).to.equal(1);
      store();
      expect(await answer).to.equal('access-2');
      expect(credentials.accessToken).to.equal('access-2');
      expect(stored).to.deep.equal([{ accessToken: 'access-2', refreshToken: 'refresh-2' }]);
      expect(Object.fromEntries(oauth.forms[0]?.form ?? [])).to.deep.equal({
        grant_type: 'refresh_token',
        refresh_token: 'refresh-1',
        client_id: 'client',
      });
    });

    it('are renewed once for all who ask', async () => {
      const credentials = oauthSession();
      good = new Set();
      const answers = await Promise.all([asked(credentials), asked(credentials), asked(credentials)]);
      expect(answers).to.deep.equal(['access-2', 'access-2', 'access-2']);
      expect(oauth.count('/token')).to.equal(1);
    });

    it('use each refresh token once', async () => {
      const credentials = oauthSession();
      for (const expected of ['access-2', 'access-3']) {
        good = new Set();
        expect(await asked(credentials)).to.equal(expected);
      }
      expect(oauth.forms.map(({ form }) => form.get('refresh_token'))).to.deep.equal(['refresh-1', 'refresh-2']);
    });

    it('keep the refresh token where the server gives no other', async () => {
      oauth.token = () => {
        good = new Set(['access-2']);
        return granted({ access_token: 'access-2', refresh_token: undefined });
      };
      const credentials = oauthSession();
      good = new Set();
      expect(await asked(credentials)).to.equal('access-2');
      expect(stored).to.deep.equal([{ accessToken: 'access-2', refreshToken: 'refresh-1' }]);
    });

    it('are renewed before their time is over, while the old ones still work', async () => {
      const credentials = oauthSession();
      good = new Set();
      await asked(credentials);
      await clock.advance(224_000);
      await asked(credentials);
      expect(oauth.count('/token')).to.equal(1);
      await clock.advance(1_000);
      const answer = asked(credentials);
      await credentials.settled();
      good.add('access-2');
      expect(await answer).to.be.oneOf(['access-2', 'access-3']);
      expect(oauth.count('/token')).to.equal(2);
      expect(await asked(credentials)).to.equal('access-3');
    });

    it('wait for new ones when their time is over, without asking with the old', async () => {
      const credentials = oauthSession();
      good = new Set();
      await asked(credentials);
      const before = network.count('/asked');
      await clock.advance(301_000);
      expect(await asked(credentials)).to.equal('access-3');
      expect(network.count('/asked')).to.equal(before + 1);
    });

    it('end with the session: the answer of the homeserver stands', async () => {
      for (const answer of [json({ error: 'invalid_grant' }, 400), json({ error: 'invalid_client' }, 401)]) {
        oauth.token = () => answer;
        good = new Set();
        expect(await asked(oauthSession())).to.equal(401);
      }
      expect(await asked(oauthSession({ accessToken: 'access-1' }))).to.equal(401);
      expect(stored).to.deep.equal([]);
    });

    for (const [name, prepare] of [
      ['is ill', () => (oauth.token = () => json({}, 503))],
      ['asks to wait', () => (oauth.token = () => json({ error: 'slow' }, 429))],
      ['says what nobody understands', () => (oauth.token = () => json({ access_token: 'x' }))],
      ['cannot be reached', () => (oauth.token = () => Promise.reject(new TypeError('Failed to fetch')))],
      ['is not told of', () => (oauth.metadata = {})],
    ] as const) {
      it(`live on while the OAuth server ${name}`, async () => {
        prepare();
        const credentials = oauthSession();
        good = new Set();
        expect(await asked(credentials).catch((error: unknown) => error)).to.be.instanceOf(Error);
        oauth = new FakeOAuth(network);
        oauth.token = () => {
          good = new Set(['access-2']);
          return granted({ access_token: 'access-2' });
        };
        expect(await asked(credentials)).to.equal('access-2');
      });
    }

    it('are good as long as they last where a renewal before their end fails', async () => {
      const credentials = oauthSession();
      good = new Set();
      await asked(credentials);
      oauth.token = () => json({}, 503);
      await clock.advance(226_000);
      expect(await asked(credentials)).to.equal('access-2');
    });

    it('do not take another refusal for an old token', async () => {
      network.on('GET', '/asked', () => json({ errcode: 'M_UNAUTHORIZED' }, 401));
      expect(await asked(oauthSession())).to.equal(401);
      network.on('GET', '/asked', () => new Response('<html>', { status: 401 }));
      expect(await asked(oauthSession())).to.equal(401);
      expect(oauth.count('/token')).to.equal(0);
    });

    it('are revoked, both of them, by signing out', async () => {
      await oauthSession().revoke();
      expect(oauth.forms.map(({ path, form }) => [path, ...form.values()])).to.deep.equal([
        ['/revoke', 'refresh-1', 'refresh_token', 'client'],
        ['/revoke', 'access-1', 'access_token', 'client'],
      ]);
      expect(clock.pending).to.equal(0);
    });

    it('are given up offline', async () => {
      network.fail = true;
      await oauthSession().revoke();
      network.fail = false;
      oauth.metadata = {};
      await oauthSession().revoke();
      expect(oauth.forms).to.deep.equal([]);
    });
  });
});
