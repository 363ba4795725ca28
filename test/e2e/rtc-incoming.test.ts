import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { cameraIsPainted } from './support/painted.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

describe('somebody calls the tablet with Element Call', () => {
  afterEach(async () => (await rtcHouse()).settle());

  for (const name of ['Grandma', 'Anna'] as const) {
    const room = name === 'Anna' ? 'an encrypted room' : 'a plain room';

    it(`from ${room}: it rings, one touch answers, both see and hear, they hang up`, async () => {
      const { kiosk, elementCall, roomOf, callMembers, callIsEmpty } = await rtcHouse();
      const peer = await elementCall(name);
      await peer.call(roomOf(name));
      const ringing = await kiosk.call('ringing-in', PATIENCE);
      assert.equal(ringing.peer.name, name);
      assert.deepEqual(ringing.offered, { audio: true, video: true });
      await kiosk.helperIs('state', 'ringing');
      await kiosk.helperIs('with', name);
      await kiosk.until('the ringtone', () => kiosk.sounding());
      assert.equal((await callMembers(roomOf(name))).length, 1, 'nobody knows of us before the answer');
      await kiosk.touch('answer-video');
      const call = await kiosk.call('active', PATIENCE);
      await kiosk.silent();
      await rtcMediaFlows(kiosk, call, peer);
      await cameraIsPainted(peer);
      assert.equal(
        (await kiosk.snapshot()).calls.at(-1)?.security,
        name === 'Anna' ? 'end-to-end-unverified' : 'on-the-way',
      );
      await kiosk.helperIs('state', 'in_call');
      await peer.hangUp();
      await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
      await kiosk.helperIs('state', 'idle');
      await kiosk.quiet();
      await callIsEmpty(roomOf(name));
    });
  }

  it('declined: their call ends', async () => {
    const { kiosk, elementCall, roomOf, stack } = await rtcHouse();
    const peer = await elementCall('Grandma');
    await peer.call(roomOf('Grandma'));
    await kiosk.call('ringing-in', PATIENCE);
    await kiosk.touch('decline');
    await kiosk.helperIs('last_result', 'declined', PATIENCE);
    await kiosk.silent();
    await peer.stateIs('idle');
    assert.equal((await peer.declined()).at(-1), stack.accounts.kiosk.userId);
    await kiosk.quiet();
  });

  it('they give up: a missed call', async () => {
    const { kiosk, elementCall, roomOf } = await rtcHouse();
    const peer = await elementCall('Anna');
    await peer.call(roomOf('Anna'));
    await kiosk.call('ringing-in', PATIENCE);
    await peer.hangUp();
    await kiosk.helperIs('last_result', 'missed', PATIENCE);
    await kiosk.silent();
    await kiosk.quiet();
  });

  it('answered with sound only, and the tablet hangs up', async () => {
    const { kiosk, elementCall, roomOf, callIsEmpty } = await rtcHouse();
    const peer = await elementCall('Grandma');
    await peer.call(roomOf('Grandma'));
    await kiosk.call('ringing-in', PATIENCE);
    await kiosk.touch('answer-voice');
    const call = await kiosk.call('active', PATIENCE);
    await rtcMediaFlows(kiosk, call, peer, { video: false });
    assert.ok((await kiosk.stats(call.id)).video.framesDecoded > 0, 'they are seen');
    assert.equal(await peer.timecode(), null, 'they see no camera');
    await kiosk.touch('hang-up');
    await kiosk.helperIs('last_result', 'hung_up', PATIENCE);
    await peer.stateIs('idle');
    await kiosk.quiet();
    await callIsEmpty(roomOf('Grandma'));
  });

  it('answered on another device of the family: the tablet stops ringing', async () => {
    const { kiosk, elementCall, otherElementCall, roomOf } = await rtcHouse();
    const peer = await elementCall('Grandma');
    const phone = await otherElementCall();
    try {
      await peer.call(roomOf('Grandma'));
      await kiosk.call('ringing-in', PATIENCE);
      await phone.rings(0);
      await phone.answer();
      await kiosk.helperIs('last_result', 'answered_elsewhere', PATIENCE);
      await kiosk.silent();
      await kiosk.quiet();
      await Promise.all([peer.receives(), phone.receives()]);
    } finally {
      await phone.close();
    }
  });
});
