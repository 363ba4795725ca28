import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { accessToken, hashed } from '../../demo/matrix-rtc/access-token.ts';
import { sfu } from '../../demo/services/livekit.ts';
import { waitFor } from '../../demo/wait.ts';
import { familyRoom } from './support/rooms.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

describe('more than two in a call', () => {
  afterEach(async () => (await rtcHouse()).settle());

  for (const isEncrypted of [false, true]) {
    it(`the tablet calls a family in ${isEncrypted ? 'an encrypted' : 'a plain'} room; one leaves, the call goes on`, async () => {
      const { kiosk, stack, elementCall, callMembers } = await rtcHouse();
      const [ben, carla] = [await elementCall('Ben'), await elementCall('Carla')];
      const name = isEncrypted ? 'Cousins' : 'Family';
      const roomId = await familyRoom(stack, ['Kitchen', 'Ben', 'Carla'], { name, isEncrypted });
      const rings = [await ben.ringsSoFar(), await carla.ringsSoFar()] as const;
      await kiosk.until(
        'the family among the contacts',
        async () => (await kiosk.snapshot()).contacts.some((contact) => contact.name === name),
        PATIENCE,
      );
      await kiosk.dialByHelper(name);
      await Promise.all([ben.rings(rings[0]), carla.rings(rings[1])]);
      await ben.join(roomId);
      await carla.join(roomId);
      const call = await kiosk.call('active', PATIENCE);
      await kiosk.until('two others', async () => (await participants()) === 2, PATIENCE);
      await rtcMediaFlows(kiosk, call, [ben, carla]);
      await carla.hangUp();
      await kiosk.until('one other', async () => (await participants()) === 1);
      await rtcMediaFlows(kiosk, call, ben);
      await kiosk.touch('hang-up');
      await kiosk.helperIs('last_result', 'hung_up', PATIENCE);
      await kiosk.quiet();
      await kiosk.until('Ben alone in the call', async () => (await callMembers(roomId)).length === 1, PATIENCE);
    });
  }

  it('somebody at the media server who is no member sees nothing, and is not shown', async () => {
    const { kiosk, elementCall, roomOf } = await rtcHouse();
    const [anna, ben] = [await elementCall('Anna'), await elementCall('Ben')];
    await anna.call(roomOf('Anna'));
    await kiosk.call('ringing-in', PATIENCE);
    await kiosk.touch('answer-video');
    const call = await kiosk.call('active', PATIENCE);
    await rtcMediaFlows(kiosk, call, anna);
    const token = accessToken({
      identity: '@ben:call-assist.test:EAVESDROPPER',
      room: hashed([roomOf('Anna'), 'm.call#ROOM']),
      expires: Math.floor(Date.now() / 1000) + 600,
    });
    await ben.page.evaluate(([url, jwt]) => window.eavesdropper.enter(url, jwt), [sfu.url, token] as const);
    try {
      const overheard = await waitFor(
        'their packets to reach the eavesdropper',
        async () => {
          const all = await ben.page.evaluate(() => window.eavesdropper.overheard());
          return all.participants === 2 && all.videoPackets > 200 && all;
        },
        { timeout: 20_000, interval: 200 },
      );
      assert.equal(overheard.framesDecoded, 0, 'encrypted frames cannot be decoded');
      assert.equal(await participants(), 1, 'the tablet shows Anna alone');
    } finally {
      await ben.page.evaluate(() => window.eavesdropper.leave());
    }
  });

  /** How many others the tablet shows. */
  async function participants(): Promise<number> {
    const { kiosk } = await rtcHouse();
    return kiosk.page.evaluate(() => {
      const id = window.callAssist!.snapshot.value.calls.at(-1)!.id;
      return window.callAssist!.media(id)?.remote.value.participants.length ?? 0;
    });
  }
});
