import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { signIn } from '../../demo/home-assistant/api.ts';
import { dashboardPath } from '../../demo/home-assistant/dashboard.ts';
import { waitFor } from '../../demo/wait.ts';
import type { CheckResult } from '../../src/runtime/checks/checks.ts';
import { house } from './support/house.ts';

/** All checks of this page, by name. */
async function checks(page: Page): Promise<Record<string, CheckResult>> {
  const results = await page.evaluate(() => window.callAssist!.checks({ onResult() {} }));
  return Object.fromEntries(results.map((result) => [result.id, result]));
}
const brief = (result: CheckResult | undefined): string => `${result?.status} ${result?.reason}`;

describe('the tablet checks itself', () => {
  it('finds that all is well: camera, relay, and a module that starts on every panel', async () => {
    const { kiosk } = await house();
    const found = await checks(kiosk.page);
    const said = Object.fromEntries(Object.values(found).map((result) => [result.id, brief(result)]));
    for (const [id, expected] of Object.entries({
      secure_context: 'ok secure',
      home_assistant: 'ok stays_connected',
      module_start: 'ok starts_everywhere',
      microphone: 'ok heard',
      camera: 'skipped not_used',
      sound: 'ok plays',
      camera_entity: 'ok picture',
      relay: 'ok reachable',
    })) {
      assert.equal(said[id], expected, `${id}: ${JSON.stringify(found[id])}`);
    }
    assert.ok('storage' in said && 'wake_lock' in said);
    await kiosk.quiet();
  });

  it('a test call: it rings, picture and sound come back, and nobody is told', async () => {
    const { kiosk } = await house();
    const before = await kiosk.snapshot();
    const said = async () => [await kiosk.helper('last_result'), await kiosk.helper('with')];
    const helpers = await said();
    const dialled = kiosk.page.evaluate(() => window.callAssist!.testCall({ video: true, name: 'Somebody' }));
    await kiosk.page.locator('ca-overlay').getByText('Somebody').first().waitFor();
    assert.deepEqual(await dialled, { ok: true });
    const call = await kiosk.call('active');
    await kiosk.until('the own voice to come back', async () => {
      const { audio, video } = await kiosk.stats(call.id);
      return audio.energyReceived > 0 && video.framesDecoded > 10;
    });
    assert.equal(await kiosk.helper('state'), 'idle');
    await kiosk.page.evaluate(() => window.callAssist!.command({ type: 'hang-up', by: 'page' }));
    await kiosk.quiet();
    const { history, missed, lastResult } = await kiosk.snapshot();
    assert.deepEqual([history, missed, lastResult], [before.history, before.missed, before.lastResult]);
    assert.deepEqual(await said(), helpers);
  });

  it('a report: what was found, and no name', async () => {
    const { kiosk, stack } = await house();
    const { contacts, accounts, station } = await kiosk.snapshot();
    const report = await kiosk.page.evaluate(() => window.callAssist!.report());
    assert.match(report, /camera_entity: ok, picture/);
    assert.match(report, /relay: ok, reachable/);
    const secrets = [stack.endpoints.matrix.kiosk.password, stack.endpoints.turn.secret];
    const names = [...contacts.flatMap(({ name, address }) => [name, address]), ...accounts.map((a) => a.address)];
    for (const hidden of [...secrets, ...names, station.name, 'front_door', 'Somebody']) {
      assert.ok(!report.includes(hidden), `«${hidden}» is in the report:\n${report}`);
    }
  });
});

describe('a new tablet is set up by an administrator, without an account', () => {
  let page: Page;
  const slug = 'attic';

  before(async () => {
    const { stack, browser } = await house();
    const { url, admin } = stack.endpoints.homeAssistant;
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    const tokens = { ...(await signIn(admin.username, admin.password)), hassUrl: url };
    await page.goto(`${url}/manifest.json`); // its origin, without its program
    await page.evaluate((text) => localStorage.setItem('hassTokens', text), JSON.stringify(tokens));
    await page.goto(url + dashboardPath);
    await page.waitForFunction(() => window.callAssist?.snapshot.value.role === 'owner', null, { timeout: 30_000 });
  });

  after(async () => {
    const { adminCommand } = await house();
    const helpers = await page?.evaluate(() => window.callAssist!.stationHelpers()).catch(() => []);
    await page?.context().close();
    for (const { domain, objectId, exists } of helpers ?? []) {
      if (exists && objectId.includes(slug)) await adminCommand(`${domain}/delete`, { [`${domain}_id`]: objectId });
    }
  });

  it('knows the cameras, and says that nobody can tell of a relay yet', async () => {
    await waitFor(
      'the cameras to be known',
      () => page.evaluate(() => window.callAssist!.cameras().some(({ id }) => id === 'camera.front_door')),
      { timeout: 10_000 },
    );
    await page.evaluate(
      (own) => window.callAssist!.configureStation({ name: 'Attic', slug: own, camera: 'camera.front_door' }),
      slug,
    );
    const found = await checks(page);
    assert.equal(brief(found['relay']), 'skipped no_account');
    assert.equal(brief(found['camera_entity']), 'ok picture');
  });

  it('makes the helpers of its station, once', async () => {
    const { stack } = await house();
    assert.equal(await page.evaluate(() => window.callAssist!.isAdmin()), true);
    const create = () => page.evaluate(() => window.callAssist!.createHelpers());
    const made = await create();
    assert.ok(made.ok);
    assert.deepEqual([...new Set(made.helpers.map(({ outcome }) => outcome))], ['created'], JSON.stringify(made));
    for (const { entityId } of made.helpers) await stack.haRest(`/api/states/${entityId}`);
    const again = await create();
    assert.ok(again.ok && again.helpers.every(({ outcome }) => outcome === 'exists'));
    assert.match(await page.evaluate(() => window.callAssist!.helpersYaml()), /call_assist_attic_state:/);
  });

  it('rings for a simulated call, which is answered with a touch', async () => {
    await page.evaluate(() => window.callAssist!.simulateCall({ video: true, name: 'Somebody' }));
    await page.locator('ca-overlay [data-action="answer-video"]').first().click();
    await page.waitForFunction(() => window.callAssist!.snapshot.value.calls[0]?.phase === 'active', null, {
      timeout: 20_000,
    });
    const pictures = (): Promise<boolean> =>
      page.evaluate(async () => {
        const { calls } = window.callAssist!.snapshot.value;
        const stats = await window.callAssist!.media(calls[0]!.id)!.stats();
        return stats.video.framesDecoded > 10;
      });
    await waitFor('the own picture to come back', pictures, { timeout: 10_000 });
    await page.evaluate(() => window.callAssist!.command({ type: 'hang-up', by: 'page' }));
    const left = await page.evaluate(() => window.callAssist!.history({ filter: 'all', limit: 10 }));
    assert.deepEqual(left, []);
  });
});
