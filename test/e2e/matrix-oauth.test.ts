import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { provision } from '../../demo/provision/provision.ts';
import { waitFor } from '../../demo/wait.ts';
import type { Stored } from './matrix-session-entry.ts';
import { type ProviderSite, serveProvider, Tablet } from './matrix-session-page.ts';
import { flags } from './support/flags.ts';
import { openOAuthHouse, type OAuthHouse } from './support/oauth-house.ts';

/** The Matrix provider against a real homeserver that leaves signing in to an OAuth server. */
describe('a Matrix account of OAuth', () => {
  let oauth: OAuthHouse;
  let site: ProviderSite;
  let browser: Browser;
  let device: Tablet;

  before(async () => {
    await provision((line) => console.error(`# ${line}`));
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: flags });
    [oauth, site] = await Promise.all([openOAuthHouse(), serveProvider()]);
  });
  after(async () => {
    site?.close();
    await browser?.close();
    await oauth?.close();
  });
  afterEach(async () => {
    await device.context.close();
    Object.assign(oauth.issuer, { lifetime: 300, codeLifetime: 60, renewed: 0 });
    assert.deepEqual(oauth.issuer.faults.splice(0), []);
  });

  async function tablet(): Promise<Tablet> {
    device = await Tablet.open(browser, site);
    return device;
  }

  type Result = Stored | { readonly problem: string };
  /** Begins to sign in; gives the code the person is shown, and what becomes of it. */
  async function begin(on: Tablet, homeserver = oauth.homeserver): Promise<{ code: string; result: Promise<Result> }> {
    const result = on.page.evaluate((values) => window.device.signIn(values, null), { homeserver });
    const code = await Promise.race([
      waitFor('a code', () => on.page.evaluate(() => window.device.step?.code), { timeout: 15_000 }),
      result.then((early) => assert.fail(JSON.stringify(early))),
    ]);
    return { code, result };
  }

  async function signedIn(on: Tablet): Promise<Stored> {
    const { code, result } = await begin(on);
    await oauth.issuer.answer(code, { localpart: `kitchen-${randomBytes(4).toString('hex')}` });
    const stored = await result;
    assert.ok('account' in stored, JSON.stringify(stored));
    return stored;
  }
  const open = (on: Tablet, stored: Stored) => on.page.evaluate((what) => window.device.open(what), stored);
  async function whoami(accessToken: string | undefined): Promise<{ readonly device_id?: string; errcode?: string }> {
    const headers = { authorization: `Bearer ${accessToken}` };
    const response = await fetch(`${oauth.homeserver}/_matrix/client/v3/account/whoami`, { headers });
    return (await response.json()) as { device_id?: string };
  }

  it('signs in when it was allowed on another device, and comes online as the device it asked for', async () => {
    const { code, result } = await begin(await tablet());
    const step = await device.page.evaluate(() => window.device.step);
    assert.equal(step?.addressWithCode, `${oauth.issuer.url}/link?code=${code}`);
    await oauth.issuer.answer(code, { localpart: 'kitchen' });
    const stored = await result;
    assert.ok('account' in stored, JSON.stringify(stored));
    assert.equal(stored.account.address, '@kitchen:oauth.test');
    assert.equal((await whoami(stored.secrets['accessToken'])).device_id, stored.account.settings['deviceId']);
    await open(device, stored);
    await device.online();
    assert.equal(oauth.issuer.renewed, 0);
  });

  it('is renewed again and again, each token stored before it is used, and after a reload', async () => {
    oauth.issuer.lifetime = 4;
    const stored = await signedIn(await tablet());
    await open(device, stored);
    await device.online();
    // The tokens of the sign-in are over by now: what lies in the storage has to be newer.
    const renewed = (times: number) => {
      // Back on the network it asks at once, which is sooner than the poll that it holds.
      const look = async (): Promise<boolean> => {
        await device.page.evaluate(() => dispatchEvent(new Event('online')));
        return oauth.issuer.renewed >= times;
      };
      return waitFor('a renewal', look, { timeout: 60_000, interval: 500 });
    };
    await renewed(1);
    const { saved } = await device.until('stored', ({ saved }) => saved !== null);
    assert.ok(saved && saved.secrets['refreshToken'] !== stored.secrets['refreshToken']);
    const { saved: latest } = await device.seen();
    await device.reload();
    await open(device, latest ?? saved);
    await device.online();
    const before = oauth.issuer.renewed;
    await renewed(before + 1);
    const { status, log } = await device.seen();
    assert.equal(status.state, 'online');
    assert.ok(!log.includes(stored.secrets['refreshToken'] ?? '?'));
  });

  it('needs a new sign-in when the person ends the session on the server', async () => {
    oauth.issuer.lifetime = 4;
    const stored = await signedIn(await tablet());
    await open(device, stored);
    await device.online();
    await oauth.issuer.endSessions();
    await device.until('revoked', ({ status }) => status.state === 'signed-out' && status.reason === 'revoked');
    oauth.issuer.faults.splice(0);
  });

  it('signing out ends the session and the device', async () => {
    const stored = await signedIn(await tablet());
    await open(device, stored);
    await device.online();
    await device.page.evaluate(() => window.device.session.signOut());
    assert.equal((await whoami(stored.secrets['accessToken'])).errcode, 'M_UNKNOWN_TOKEN');
    assert.deepEqual(await device.databases(), []);
  });

  it('says that it was declined, that nobody came, or that the person gave up', async () => {
    const declined = await begin(await tablet());
    await oauth.issuer.answer(declined.code, 'declined');
    assert.deepEqual(await declined.result, { problem: 'declined' });

    oauth.issuer.codeLifetime = 2;
    const late = await begin(device);
    assert.deepEqual(await late.result, { problem: 'expired' });

    oauth.issuer.codeLifetime = 60;
    const left = await begin(device);
    await device.page.evaluate(() => window.device.giveUp());
    assert.deepEqual(await left.result, { problem: 'cancelled' });
  });

  it('goes on when the network was away while the person was asked', async () => {
    const { code, result } = await begin(await tablet());
    await device.context.setOffline(true);
    await oauth.issuer.answer(code, { localpart: 'hall' });
    await device.context.setOffline(false);
    assert.ok('account' in (await result));
  });

  it('is the only way in: a password is told apart from a wrong one', async () => {
    const on = await tablet();
    const values = { homeserver: oauth.homeserver, user: 'kitchen', password: 'x' };
    const result = await on.page.evaluate((form) => window.device.signIn(form, null), values);
    assert.deepEqual(result, { problem: 'not_offered' });
  });
});
