import { expect } from '@open-wc/testing';
import { signIn } from '../../../../../src/runtime/providers/matrix/sign-in.ts';
import { type Account, SignInError, type SignInStep } from '../../../../../src/runtime/providers/provider.ts';
import { fakePlatform, type FakePlatform } from '../../../support/fake-platform.ts';
import { FakeNetwork, json } from './support/fake-network.ts';
import { FakeOAuth, granted, ISSUER, metadata } from './support/fake-oauth.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const HOMESERVER = 'https://m.example.org';
const ME = '@kitchen:example.org';
/** What a request may take; every other wait is one between two questions. */
const TIMEOUT = 15_000;

describe('signing in on another device', () => {
  let network: FakeNetwork;
  let oauth: FakeOAuth;
  let platform: FakePlatform;
  let waits: number[];
  let steps: SignInStep[];
  let abort: AbortController;
  let whoami: (token: string | null) => Response;

  beforeEach(() => {
    network = new FakeNetwork();
    network.on('GET', '/_matrix/client/versions', () => json({ versions: ['v1.15'] }));
    whoami = () => json({ user_id: ME, device_id: deviceAsked() });
    network.on('GET', '/_matrix/client/v3/account/whoami', ({ headers }) => whoami(headers.get('Authorization')));
    oauth = new FakeOAuth(network);
    waits = [];
    steps = [];
    abort = new AbortController();
    const { clock, ...rest } = fakePlatform();
    const after = clock.after.bind(clock);
    clock.after = (delay, task) => {
      if (delay !== TIMEOUT) waits.push(delay);
      return after(delay, task);
    };
    platform = { ...rest, clock };
  });
  afterEach(() => network.restore());

  const deviceAsked = (): string | undefined =>
    /client:device:(\S+)/.exec(oauth.forms.find(({ path }) => path === '/device')?.form.get('scope') ?? '')?.[1];

  function begin(previous: Account | null = null) {
    const context = { platform, previous, signal: abort.signal, onStep: (step: SignInStep) => void steps.push(step) };
    const result = signIn({ homeserver: HOMESERVER }, context);
    result.catch(() => {});
    return result;
  }
  const problem = (result: Promise<unknown>): Promise<string> =>
    result.then(
      () => 'none',
      (error: unknown) => (error instanceof SignInError ? error.problem : 'unforeseen'),
    );
  /** Lets the sign-in ask once more, when it waits to. */
  async function ask(question: number): Promise<void> {
    await waitUntil(() => waits.length === question, `question ${question}`);
    await platform.clock.advance(waits.at(-1) ?? 0);
  }

  it('shows where to allow it, waits at the pace of the server, and makes an account', async () => {
    const answers = [
      json({ error: 'authorization_pending' }, 400),
      json({ error: 'slow_down' }, 400),
      json({ error: 'authorization_pending' }, 400),
      granted(),
    ];
    oauth.token = () => answers.shift() ?? json({}, 500);
    whoami = (token) => (token === 'Bearer access-1' ? json({ user_id: ME, device_id: deviceAsked() }) : json({}, 401));
    const result = begin();
    for (const question of [1, 2, 3, 4]) await ask(question);
    const { account, secrets } = await result;
    expect(waits).to.deep.equal([5_000, 5_000, 10_000, 10_000]);
    expect(steps).to.deep.equal([
      {
        type: 'open-address',
        address: `${ISSUER}/link`,
        addressWithCode: `${ISSUER}/link?code=ABCD-EFGH`,
        code: 'ABCD-EFGH',
        expiresAt: 1_000_000 + 600_000,
      },
    ]);
    const deviceId = deviceAsked();
    expect(deviceId).to.match(/^[A-Za-z0-9]{10}$/);
    expect(account).to.deep.equal({
      id: 'id-1',
      protocol: 'matrix',
      address: ME,
      settings: { baseUrl: HOMESERVER, deviceId, userId: ME, encryption: false, oauthClientId: 'client' },
    });
    expect(secrets).to.include({ accessToken: 'access-1', refreshToken: 'refresh-1' });
    expect(atob(secrets['cryptoKey'] ?? '')).to.have.length(32);
    expect(platform.clock.pending).to.equal(0);
  });

  it('introduces itself as a device without redirects, and asks for what a Matrix device needs', async () => {
    oauth.token = () => granted();
    const result = begin();
    await ask(1);
    await result;
    expect(network.asked.find(({ path }) => path === '/register')?.request.body).to.deep.equal({
      client_name: 'Call Assist',
      client_uri: 'https://call-assist.invalid/',
      application_type: 'native',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      response_types: [],
      token_endpoint_auth_method: 'none',
    });
    const [device, token] = oauth.forms;
    expect(Object.fromEntries(device?.form ?? [])).to.deep.equal({
      client_id: 'client',
      scope: `urn:matrix:client:api:* urn:matrix:client:device:${deviceAsked()}`,
    });
    expect(Object.fromEntries(token?.form ?? [])).to.deep.equal({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'device-code',
      client_id: 'client',
    });
  });

  it('keeps account, device and crypto store of the same person', async () => {
    oauth.token = () => granted();
    const settings = { baseUrl: HOMESERVER, deviceId: 'OLDDEVICE1', userId: ME, encryption: true };
    const result = begin({ id: 'account-1', protocol: 'matrix', address: ME, settings });
    await ask(1);
    const { account, secrets } = await result;
    expect(deviceAsked()).to.equal('OLDDEVICE1');
    expect(account).to.deep.include({ id: 'account-1', settings: { ...settings, oauthClientId: 'client' } });
    expect(secrets).not.to.have.property('cryptoKey');
  });

  it('finds what servers told before it was specified', async () => {
    network.on('GET', '/_matrix/client/v1/auth_metadata', () => json({ errcode: 'M_UNRECOGNIZED' }, 404));
    network.on('GET', '/_matrix/client/unstable/org.matrix.msc2965/auth_metadata', () => json(metadata));
    oauth.token = () => granted();
    const result = begin();
    await ask(1);
    expect((await result).account.address).to.equal(ME);
  });

  describe('ends', () => {
    for (const [error, expected] of [
      ['access_denied', 'declined'],
      ['expired_token', 'expired'],
      ['invalid_grant', 'server_error'],
    ] as const) {
      it(`with ${error}: ${expected}`, async () => {
        oauth.token = () => json({ error }, 400);
        const result = begin();
        await ask(1);
        expect(await problem(result)).to.equal(expected);
        expect(platform.clock.pending).to.equal(0);
      });
    }

    it('when nobody allows it in time', async () => {
      oauth.device = () =>
        json({ device_code: 'd', user_code: 'u', verification_uri: `${ISSUER}/link`, expires_in: 12, interval: 5 });
      const result = begin();
      await ask(1);
      await ask(2);
      await ask(3);
      expect(await problem(result)).to.equal('expired');
      expect(waits).to.deep.equal([5_000, 5_000, 2_000]);
      expect(steps[0]?.addressWithCode).to.equal(null);
    });

    it('at once when the person gives up, and asks no more', async () => {
      const result = begin();
      await waitUntil(() => waits.length === 1);
      abort.abort();
      expect(await problem(result)).to.equal('cancelled');
      expect(platform.clock.pending).to.equal(0);
      expect(oauth.count('/token')).to.equal(0);
    });

    it('with an account though the person gives up after it was allowed', async () => {
      oauth.token = () => {
        abort.abort();
        return granted();
      };
      const result = begin();
      await ask(1);
      expect((await result).account.address).to.equal(ME);
    });

    it('where the server gives a token for minutes and no way to another', async () => {
      oauth.token = () => granted({ refresh_token: undefined });
      const result = begin();
      await ask(1);
      expect(await problem(result)).to.equal('server_error');
    });

    it('where the token works for nobody', async () => {
      oauth.token = () => granted();
      whoami = () => json({ errcode: 'M_UNKNOWN_TOKEN' }, 401);
      const result = begin();
      await ask(1);
      expect(await problem(result)).to.equal('server_error');
    });
  });

  it('asks more and more slowly while nobody answers, and goes on when somebody does', async () => {
    const answers = [json({}, 502), json({}, 502), json({ error: 'authorization_pending' }, 400), granted()];
    oauth.token = () => answers.shift() ?? json({}, 500);
    const result = begin();
    for (const question of [1, 2, 3, 4]) await ask(question);
    await result;
    expect(waits).to.deep.equal([5_000, 10_000, 20_000, 5_000]);
  });

  it('says that the network is gone when it is, at the end', async () => {
    oauth.device = () => json({ device_code: 'd', user_code: 'u', verification_uri: `${ISSUER}/link`, expires_in: 20 });
    oauth.token = () => Promise.reject(new TypeError('Failed to fetch'));
    const result = begin();
    for (const question of [1, 2, 3]) await ask(question);
    expect(await problem(result)).to.equal('network');
    expect(waits).to.deep.equal([5_000, 10_000, 5_000]);
  });

  describe('is not offered', () => {
    /** [what the server tells, the problem] */
    const table: [string, () => void, string][] = [
      ['no metadata', () => network.on('GET', '/_matrix/client/v1/auth_metadata', () => json({}, 404)), 'not_offered'],
      ['half of it', () => (oauth.metadata = { issuer: ISSUER }), 'not_offered'],
      [
        'no endpoint for devices',
        () => (oauth.metadata = { ...metadata, device_authorization_endpoint: undefined }),
        'not_offered',
      ],
      [
        'no grant for devices',
        () => (oauth.metadata = { ...metadata, grant_types_supported: ['authorization_code', 'refresh_token'] }),
        'not_offered',
      ],
      [
        'no registration',
        () => (oauth.registration = () => json({ error: 'invalid_client_metadata' }, 400)),
        'not_offered',
      ],
      ['registration that fails', () => (oauth.registration = () => json({}, 503)), 'server_error'],
      ['a client without id', () => (oauth.registration = () => json({}, 201)), 'server_error'],
      ['an address that is none', () => (oauth.metadata = { ...metadata, token_endpoint: 'token' }), 'server_error'],
      ['a refusal', () => (oauth.device = () => json({ error: 'unauthorized_client' }, 400)), 'server_error'],
      ['half a session', () => (oauth.device = () => json({ device_code: 'd' })), 'server_error'],
      [
        'something else than a web page',
        () =>
          (oauth.device = () =>
            json({ device_code: 'd', user_code: 'u', verification_uri: 'javascript:alert(1)', expires_in: 60 })),
        'server_error',
      ],
      ['an error', () => network.on('GET', '/_matrix/client/v1/auth_metadata', () => json({}, 500)), 'server_error'],
    ];
    for (const [name, prepare, expected] of table) {
      it(`${name} → ${expected}`, async () => {
        prepare();
        expect(await problem(begin())).to.equal(expected);
        expect(steps).to.deep.equal([]);
      });
    }

    it('where there is nobody to ask', async () => {
      const { signal } = abort;
      expect(await problem(signIn({ homeserver: HOMESERVER }, { platform, previous: null, signal }))).to.equal(
        'not_offered',
      );
    });
  });
});
