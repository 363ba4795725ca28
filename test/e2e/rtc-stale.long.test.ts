import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { nothingRings, RtcByHand } from './support/rtc-by-hand.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

const STALE = 200;
/** How late it may ring, on a machine that runs Element Call beside it. */
const AT_ONCE = 1_500;

describe('a room that many have called in before', () => {
  afterEach(async () => (await rtcHouse()).settle());

  it(`${STALE} memberships that are over: nothing rings, and a right call rings at once and goes through`, async () => {
    const { kiosk, elementCall, roomOf } = await rtcHouse();
    const ben = await RtcByHand.signIn('Ben');
    try {
      for (let start = 0; start < STALE; start += 20)
        await Promise.all(Array.from({ length: 20 }, (_, i) => ben.join(`STALE${start + i}`, { expires: 1 })));
      await nothingRings();
      const peer = await elementCall('Ben');
      await peer.call(roomOf('Ben'));
      await kiosk.call('ringing-in', PATIENCE);
      const rang = Date.now();
      const late = rang - (await ben.lastNotification());
      assert.ok(late < AT_ONCE, `it rang ${late} ms after the notification`);
      await kiosk.touch('answer-video');
      await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
      await peer.hangUp();
      await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
      await kiosk.quiet();
    } finally {
      await ben.close();
    }
  });
});
