import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { mediaFlows } from './support/media.ts';
import { house } from './support/house.ts';

describe('Home Assistant drives the tablet', () => {
  afterEach(async () => (await house()).kiosk.endAll());

  it('a script answers with the camera, and hangs up', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await kiosk.press('answer');
    await kiosk.helperIs('state', 'in_call');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await kiosk.press('hang_up');
    await kiosk.helperIs('last_result', 'hung_up');
    await kiosk.helperIs('state', 'idle');
    await person.stateIs('idle');
    await kiosk.quiet();
  });

  it('a script declines', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await kiosk.press('decline');
    await kiosk.helperIs('last_result', 'declined');
    await person.stateIs('idle');
    await kiosk.quiet();
  });

  for (const text of ['Grandma', 'grand', 'matrix:@grandma:']) {
    it(`a script dials «${text}…», and the field is cleared`, async () => {
      const { kiosk, stack, ...home } = await house();
      const person = await home.person('Grandma');
      await kiosk.dialByHelper(text.endsWith(':') ? `matrix:${person.contact.userId}` : text);
      await person.stateIs('ringing');
      await kiosk.helperIs('dial', '');
      await kiosk.helperIs('state', 'ringing_out');
      await kiosk.helperIs('with', 'Grandma');
      await kiosk.press('hang_up');
      await person.stateIs('idle');
      await kiosk.quiet();
      assert.ok(stack);
    });
  }

  const refused: [what: string, text: string, reason: string][] = [
    ['nobody of that name', 'Nobody at all', 'refused_unknown_contact'],
    ['an address that is no contact', '@stranger:elsewhere.test', 'refused_not_allowed'],
    ['nonsense', '!', 'refused_unknown_contact'],
  ];
  for (const [what, text, reason] of refused) {
    it(`refuses ${what} and says why`, async () => {
      const { kiosk } = await house();
      await kiosk.dialByHelper(text);
      await kiosk.helperIs('last_result', reason);
      await kiosk.helperIs('dial', '');
      await kiosk.helperIs('state', 'idle');
    });
  }

  it('an answer that was pressed before the call came waits for it', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await kiosk.press('answer');
    await kiosk.until('the answer to wait', async () => (await kiosk.snapshot()).answerWaits);
    await person.call();
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await person.hangUp();
    await kiosk.quiet();
  });

  it('nonsense written into a state helper is put right', async () => {
    const { kiosk } = await house();
    await kiosk.service('input_select', 'select_option', {
      entity_id: 'input_select.call_assist_kitchen_state',
      option: 'in_call',
    });
    await kiosk.helperIs('state', 'idle');
    await kiosk.service('input_text', 'set_value', {
      entity_id: 'input_text.call_assist_kitchen_with',
      value: 'somebody else',
    });
    await kiosk.helperIs('with', '');
  });
});
