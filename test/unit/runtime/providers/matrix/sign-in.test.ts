import { expect } from '@open-wc/testing';
import { readSettings } from '../../../../../src/runtime/providers/matrix/settings.ts';
import { readForm, signIn } from '../../../../../src/runtime/providers/matrix/sign-in.ts';
import { type Account, type FormValues, SignInError } from '../../../../../src/runtime/providers/provider.ts';
import { fakePlatform } from '../../../support/fake-platform.ts';
import { FakeNetwork, json } from './support/fake-network.ts';

const HOMESERVER = 'https://m.example.org';
const form: FormValues = { user: 'kitchen', password: 'hunter2', homeserver: HOMESERVER };
const success = { user_id: '@kitchen:example.org', device_id: 'DEVICE', access_token: 'secret-token' };
const previous: Account = {
  id: 'account-1',
  protocol: 'matrix',
  address: '@kitchen:example.org',
  settings: { baseUrl: HOMESERVER, deviceId: 'OLD', userId: '@kitchen:example.org', encryption: true },
};

describe('signIn', () => {
  let network: FakeNetwork;
  let login: (body: Record<string, unknown>) => Response;
  let flows: () => Response;

  beforeEach(() => {
    login = () => json(success);
    flows = () => json({ flows: [{ type: 'm.login.password' }, { type: 'm.login.token' }] });
    network = new FakeNetwork();
    network.on('GET', '/_matrix/client/versions', () => json({ versions: ['v1.11'] }));
    network.on('GET', '/_matrix/client/v3/login', () => flows());
    network.on('POST', '/_matrix/client/v3/login', ({ body }) => login(body));
  });
  afterEach(() => network.restore());

  const context = (changes: Partial<{ previous: Account; signal: AbortSignal }> = {}) => ({
    platform: fakePlatform(),
    previous: null,
    signal: new AbortController().signal,
    ...changes,
  });

  async function problem(values: FormValues, changes: Parameters<typeof context>[0] = {}): Promise<string> {
    const error: unknown = await signIn(values, context(changes)).catch((thrown: unknown) => thrown);
    if (!(error instanceof SignInError)) return 'none';
    return `${error.problem} ${error.field}`;
  }

  it('makes an account and its secrets', async () => {
    const { account, secrets } = await signIn(form, context());
    expect(account).to.deep.equal({
      id: 'id-1',
      protocol: 'matrix',
      address: '@kitchen:example.org',
      settings: { baseUrl: HOMESERVER, deviceId: 'DEVICE', userId: '@kitchen:example.org', encryption: false },
    });
    expect(secrets['accessToken']).to.equal('secret-token');
    expect(atob(secrets['cryptoKey'] ?? '')).to.have.length(32);
  });

  it('sends what the specification asks for, and asks for no refresh token', async () => {
    await signIn(form, context());
    expect(network.last('POST')).to.deep.equal({
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: 'kitchen' },
      password: 'hunter2',
      initial_device_display_name: 'Call Assist',
    });
  });

  it('signs in with a login token', async () => {
    await signIn({ token: ' abc ', homeserver: HOMESERVER }, context());
    expect(network.last('POST')).to.deep.include({ type: 'm.login.token', token: 'abc' });
  });

  it('keeps account, device and crypto store of the same person', async () => {
    login = ({ device_id }) => json({ ...success, device_id });
    for (const user of ['kitchen', '@kitchen:example.org']) {
      const { account, secrets } = await signIn({ ...form, user }, context({ previous }));
      expect(account).to.deep.equal(previous);
      expect(secrets).to.deep.equal({ accessToken: 'secret-token' });
    }
  });

  it('begins anew for another person', async () => {
    login = ({ device_id }) => json({ ...success, user_id: '@hall:example.org', device_id: device_id ?? 'NEW' });
    const { account, secrets } = await signIn({ ...form, user: 'hall' }, context({ previous }));
    expect(account).to.deep.include({ id: 'id-1', address: '@hall:example.org' });
    expect(account.settings).to.deep.include({ deviceId: 'NEW', encryption: false });
    expect(secrets).to.have.property('cryptoKey');
  });

  it('begins a new crypto store where the server insists on another device', async () => {
    const { account, secrets } = await signIn(form, context({ previous }));
    expect(account.id).to.equal('account-1');
    expect(account.settings).to.deep.include({ deviceId: 'DEVICE', encryption: false });
    expect(secrets).to.have.property('cryptoKey');
  });

  it('takes nothing from an account of another protocol', async () => {
    const { account } = await signIn(form, context({ previous: { ...previous, protocol: 'xmpp' } }));
    expect(account.id).to.equal('id-1');
  });

  it('blames the right field', async () => {
    login = () => json({ errcode: 'M_FORBIDDEN', error: 'hunter2?' }, 403);
    expect(await problem(form)).to.equal('wrong_password password');
    expect(await problem({ token: 'abc', homeserver: HOMESERVER })).to.equal('bad_token token');
  });

  it('tells a server that offers no such way from a wrong password', async () => {
    flows = () => json({ flows: [{ type: 'm.login.sso' }, 'odd'] });
    expect(await problem(form)).to.equal('not_offered null');
    flows = () => json({});
    expect(await problem(form)).to.equal('not_offered null');
    flows = () => json({}, 502);
    expect(await problem(form)).to.equal('server_error null');
  });

  it('does not take half an answer', async () => {
    login = () => json({ user_id: '@kitchen:example.org' });
    expect(await problem(form)).to.equal('server_error null');
    login = () => new Response('<html>');
    expect(await problem(form)).to.equal('server_error null');
  });

  it('says that nobody is there', async () => {
    network.fail = true;
    expect(await problem(form)).to.equal('server_not_found homeserver');
  });

  it('can be cancelled before and while it runs', async () => {
    const early = new AbortController();
    early.abort();
    expect(await problem(form, { signal: early.signal })).to.equal('cancelled null');
    const late = new AbortController();
    network.on('POST', '/_matrix/client/v3/login', ({ signal }) => {
      const hanging = FakeNetwork.hang(signal);
      late.abort();
      return hanging;
    });
    expect(await problem(form, { signal: late.signal })).to.equal('cancelled null');
  });

  it('does not wait for ever', async () => {
    const waiting = context();
    network.on('GET', '/_matrix/client/versions', ({ signal }) => FakeNetwork.hang(signal));
    const result = signIn(form, waiting).catch((error: unknown) => (error as SignInError).problem);
    await waiting.platform.clock.advance(60_000);
    expect(await result).to.equal('server_not_found');
    expect(waiting.platform.clock.pending).to.equal(0);
  });
});

