import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { openConnection, signIn } from '../../demo/home-assistant/api.ts';
import { createHelpers } from '../../demo/home-assistant/helpers.ts';
import { waitFor } from '../../demo/wait.ts';
import type { Page } from 'playwright-core';
import type { CreatedHelpers } from '../../src/runtime/home-assistant/create-helpers.ts';
import type { RemovedHelpers } from '../../src/runtime/home-assistant/remove-helpers.ts';
import { helperOf, stateOf, stationSwitches } from './support/helpers.ts';
import { house } from './support/house.ts';

/** A page of a browser of its own, signed in to Home Assistant, where the card has started. */
async function device(user: { username: string; password: string }, slug: string): Promise<Page> {
  const { browser, stack } = await house();
  const { url, dashboardPath } = stack.endpoints.homeAssistant;
  const page = await (await browser.newContext()).newPage();
  const tokens = { ...(await signIn(user.username, user.password)), hassUrl: url };
  await page.goto(`${url}/manifest.json`);
  await page.evaluate((text) => localStorage.setItem('hassTokens', text), JSON.stringify(tokens));
  await page.goto(url + dashboardPath);
  await page.waitForFunction(() => 'callAssist' in window, null, { timeout: 60_000 });
  await page.evaluate(async (name) => {
    const api = await window.callAssist!.ready;
    await api.configureStation({ slug: name, name });
  }, slug);
  return page;
}

/** Makes the page one that has calls, and with them its helpers. */
const occupy = (page: Page): Promise<void> =>
  page.evaluate(() => window.callAssist!.simulateCall({ video: false, name: 'Somebody' }));

const SOON = { timeout: 15_000 };

const problems = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.callAssist!.snapshot.value.problems.map(({ kind }) => kind));

const isTaken = (page: Page, taken: boolean): Promise<unknown> =>
  waitFor(
    `the station to be ${taken ? 'another’s' : 'ours'}`,
    async () => (await problems(page)).includes('stations-taken') === taken || null,
    SOON,
  );

