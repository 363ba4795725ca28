import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import type { PersonView } from '../../src/runtime/api.ts';
import { house } from './support/house.ts';
import { fillHistory } from './support/history.ts';
import { mediaFlows } from './support/media.ts';
import { faultless, SIZES } from './support/screen.ts';
import { scrollThrough } from './support/scroll.ts';
import { openStage, type Scene, show } from './support/stage.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

declare global {
  interface Window {
    /** Set by markup that was run. */
    pwned?: boolean;
    /** Added to this device's clock, in milliseconds. */
    skew?: number;
  }
}

const attack = '<img src=x onerror="window.pwned=true"><script>window.pwned=true</script>';
const svg = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=true">${attack}</svg>`)}`;
/** Names that people gave themselves, and their pictures. */
const people: readonly (readonly [name: string, avatar: string | null])[] = [
  ['Maximiliane'.repeat(19).slice(0, 200), 'https://127.0.0.1:9/none.png'],
  ['👩‍👩‍👧‍👦🏳️‍🌈'.repeat(12), 'blob:null/gone'],
  ['\u202Eسبتا راحيل — \u2067רחל\u2069 '.repeat(8), svg],
  [attack, 'javascript:window.pwned=true'],
];

describe('what nobody should send, on a real page', () => {
  let tablet: Tablet;

  before(async () => {
    tablet = await Tablet.open({ account: await matrixAccount('annex', ['Grandma', 'Ben']) });
  });
  after(() => tablet?.close());
  afterEach(async () => {
    await tablet.closePage();
    await tablet.page.setViewportSize(SIZES.tablet);
    await tablet.endAll();
  });

  it('names and pictures are only shown, and break no screen', async () => {
    const { page } = tablet;
    const { contacts } = await tablet.snapshot();
    const strange = people.map(([name, avatar], at): PersonView => ({
      ...contacts[0]!,
      id: `!${at}`,
      name,
      ownName: name,
      avatar,
      favourite: true,
    }));
    const card = (scene: Scene): Promise<void> => show(page, scene);
    await openStage(page);
    try {
      await card({ snapshot: { contacts: strange } });
      await faultless(page, 'strange-card', { in: 'call-assist-card' });
      await tablet.openPage('contact');
      await faultless(page, 'strange-people', { in: 'ca-page', sizes: ['tablet', 'phone'] });
      await tablet.closePage();
      for (const [at, { accountId, id, address, name, avatar }] of strange.entries()) {
        const peer = { accountId, contactId: id, address, name };
        const call = { id: `strange-${at}`, peer, avatar, ended: null } as const;
        await card({ calls: [{ ...call, phase: 'ringing-in' }] });
        await faultless(page, `strange-incoming-${at}`, { in: 'ca-overlay', sizes: ['tablet', 'phone'] });
        await card({ calls: [{ ...call, phase: 'active', connected: Date.now() }] });
        await faultless(page, `strange-active-${at}`, { in: 'ca-overlay', sizes: ['phone'], axe: [] });
        await card({ calls: [{ ...call, phase: 'ended', reason: 'no_answer' }] });
        await faultless(page, `strange-end-${at}`, { in: 'ca-overlay', sizes: ['phone'], axe: [] });
      }
      assert.equal(await page.evaluate(() => window.pwned), undefined);
    } finally {
      await show(page, null);
    }
  });

  it('ten thousand calls and two thousand people scroll', async (test: TestContext) => {
    const { page } = tablet;
    await fillHistory(page, 10_000);
    await page.reload();
    await tablet.online(2);
    await page.locator('call-assist-card [data-contact]').first().waitFor();
    await tablet.openPage('history');
    await page.locator('ca-page .call').nth(20).waitFor();
    test.diagnostic(`history: ${JSON.stringify(await scrollThrough(page, 'ca-history', 20_000))}`);
    assert.ok((await page.locator('ca-page .call').count()) < 800, 'what is far away is not drawn');
    await tablet.closePage();
    const { contacts } = await tablet.snapshot();
    const many = Array.from({ length: 2_000 }, (_, at): PersonView => ({
      ...contacts[0]!,
      id: `!${at}`,
      name: `Person ${at}`,
    }));
    await openStage(page);
    try {
      await show(page, { snapshot: { contacts: many } });
      test.diagnostic(`card: ${JSON.stringify(await scrollThrough(page, 'call-assist-card', 20_000))}`);
    } finally {
      await show(page, null);
    }
  });

  it('a clock that jumps in a call, forth and back: the call goes on, and the next one rings', async () => {
    const { page } = tablet;
    const grandma = await (await house()).person('Grandma');
    await page.addInitScript(() => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + (window.skew ?? 0);
    });
    await page.reload();
    await tablet.online(2);
    await tablet.calledBy(grandma);
    await tablet.call('ringing-in');
    await tablet.touch('answer-video');
    await mediaFlows(tablet, await tablet.call('active'), grandma);
    for (const hours of [3, -3]) {
      await page.evaluate((skew) => (window.skew = skew), hours * 3_600_000);
      await mediaFlows(tablet, await tablet.call('active'), grandma);
      assert.match((await page.locator('ca-overlay [data-duration]').textContent()) ?? '', /^\d+(:\d\d){1,2}$/);
    }
    await grandma.hangUp();
    await tablet.quiet();
    await tablet.calledBy(grandma);
    await tablet.call('ringing-in');
    await grandma.hangUp();
    await page.evaluate(() => (window.skew = 0));
  });

  it('site data are cleared while the page is open: said, and calls still ring', async () => {
    const { page, context } = tablet;
    const grandma = await (await house()).person('Grandma');
    const { origin } = new URL(page.url());
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
    });
    const browser = await context.newCDPSession(page);
    await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await tablet.calledBy(grandma);
    await tablet.call('ringing-in');
    await tablet.touch('answer-video');
    await mediaFlows(tablet, await tablet.call('active'), grandma);
    await grandma.hangUp();
    await tablet.until('the card to say so', async () =>
      (await tablet.snapshot()).problems.some(({ kind }) => kind === 'storage'),
    );
  });
});
