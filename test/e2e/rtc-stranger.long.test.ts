import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { mediaFlows } from './support/media.ts';
import { rtcHouse } from './support/rtc-house.ts';

describe('somebody whose app knows legacy calls alone, where the homeserver has an SFU', () => {
  afterEach(async () => (await rtcHouse()).settle());

  it('is reached although nothing is known of them', async () => {
    const { kiosk, newcomer } = await rtcHouse();
    const stranger = await newcomer('stranger');
    try {
      const { userId } = stranger.contact;
      const [result] = await Promise.all([
        kiosk.command({ type: 'dial', to: { text: userId }, video: true, by: 'touch' }),
        stranger.acceptInvitation(),
      ]);
      assert.deepEqual(result, { ok: true });
      await stranger.stateIs('ringing');
      await stranger.answer();
      await mediaFlows(kiosk, await kiosk.call('active'), stranger);
      await kiosk.command({ type: 'hang-up', by: 'page' });
      await stranger.stateIs('idle');
      await kiosk.quiet();
    } finally {
      await stranger.close();
    }
  });
});
