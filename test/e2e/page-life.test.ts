import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { dashboardPath, otherViewPath } from '../../demo/home-assistant/dashboard.ts';
import type { Stack } from '../../demo/stack.ts';
import { waitFor } from '../../demo/wait.ts';
import { mediaFlows } from './support/media.ts';
import { house } from './support/house.ts';

describe('the page of the tablet', () => {
  afterEach(async () => {
    const { kiosk } = await house();
    await kiosk.endAll();
  });

  for (const path of [otherViewPath, '/energy', '/history', '/profile/general']) {
    it(`rings while ${path} is open, and one touch answers`, async () => {
      const { kiosk, ...home } = await house();
      const person = await home.person('Grandma');
      await kiosk.navigate(path);
      await person.call();
      await kiosk.call('ringing-in');
      await kiosk.touch('answer-video');
      await mediaFlows(kiosk, await kiosk.call('active'), person);
      await kiosk.navigate(dashboardPath);
      await mediaFlows(kiosk, await kiosk.call('active'), person);
      await person.hangUp();
      await kiosk.quiet();
    });
  }

  it('rings on a panel that was opened first, without any dashboard', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await kiosk.open('/energy');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('decline');
    await person.stateIs('idle');
    await kiosk.open();
  });

  it('is above a dialog of Home Assistant, and can be touched there', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await kiosk.moreInfo('sun.sun');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    const call = await kiosk.call('active');
    await kiosk.moreInfo('zone.home');
    await mediaFlows(kiosk, call, person);
    await kiosk.touch('hang-up');
    await person.stateIs('idle');
    await kiosk.quiet();
    await kiosk.open();
  });

  it('rings again after a reload while it rings', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    const before = await kiosk.call('ringing-in');
    await kiosk.page.reload();
    const after = await kiosk.call('ringing-in', 30_000);
    assert.equal(after.peer.address, before.peer.address);
    await kiosk.touch('answer-video');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await person.hangUp();
    await kiosk.quiet();
  });

  for (const name of ['Grandma', 'Anna']) {
    it(`a reload in a call with ${name}: they are told, and one touch calls again`, async () => {
      const { kiosk, ...home } = await house();
      const person = await home.person(name);
      await person.call();
      await kiosk.call('ringing-in');
      await kiosk.touch('answer-video');
      await mediaFlows(kiosk, await kiosk.call('active'), person);
      await kiosk.page.reload();
      await person.stateIs('idle', 20_000);
      await kiosk.ready();
      await kiosk.helperIs('last_result', 'kiosk_closed');
      await kiosk.until('it in history', async () => (await kiosk.snapshot()).history[0]?.reason === 'kiosk_closed');
      await kiosk.touchOverlay('again');
      await person.stateIs('ringing');
      await kiosk.touch('hang-up');
      await person.stateIs('idle');
      await kiosk.quiet();
    });
  }

  it('a call goes on while Home Assistant restarts, and the helpers are true afterwards', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    const call = await kiosk.call('active');
    await mediaFlows(kiosk, call, person);
    await restartByItsOwnService(stack);
    await kiosk.helperIs('state', 'in_call', 60_000);
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await person.hangUp();
    await kiosk.helperIs('state', 'idle');
    await kiosk.quiet();
  });

  it('the card may be removed and come back in a call', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await kiosk.page.evaluate(() => {
      const find = (root: ParentNode): Element | null => {
        for (const element of root.querySelectorAll('*')) {
          if (element.localName === 'call-assist-card') return element;
          const deeper = element.shadowRoot && find(element.shadowRoot);
          if (deeper) return deeper;
        }
        return null;
      };
      const card = find(document);
      if (!card) throw new Error('no card');
      const place = card.parentNode!;
      card.remove();
      place.append(card);
    });
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await person.hangUp();
    await kiosk.quiet();
  });

  it('a second tab shows that the calls are elsewhere, and can take them', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    const second = await kiosk.context.newPage();
    try {
      await second.goto(stack.endpoints.homeAssistant.url + dashboardPath);
      await second.waitForFunction(() => window.callAssist?.snapshot.value.role === 'other-tab', null, {
        timeout: 30_000,
      });
      await person.call();
      await kiosk.call('ringing-in');
      await second.waitForFunction(() =>
        window.callAssist!.snapshot.value.calls.some(({ phase }) => phase === 'ringing-in'),
      );
      assert.equal(
        await second.evaluate(() => window.callAssist!.media(window.callAssist!.snapshot.value.calls[0]!.id)),
        null,
      );
      await kiosk.command({ type: 'decline', by: 'page' });
      await person.stateIs('idle');
      await second.bringToFront();
      await second.locator('[data-action="use-here"]').first().click();
      await second.waitForFunction(
        () =>
          window.callAssist?.snapshot.value.role === 'owner' &&
          window.callAssist.snapshot.value.accounts.some(({ status }) => status.state === 'online'),
        null,
        { timeout: 30_000 },
      );
      await person.call();
      await second.waitForFunction(() =>
        window.callAssist!.snapshot.value.calls.some(({ phase }) => phase === 'ringing-in'),
      );
      await person.hangUp();
    } finally {
      await second.close();
      await kiosk.page.bringToFront();
    }
    // The lock goes back to the tab that waits in line.
    await kiosk.page.waitForFunction(() => window.callAssist?.snapshot.value.role === 'owner', null, {
      timeout: 30_000,
    });
    await kiosk.ready();
  });
});

/** As somebody does it under Settings → System; resolves when Home Assistant has been away and is back. */
async function restartByItsOwnService({ haRest, endpoints }: Stack): Promise<void> {
  const { token } = endpoints.homeAssistant.admin;
  const answers = async (): Promise<boolean> =>
    haRest('/api/').then(
      () => true,
      () => false,
    );
  // Its answer may be lost with the connection.
  await haRest('/api/services/homeassistant/restart', { method: 'POST', token, body: {} }).catch(() => undefined);
  await waitFor('Home Assistant to go away', async () => !(await answers()), { timeout: 60_000 });
  await waitFor('Home Assistant to be back', answers, { timeout: 90_000 });
}
