import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';
import { faultless, SIZES } from './support/screen.ts';
import { type MatrixAccount, matrixAccount, Tablet } from './support/tablet.ts';

const inPage = { in: 'ca-page' } as const;

/** Somebody who has never heard of it hangs up a tablet: from the first look at the card to the first real call. */
describe('a new tablet, from the first touch to the first call', () => {
  let tablet: Tablet;
  let account: MatrixAccount;

  before(async () => {
    account = await matrixAccount('loft', ['Grandma']);
    tablet = await Tablet.open({ user: 'admin' });
  });
  after(async () => {
    const { adminCommand } = await house();
    const helpers = await tablet?.page.evaluate(() => window.callAssist!.stationHelpers()).catch(() => []);
    await tablet?.close();
    for (const { domain, objectId, exists } of helpers ?? [])
      if (exists && objectId.includes('loft')) await adminCommand(`${domain}/delete`, { [`${domain}_id`]: objectId });
  });

  const touch = (action: string): Promise<void> =>
    tablet.page.locator(`ca-page [data-action="${action}"]`).first().click();
  const step = (name: string): Promise<void> =>
    tablet.page.locator(`ca-page nav [data-step="${name}"][aria-current="step"]`).waitFor();

  it('checks the device', async () => {
    await tablet.page.locator('call-assist-card [data-action="sign-in"]').first().click();
    await step('device');
    await touch('check');
    await tablet.page.getByText('Yes. All is well').waitFor({ timeout: 60_000 });
    await touch('continue');
  });

  it('takes an account', async () => {
    await step('account');
    const { page } = tablet;
    const { baseUrl } = (await house()).stack.endpoints.matrix;
    await page.locator('ca-page #homeserver').fill(baseUrl);
    await page.locator('ca-page #user').fill(account.user);
    await page.locator('ca-page #password').fill(account.password);
    await touch('sign-in-submit');
    await page.locator('ca-page [data-account]').getByText('Ready for calls').waitFor({ timeout: 30_000 });
    await touch('continue');
  });

  it('becomes a call station with a camera of the house', async () => {
    await step('station');
    const { page } = tablet;
    await page.locator('ca-page #name').fill('Loft');
    await page.locator('ca-page input[value="camera.front_door"]').click();
    await tablet.until('the camera', async () => (await tablet.snapshot()).station.camera === 'camera.front_door');
    await touch('look');
    await page.waitForFunction(() => {
      const find = (root: ParentNode): HTMLVideoElement | null => {
        for (const element of root.querySelectorAll('*')) {
          if (element instanceof HTMLVideoElement) return element;
          const deeper = element.shadowRoot && find(element.shadowRoot);
          if (deeper) return deeper;
        }
        return null;
      };
      return (find(document.querySelector('ca-page')!.shadowRoot!)?.videoWidth ?? 0) > 0;
    });
    await touch('listen');
    await page.locator('ca-page meter.level').waitFor();
    await touch('continue');
  });

  it('has its helpers made with one touch', async () => {
    await step('helpers');
    const { page } = tablet;
    await page.locator('ca-page [data-action="create"]').waitFor();
    await faultless(page, 'journey-helpers', inPage);
    await page.setViewportSize(SIZES.tablet);
    await touch('create');
    await page.locator('ca-page [data-action="continue"]').waitFor({ timeout: 30_000 });
    assert.equal(await page.locator('ca-page [data-helper]:not([data-status="ok"])').count(), 0);
    await (await house()).stack.haRest('/api/states/input_select.call_assist_loft_state');
    await touch('continue');
  });

  it('calls itself, and is done', async () => {
    await step('try');
    const { page } = tablet;
    await faultless(page, 'journey-done', inPage);
    await page.setViewportSize(SIZES.tablet);
    await touch('test-call');
    const { id } = await tablet.call('active');
    await tablet.until('the own picture to come back', async () => (await tablet.stats(id)).video.framesDecoded > 10);
    await tablet.touchOverlay('hang-up');
    await tablet.quiet();
    await tablet.endAll();
    await touch('finish');
    await page.locator('ca-page').waitFor({ state: 'detached' });
  });

  it('rings for its first call, which one touch answers', async () => {
    const { stack, ...home } = await house();
    const grandma = await home.person('Grandma');
    await tablet.page.locator(`call-assist-card [data-contact="${grandma.contact.userId}"]`).waitFor();
    await tablet.calledBy(grandma, account);
    await tablet.call('ringing-in');
    await tablet.touch('answer-video');
    await mediaFlows(tablet, await tablet.call('active'), grandma);
    const { state } = (await stack.haRest('/api/states/input_select.call_assist_loft_state')) as { state: string };
    assert.equal(state, 'in_call');
    await grandma.hangUp();
    await tablet.quiet();
  });
});
