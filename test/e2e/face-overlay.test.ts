import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { CallView } from '../../src/runtime/api.ts';
import type { EndReason } from '../../src/runtime/call/call.ts';
import { house } from './support/house.ts';
import { layoutShiftDuring } from './support/layout-shift.ts';
import { mediaFlows } from './support/media.ts';
import { faultless, SIZES } from './support/screen.ts';
import { openStage, type Scene, show } from './support/stage.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

const overlay = { in: 'ca-overlay' } as const;
/** Where words are many and room is little, and the other way round. */
const widest = { ...overlay, sizes: ['tablet', 'phone'] } as const;
const soon = (ms: number): number => Date.now() + ms;

describe('the screens of a call', () => {
  let tablet: Tablet;

  before(async () => {
    tablet = await Tablet.open({ account: await matrixAccount('hall', ['Grandma', 'Ben']) });
  });
  after(() => tablet?.close());
  afterEach(async () => {
    await tablet.page.setViewportSize(SIZES.tablet);
    await tablet.endAll();
  });

  it('of one that comes in, is answered, made small, and interrupted by another', async () => {
    const home = await house();
    const { page } = tablet;
    const [grandma, ben] = [await home.person('Grandma'), await home.person('Ben')];
    await tablet.calledBy(grandma);
    await tablet.call('ringing-in');
    await faultless(page, 'incoming', overlay);
    await page.setViewportSize(SIZES.tablet);
    await tablet.touch('answer-video');
    await mediaFlows(tablet, await tablet.call('active'), grandma);
    await faultless(page, 'active', overlay);
    for (const sheet of ['camera', 'volume', 'more']) {
      await tablet.touchOverlay(sheet);
      await page.locator('ca-call-sheet h3').waitFor();
      await faultless(page, `active-${sheet}`, widest);
      await page.keyboard.press('Escape');
      await page.locator('ca-call-sheet').waitFor({ state: 'detached' });
    }
    await tablet.touchOverlay('toggle-microphone');
    await tablet.touchOverlay('toggle-camera');
    await tablet.sends({ audio: false, video: false });
    await faultless(page, 'active-muted', widest);
    await tablet.calledBy(ben);
    await tablet.call('ringing-in');
    await faultless(page, 'active-second', overlay);
    await ben.hangUp();
    await page.locator('ca-overlay .second').waitFor({ state: 'detached' });
    await tablet.touchOverlay('make-small');
    await page.locator('ca-overlay .mini-bar').waitFor();
    await faultless(page, 'active-small', overlay);
    await tablet.touchOverlay('restore');
    await tablet.touchOverlay('hang-up');
    // A touch stops the clock of the outcome.
    await page.locator('ca-overlay [data-reason="hung_up"] .title').click();
    await faultless(page, 'ended', overlay);
    await tablet.touchOverlay('dismiss');
  });

  it('of one that runs: nothing moves when its state changes, and no key when somebody else calls', async () => {
    const { page } = tablet;
    await openStage(page);
    const on = { audio: true, video: true } as const;
    const running = {
      id: 'runs',
      phase: 'active',
      ended: null,
      connected: Date.now(),
      wanted: on,
      sending: on,
    } as const;
    const changes: readonly Partial<CallView>[] = [
      { wanted: { audio: false, video: true }, sending: { audio: false, video: true } },
      { wanted: { audio: true, video: false }, sending: { audio: true, video: false } },
      { remoteAudioMuted: true },
      { remoteOnHold: true },
      { security: 'end-to-end' },
      { phase: 'reconnecting' },
    ];
    const key = page.locator('ca-overlay [data-action="hang-up"]');
    for (const size of ['tablet', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      for (const change of changes) {
        await show(page, { calls: [running] });
        const shift = await layoutShiftDuring(page, () => show(page, { calls: [{ ...running, ...change }] }));
        // The words that say it may take one more line on a phone; a banner that pushes is many times as much.
        assert.ok(shift < 0.06, `${size}, ${JSON.stringify(change)}: ${shift}`);
      }
      await show(page, { calls: [running] });
      const before = await key.boundingBox();
      await show(page, { calls: [running, { id: 'waits', phase: 'ringing-in', ended: null, connected: null }] });
      assert.deepEqual(await key.boundingBox(), before);
    }
    await show(page, null);
  });

  it('of one that goes out and is declined', async () => {
    const home = await house();
    const { page } = tablet;
    const grandma = await home.person('Grandma');
    await tablet.callContact(grandma.contact.userId);
    await tablet.call('ringing-out');
    await faultless(page, 'ringing', overlay);
    await grandma.reject();
    await page.locator('ca-overlay [data-reason="remote_declined"] .title').click();
    await tablet.touchOverlay('message');
    await page.locator('ca-call-sheet h3').waitFor();
    await faultless(page, 'message', widest);
    await page.keyboard.press('Escape');
    await page.locator('ca-call-sheet').waitFor({ state: 'detached' });
    await tablet.touchOverlay('dismiss');
  });

  for (const [dress, colorScheme, language] of [
    ['light', 'light', 'en'],
    ['dark-de', 'dark', 'de'],
  ] as const) {
    it(`that cannot be had for the asking, ${dress}`, async () => {
      const { page } = tablet;
      await page.emulateMedia({ colorScheme });
      await page.evaluate((chosen) => window.callAssist!.configureDevice({ language: chosen }), language);
      await openStage(page);
      try {
        for (const [name, scene] of Object.entries(scenes())) {
          await show(page, scene);
          await faultless(page, `${name}-${dress}`, { ...widest, axe: [dress === 'light' ? 'tablet' : 'phone'] });
        }
        for (const reason of shownReasons) {
          await show(page, { calls: [{ id: `over-${reason}`, phase: 'ended', reason }] });
          await page.locator(`ca-overlay [data-reason="${reason}"]`).waitFor();
          await faultless(page, `end-${reason}-${dress}`, { ...overlay, sizes: ['phone'], axe: ['phone'] });
        }
      } finally {
        await show(page, null);
        await page.evaluate(() => window.callAssist!.configureDevice({ language: null }));
        await page.emulateMedia({ colorScheme: 'light' });
      }
    });
  }
});

describe('the screens of a call, from right to left', () => {
  let tablet: Tablet;
  /** What the person chose in Home Assistant for all their devices: nobody else is signed in as the admin. */
  const speak = async (language: string): Promise<void> => {
    const rest = { number_format: 'language', time_format: 'language', date_format: 'language', time_zone: 'local' };
    const value = { language, ...rest, first_weekday: 'language' };
    await (await house()).adminCommand('frontend/set_user_data', { key: 'language', value });
  };

  before(async () => {
    await speak('he');
    tablet = await Tablet.open({ user: 'admin', language: 'he' });
    await tablet.page.waitForFunction(() => document.dir === 'rtl');
  });
  after(async () => {
    await tablet?.close();
    await speak('en');
  });
  afterEach(async () => {
    await tablet.closePage();
    await tablet.page.setViewportSize(SIZES.tablet);
    await tablet.endAll();
  });

  it('of one with oneself', async () => {
    const { page } = tablet;
    await page.evaluate(() => window.callAssist!.simulateCall({ video: true, name: 'סבתא רחל' }));
    await tablet.call('ringing-in');
    await page.locator('ca-overlay [data-action="answer-video"]').waitFor();
    const direction = (tag: string): Promise<string> =>
      page.locator(tag).evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction('home-assistant'), 'rtl');
    assert.equal(await direction('ca-overlay'), 'rtl');
    await faultless(page, 'incoming-rtl', overlay);
    const side = (action: string): Promise<number> =>
      page
        .locator(`ca-overlay [data-action="${action}"]`)
        .first()
        .evaluate((button) => button.getBoundingClientRect().left);
    await page.setViewportSize(SIZES.tablet);
    assert.ok((await side('answer-video')) < (await side('decline')), 'the expected answer is at the inline end');
    await tablet.touch('answer-video');
    await tablet.call('active');
    await page.locator('ca-overlay .stage.pictured').waitFor();
    await faultless(page, 'active-rtl', overlay);
    await tablet.touchOverlay('make-small');
    await page.locator('ca-overlay .mini-bar').waitFor();
    await faultless(page, 'active-small-rtl', overlay);
    await tablet.touchOverlay('hang-up');
  });

  for (const view of ['setup', 'settings'] as const) {
    it(`and its page ${view}`, async () => {
      await tablet.openPage(view);
      const side = tablet.page.locator('ca-page h2').first();
      assert.equal(await side.evaluate((title) => getComputedStyle(title).direction), 'rtl');
      await faultless(tablet.page, `${view}-rtl`, { in: 'ca-page', sizes: ['tablet', 'phone'] });
    });
  }
});

