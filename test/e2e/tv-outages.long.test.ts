import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { house } from './support/house.ts';
import { TvCall } from './support/tv-call.ts';
import { isHeard, isHeardOnlyOn, type Watch } from './support/watch.ts';
import { withoutNetwork } from './support/without-network.ts';

/** Both sides notice within three seconds that nothing comes; it takes a while to look at them. */
const SOON = 6_000;

describe('a call on the TV while something is away', () => {
  let call: TvCall;
  before(async () => {
    call = await TvCall.begin();
  });
  after(() => call?.end());
  afterEach(async () => {
    await call.bringBack();
    await call.nothingIsLeft();
    await call.goesOn();
  });

  it('goes on there while Home Assistant restarts, and is steered again after that', async () => {
    const { kiosk } = call;
    const { stack } = await house();
    const tv = await call.toTv();
    const restarted = stack.restartHomeAssistant();
    await kiosk.until('Home Assistant to be away', async () =>
      (await kiosk.snapshot()).problems.some((problem) => problem.kind === 'home-assistant-away'),
    );
    await tv.seesFrames();
    await tv.isLive();
    await isHeardOnlyOn(tv, call.tablet);
    await restarted;
    await call.room.is('playing', 60_000);
    await tv.seesFrames();
    await call.is('there');
  });

  it('is on the tablet for as long as the TV has no network, and there again after 10 s', async (test) => {
    const { tablet } = call;
    const tv = await call.toTv();
    await tv.seesFrames();
    await withoutNetwork(tv.page, async () => {
      const away = Date.now();
      await call.is('lost', SOON);
      test.diagnostic(`on the tablet again after ${Date.now() - away} ms`);
      await isHeard(tablet);
      await tablet.seesFrames();
      await waitFor('10 s without network', async () => Date.now() - away > 10_000, { timeout: 12_000 });
    });
    const back = Date.now();
    await call.is('there');
    test.diagnostic(`there again after ${Date.now() - back} ms`);
    await tv.seesFrames();
    await isHeardOnlyOn(tv, tablet);
    assert.equal(await call.link(), '');
  });

  it('is not on the TV any more 15 s after the tablet has lost its network, and goes on when it has it again', async (test) => {
    const tv = await call.toTv();
    await tv.seesFrames();
    await withoutNetwork(call.kiosk.page, async () => {
      const away = Date.now();
      await showsNoCall(tv);
      const took = Date.now() - away;
      test.diagnostic(`dark after ${took} ms`);
      assert.ok(took > 13_000 && took < 18_000, `${took} ms`);
    });
    await call.failsWith('gone');
  });
});

describe('a TV whose tablet leaves the page', () => {
  it('shows nothing of the call at once, and nothing is left in the link', async (test) => {
    const { kiosk } = await house();
    const call = await TvCall.begin();
    try {
      const tv = await call.toTv();
      await tv.seesFrames();
      const gone = Date.now();
      await kiosk.page.goto('about:blank');
      await showsNoCall(tv);
      test.diagnostic(`nothing of it after ${Date.now() - gone} ms`);
      assert.ok(Date.now() - gone < SOON, `${Date.now() - gone} ms`);
      await waitFor('the link to be empty', async () => (await call.link()) === '', { timeout: 5_000 });
    } finally {
      await call.peer.stop();
      await kiosk.open();
      await call.room.dark();
    }
  });
});

async function showsNoCall({ page }: Watch): Promise<void> {
  const look = async () => (await page.locator('video').count()) === 0;
  await waitFor('the TV to show no call', look, { timeout: 25_000, interval: 100 });
}
