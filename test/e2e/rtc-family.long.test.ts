import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { familyRoom } from './support/rooms.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

const NAME = 'Aunts';

describe('somebody begins a call in the room of a family with Element Call', () => {
  afterEach(async () => (await rtcHouse()).settle());

  it('which rings no app, and the tablet; it comes, and leaves the others in their call', async () => {
    const { kiosk, stack, elementCall, callMembers } = await rtcHouse();
    const ben = await elementCall('Ben');
    const roomId = await familyRoom(stack, ['Ben', 'Kitchen', 'Carla'], { name: NAME });
    await kiosk.until(
      'the family among the contacts',
      async () => (await kiosk.snapshot()).contacts.some(({ name }) => name === NAME),
      PATIENCE,
    );
    await ben.join(roomId);
    const ringing = await kiosk.call('ringing-in', PATIENCE);
    assert.equal(ringing.peer.name, NAME);
    await kiosk.touch('answer-video');
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), ben);
    await kiosk.touch('hang-up');
    await kiosk.helperIs('last_result', 'hung_up', PATIENCE);
    await kiosk.quiet();
    await kiosk.until('Ben alone in the call', async () => (await callMembers(roomId)).length === 1, PATIENCE);
  });
});
