import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';

const CALLS = 30;

describe('many calls with Element Call in a row', () => {
  it(`${CALLS} calls leave nothing behind`, { timeout: 30 * 60_000 }, async () => {
    for (let call = 1; call <= CALLS; call++)
      await one(call).catch((error: Error) => {
        throw new Error(`call ${call}: ${error.message}`, { cause: error });
      });
  });

  /** Plain and encrypted, from both sides, ended by both sides. */
  async function one(call: number): Promise<void> {
    const { kiosk, elementCall, roomOf, userOf, callIsEmpty } = await rtcHouse();
    const name = call % 2 ? 'Anna' : 'Grandma';
    const peer = await elementCall(name);
    if (call % 4 < 2) {
      await peer.call(roomOf(name));
      await kiosk.call('ringing-in', PATIENCE);
      await kiosk.touch('answer-video');
    } else {
      const rings = await peer.ringsSoFar();
      await kiosk.callContact(userOf(name));
      await peer.rings(rings);
      await peer.answer();
    }
    await kiosk.call('active', PATIENCE);
    await waitFor('a picture of the camera', async () => (await peer.timecode()) !== null, { timeout: 30_000 });
    if (call % 3) await peer.hangUp();
    else await kiosk.touch('hang-up');
    await kiosk.quiet();
    await peer.stateIs('idle');
    await kiosk.command({ type: 'dismiss', by: 'page' });
    assert.deepEqual(await kiosk.held(), { peerConnections: 0, liveTracks: 0, mediaElements: 0 });
    await waitFor('no worker for encryption', async () => kiosk.page.workers().length === 0, { timeout: 5_000 });
    await callIsEmpty(roomOf(name));
  }
});
