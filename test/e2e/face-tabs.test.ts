import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { dashboardPath, otherViewPath } from '../../demo/home-assistant/dashboard.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';
import type { PersonPage } from './support/person.ts';
import { faultless, SIZES } from './support/screen.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

/** What of a device goes on, whatever becomes of the page that shows it. */
describe('a call, and what is done with the page meanwhile', () => {
  let tablet: Tablet;
  let grandma: PersonPage;

  before(async () => {
    grandma = await (await house()).person('Grandma');
    tablet = await Tablet.open({ account: await matrixAccount('garage', ['Grandma']) });
  });
  after(() => tablet?.close());
  afterEach(async () => {
    await tablet.page.setViewportSize(SIZES.tablet);
    await tablet.endAll();
  });

  const talk = async (): Promise<void> => {
    await tablet.calledBy(grandma);
    await tablet.call('ringing-in');
    await tablet.touch('answer-video');
    await mediaFlows(tablet, await tablet.call('active'), grandma);
  };
  const shown = (page: Page): Promise<number> => page.locator('ca-overlay').count();

  it('made small, the dashboard can be used; other views and panels come and go', async () => {
    const { page } = tablet;
    await talk();
    await tablet.touchOverlay('make-small');
    await page.locator('ca-overlay .mini-bar').waitFor();
    await page.locator('call-assist-card [data-action="quiet"]').first().click();
    await tablet.until('do not disturb', async () => (await tablet.snapshot()).quiet);
    await page.locator('call-assist-card [data-action="quiet"]').first().click();
    for (const path of [otherViewPath, '/history', dashboardPath]) {
      await tablet.navigate(path);
      await page.locator('ca-overlay .mini-bar').waitFor();
    }
    await page.locator('call-assist-card [data-action="show-call"]').first().click();
    await page.locator('ca-overlay .stage').waitFor();
    await mediaFlows(tablet, await tablet.call('active'), grandma);
    await grandma.hangUp();
  });

  it('a second tab shows no call of its own; “Use here” tells the other side, and one touch calls again', async () => {
    await talk();
    const second = await tablet.context.newPage();
    try {
      await second.goto(tablet.page.url());
      await second.waitForFunction(() => window.callAssist?.snapshot.value.role === 'other-tab', null, {
        timeout: 30_000,
      });
      await second.locator('call-assist-card [data-action="use-here"]').first().waitFor();
      assert.equal(await shown(second), 0, 'the call is on one screen');
      await faultless(second, 'second-tab', { in: 'call-assist-card', sizes: ['tablet', 'phone'] });
      await second.setViewportSize(SIZES.tablet);
      await mediaFlows(tablet, await tablet.call('active'), grandma);
      await second.locator('[data-action="use-here"]').first().click();
      await second.waitForFunction(() => window.callAssist?.snapshot.value.role === 'owner', null, { timeout: 30_000 });
      await grandma.stateIs('idle', 20_000);
      await tablet.page.locator('call-assist-card [data-action="use-here"]').first().waitFor();
      assert.equal(await shown(tablet.page), 0);
      await second.locator('ca-overlay [data-action="again"]').click({ timeout: 30_000 });
      await grandma.stateIs('ringing', 20_000);
      await grandma.reject();
    } finally {
      await second.close();
    }
    // The lock goes back to the tab that waits in line.
    await tablet.page.waitForFunction(() => window.callAssist?.snapshot.value.role === 'owner', null, {
      timeout: 30_000,
    });
    await tablet.online(1);
  });
});