describe('the helpers of a station', () => {
  const pages: Page[] = [];
  const open = async (...given: Parameters<typeof device>): Promise<Page> => {
    const page = await device(...given);
    pages.push(page);
    return page;
  };
  const rename = async (from: string, to: string): Promise<void> => {
    await (await house()).adminCommand('config/entity_registry/update', { entity_id: from, new_entity_id: to });
  };
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    await (await house()).kiosk.endAll();
  });
  after(async () => {
    const { stack } = await house();
    const admin = await openConnection(stack.endpoints.homeAssistant.admin.token);
    await createHelpers(admin, { slug: 'kitchen', name: 'Kitchen' });
    admin.close();
  });

  it('are followed when they are renamed, also while the page is closed', async () => {
    const { kiosk, stack } = await house();
    const [dial, state] = [helperOf('dial'), helperOf('state')];
    await rename(dial, 'input_text.whom_to_call');
    const write = (entity_id: string) =>
      kiosk.service('input_text', 'set_value', { entity_id, value: 'Nobody at all' });
    await waitFor(
      'the renamed helper',
      async () => (await stateOf(stack, 'input_text.whom_to_call')) !== null || null,
      SOON,
    );
    await kiosk.until('the renamed field to be cleared', async () => {
      await write('input_text.whom_to_call');
      return (await stateOf(stack, 'input_text.whom_to_call')) === '';
    });
    await kiosk.helperIs('last_result', 'refused_unknown_contact');
    await rename('input_text.whom_to_call', dial);
    await kiosk.page.goto('about:blank');
    await waitFor('offline', async () => (await stateOf(stack, state)) === 'offline' || null, SOON);
    await rename(state, 'input_select.phone');
    await kiosk.page.goto(stack.endpoints.homeAssistant.url + stack.endpoints.homeAssistant.dashboardPath);
    await waitFor('the renamed state', async () => (await stateOf(stack, 'input_select.phone')) === 'idle' || null, {
      timeout: 60_000,
    });
    await rename('input_select.phone', state);
    await kiosk.ready();
  });

  it('are put right when somebody edited them', async () => {
    const { kiosk, adminCommand } = await house();
    await kiosk.service('input_select', 'set_options', { entity_id: helperOf('state'), options: ['out', 'in'] });
    await kiosk.helperIs('state', 'idle');
    const edited = { input_text_id: 'call_assist_kitchen_with', name: 'with', max: 6 };
    await adminCommand('input_text/update', edited);
    const person = await (await house()).person('Grandma');
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await kiosk.helperIs('with', 'Grandm');
    await person.hangUp();
    await kiosk.helperIs('state', 'idle');
    await adminCommand('input_text/update', { ...edited, max: 255 });
  });

  it('are reported when they are deleted, and not made again', async () => {
    const { kiosk, adminCommand, stack } = await house();
    await adminCommand('input_boolean/delete', { input_boolean_id: 'call_assist_kitchen_camera' });
    const missing = async () =>
      (await kiosk.snapshot()).problems.find((problem) => problem.kind === 'helpers-missing')?.entities ?? [];
    await kiosk.until('the deleted helper to be missed', async () => (await missing()).includes(helperOf('camera')));
    assert.equal(await stateOf(stack, helperOf('camera')), null);
    const refused = await kiosk.page.evaluate(() => window.callAssist!.createHelpers());
    assert.deepEqual(refused, { ok: false, refused: 'not_admin' });
    const admin = await openConnection(stack.endpoints.homeAssistant.admin.token);
    await createHelpers(admin, { slug: 'kitchen', name: 'Kitchen' });
    admin.close();
    await kiosk.until('nothing to be missed', async () => (await missing()).length === 0);
    await kiosk.helperIs('camera', 'off');
  });

  it('are made by an admin with area and label, repaired, and removed', async () => {
    const { adminCommand, stack } = await house();
    const area = (await adminCommand('config/area_registry/create', { name: 'Attic' })) as { area_id: string };
    const page = await open(stack.endpoints.homeAssistant.admin, 'attic');
    const outcomes = async (does: 'createHelpers' | 'removeHelpers'): Promise<Record<string, string>> => {
      const made = await page.evaluate(
        (what): Promise<CreatedHelpers | RemovedHelpers> => window.callAssist![what](),
        does,
      );
      assert.ok(made.ok, JSON.stringify(made));
      return Object.fromEntries(made.helpers.map(({ key, outcome, problem }) => [key, problem ?? outcome]));
    };
    const created = await outcomes('createHelpers');
    assert.deepEqual(new Set(Object.values(created)), new Set(['created']));
    const entry = (await adminCommand('config/entity_registry/get', {
      entity_id: 'input_select.call_assist_attic_state',
    })) as { area_id: string; labels: string[]; name: string };
    assert.deepEqual([entry.area_id, entry.name], [area.area_id, 'attic call state']);
    assert.deepEqual(entry.labels, ['call_assist']);
    await adminCommand('input_text/update', { input_text_id: 'call_assist_attic_dial', name: 'dial', min: 2, max: 9 });
    await adminCommand('timer/update', { timer_id: 'call_assist_attic_alive', name: 'alive', restore: false });
    const again = await outcomes('createHelpers');
    const { dial, alive, ...others } = again;
    assert.deepEqual([dial, alive, ...new Set(Object.values(others))], ['repaired', 'repaired', 'exists']);
    assert.deepEqual(new Set(Object.values(await outcomes('createHelpers'))), new Set(['exists']));
    const removed = await outcomes('removeHelpers');
    assert.deepEqual(
      [Object.keys(removed).length, ...new Set(Object.values(removed))],
      [Object.keys(created).length, 'removed'],
    );
    assert.equal(await stateOf(stack, 'input_select.call_assist_attic_state'), null);
  });

  it('belong to one kiosk: a second one is told and stays out, until a person takes the station', async () => {
    const { kiosk, stack } = await house();
    const second = await open(stack.endpoints.homeAssistant.kiosk, 'kitchen');
    await occupy(second);
    await isTaken(second, true);
    assert.ok(!(await problems(kiosk.page)).includes('stations-taken'));
    await kiosk.helperIs('state', 'idle');
    await kiosk.dialByHelper('Nobody at all');
    await kiosk.helperIs('dial', '');
    assert.equal(await second.evaluate(() => window.callAssist!.snapshot.value.lastResult), null);

    await second.evaluate(() => window.callAssist!.takeStation('kitchen'));
    await isTaken(second, false);
    await isTaken(kiosk.page, true);
    await kiosk.helperIs('state', 'offline');
    await kiosk.page.evaluate(() => window.callAssist!.takeStation('kitchen'));
    await isTaken(kiosk.page, false);
    await isTaken(second, true);
    await kiosk.helperIs('state', 'idle');
    await kiosk.page.reload();
    await kiosk.ready();
    assert.ok(!(await problems(kiosk.page)).includes('stations-taken'));
  });

  it('of three kiosks say each their own', async () => {
    const { kiosk, stack } = await house();
    const admin = await openConnection(stack.endpoints.homeAssistant.admin.token);
    for (const slug of ['porch', 'study']) await createHelpers(admin, { slug, name: slug });
    admin.close();
    for (const slug of ['porch', 'study']) await occupy(await open(stack.endpoints.homeAssistant.kiosk, slug));
    for (const slug of ['porch', 'study']) {
      await waitFor(
        `${slug} to live`,
        async () => (await stateOf(stack, helperOf('alive', slug))) === 'active' || null,
        SOON,
      );
      await kiosk.service('input_text', 'set_value', { entity_id: helperOf('dial', slug), value: 'Anna' });
      await waitFor(
        `${slug} to refuse`,
        async () => (await stateOf(stack, helperOf('last_result', slug))) === 'refused_not_ready' || null,
        SOON,
      );
    }
    assert.deepEqual((await kiosk.snapshot()).calls, []);
    for (const page of pages) assert.deepEqual(await problems(page), []);
  });

  it('of several stations on one kiosk: each calls with its own camera and says its own', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    const [, other] = stack.endpoints.cameras;
    const admin = await openConnection(stack.endpoints.homeAssistant.admin.token);
    await createHelpers(admin, { slug: 'garden', name: 'Garden' });
    admin.close();
    await kiosk.page.evaluate(
      (camera) => window.callAssist!.addStation({ name: 'Garden', camera: camera as `camera.${string}` }),
      other!,
    );
    const garden = (key: string) => stateOf(stack, helperOf(key, 'garden'));
    const gardenIs = (key: string, value: string) =>
      waitFor(`the garden’s ${key} to be ${value}`, async () => (await garden(key)) === value || null, {
        timeout: 15_000,
      });
    await gardenIs('state', 'idle');
    await gardenIs('camera_source', other!);
    await kiosk.service('input_text', 'set_value', { entity_id: helperOf('dial', 'garden'), value: 'Grandma' });
    await gardenIs('state', 'ringing_out');
    await person.stateIs('ringing');
    await person.answer();
    const call = await kiosk.call('active');
    assert.deepEqual([call.station, call.camera], ['garden', { ...call.camera, source: other }]);
    await gardenIs('state', 'in_call');
    await kiosk.helperIs('state', 'idle');
    await kiosk.press('hang_up');
    await kiosk.helperIs('last_result', 'refused_not_ready');
    await gardenIs('state', 'in_call');
    await kiosk.service('input_button', 'press', { entity_id: helperOf('hang_up', 'garden') });
    await gardenIs('last_result', 'hung_up');
    await person.stateIs('idle');
    await kiosk.page.evaluate(() => window.callAssist!.removeStation('garden'));
    await stationSwitches(kiosk, {});
  });
});
