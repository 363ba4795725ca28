import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { cameraIsPainted } from './support/painted.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

describe('somebody calls the tablet with an Element Call that is set to Matrix 2.0', () => {
  afterEach(async () => (await rtcHouse()).settle());

  for (const name of ['Grandma', 'Anna'])
    it(`${name}: it rings, both see and hear, the tablet hangs up`, async () => {
      const { kiosk, rtc, elementCall2, roomOf, callMembers } = await rtcHouse();
      const peer = await elementCall2(name);
      try {
        const asked = rtc.tokens.asked.length;
        await peer.call(roomOf(name));
        await kiosk.call('ringing-in', PATIENCE);
        assert.deepEqual(await callMembers(roomOf(name)), [], 'memberships are sticky events');
        await kiosk.touch('answer-video');
        await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
        await cameraIsPainted(peer);
        assert.ok(rtc.tokens.asked.slice(asked).includes('/get_token'));
        await kiosk.touch('hang-up');
        await peer.stateIs('idle');
        await kiosk.quiet();
      } finally {
        await peer.close();
      }
    });
});
