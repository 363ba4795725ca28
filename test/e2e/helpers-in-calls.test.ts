import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { camerasOf, helperOf, stationSwitches } from './support/helpers.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';

const toggle = (on: boolean): string => (on ? 'turn_on' : 'turn_off');

describe('helpers in every phase of a call', () => {
  const kioskOf = async () => (await house()).kiosk;
  const set = async (key: 'microphone' | 'camera', on: boolean): Promise<void> =>
    (await kioskOf()).service('input_boolean', toggle(on), { entity_id: helperOf(key) });
  afterEach(async () => {
    const kiosk = await kioskOf();
    await stationSwitches(kiosk, {
      scriptAnswers: true,
      scriptHangsUp: true,
      scriptUnmutes: false,
      scriptTurnsCameraOn: false,
    });
    await kiosk.endAll();
  });
  after(async () => stationSwitches(await kioskOf(), { camera: 'camera.front_door' }));

  it('say what a call does, from the dial to its end, and are commands meanwhile', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await kiosk.dialByHelper('Grandma');
    await kiosk.helperIs('state', 'ringing_out');
    await kiosk.helperIs('with', 'Grandma');
    await kiosk.press('decline');
    await kiosk.helperIs('last_result', 'refused_nothing_rings');
    await person.stateIs('ringing');
    await person.answer();
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await kiosk.helperIs('state', 'in_call');
    await kiosk.helperIs('microphone', 'on');
    await kiosk.helperIs('camera', 'on');
    await kiosk.dialByHelper('Anna');
    await kiosk.helperIs('last_result', 'refused_busy');
    await kiosk.helperIs('dial', '');

    await set('microphone', false);
    await kiosk.sends({ audio: false });
    await set('microphone', true);
    await kiosk.helperIs('last_result', 'refused_not_allowed');
    await kiosk.helperIs('microphone', 'off');
    await kiosk.sends({ audio: false });
    await stationSwitches(kiosk, { scriptUnmutes: true });
    await set('microphone', true);
    await kiosk.sends({ audio: true });

    await set('camera', false);
    await kiosk.sends({ video: false });
    await set('camera', true);
    await kiosk.helperIs('camera', 'off');
    await kiosk.sends({ video: false });
    await stationSwitches(kiosk, { scriptTurnsCameraOn: true });
    await set('camera', true);
    await kiosk.sends({ video: true });
    await kiosk.helperIs('camera', 'on');

    await kiosk.press('hang_up');
    await kiosk.helperIs('last_result', 'hung_up');
    await kiosk.helperIs('state', 'idle');
    await kiosk.helperIs('with', '');
    await kiosk.helperIs('microphone', 'off');
    await kiosk.helperIs('camera', 'off');
    await person.stateIs('idle');
  });

  it('obey the switches of the station while it rings; a touch may do all', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await stationSwitches(kiosk, { scriptAnswers: false, scriptHangsUp: false });
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await kiosk.helperIs('with', 'Grandma');
    await kiosk.press('answer');
    await kiosk.helperIs('last_result', 'refused_not_allowed');
    await kiosk.press('decline');
    await set('camera', true);
    await kiosk.helperIs('camera', 'off');
    assert.equal((await kiosk.call('ringing-in')).peer.name, 'Grandma');
    await kiosk.touch('decline');
    await kiosk.helperIs('last_result', 'declined');
    await person.stateIs('idle');
  });

  it('settle to what is true after a burst of changes', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await kiosk.press('answer');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await stationSwitches(kiosk, { scriptUnmutes: true });
    const burst: Promise<unknown>[] = [];
    for (let change = 0; change < 50; change++) {
      burst.push(set('microphone', change % 2 === 1));
      burst.push(kiosk.service('input_text', 'set_value', { entity_id: helperOf('with'), value: `nobody ${change}` }));
      burst.push(kiosk.service('input_select', 'select_option', { entity_id: helperOf('state'), option: 'ringing' }));
    }
    await Promise.all(burst);
    await kiosk.helperIs('with', 'Grandma');
    await kiosk.helperIs('state', 'in_call');
    // The last of two that were under way at once is not known here: helper and call have to agree.
    await kiosk.until('the switch to be true', async () => {
      const { audio } = (await kiosk.call('active')).sending;
      return (await kiosk.helper('microphone')) === (audio ? 'on' : 'off');
    });
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    assert.ok(stack);
  });

  it('offer the cameras of the house, and choose one where the station allows it', async () => {
    const { kiosk, stack } = await house();
    const [, other] = stack.endpoints.cameras;
    assert.deepEqual(await camerasOf(stack), ['this_device', ...stack.endpoints.cameras].toSorted());
    await kiosk.helperIs('camera_source', 'camera.front_door');
    const choose = (option: string) =>
      kiosk.service('input_select', 'select_option', { entity_id: helperOf('camera_source'), option });
    await choose(other!);
    await kiosk.helperIs('last_result', 'refused_not_allowed');
    await kiosk.helperIs('camera_source', 'camera.front_door');
    await stationSwitches(kiosk, { scriptTurnsCameraOn: true });
    await choose(other!);
    await kiosk.until('the station’s camera', async () => (await kiosk.snapshot()).station.camera === other);
    await kiosk.helperIs('camera_source', other!);
    await choose('camera.front_door');
    await kiosk.until('the first camera', async () => (await kiosk.snapshot()).station.camera === 'camera.front_door');
  });

  for (const [what, text, reason] of [
    ['255 letters', 'x'.repeat(255), 'refused_unknown_contact'],
    ['markup', '<img src=x onerror=alert(1)>', 'refused_unknown_contact'],
    ['control characters', 'Grand\u0007ma', 'refused_bad_value'],
    ['signs that turn the text', '\u202eamdnarG', 'refused_bad_value'],
  ] as const) {
    it(`refuse to dial ${what}`, async () => {
      const kiosk = await kioskOf();
      await kiosk.dialByHelper('Nobody at all');
      await kiosk.helperIs('dial', '');
      await kiosk.dialByHelper(text);
      await kiosk.helperIs('dial', '');
      await kiosk.helperIs('last_result', reason);
      await kiosk.helperIs('state', 'idle');
    });
  }
});