/** Which ends have a sheet: of the others the card tells. A new reason does not compile without its place here. */
const SHEETS: Readonly<Record<EndReason, boolean>> = {
  hung_up: true,
  remote_hung_up: true,
  accepted: false,
  declined: false,
  missed: false,
  answered_elsewhere: true,
  do_not_disturb: false,
  busy_here: false,
  remote_declined: true,
  no_answer: true,
  busy: true,
  unreachable: true,
  cannot_call: true,
  microphone_denied: true,
  microphone_missing: true,
  microphone_in_use: true,
  insecure_page: true,
  no_connection: true,
  connection_lost: true,
  signed_out: true,
  account_away: true,
  server_failed: true,
  rate_limited: true,
  protocol_error: true,
  internal_error: true,
  kiosk_closed: true,
};
const shownReasons = (Object.keys(SHEETS) as EndReason[]).filter((reason) => SHEETS[reason]);

function scenes(): Readonly<Record<string, Scene>> {
  const ringing = { id: 'rings', phase: 'ringing-in', ended: null } as const;
  const talking = { id: 'talks', phase: 'active', ended: null, answered: Date.now(), connected: Date.now() } as const;
  const voice = { audio: true, video: false };
  return {
    'incoming-voice': { calls: [{ ...ringing, offered: voice }] },
    'incoming-hidden': { settings: { hideNames: 'always' }, calls: [ringing] },
    'incoming-blocked': { snapshot: { soundBlocked: true }, calls: [ringing] },
    'drop-in': {
      calls: [
        {
          ...ringing,
          dropIn: { stage: 'countdown', video: true, until: soon(60_000) },
          autoAnswerAt: soon(60_000),
        },
      ],
    },
    dialing: { calls: [{ id: 'dials', phase: 'dialing', direction: 'outgoing', ended: null, began: Date.now() }] },
    connecting: { calls: [{ ...talking, phase: 'connecting', connected: null }] },
    'active-voice': {
      calls: [{ ...talking, offered: voice, wanted: voice, sending: voice, security: 'end-to-end-unverified' }],
    },
    'remote-muted': { calls: [{ ...talking, remoteAudioMuted: true, security: 'on-the-way' }] },
    reconnecting: { calls: [{ ...talking, phase: 'reconnecting', deadline: soon(20_000), security: 'end-to-end' }] },
  };
}
