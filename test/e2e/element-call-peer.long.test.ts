import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cameraIsLive } from './support/media.ts';
import { rtcHouse } from './support/rtc-house.ts';
import { directRoom } from './support/rooms.ts';

describe('two people with Element Call, who do not know the card', () => {
  for (const isEncrypted of [false, true]) {
    const room = isEncrypted ? 'an encrypted room' : 'a plain room';

    it(`see and hear each other in ${room}`, async () => {
      const { stack, elementCall } = await rtcHouse();
      const [ben, carla] = [await elementCall('Ben'), await elementCall('Carla')];
      const roomId = await directRoom(stack, ['Ben', 'Carla'], { isEncrypted });
      const rings = await carla.ringsSoFar();
      await ben.call(roomId);
      const ring = await carla.rings(rings);
      assert.equal(ring.roomId, roomId);
      await carla.answer();
      await Promise.all([ben.receives(), carla.receives()]);
      await Promise.all([cameraIsLive(ben), cameraIsLive(carla)]);
      await ben.hangUp();
      await carla.stateIs('idle');
      assert.equal(await ben.openPeerConnections(), 0);
    });
  }

  it('one declines, and the call of the other ends', async () => {
    const { stack, elementCall } = await rtcHouse();
    const [ben, carla] = [await elementCall('Ben'), await elementCall('Carla')];
    const roomId = await directRoom(stack, ['Ben', 'Carla']);
    const rings = await carla.ringsSoFar();
    await ben.call(roomId);
    await carla.rings(rings);
    await carla.decline();
    await ben.stateIs('idle');
    assert.deepEqual(await ben.declined(), [stack.accounts.people.find(({ name }) => name === 'Carla')!.userId]);
  });
});
