import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { dashboardPath } from '../../demo/home-assistant/dashboard.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';

describe('silencing a ring, and changing the microphone', () => {
  afterEach(async () => (await house()).kiosk.endAll());

  it('Silence stops the ring on this device, every tab knows it, and the call can still be answered', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    const second = await kiosk.context.newPage();
    try {
      await second.goto(stack.endpoints.homeAssistant.url + dashboardPath);
      await second.waitForFunction(() => window.callAssist?.snapshot.value.role === 'other-tab', null, {
        timeout: 30_000,
      });
      await person.call();
      await kiosk.call('ringing-in');
      await kiosk.until('the ringtone', () => kiosk.sounding());
      await kiosk.touchOverlay('silence');
      await kiosk.silent();
      assert.equal((await kiosk.call('ringing-in')).silenced, true);
      await second.waitForFunction(() => window.callAssist!.snapshot.value.calls.some(({ silenced }) => silenced));
      await kiosk.page.locator('ca-overlay .top .chip').getByText('The ring is silent').waitFor();
      assert.notEqual(await person.state(), 'idle', 'it rings on over there');
    } finally {
      await second.close();
      await kiosk.page.bringToFront();
    }
    await kiosk.touch('answer-video');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await person.hangUp();
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.until('the ringtone anew', () => kiosk.sounding());
    await person.hangUp();
    await kiosk.quiet();
  });

  it('another microphone within the call: they hear it; one that is not there leaves the one before', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-voice');
    const call = await kiosk.call('active');
    await mediaFlows(kiosk, call, person, { video: false });
    const { microphones } = await kiosk.page.evaluate(() => window.callAssist!.devices());
    const microphone = microphones.at(-1)!;
    const now = async () => (await kiosk.snapshot()).calls.at(-1)?.microphone;
    await kiosk.command({ type: 'set-microphone', callId: call.id, microphone, by: 'touch' });
    await kiosk.until('the other microphone', async () => (await now())?.choice?.deviceId === microphone.deviceId);
    await mediaFlows(kiosk, call, person, { video: false });
    assert.equal((await kiosk.held()).liveTracks, 1, 'the one before was let go');
    const gone = { deviceId: 'gone', label: 'Gone' };
    await kiosk.command({ type: 'set-microphone', callId: call.id, microphone: gone, by: 'touch' });
    await kiosk.until('why not', async () => (await now())?.problem === 'microphone_missing');
    assert.deepEqual((await now())?.choice, microphone);
    await mediaFlows(kiosk, call, person, { video: false });
    await person.hangUp();
    await kiosk.quiet();
  });
});
