import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { Administrator } from './support/administrator.ts';
import { house } from './support/house.ts';
import { TvCall } from './support/tv-call.ts';
import { isHeard, isHeardOnlyOn, longestGap } from './support/watch.ts';

/** Encoders and decoders of three browsers on a busy machine of two cores included. */
const STEADY = 2_000;

describe('a call on the TV', () => {
  let call: TvCall;
  before(async () => {
    call = await TvCall.begin();
  });
  after(() => call?.end());

  it('goes there by touch: the picture is live there, and it is heard there alone', async (test) => {
    const { kiosk, room, tablet } = call;
    await room.call('media_player', 'volume_set', { volume_level: 0.35 });
    const from = Date.now();
    await kiosk.touchOverlay('display');
    await kiosk.page.locator(`ca-overlay button[data-display="${room.tv.entityId}"]`).click();
    const tv = await call.watchTv();
    await call.is('there');
    test.diagnostic(`touch to picture on the TV: ${Date.now() - from} ms`);
    await tv.seesFrames();
    await tv.isLive();
    await isHeardOnlyOn(tv, tablet);
    assert.equal((await call.display())?.heardHere, false);
    assert.equal(await call.link(), '', 'the link is erased as soon as both have met');
    await call.goesOn();
  });

  it('is heard on the tablet when somebody wants that, and on the TV again', async () => {
    const { kiosk, tablet } = call;
    const tv = await call.watchTv();
    await kiosk.touchOverlay('display-sound');
    await isHeardOnlyOn(tablet, tv);
    await kiosk.touchOverlay('display-sound');
    await isHeardOnlyOn(tv, tablet);
  });

  it('has the TV’s volume on the tablet, which is put back with the call', async () => {
    const { kiosk, room } = call;
    await kiosk.command({ type: 'set-display-volume', volume: 0.8, by: 'touch' });
    assert.equal(room.tv.volume.level, 0.8);
    await kiosk.until('the volume to be known', async () => (await call.display())?.volume === 0.8);
    await kiosk.touchOverlay('display-back');
    await call.is('here');
    await call.nothingIsLeft();
    assert.equal(room.tv.volume.level, 0.35);
    await isHeard(call.tablet);
  });

  it('goes there and back five times, and is always seen somewhere', async (test) => {
    const { tablet } = call;
    for (let time = 1; time <= 5; time++) {
      const from = Date.now();
      const tv = await call.toTv();
      const there = Date.now();
      await tv.seesFrames();
      await tv.isLive();
      await call.bringBack();
      await call.is('here');
      await tablet.seesFrames();
      const gap = longestGap([tablet, tv], from);
      test.diagnostic(`${time}: there after ${there - from} ms, longest time without a frame ${gap} ms`);
      assert.ok(gap < STEADY, `${gap} ms without a picture anywhere`);
      await call.nothingIsLeft();
    }
    await call.goesOn();
  });

  it('is moved by the helper of the station, which follows it', async () => {
    const { room } = call;
    const { stack } = await house();
    const admin = new Administrator(stack);
    const helper = 'input_select.call_assist_kitchen_display';
    const choose = (option: string) => room.call('input_select', 'select_option', { entity_id: helper, option });
    await call.bringBack();
    await admin.entityIs(helper, 'this_device');
    await choose(room.tv.entityId);
    await call.is('there');
    await choose('this_device');
    await call.is('here');
    await admin.entityIs(helper, 'this_device');
    await call.nothingIsLeft();
  });

  it('ends on both when they hang up: the TV is as it was, and nothing is held', async () => {
    const { room } = call;
    const { kiosk } = await house();
    await call.toTv();
    await call.end();
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await call.nothingIsLeft();
    assert.equal(room.tv.volume.level, 0.35);
    await waitFor('no browser of the TV', async () => room.tv.page === undefined, { timeout: 15_000 });
  });
});
