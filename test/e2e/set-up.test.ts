import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { dashboardPath } from '../../demo/home-assistant/dashboard.ts';
import { house } from './support/house.ts';

/** Another tablet, fresh from the box: signed in to Home Assistant, and nothing else. */
describe('signing in on a new tablet', () => {
  let page: Page;
  let homeserver = '';

  before(async () => {
    const { stack, browser, signInToHomeAssistant } = await house();
    homeserver = stack.endpoints.matrix.baseUrl;
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    const { url } = stack.endpoints.homeAssistant;
    await signInToHomeAssistant(page, url);
    await page.goto(url + dashboardPath);
    await page.locator('[data-action="sign-in"]').first().waitFor({ timeout: 30_000 });
  });
  after(() => page?.context().close());

  const fill = async (values: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(values)) await page.locator(`ca-page #${name}`).fill(value);
    await page.locator('[data-action="sign-in-submit"]').click();
  };

  it('loads nothing of Matrix before there is an account', async () => {
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.ok(loaded.some((name) => name.includes('call-assist-card')));
    assert.deepEqual(
      loaded.filter((name) => /matrix|wasm/.test(name)),
      [],
    );
  });

  it('a wrong password: said at its field; what was typed stays', async () => {
    await page.locator('[data-action="sign-in"]').first().click();
    await page.locator('ca-page [data-step="account"]').click();
    await fill({ homeserver, user: '@ben:hs.test', password: 'not it' });
    await page.getByText('The server did not accept this password').waitFor();
    assert.equal(await page.locator('ca-page #user').inputValue(), '@ben:hs.test');
    assert.equal(
      await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.id;
      }),
      'password',
    );
  });

  it('a homeserver that does not exist: said at its field', async () => {
    await fill({ homeserver: 'http://127.0.0.1:9', user: '@ben:hs.test', password: 'x' });
    await page.getByText('We could not find this server').waitFor();
  });

  it('an empty form: what is needed', async () => {
    await fill({ homeserver: '', user: '', password: '' });
    await page.getByText('This is needed').first().waitFor();
  });

  it('the right password: contacts appear, and a reload does not ask again', async () => {
    const { stack } = await house();
    const ben = stack.accounts.people.find(({ name }) => name === 'Ben')!;
    await fill({ homeserver, user: ben.userId, password: ben.password });
    await page.locator('[data-contact]').first().waitFor({ timeout: 20_000 });
    const device = () => page.evaluate(() => window.callAssist!.snapshot.value.accounts[0]!.id);
    const before = await device();
    await page.reload();
    await page.locator('[data-contact]').first().waitFor({ timeout: 30_000 });
    assert.equal(await device(), before);
    const secrets = await page.evaluate((secret) => {
      const text =
        JSON.stringify(Object.entries(localStorage)) + JSON.stringify(Object.entries(sessionStorage)) + location.href;
      return text.includes(secret);
    }, ben.password);
    assert.equal(secrets, false, 'the password is nowhere');
  });

  it('this tablet writes to no helpers: nobody has made it a station', async () => {
    const { kiosk } = await house();
    await kiosk.helperIs('state', 'idle');
  });

  it('signing out forgets the account here and at the server', async () => {
    await page.evaluate(async () => {
      const { id } = window.callAssist!.snapshot.value.accounts[0]!;
      await window.callAssist!.signOut(id);
    });
    await page.locator('[data-action="sign-in"], [data-action="sign-in-submit"]').first().waitFor();
    const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.deepEqual(
      left.filter((name) => name?.includes('matrix')),
      [],
    );
  });
});
