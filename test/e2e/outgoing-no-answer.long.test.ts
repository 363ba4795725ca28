import { describe, it } from 'node:test';
import { house } from './support/house.ts';

describe('nobody answers the tablet', () => {
  it('says so when a whole minute has passed, and they see a missed call', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Carla');
    await kiosk.callContact(person.contact.userId);
    await person.stateIs('ringing');
    await kiosk.helperIs('last_result', 'no_answer', 75_000);
    await person.stateIs('idle');
    await kiosk.quiet();
  });
});
