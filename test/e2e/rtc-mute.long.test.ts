import { afterEach, describe, it } from 'node:test';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

describe('pictures and sounds that go and come back in a call with Element Call', () => {
  afterEach(async () => (await rtcHouse()).settle());

  it('they answer, mute and come back, and hang up', async () => {
    const { kiosk, elementCall, userOf } = await rtcHouse();
    const peer = await elementCall('Grandma');
    const rings = await peer.ringsSoFar();
    await kiosk.callContact(userOf('Grandma'));
    await peer.rings(rings);
    await peer.answer();
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
    await peer.setMuted({ audio: true, video: true });
    await kiosk.until('them to be neither seen nor heard', async () => {
      const call = (await kiosk.snapshot()).calls.at(-1);
      return call?.remoteAudioMuted === true && !call.remoteVideo;
    });
    await kiosk.touch('toggle-camera');
    await kiosk.sends({ video: false });
    await kiosk.until('no camera picture at the far end', async () => (await peer.timecode()) === null);
    await kiosk.touch('toggle-camera');
    await peer.setMuted({ audio: false, video: false });
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
    await peer.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
    await kiosk.quiet();
  });
});
