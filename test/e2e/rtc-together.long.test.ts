import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { accessToken, hashed } from '../../demo/matrix-rtc/access-token.ts';
import { sfu } from '../../demo/services/livekit.ts';
import { waitFor } from '../../demo/wait.ts';
import type { Overheard } from '../peers/element-call/eavesdropper.ts';
import { familyRoom } from './support/rooms.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

/** Frames after which it is known whether they can be decoded. */
const ENOUGH = 100;

describe('more than two in a call', () => {
  // Everybody decodes everybody: the large camera alone would take all that a machine of two cores has.
  before(() => filmBy('camera.garden'));
  after(() => filmBy('camera.front_door'));
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

  it('who is at the media server without being a member reads nothing of an encrypted call, and is not shown', async () => {
    const { framesReceived, framesDecoded, read } = await overheardWith('Anna');
    assert.deepEqual(read, [], 'no picture can be read');
    // The first bytes of a frame are in the clear, so that a decoder may now and then make noise of one.
    assert.ok(framesDecoded <= framesReceived / 20, `${framesDecoded} of ${framesReceived} frames were decoded`);
  });

  it('of a plain call they read all: what is overheard of an encrypted one could be read', async () => {
    const { framesReceived, framesDecoded, read } = await overheardWith('Grandma');
    assert.equal(read.length, 2, `read: ${read.join(', ')}`);
    assert.ok(framesDecoded >= framesReceived / 2, `${framesDecoded} of ${framesReceived} frames were decoded`);
  });

  /** What Ben gets of a call of this person with the tablet, with a token but without a membership. */
  async function overheardWith(name: string): Promise<Overheard> {
    const { kiosk, elementCall, roomOf } = await rtcHouse();
    const [peer, { page }] = [await elementCall(name), await elementCall('Ben')];
    await peer.call(roomOf(name));
    await kiosk.call('ringing-in', PATIENCE);
    await kiosk.touch('answer-video');
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
    const token = accessToken({
      identity: '@ben:call-assist.test:EAVESDROPPER',
      room: hashed([roomOf(name), 'm.call#ROOM']),
      expires: Math.floor(Date.now() / 1000) + 600,
    });
    await page.evaluate(([url, jwt]) => window.eavesdropper.enter(url, jwt), [sfu.url, token] as const);
    try {
      const overheard = await waitFor(
        'their pictures to reach the eavesdropper',
        async () => {
          const all = await page.evaluate(() => window.eavesdropper.overheard());
          return all.participants === 2 && all.framesReceived > ENOUGH && all;
        },
        { timeout: 20_000, interval: 200 },
      );
      assert.equal(await participants(), 1, `the tablet shows ${name} alone`);
      return overheard;
    } finally {
      await page.evaluate(() => window.eavesdropper.leave());
    }
  }

  async function filmBy(camera: `camera.${string}`): Promise<void> {
    const { kiosk } = await rtcHouse();
    await kiosk.page.evaluate((id) => window.callAssist!.configureStation({ camera: id }), camera);
  }

  /** How many others the tablet shows. */
  async function participants(): Promise<number> {
    const { kiosk } = await rtcHouse();
    return kiosk.page.evaluate(() => {
      const id = window.callAssist!.snapshot.value.calls.at(-1)!.id;
      return window.callAssist!.media(id)?.remote.value.participants.length ?? 0;
    });
  }
});
