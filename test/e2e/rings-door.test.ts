import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { house } from './support/house.ts';
import { cameraIsLive } from './support/media.ts';
import { doorIsSilent, doorSpeaks, makeScript, ring, stateOf } from './support/rings.ts';

const DOOR = { id: 'door', kind: 'door', camera: 'camera.doorbell', open: 'rings_open_door', buttons: ['rings_light'] };
/** Another station of the house, whose tablet the test plays. */
const HALL = ['ring', 'with', 'last_result'] as const;

describe('the door rings', () => {
  const opened: Record<string, string> = {};
  before(async () => {
    const { stack, ...home } = await house();
    for (const id of ['rings_open_door', 'rings_light']) opened[id] = await makeScript(home, stack, id);
    for (const key of HALL) await home.adminCommand('input_text/create', { name: `call_assist_hall_${key}`, max: 255 });
    await home.adminCommand('input_select/create', {
      name: 'call_assist_hall_state',
      options: ['idle', 'ringing', 'connecting', 'in_call'],
    });
    await home.adminCommand('input_boolean/create', { name: 'call_assist_hall_microphone' });
  });
  afterEach(async () => {
    const { kiosk, stack } = await house();
    await kiosk.endAll();
    await doorIsSilent(stack);
    await waitFor('nobody at the door', async () => stack.loudspeaker.talkers === 0, { timeout: 30_000 });
  });

  it('with its picture; answered, it is seen, heard and spoken to', async () => {
    const { kiosk, stack } = await house();
    await ring(kiosk, DOOR);
    await kiosk.helperIs('state', 'ringing');
    await kiosk.helperIs('with', 'Doorbell');
    const still = kiosk.page.locator('ca-overlay ca-door img');
    await still.waitFor();
    await kiosk.until('the still picture', () =>
      still.evaluate((image) => (image as HTMLImageElement).naturalWidth > 100),
    );
    await doorIsSilent(stack);
    await kiosk.touchOverlay('answer-voice');
    const call = await kiosk.call('active');
    await kiosk.helperIs('state', 'in_call');
    await doorSpeaks(stack);
    await kiosk.until('its picture and its sound', async () => {
      const { video, audio } = await kiosk.stats(call.id);
      return video.framesDecoded > 10 && audio.energyReceived > 0;
    });
    assert.equal((await kiosk.snapshot()).calls[0]?.ring?.talk, 'ready');
    await kiosk.touch('toggle-microphone');
    await kiosk.sends({ audio: false });
    await doorIsSilent(stack);
    await kiosk.touch('toggle-microphone');
    await doorSpeaks(stack);
    await kiosk.touch('hang-up');
    await kiosk.helperIs('last_result', 'hung_up');
    await kiosk.touchOverlay('dismiss');
    await kiosk.quiet();
  });

  it('opens after a yes, and only then', async () => {
    const { kiosk, stack } = await house();
    await ring(kiosk, DOOR);
    const door = kiosk.page.locator('ca-overlay ca-door');
    await door.locator('[data-button="1"]').click();
    await kiosk.until('the light', async () => (await stateOf(stack, opened['rings_light']!)) === 'on');
    await door.locator('[data-button="0"]').click();
    const yes = door.locator('[data-answer="yes"]');
    await yes.click();
    assert.equal(await stateOf(stack, opened['rings_open_door']!), 'off', 'a double touch opens nothing');
    await kiosk.until('the door to be open', async () => {
      if (await yes.isVisible()) await yes.click();
      return (await stateOf(stack, opened['rings_open_door']!)) === 'on';
    });
    await kiosk.touchOverlay('decline');
    await kiosk.helperIs('last_result', 'declined');
  });

  it('a camera without a loudspeaker is seen and heard, and says that nobody hears us', async () => {
    const { kiosk } = await house();
    await ring(kiosk, { id: 'front', kind: 'door', camera: 'camera.front_door', name: 'Front' });
    await kiosk.call('ringing-in');
    await kiosk.touchOverlay('answer-voice');
    const call = await kiosk.call('active');
    await kiosk.until('its picture', async () => (await kiosk.stats(call.id)).video.framesDecoded > 10);
    await kiosk.sends({ audio: false });
    assert.equal((await kiosk.snapshot()).calls[0]?.ring?.talk, 'impossible');
    await kiosk.page.locator('ca-overlay ca-door .note').waitFor();
  });

  it('stops here when another station answers, and only one talks at a time', async () => {
    const { kiosk, stack } = await house();
    const hall = (domain: string, key: string, service: string, data: object = {}) =>
      kiosk.service(domain, service, { entity_id: `${domain}.call_assist_hall_${key}`, ...data });
    const say = (key: string, value: string) => hall('input_text', key, 'set_value', { value });
    const become = (option: string) => hall('input_select', 'state', 'select_option', { option });
    await Promise.all([ring(kiosk, DOOR), ring(kiosk, DOOR, 'hall')]);
    await become('ringing');
    await say('ring', '');
    await kiosk.helperIs('state', 'ringing');
    await become('connecting');
    await kiosk.helperIs('last_result', 'answered_elsewhere');
    await kiosk.helperIs('state', 'idle');
    await become('in_call');
    await say('with', 'Doorbell');
    await hall('input_boolean', 'microphone', 'turn_on');
    await ring(kiosk, { ...DOOR, id: 'again' });
    await kiosk.call('ringing-in');
    await kiosk.touchOverlay('answer-voice');
    await kiosk.call('active');
    await kiosk.sends({ audio: false });
    await doorIsSilent(stack);
    await kiosk.page.locator('ca-overlay ca-door .note').waitFor();
    await hall('input_boolean', 'microphone', 'turn_off');
    await kiosk.until('the door to be free', async () => (await kiosk.snapshot()).calls[0]?.ring?.talk === 'ready');
    await kiosk.touch('toggle-microphone');
    await doorSpeaks(stack);
    await become('idle');
    await say('with', '');
  });

  it('unanswered is a missed call; during a call it waits, and takes its place', async () => {
    const { kiosk, stack, ...home } = await house();
    await ring(kiosk, { ...DOOR, id: 'missed', secs: 5 });
    await kiosk.helperIs('state', 'ringing');
    await kiosk.helperIs('last_result', 'missed');
    await kiosk.helperIs('state', 'idle');
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-voice');
    await kiosk.call('active');
    await ring(kiosk, { ...DOOR, id: 'second' });
    await kiosk.call('ringing-in');
    await kiosk.helperIs('with', 'Grandma');
    await kiosk.touch('end-and-answer');
    await person.stateIs('idle');
    const call = await kiosk.call('active');
    assert.equal(call.peer.name, 'Doorbell');
    await doorSpeaks(stack);
  });

  it('calls a phone when nobody answers at home: seen, heard and spoken to at the door', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    await ring(kiosk, { ...DOOR, id: 'nobody', to: 'Grandma', after: 3 });
    await kiosk.helperIs('state', 'ringing');
    await person.stateIs('ringing');
    await kiosk.helperIs('state', 'ringing_out');
    await kiosk.helperIs('with', 'Grandma');
    await person.answer();
    const call = await kiosk.call('active');
    await cameraIsLive(person);
    await doorSpeaks(stack);
    const before = await person.stats();
    await kiosk.until(
      'the person to hear the door',
      async () => (await person.stats()).totalAudioEnergy > before.totalAudioEnergy,
    );
    assert.equal(call.ring?.away, true);
    const volumes = await kiosk.page
      .locator('ca-overlay .players video')
      .evaluateAll((players) => players.map((player) => (player as HTMLVideoElement).volume));
    assert.deepEqual(volumes, [0], 'nothing of it is heard in the house');
    await person.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.quiet();
  });
});
