import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { house } from './support/house.ts';
import { TvCall } from './support/tv-call.ts';
import { isHeard, isHeardOnlyOn } from './support/watch.ts';

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
    const session = await tv.page.context().newCDPSession(tv.page);
    const network = (away: boolean) =>
      session.send('Network.emulateNetworkConditions', {
        offline: away,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
        packetLoss: away ? 100 : 0,
      });
    await network(true);
    const away = Date.now();
    await call.is('lost', 6_000);
    test.diagnostic(`on the tablet again after ${Date.now() - away} ms`);
    await isHeard(tablet);
    await tablet.seesFrames();
    await waitFor('10 s without network', async () => Date.now() - away > 10_000, { timeout: 12_000 });
    await network(false);
    const back = Date.now();
    await call.is('there');
    test.diagnostic(`there again after ${Date.now() - back} ms`);
    await tv.seesFrames();
    await isHeardOnlyOn(tv, tablet);
  });
});

describe('a TV whose tablet is gone', () => {
  it('shows nothing of the call after 15 s', async (test) => {
    const { kiosk } = await house();
    const call = await TvCall.begin();
    try {
      const tv = await call.toTv();
      await tv.seesFrames();
      const gone = Date.now();
      await kiosk.page.goto('about:blank');
      const videos = async () => (await tv.page.locator('video').count()) === 0;
      await waitFor('the TV to show no call', videos, { timeout: 25_000 });
      test.diagnostic(`dark after ${Date.now() - gone} ms`);
      assert.equal(await call.link(), '');
    } finally {
      await call.peer.stop();
      await kiosk.open();
      await call.room.dark();
    }
  });
});
