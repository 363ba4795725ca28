import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CallStats } from '../../src/runtime/providers/provider.ts';
import type { ElementCallPeer } from './support/element-call.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

/** What a call must survive. */
const OUTAGE = 15_000;
/** How long somebody who is gone may still look like a member. */
const GHOST = 20_000;
/** Until the media server takes somebody for lost who is gone without a word, and what a busy machine adds. */
const LOST = 45_000;

/** What a device sends to another. */
const TO_DEVICE = '**/sendToDevice/m.room.encrypted/*';

const received = ({ audio, video }: CallStats): readonly number[] => [audio.packetsReceived, video.framesDecoded];

describe('the network and the page in a call with Element Call', () => {
  afterEach(async () => {
    const { kiosk, rtc, settle } = await rtcHouse();
    rtc.tokens.misbehave(null);
    await kiosk.context.setOffline(false);
    await settle();
  });

  const connect = async (name: string): Promise<ElementCallPeer> => {
    const { kiosk, elementCall, roomOf } = await rtcHouse();
    const peer = await elementCall(name);
    await peer.call(roomOf(name));
    await kiosk.call('ringing-in', PATIENCE);
    await kiosk.touch('answer-video');
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
    return peer;
  };

  it('the media server restarts: media comes back by itself', async () => {
    const { kiosk, rtc } = await rtcHouse();
    const peer = await connect('Grandma');
    await rtc.livekit.restart();
    await kiosk.call('active', PATIENCE);
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
    await peer.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
    await kiosk.quiet();
  });

  for (const name of ['Grandma', 'Anna'])
    it(`a loss of the network of ${OUTAGE / 1000} s in a call with ${name}: media comes back by itself`, async () => {
      const { kiosk, rtc } = await rtcHouse();
      const peer = await connect(name);
      let isOver = false;
      const over = rtc.livekit.hold(OUTAGE).then(() => (isOver = true));
      await kiosk.context.setOffline(true);
      const { id } = await kiosk.call('reconnecting', PATIENCE);
      const lost = received(await kiosk.stats(id));
      let now = lost;
      const ended = async (): Promise<boolean> => {
        const read = received(await kiosk.stats(id));
        if (!isOver) now = read;
        return isOver;
      };
      await kiosk.until('the end of the outage', ended, OUTAGE);
      await over;
      // It was one: what is seen and heard afterwards has come back.
      assert.deepEqual(now, lost);
      await kiosk.context.setOffline(false);
      await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
      await kiosk.touch('hang-up');
      await peer.stateIs('idle');
      await kiosk.quiet();
    });

  it('a reload in a call: no ghost is left, and one touch calls again', async () => {
    const { kiosk, roomOf, callMembers, stack } = await rtcHouse();
    const peer = await connect('Grandma');
    const gone = Date.now() + GHOST;
    await kiosk.page.reload();
    await kiosk.until(
      'no membership of ours',
      async () => (await callMembers(roomOf('Grandma'))).every((key) => !key.includes(stack.accounts.kiosk.userId)),
      gone - Date.now(),
    );
    await peer.stateIs('idle');
    await kiosk.ready();
    await kiosk.helperIs('last_result', 'kiosk_closed', PATIENCE);
    const rings = await peer.ringsSoFar();
    await kiosk.touchOverlay('again');
    await peer.rings(rings);
    await kiosk.touch('hang-up');
    await kiosk.quiet();
  });

  it('their key does not come: said in words, and nothing is shown or heard', async () => {
    const { kiosk, elementCall, roomOf } = await rtcHouse();
    const peer = await elementCall('Anna');
    await peer.call(roomOf('Anna'));
    await kiosk.call('ringing-in', PATIENCE);
    // Keys of media are all that her app sends to our device from now on.
    await peer.page.route(TO_DEVICE, (route) => route.fulfill({ json: {} }));
    await kiosk.touch('answer-video');
    const { id } = await kiosk.call('active', PATIENCE);
    await kiosk.page.locator('ca-overlay [data-unreadable]').waitFor({ timeout: PATIENCE });
    const { audio, video } = await kiosk.stats(id);
    assert.ok(audio.packetsReceived > 0, 'she sends');
    assert.deepEqual([audio.energyReceived, video.framesDecoded], [0, 0]);
    await peer.receives();
    await peer.page.unroute(TO_DEVICE);
    await kiosk.touch('hang-up');
    await peer.stateIs('idle');
    await kiosk.quiet();
  });

  it('their app dies: they are taken out of the call, which ends', async () => {
    const { kiosk, roomOf, callIsEmpty } = await rtcHouse();
    const peer = await connect('Anna');
    await peer.crash();
    // Their leave is with the token service, which sends it when the media server has lost them.
    await kiosk.helperIs('last_result', 'remote_hung_up', LOST);
    await kiosk.quiet();
    await callIsEmpty(roomOf('Anna'));
  });

  it('nobody answers', { timeout: 150_000 }, async () => {
    const { kiosk, elementCall, roomOf, userOf, callIsEmpty } = await rtcHouse();
    const peer = await elementCall('Anna');
    const rings = await peer.ringsSoFar();
    await kiosk.callContact(userOf('Anna'));
    await peer.rings(rings);
    await kiosk.helperIs('last_result', 'no_answer', 90_000);
    await kiosk.quiet();
    await callIsEmpty(roomOf('Anna'));
  });

  for (const mischief of ['slow', 'foreign-room'] as const)
    it(`a token service that is wrong (${mischief}): the call ends with a reason`, { timeout: 150_000 }, async () => {
      const { kiosk, stack, rtc, elementCall, roomOf, callIsEmpty } = await rtcHouse();
      const peer = await elementCall('Grandma');
      rtc.tokens.misbehave(mischief, stack.accounts.kiosk.userId);
      await peer.call(roomOf('Grandma'));
      await kiosk.call('ringing-in', PATIENCE);
      await kiosk.touch('answer-video');
      const { reason } = await kiosk.call('ended', PATIENCE);
      assert.equal(reason, 'server_failed');
      await kiosk.quiet();
      await peer.hangUp();
      await callIsEmpty(roomOf('Grandma'));
    });
});
