import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { mediaFlows } from './support/media.ts';
import { house } from './support/house.ts';

describe('the tablet calls somebody', () => {
  afterEach(async () => (await house()).kiosk.endAll());

  for (const name of ['Grandma', 'Anna'] as const) {
    it(`${name}, with one touch: they ring, answer, both see and hear, the tablet hangs up`, async () => {
      const { kiosk, ...home } = await house();
      const person = await home.person(name);
      await kiosk.callContact(person.contact.userId);
      await kiosk.call('ringing-out');
      await kiosk.helperIs('state', 'ringing_out');
      await person.stateIs('ringing');
      await person.answer();
      const call = await kiosk.call('active');
      const { person: seen } = await mediaFlows(kiosk, call, person);
      assert.deepEqual([seen.frameWidth, seen.frameHeight], [1280, 720]);
      await kiosk.touch('hang-up');
      await kiosk.helperIs('last_result', 'hung_up');
      await kiosk.helperIs('state', 'idle');
      await person.stateIs('idle');
      await kiosk.quiet();
      assert.equal(await person.openPeerConnections(), 0);
    });
  }

  it('they decline: said in plain words, with what to do next', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await kiosk.callContact(person.contact.userId);
    await person.stateIs('ringing');
    await person.reject();
    await kiosk.helperIs('last_result', 'remote_declined');
    await kiosk.page.getByRole('heading', { name: 'Grandma cannot talk right now' }).waitFor();
    await kiosk.quiet();
    await kiosk.touchOverlay('again');
    await person.stateIs('ringing');
    await kiosk.touch('hang-up');
    await person.stateIs('idle');
    await kiosk.quiet();
  });

  it('nobody answers: after a minute it says so, and they see a missed call', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Carla');
    await kiosk.callContact(person.contact.userId);
    await person.stateIs('ringing');
    await kiosk.helperIs('last_result', 'no_answer', 75_000);
    await person.stateIs('idle');
    await kiosk.quiet();
  });

  it('they are in another call: busy', async () => {
    const { kiosk, ...home } = await house();
    const ben = await home.person('Ben');
    await kiosk.callContact(ben.contact.userId);
    await ben.stateIs('ringing');
    await ben.busy();
    await kiosk.helperIs('last_result', 'busy');
    await kiosk.quiet();
  });

  it('both call each other at once: one call, connected', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Ben');
    await Promise.all([kiosk.callContact(person.contact.userId), person.call()]);
    // Where the tablet's invitation wins, a stock client rings for it: that person touches answer.
    await kiosk.until(
      'the call to be active',
      async () => {
        if ((await person.state()) === 'ringing') await person.answer();
        return (await kiosk.snapshot()).calls.some(({ phase }) => phase === 'active');
      },
      30_000,
    );
    const { calls } = await kiosk.snapshot();
    assert.equal(calls.filter(({ phase }) => phase !== 'ended').length, 1);
    const call = await kiosk.call('active');
    await mediaFlows(kiosk, call, person);
    await kiosk.command({ type: 'hang-up', by: 'page' });
    await kiosk.quiet();
  });

  it('a Matrix id without a room can be dialled: a room is made, they are called', async () => {
    const { kiosk, ...home } = await house();
    const newcomer = await home.newcomer('newcomer');
    const [result] = await Promise.all([
      kiosk.command({ type: 'dial', to: { text: newcomer.contact.userId }, video: true, by: 'touch' }),
      newcomer.acceptInvitation(),
    ]);
    assert.deepEqual(result, { ok: true });
    await newcomer.stateIs('ringing');
    await newcomer.answer();
    const call = await kiosk.call('active');
    await mediaFlows(kiosk, call, newcomer);
    await kiosk.command({ type: 'hang-up', by: 'page' });
    await kiosk.quiet();
    await newcomer.close();
  });
});