describe('readForm', () => {
  const table: [FormValues, string][] = [
    [{ user: '', password: 'x', homeserver: '' }, 'needed user'],
    [{ user: 'anna', password: '', homeserver: '' }, 'needed password'],
    [{ user: '@anna', password: 'x', homeserver: '' }, 'bad_address user'],
    [{ token: '', homeserver: 'x' }, 'needed token'],
    [{ token: 'x', homeserver: ' ' }, 'needed homeserver'],
    [{ user: '' }, 'needed user'],
    [{}, 'needed homeserver'],
    [{ homeserver: ' ' }, 'needed homeserver'],
  ];
  for (const [values, expected] of table) {
    it(`${JSON.stringify(values)} → ${expected}`, () => {
      try {
        readForm(values);
        expect.fail('was taken');
      } catch (error) {
        expect(`${(error as SignInError).problem} ${(error as SignInError).field}`).to.equal(expected);
      }
    });
  }

  it('never trims a password', () => {
    expect(readForm({ user: ' anna ', password: ' x ', homeserver: '' })).to.deep.include({
      user: 'anna',
      password: ' x ',
    });
  });
});

describe('readSettings', () => {
  it('reads what it wrote', () => expect(readSettings(previous)).to.deep.equal(previous.settings));

  for (const [name, change] of Object.entries({
    'no address': { baseUrl: 'nonsense' },
    'a number': { baseUrl: 4 },
    'no device': { deviceId: undefined },
    'no user': { userId: null },
  })) {
    it(`takes nothing with ${name}`, () => {
      expect(readSettings({ ...previous, settings: { ...previous.settings, ...change } })).to.equal(null);
    });
  }
});
