import { afterEach, describe, it } from 'node:test';
import { mediaFlows } from './support/media.ts';
import { rtcHouse } from './support/rtc-house.ts';

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
});
