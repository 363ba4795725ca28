import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { stationSwitches } from './support/helpers.ts';
import { house } from './support/house.ts';

interface HomeAssistantPage {
  loadCardHelpers(): Promise<{ createCardElement(config: object): HTMLElement & { hass: unknown } }>;
}

/** Runs in the page: a button card of Home Assistant's own, above everything else. */
async function addButton(tapAction: object): Promise<void> {
  const { createCardElement } = await (window as unknown as HomeAssistantPage).loadCardHelpers();
  document.querySelector('#other-card')?.remove();
  const card = createCardElement({ type: 'button', name: 'Other card', tap_action: tapAction });
  card.hass = (document.querySelector('home-assistant') as unknown as { hass: unknown }).hass;
  card.id = 'other-card';
  card.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 200px; z-index: 9';
  // Inside of Home Assistant's own root, where its cards are.
  document.querySelector('home-assistant')!.shadowRoot!.append(card);
}

describe('links and other cards', () => {
  afterEach(async () => {
    const { kiosk } = await house();
    await kiosk.page.locator('#other-card').evaluateAll((cards) => cards.forEach((card) => card.remove()));
    await stationSwitches(kiosk, { linkDials: false });
    await kiosk.endAll();
  });

  it('a link dials once somebody has said so on the screen', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    await kiosk.open(`${stack.endpoints.homeAssistant.dashboardPath}?call_assist=dial:Grandma`);
    await kiosk.page.locator('ca-ask h2').waitFor();
    assert.equal(new URL(kiosk.page.url()).search, '');
    assert.deepEqual((await kiosk.snapshot()).calls, []);
    await kiosk.page.locator('ca-ask [data-action="voice"]').click();
    await person.stateIs('ringing');
    await kiosk.page.locator('ca-overlay').first().waitFor({ state: 'attached' });
    await kiosk.press('hang_up');
    await person.stateIs('idle');
  });

  it('a link dials by itself where the station lets it, contacts only', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    await stationSwitches(kiosk, { linkDials: true });
    await kiosk.navigate('/history?call_assist=dial:Grandma');
    await person.stateIs('ringing');
    await kiosk.press('hang_up');
    await person.stateIs('idle');
    await kiosk.navigate('/history?call_assist=dial:@stranger:elsewhere.test');
    await kiosk.helperIs('last_result', 'refused_not_allowed');
    await kiosk.open(stack.endpoints.homeAssistant.dashboardPath);
  });

  it('a button of another card calls', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    const touch = async (call_assist: object): Promise<void> => {
      await kiosk.page.evaluate(addButton, { action: 'fire-dom-event', call_assist });
      await kiosk.page.locator('#other-card').click();
    };
    await touch({ dial: 'Grandma', video: false });
    await person.stateIs('ringing');
    await kiosk.press('hang_up');
    await person.stateIs('idle');
    await kiosk.helperIs('last_result', 'hung_up');
  });

  it('a command of a script that is none is refused with a reason', async () => {
    const { kiosk } = await house();
    const asked = await kiosk.page.evaluate(() => window.callAssist!.command({ type: 'dance' } as never));
    assert.deepEqual(asked, { ok: false, reason: 'refused_bad_value' });
    await kiosk.helperIs('last_result', 'refused_bad_value');
  });
});
