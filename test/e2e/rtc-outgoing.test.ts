import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { cameraIsPainted } from './support/painted.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

describe('the tablet calls somebody who has Element Call', () => {
  afterEach(async () => (await rtcHouse()).settle());

  for (const name of ['Grandma', 'Anna'] as const) {
    const room = name === 'Anna' ? 'an encrypted room' : 'a plain room';

    it(`in ${room}: they ring and answer, both see and hear, the tablet hangs up`, async () => {
      const { kiosk, stack, elementCall, roomOf, userOf, callIsEmpty } = await rtcHouse();
      const peer = await elementCall(name);
      const rings = await peer.ringsSoFar();
      await kiosk.callContact(userOf(name));
      const { content, roomId, from } = await peer.rings(rings);
      assert.equal(roomId, roomOf(name));
      assert.equal(from, stack.accounts.kiosk.userId);
      assert.deepEqual(content['m.mentions'], { user_ids: [userOf(name)], room: false }, 'exactly this person rings');
      await kiosk.call('ringing-out', PATIENCE);
      await kiosk.helperIs('state', 'ringing_out');
      await peer.answer();
      const call = await kiosk.call('active', PATIENCE);
      await rtcMediaFlows(kiosk, call, peer);
      await cameraIsPainted(peer);
      await kiosk.helperIs('state', 'in_call');
      await kiosk.touch('hang-up');
      await kiosk.helperIs('last_result', 'hung_up', PATIENCE);
      await peer.stateIs('idle');
      await kiosk.quiet();
      await callIsEmpty(roomOf(name));
    });
  }

  it('they decline: said in plain words, and nobody stays in the call', async () => {
    const { kiosk, elementCall, roomOf, userOf, callIsEmpty } = await rtcHouse();
    const peer = await elementCall('Anna');
    const rings = await peer.ringsSoFar();
    await kiosk.callContact(userOf('Anna'));
    await peer.rings(rings);
    await peer.decline();
    await kiosk.helperIs('last_result', 'remote_declined', PATIENCE);
    await kiosk.quiet();
    await callIsEmpty(roomOf('Anna'));
  });

  it('hung up while it rings there', async () => {
    const { kiosk, elementCall, roomOf, userOf, callMembers, callIsEmpty } = await rtcHouse();
    const peer = await elementCall('Grandma');
    const rings = await peer.ringsSoFar();
    await kiosk.callContact(userOf('Grandma'));
    await peer.rings(rings);
    await kiosk.call('ringing-out', PATIENCE);
    assert.equal((await callMembers(roomOf('Grandma'))).length, 1);
    await kiosk.touch('hang-up');
    await kiosk.helperIs('last_result', 'hung_up', PATIENCE);
    await callIsEmpty(roomOf('Grandma'));
    await kiosk.quiet();
  });
});
