import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { registerUser, request, type Session, signIn } from '../../demo/matrix/api.ts';
import { homeserverUrl } from '../../demo/matrix/configuration.ts';
import type { Stored } from './matrix-session-entry.ts';
import { type ProviderSite, serveProvider, Tablet } from './matrix-session-page.ts';
import { house } from './support/house.ts';

/** The Matrix provider alone against the real homeserver: what of an account has nothing to do with calls. */
describe('a Matrix account', () => {
  let site: ProviderSite;
  const tablets: Tablet[] = [];

  before(async () => {
    await house();
    site = await serveProvider();
  });
  after(() => site.close());
  afterEach(async () => {
    site.wasm = 'good';
    for (const { context } of tablets.splice(0)) await context.close();
  });

  async function tablet(): Promise<Tablet> {
    const opened = await Tablet.open((await house()).browser, site);
    tablets.push(opened);
    return opened;
  }

  /** Somebody new, on a device of their own that only makes requests. */
  async function person(name: string): Promise<Session & { readonly password: string }> {
    const username = `${name}-${randomBytes(4).toString('hex')}`;
    await registerUser(username, 'a password');
    const session = await signIn(username, 'a password');
    await put(session, `/profile/${encodeURIComponent(session.userId)}/displayname`, { displayname: name });
    return { ...session, password: 'a password' };
  }
  const put = (session: Session, path: string, body: object) => request('PUT', path, { session, body });
  const get = <T>(session: Session, path: string) => request<T>('GET', path, { session });
  const join = (session: Session, room: string) =>
    request('POST', `/join/${encodeURIComponent(room)}`, { session, body: {} });

  async function direct(from: Session, to: Session, encrypted = false): Promise<string> {
    const content = { algorithm: 'm.megolm.v1.aes-sha2' };
    const body = {
      preset: 'trusted_private_chat',
      is_direct: true,
      invite: [to.userId],
      initial_state: encrypted ? [{ type: 'm.room.encryption', state_key: '', content }] : [],
    };
    const { room_id } = await request<{ room_id: string }>('POST', '/createRoom', { session: from, body });
    return room_id;
  }

  async function signedIn(device: Tablet, { userId, password }: { userId: string; password: string }): Promise<Stored> {
    const values = { user: userId, password, homeserver: homeserverUrl };
    const stored = await device.page.evaluate((form) => window.device.signIn(form, null), values);
    assert.ok('account' in stored, JSON.stringify(stored));
    return stored;
  }
  const open = (device: Tablet, stored: Stored) => device.page.evaluate((what) => window.device.open(what), stored);

  it('names what is wrong with a sign-in', async () => {
    const device = await tablet();
    const kiosk = await person('kiosk');
    const problem = (values: Record<string, string>) =>
      device.page.evaluate(async (form) => {
        const result = await window.device.signIn(form, null);
        return 'problem' in result ? result.problem : 'none';
      }, values);
    const user = kiosk.userId;
    assert.equal(await problem({ user, password: 'wrong', homeserver: homeserverUrl }), 'wrong_password');
    assert.equal(await problem({ token: 'wrong', homeserver: homeserverUrl }), 'bad_token');
    assert.equal(await problem({ homeserver: homeserverUrl }), 'not_offered');
    assert.equal(await problem({ user, password: 'x', homeserver: site.url }), 'server_not_found');
    assert.equal(await problem({ user: '@a:does-not-exist.invalid', password: 'x' }), 'server_not_found');
    await device.context.setOffline(true);
    assert.equal(await problem({ user, password: 'x', homeserver: homeserverUrl }), 'network');
  });

  it('comes online with people, pictures and requests, and is restored without signing in', async () => {
    const [kiosk, anna, ben] = [await person('kiosk'), await person('Anna'), await person('Ben')];
    await join(kiosk, await direct(anna, kiosk));
    const device = await tablet();
    const stored = await signedIn(device, kiosk);
    await open(device, stored);
    await device.online();
    await device.until('contact', ({ contacts }) => contacts[0]?.name === 'Anna' && !contacts[0].encrypted);

    const invitation = await direct(ben, kiosk);
    await device.until('request', ({ requests }) => requests[0]?.name === 'Ben');
    await device.page.evaluate((room) => window.device.session.acceptRequest(room), invitation);
    await device.until('accepted', ({ contacts, requests }) => contacts.length === 2 && requests.length === 0);
    const people = await get<Record<string, string[]>>(
      kiosk,
      `/user/${encodeURIComponent(kiosk.userId)}/account_data/m.direct`,
    );
    assert.deepEqual(people[ben.userId], [invitation]);

    await direct(anna, kiosk);
    await put(anna, `/profile/${encodeURIComponent(anna.userId)}/displayname`, { displayname: 'Anna Maria' });
    const renamed = await device.until('renamed', ({ contacts }) => contacts.some(({ name }) => name === 'Anna Maria'));
    assert.deepEqual(renamed.requests, [], 'somebody known is not asked about');

    await device.reload();
    await open(device, stored);
    await device.online();
    const { device_id } = await get<{ device_id: string }>(
      { ...kiosk, accessToken: stored.secrets['accessToken'] ?? '' },
      '/account/whoami',
    );
    assert.equal(device_id, stored.account.settings['deviceId']);
  });

  it('shows pictures by authenticated media', async () => {
    const { stack, browser } = await house();
    const device = await Tablet.open(browser, site);
    tablets.push(device);
    await open(device, await signedIn(device, stack.accounts.kiosk));
    const { contacts } = await device.until('pictures', ({ contacts }) =>
      contacts.some(({ avatar }) => avatar?.startsWith('blob:')),
    );
    const avatar = contacts.find((contact) => contact.avatar !== null)?.avatar ?? '';
    const width = await device.page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image.naturalWidth;
    }, avatar);
    assert.ok(width > 0);
    await device.page.evaluate(() => window.device.session.signOut());
  });

  it('signs in with a login token', async () => {
    const kiosk = await person('kiosk');
    const path = '/_matrix/client/v1/login/get_token';
    const { login_token: token } = await request<{ login_token: string }>('POST', path, { session: kiosk, body: {} });
    const device = await tablet();
    const form = { token, homeserver: homeserverUrl };
    const stored = await device.page.evaluate((values) => window.device.signIn(values, null), form);
    assert.ok('account' in stored, JSON.stringify(stored));
    assert.equal(stored.account.address, kiosk.userId);
  });

  it('notices a lost network and its return at once', async () => {
    const device = await tablet();
    await open(device, await signedIn(device, await person('kiosk')));
    await device.online();
    await device.context.setOffline(true);
    await device.until('degraded', ({ status }) => status.state === 'degraded' && status.reason === 'network');
    const before = Date.now();
    await device.context.setOffline(false);
    await device.online();
    assert.ok(Date.now() - before < 3_000, 'it did not wait for its next try');
  });

  it('gets encryption with the first encrypted room, and signing out leaves nothing', async () => {
    const [kiosk, anna] = [await person('kiosk'), await person('Anna')];
    await join(kiosk, await direct(anna, kiosk, true));
    const device = await tablet();
    const stored = await signedIn(device, kiosk);
    await open(device, stored);
    const { states, saved, contacts } = await device.online();
    assert.deepEqual(states, ['connecting', 'online']);
    assert.equal(saved?.account.settings['encryption'], true);
    assert.equal(contacts[0]?.encrypted, true);
    assert.equal((await device.databases()).length, 2);
    await device.page.evaluate(() => window.device.session.signOut());
    assert.deepEqual(await device.databases(), []);
    await assert.rejects(get({ ...kiosk, accessToken: stored.secrets['accessToken'] ?? '' }, '/account/whoami'));
    device.requests = [];
    await pause(3_000);
    assert.deepEqual(device.requests, []);
    assert.equal((await device.seen()).timers, 0);
  });

  it('starts encryption though the server names the wasm wrongly', async () => {
    const [kiosk, anna] = [await person('kiosk'), await person('Anna')];
    await join(kiosk, await direct(anna, kiosk, true));
    site.wasm = 'wrong type';
    const device = await tablet();
    await open(device, await signedIn(device, kiosk));
    await device.online();
  });

  it('waits for a wasm that is missing, and heals', async () => {
    const [kiosk, anna] = [await person('kiosk'), await person('Anna')];
    await join(kiosk, await direct(anna, kiosk, true));
    site.wasm = 'missing';
    const device = await tablet();
    await open(device, await signedIn(device, kiosk));
    await device.until('degraded', ({ status }) => status.state === 'degraded' && status.reason === 'encryption');
    site.wasm = 'good';
    await device.online();
  });

  it('keeps its device when a revoked session signs in again, keys and all', async () => {
    const [kiosk, anna] = [await person('kiosk'), await person('Anna')];
    await join(kiosk, await direct(anna, kiosk, true));
    const device = await tablet();
    const stored = await signedIn(device, kiosk);
    await open(device, stored);
    const { saved } = await device.online();
    assert.ok(saved);
    const id = String(stored.account.settings['deviceId']);
    type Keys = { device_keys: Record<string, Record<string, { keys: Record<string, string> }>> };
    const keys = async (): Promise<string | undefined> => {
      const body = { device_keys: { [kiosk.userId]: [id] } };
      const answer = await request<Keys>('POST', '/keys/query', { session: anna, body });
      return answer.device_keys[kiosk.userId]?.[id]?.keys[`ed25519:${id}`];
    };
    const published = async (): Promise<string> => {
      for (;;) {
        const key = await keys();
        if (key !== undefined) return key;
        await pause(100);
      }
    };
    const before = await published();

    await request('POST', '/logout', {
      session: { ...kiosk, accessToken: saved.secrets['accessToken'] ?? '' },
      body: {},
    });
    await device.until('revoked', ({ status }) => status.state === 'signed-out' && status.reason === 'revoked');
    assert.equal((await device.databases()).length, 2);
    assert.equal(await keys(), undefined);
    await device.page.evaluate(() => window.device.session.close());

    const values = { user: kiosk.userId, password: kiosk.password, homeserver: homeserverUrl };
    const again = await device.page.evaluate(([form, account]) => window.device.signIn(form, account), [
      values,
      saved.account,
    ] as const);
    assert.ok('account' in again);
    assert.deepEqual(again.account, saved.account);
    await open(device, { account: again.account, secrets: { ...saved.secrets, ...again.secrets } });
    const { log } = await device.online();
    assert.equal(await published(), before);
    assert.ok(!log.includes(again.secrets['accessToken'] ?? '?'));
  });

  it('says why it could not be verified', async () => {
    const device = await tablet();
    await open(device, await signedIn(device, await person('kiosk')));
    await device.online();
    const verify = (key: string) => device.page.evaluate((text) => window.device.verify(text), key);
    assert.equal(await verify('no key at all'), 'bad_key');
    assert.equal(await verify('EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d'), 'not_set_up');
  });
});
