/**
 * Makes the pictures of `docs/blueprints.md`: each blueprint, imported into a real Home Assistant and filled in as for
 * the demo's kitchen, into `docs/images/blueprints`:
 *
 *   node scripts/bootstrap.mjs scripts/blueprint-pictures.ts                  all
 *   node scripts/bootstrap.mjs scripts/blueprint-pictures.ts missed_call      some
 */
import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { signIn } from '../demo/home-assistant/api.ts';
import { helperIds, station } from '../demo/home-assistant/helpers.ts';
import { startStack, type Stack } from '../demo/stack.ts';
import { Administrator } from '../test/e2e/support/administrator.ts';
import { CompanionPhone } from '../test/e2e/support/companion.ts';
import { flags } from '../test/e2e/support/flags.ts';
import { root } from './paths.ts';

const { positionals: wanted } = parseArgs({ allowPositionals: true });
const folder = join(root, 'docs/images/blueprints');
const { state, with: caller, answer, decline, missed, alive, ring, dial, ...helper } = helperIds(station.slug);
const call = { call_state: state, caller };
const door = { doorbell: ['input_button.doorbell'], camera: 'camera.front_door', opener: 'script.open_the_door' };

/** What is filled in. */
const inputs = (phone: string): Readonly<Record<string, { readonly name: string; readonly input: object }>> => ({
  wake_the_screen: {
    name: 'Kitchen: wake the tablet',
    input: {
      call_state: state,
      screens: ['switch.tablet_screen'],
      foreground: ['button.tablet_to_foreground'],
      path: '/call-assist/phone',
    },
  },
  quiet_during_a_call: {
    name: 'Kitchen: music off during calls',
    input: { call_state: state, memory: 'input_text.call_memory', areas: ['kitchen'], alive },
  },
  ring_the_phones: {
    name: 'Kitchen: ring our phones too',
    input: { ...call, answer, decline, phones: [phone] },
  },
  missed_call: { name: 'Kitchen: missed calls', input: { ...call, missed, phones: [phone] } },
  doorbell_rings: { name: 'The doorbell rings in the kitchen', input: { ...door, ring: [ring] } },
  door_calls_your_phone: { name: 'The door calls Anna', input: { ...door, ring, to: 'Anna', after: 20 } },
  call_somebody: {
    name: 'The button beside the bed',
    input: {
      button: ['input_button.help'],
      people: ['Anna', 'Ben'],
      call_state: state,
      dial,
      last_result: helper['last_result'],
      hang_up: helper['hang_up'],
      ring: [ring],
    },
  },
  quiet_times: {
    name: 'Kitchen: quiet at night and while the baby sleeps',
    input: {
      do_not_disturb: helper['do_not_disturb'],
      whiles: ['schedule.night', 'input_boolean.baby_sleeps'],
    },
  },
  tablet_is_gone: {
    name: 'Kitchen: is the tablet there?',
    input: { alive, call_state: state, phones: [phone], tablet: 'The kitchen tablet' },
  },
});

const stack = await startStack({ fresh: true, kiosk: 'none', print: console.log });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
let phone: CompanionPhone | undefined;
try {
  const admin = new Administrator(stack);
  phone = await furnish(admin);
  const page = await openPage(browser, stack);
  mkdirSync(folder, { recursive: true });
  for (const [blueprint, { name, input }] of Object.entries(inputs(phone.deviceId))) {
    if (wanted.length > 0 && !wanted.includes(blueprint)) continue;
    const { id } = await admin.useBlueprint(blueprint, { ...input }, name);
    await page.goto(`${stack.endpoints.homeAssistant.url}/config/automation/edit/${id}`);
    const form = page.locator('blueprint-automation-editor');
    await form.locator('ha-selector').first().waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForLoadState('networkidle');
    const path = join(folder, `${blueprint}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    console.log(`${relative(root, path)}: ${Math.round(statSync(path).size / 1000)} kB`);
  }
} finally {
  await phone?.close();
  await browser.close();
  await stack.stop();
}

/** What the blueprints are filled in with beside the station's helpers. */
async function furnish(admin: Administrator): Promise<CompanionPhone> {
  await admin.command('input_text/create', { name: 'Call memory', max: 255 });
  await admin.command('input_boolean/create', { name: 'Baby sleeps' });
  await admin.command('schedule/create', { name: 'Night' });
  for (const name of ['Doorbell', 'Help']) await admin.command('input_button/create', { name });
  for (const entity_id of ['media_player.kitchen_radio', 'media_player.television'])
    await admin.command('config/entity_registry/update', { entity_id, area_id: 'kitchen' });
  return CompanionPhone.register('Our phone', admin);
}

async function openPage(from: Browser, { endpoints }: Stack): Promise<Page> {
  const { url, admin } = endpoints.homeAssistant;
  const page = await from.newPage({ viewport: { width: 1100, height: 1000 }, reducedMotion: 'reduce' });
  const tokens = { ...(await signIn(admin.username, admin.password)), hassUrl: url };
  await page.goto(`${url}/manifest.json`); // its origin, without its program
  await page.evaluate((text) => localStorage.setItem('hassTokens', text), JSON.stringify(tokens));
  return page;
}
