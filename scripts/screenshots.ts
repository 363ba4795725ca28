/**
 * Makes the pictures of README and docs from the built card in a real Home Assistant, into `docs/images`:
 *
 *   npm run screenshots               all
 *   npm run screenshots -- call card  some
 *
 * Their names are those of `shots` in `scripts/screenshots/shots.ts`.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { buildIfNeeded } from '../demo/build.ts';
import { startStack } from '../demo/stack.ts';
import { flags } from '../test/e2e/support/flags.ts';
import { Kiosk } from '../test/e2e/support/kiosk.ts';
import { LivingRoom } from '../test/e2e/support/living-room.ts';
import { PersonPage } from '../test/e2e/support/person.ts';
import { root } from './paths.ts';
import { moveIn, shots } from './screenshots/shots.ts';

const { positionals: wanted } = parseArgs({ allowPositionals: true });
const unknown = wanted.filter((name) => !(name in shots));
if (unknown.length > 0) {
  console.error(`No such picture: ${unknown.join(', ')}. There are: ${Object.keys(shots).join(', ')}.`);
  process.exit(2);
}

const folder = join(root, 'docs/images');
const ended = new AbortController();
process.once('SIGINT', () => ended.abort(new Error('ended by SIGINT')));
await buildIfNeeded(console.log, ended.signal);
const stack = await startStack({ fresh: true, print: console.log, signal: ended.signal });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
try {
  const kiosk = await Kiosk.connect(stack);
  const cast = { kiosk, grandma: await PersonPage.open(browser, stack, 'Grandma'), room: new LivingRoom(stack) };
  await moveIn(kiosk);
  const devTools = await kiosk.context.newCDPSession(kiosk.page);
  await devTools.send('Emulation.setScrollbarsHidden', { hidden: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, { size, dark = false, prepare, leave, screen }] of Object.entries(shots)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    ended.signal.throwIfAborted();
    const { page } = kiosk;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await prepare(cast);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const path = join(folder, `${name}.png`);
    await ((await screen?.(cast)) ?? page).screenshot({ path });
    await leave?.(cast);
    await kiosk.endAll();
    console.log(`${relative(root, path)}: ${Math.round(statSync(path).size / 1000)} kB`);
  }
  await kiosk.disconnect();
} finally {
  await browser.close();
  await stack.stop();
}
