import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { cameraIsLive, mediaFlows } from './support/media.ts';
import { house } from './support/house.ts';

describe('somebody calls the tablet', () => {
  afterEach(async () => (await house()).kiosk.endAll());

  for (const name of ['Grandma', 'Anna'] as const) {
    const room = name === 'Anna' ? 'an encrypted room' : 'a plain room';

    it(`from ${room}: it rings, one touch answers, both see and hear, the person hangs up`, async () => {
      const { kiosk, ...home } = await house();
      const person = await home.person(name);
      await person.call();
      const ringing = await kiosk.call('ringing-in');
      assert.equal(ringing.peer.name, name);
      await kiosk.helperIs('state', 'ringing');
      await kiosk.helperIs('with', name);
      await kiosk.until('the ringtone', () => kiosk.sounding());
      await kiosk.touch('answer-video');
      const call = await kiosk.call('active');
      await kiosk.silent();
      const { person: seen } = await mediaFlows(kiosk, call, person);
      assert.deepEqual([seen.frameWidth, seen.frameHeight], [1280, 720]);
      assert.equal(
        (await kiosk.snapshot()).calls.at(-1)?.security,
        name === 'Anna' ? 'end-to-end-unverified' : 'on-the-way',
      );
      await kiosk.helperIs('state', 'in_call');
      await person.hangUp();
      await kiosk.helperIs('last_result', 'remote_hung_up');
      await kiosk.helperIs('state', 'idle');
      await kiosk.helperIs('with', '');
      await kiosk.quiet();
      assert.equal(await person.openPeerConnections(), 0);
    });
  }

  it('answered with sound only: nothing of the camera is sent, they are seen all the same', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-voice');
    const call = await kiosk.call('active');
    await mediaFlows(kiosk, call, person, { video: false });
    const { video } = await kiosk.stats(call.id);
    assert.ok(video.framesDecoded > 0, 'the family sees them');
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.sending.video, false);
    assert.equal(await person.timecode(), null, 'they see no camera');
    await kiosk.touch('hang-up');
    await person.stateIs('idle');
    await kiosk.quiet();
  });

  it('the camera is muted and comes back, and the microphone too', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    const call = await kiosk.call('active');
    await mediaFlows(kiosk, call, person);
    await kiosk.touch('toggle-camera');
    await kiosk.sends({ video: false });
    await kiosk.until('no camera picture at the far end', async () => (await person.timecode()) === null);
    await kiosk.touch('toggle-microphone');
    await kiosk.sends({ audio: false });
    await kiosk.until('silence at the far end', async () => {
      const before = (await person.stats()).totalAudioEnergy;
      await kiosk.page.waitForTimeout(500); // The measure itself: how much energy half a second holds.
      return (await person.stats()).totalAudioEnergy - before < 1e-6;
    });
    await kiosk.touch('toggle-camera');
    await kiosk.touch('toggle-microphone');
    await kiosk.sends({ audio: true, video: true });
    await mediaFlows(kiosk, call, person);
    await person.hangUp();
    await kiosk.quiet();
  });

  it('declined: they are told, the ring stops', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('decline');
    await kiosk.helperIs('last_result', 'declined');
    await person.stateIs('idle');
    await kiosk.silent();
    await kiosk.quiet();
  });

  it('they give up: a missed call, and silence', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await person.hangUp();
    await kiosk.helperIs('last_result', 'missed');
    await kiosk.silent();
    await kiosk.quiet();
    await kiosk.until(
      'the missed call in history',
      async () => (await kiosk.snapshot()).history[0]?.reason === 'missed',
    );
  });

  it('answered on another device of the family: the tablet stops ringing', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    const phone = await home.otherDevice();
    await person.call();
    await kiosk.call('ringing-in');
    await phone.stateIs('ringing');
    await phone.answer();
    await kiosk.helperIs('last_result', 'answered_elsewhere');
    await person.stateIs('connected');
    await kiosk.quiet();
    await person.hangUp();
    await phone.stateIs('idle');
    await phone.close();
  });

  it('a second call waits while one runs; ending the first answers it', async () => {
    const { kiosk, ...home } = await house();
    const [grandma, ben] = [await home.person('Grandma'), await home.person('Ben')];
    await grandma.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    const first = await kiosk.call('active');
    await mediaFlows(kiosk, first, grandma);
    await ben.call();
    await kiosk.call('ringing-in');
    await kiosk.helperIs('state', 'in_call');
    await kiosk.touch('end-and-answer');
    await grandma.stateIs('idle');
    const second = await kiosk.call('active');
    assert.equal(second.peer.name, 'Ben');
    await mediaFlows(kiosk, second, ben);
    await ben.hangUp();
    await kiosk.quiet();
  });

  it('relay only: the call is as good, and both know that it is relayed', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma', { relayOnly: true });
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    const call = await kiosk.call('active');
    await mediaFlows(kiosk, call, person);
    await kiosk.until('both to know that it is relayed', async () => {
      const [ours, theirs] = await Promise.all([kiosk.stats(call.id), person.stats()]);
      return ours.relayed === true && theirs.relayed === true;
    });
    await cameraIsLive(person);
    await person.hangUp();
    await kiosk.quiet();
  });
});
