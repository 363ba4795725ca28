import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { mediaFlows } from './support/media.ts';
import { rtcHouse } from './support/rtc-house.ts';

/** Half a minute over the SFU comes first, where nothing is known of somebody. */
const LATE = 50_000;

describe('somebody whose app knows legacy calls alone, where the homeserver has an SFU', () => {
  afterEach(async () => (await rtcHouse()).settle());

  it('calls the tablet, and is called back at once', async () => {
    const { kiosk, person } = await rtcHouse();
    const carla = await person('Carla');
    await carla.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await mediaFlows(kiosk, await kiosk.call('active'), carla);
    await carla.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.quiet();
    await kiosk.callContact(carla.contact.userId);
    await carla.stateIs('ringing');
    await carla.answer();
    await mediaFlows(kiosk, await kiosk.call('active'), carla);
    await kiosk.touch('hang-up');
    await carla.stateIs('idle');
    await kiosk.quiet();
  });

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
      await stranger.stateIs('ringing', LATE);
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
