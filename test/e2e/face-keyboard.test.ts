import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { house } from './support/house.ts';
import { focused, tabTo } from './support/keyboard.ts';
import { mediaFlows } from './support/media.ts';
import type { PersonPage } from './support/person.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

describe('a call with nothing but a keyboard', () => {
  let tablet: Tablet;
  let grandma: PersonPage;

  before(async () => {
    grandma = await (await house()).person('Grandma');
    tablet = await Tablet.open({ account: await matrixAccount('study', ['Grandma', 'Ben']) });
  });
  after(() => tablet?.close());
  afterEach(() => tablet.endAll());

  /** The order of the keyboard from where the focus is, up to and including `last`. */
  const order = (last: string): Promise<readonly string[]> => tabTo(tablet.page, ({ what }) => what === last);

  it('to somebody: found, rung, talked with, hung up, and the focus is where it was', async () => {
    const { page } = tablet;
    const { userId } = grandma.contact;
    await tabTo(page, ({ what, contact }) => what === 'call-video' && contact === userId);
    await page.keyboard.press('Enter');
    await tablet.call('ringing-out');
    assert.equal((await focused(page)).what, 'dialog', 'no button is pressed by a key that was meant for the card');
    assert.deepEqual(await order('hang-up'), ['toggle-microphone', 'toggle-camera', 'camera', 'hang-up']);
    await grandma.stateIs('ringing');
    await grandma.answer();
    await mediaFlows(tablet, await tablet.call('active'), grandma);
    await page.locator('ca-overlay [data-action="display"]').waitFor();
    // The view changed under the focus: it is on the dialog again.
    assert.equal((await focused(page)).what, 'dialog');
    const keys = await order('hang-up');
    assert.deepEqual(keys, [
      'swap',
      'toggle-microphone',
      'toggle-camera',
      'camera',
      'display',
      'make-small',
      'volume',
      'more',
      'hang-up',
    ]);
    await page.keyboard.press('m');
    await tablet.sends({ audio: false });
    await page.keyboard.press('v');
    await tablet.sends({ video: false });
    await page.keyboard.press('Escape');
    assert.equal((await tablet.call('active')).phase, 'active', 'Escape ends nothing');
    await page.keyboard.press('Shift+Escape');
    await grandma.stateIs('idle');
    await page.locator('ca-overlay [data-reason="hung_up"]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('ca-overlay').waitFor({ state: 'detached' });
    const back = await focused(page);
    assert.deepEqual([back.what, back.contact], ['call-video', userId]);
  });

  it('from somebody: heard, silenced, answered; a sheet opened and closed', async () => {
    const { page } = tablet;
    await tablet.calledBy(grandma);
    await tablet.call('ringing-in');
    await tablet.until('the ringtone', () => tablet.sounding());
    await page.locator('ca-overlay [data-action="silence"]').waitFor();
    assert.equal((await focused(page)).what, 'dialog');
    assert.deepEqual(await order('decline'), ['silence', 'answer-video', 'answer-voice', 'decline']);
    await page.keyboard.press('Escape');
    await tablet.silent();
    assert.equal((await tablet.call('ringing-in')).phase, 'ringing-in', 'Escape does not decline');
    await tabTo(page, ({ what }) => what === 'answer-video');
    await page.keyboard.press('Enter');
    await mediaFlows(tablet, await tablet.call('active'), grandma);
    await order('volume');
    await page.keyboard.press('Enter');
    await page.locator('ca-call-sheet h3').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('ca-call-sheet').waitFor({ state: 'detached' });
    assert.equal((await focused(page)).what, 'volume', 'the focus is on what opened the sheet');
    await order('hang-up');
    await page.keyboard.press('Enter');
    await grandma.stateIs('idle');
  });
});
