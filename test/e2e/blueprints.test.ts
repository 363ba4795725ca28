import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { helperIds } from '../../demo/home-assistant/helpers.ts';
import { waitFor } from '../../demo/wait.ts';
import { Administrator, type Automation } from './support/administrator.ts';
import { CompanionPhone, type Push } from './support/companion.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';
import { makeScript } from './support/rings.ts';

const helper = (key: string): string => helperIds('kitchen')[key]!;
const station = { call_state: helper('state'), caller: helper('with') };
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const isCleared =
  (tag: string) =>
  ({ message, data }: Push): boolean =>
    message === 'clear_notification' && data?.tag === tag;

describe('blueprints', () => {
  let admin: Administrator;
  let phone: CompanionPhone;
  const automations: Automation[] = [];
  const use = async (name: string, input: Readonly<Record<string, unknown>>): Promise<Automation> => {
    const automation = await admin.useBlueprint(name, input);
    automations.push(automation);
    phone.forget();
    return automation;
  };

  /** What Home Assistant's notifications say, by their id. */
  const noticeIs = async (id: string, wanted: RegExp | null): Promise<void> => {
    let seen: string | undefined;
    const look = async (): Promise<boolean> => {
      type Notice = { readonly notification_id: string; readonly message: string };
      const notices = await admin.command<readonly Notice[]>('persistent_notification/get');
      seen = notices.find(({ notification_id }) => notification_id === id)?.message;
      return wanted === null ? seen === undefined : wanted.test(seen ?? '');
    };
    await waitFor(`the notice ${id} to be ${String(wanted)}`, look, { timeout: 15_000 }).catch((error: Error) => {
      throw new Error(`${error.message}; it is ${seen}`);
    });
  };

  before(async () => {
    admin = new Administrator((await house()).stack);
    phone = await CompanionPhone.register('Family phone', admin);
    await admin.command('input_button/create', { name: 'Help' });
    await admin.command('input_boolean/create', { name: 'Baby sleeps' });
    await admin.command('input_text/create', { name: 'Ring of the attic', max: 255 });
  });

  afterEach(async () => {
    for (const automation of automations.splice(0)) await automation.remove();
    await (await house()).kiosk.endAll();
  });

  after(async () => {
    await admin.command('input_button/delete', { input_button_id: 'help' });
    await admin.command('input_boolean/delete', { input_boolean_id: 'baby_sleeps' });
    await admin.command('input_text/delete', { input_text_id: 'ring_of_the_attic' });
    await phone.close();
  });

  it('wakes the screen when it rings: whatever there is, even if one of them is gone', async () => {
    const { kiosk, ...home } = await house();
    await use('wake_the_screen', {
      call_state: station.call_state,
      screens: ['switch.screen_that_is_gone', 'switch.tablet_screen', 'light.browser_screen'],
      foreground: ['button.tablet_to_foreground'],
      companions: [phone.deviceId],
      path: '/call-assist/phone',
    });
    const pressed = (await admin.entity('button.tablet_to_foreground')).state;
    const person = await home.person('Grandma');
    await person.call();
    await admin.entityIs('switch.tablet_screen', 'on');
    await admin.entityIs('light.browser_screen', 'on');
    await phone.told('to turn its screen on', ({ message }) => message === 'command_screen_on');
    const { data } = await phone.told('to show the view', ({ message }) => message === 'command_webview');
    assert.equal(data?.command, '/call-assist/phone');
    assert.notEqual((await admin.entity('button.tablet_to_foreground')).state, pressed);
    await kiosk.call('ringing-in');
    await person.hangUp();
  });

  describe("the family's phones", () => {
    const useIt = (): Promise<Automation> =>
      use('ring_the_phones', {
        ...station,
        answer: helper('answer'),
        decline: helper('decline'),
        phones: [phone.deviceId],
      });
    const ring = async (): Promise<{ readonly tag: string; readonly answer: string; readonly decline: string }> => {
      const { data } = await phone.told('who calls', ({ message }) => message === 'Grandma is calling');
      const [answer, decline] = data?.actions ?? [];
      assert.deepEqual([answer?.title, decline?.title], ['Answer at home', 'Decline']);
      return { tag: data?.tag ?? '', answer: answer?.action ?? '', decline: decline?.action ?? '' };
    };

    it('say who calls, and answer', async () => {
      const { kiosk, ...home } = await house();
      await useIt();
      const person = await home.person('Grandma');
      await person.call();
      const { tag, answer } = await ring();
      await phone.touch(answer);
      await phone.told('that it is over', isCleared(tag));
      await mediaFlows(kiosk, await kiosk.call('active'), person);
      await person.hangUp();
    });

    it('decline', async () => {
      const { kiosk, ...home } = await house();
      await useIt();
      const person = await home.person('Grandma');
      await person.call();
      const { tag, decline } = await ring();
      await phone.touch(decline);
      await kiosk.helperIs('last_result', 'declined');
      await person.stateIs('idle');
      await phone.told('that it is over', isCleared(tag));
    });

    it('are told when they give up; a notice that was left over answers nothing', async () => {
      const { kiosk, ...home } = await house();
      const { entityId } = await useIt();
      const person = await home.person('Grandma');
      await person.call();
      const { tag, answer } = await ring();
      await person.hangUp();
      await phone.told('that it is over', isCleared(tag));
      await kiosk.helperIs('state', 'idle');
      const before = (await admin.entity(helper('answer'))).state;
      const triggered = (await admin.entity(entityId)).attributes['last_triggered'];
      await phone.touch(answer);
      await kiosk.until('the automation to have run', async () => {
        const { attributes } = await admin.entity(entityId);
        return attributes['last_triggered'] !== triggered && attributes['current'] === 0;
      });
      assert.equal((await admin.entity(helper('answer'))).state, before);
    });
  });

  it('tells who was missed and how many they were, until somebody has looked', async () => {
    const { kiosk, ...home } = await house();
    await admin.service('counter', 'reset', { entity_id: helper('missed') });
    await use('missed_call', { ...station, missed: helper('missed'), phones: [phone.deviceId] });
    const person = await home.person('Grandma');
    for (const calls of [1, 2]) {
      await person.call();
      await kiosk.helperIs('state', 'ringing');
      await person.hangUp();
      const text = `Grandma called. Missed calls: ${calls}`;
      await noticeIs(helper('missed'), new RegExp(`^${text}$`));
      await phone.told('who was missed', ({ message }) => message === text);
      await kiosk.helperIs('state', 'idle');
    }
    await admin.service('counter', 'reset', { entity_id: helper('missed') });
    await noticeIs(helper('missed'), null);
    await phone.told('that somebody has looked', isCleared(helper('missed')));
  });

  it('nothing rings while the baby sleeps, nor by schedule', async () => {
    const { kiosk, ...home } = await house();
    const allDay = Object.fromEntries(days.map((day) => [day, [{ from: '00:00:00', to: '24:00:00' }]]));
    await admin.command('schedule/create', { name: 'Night', ...allDay });
    const never = Object.fromEntries(days.map((day) => [day, []]));
    await admin.command('schedule/update', { schedule_id: 'night', name: 'Night', ...never });
    await admin.entityIs('schedule.night', 'off');
    await use('quiet_times', {
      do_not_disturb: helper('do_not_disturb'),
      whiles: ['schedule.night', 'input_boolean.baby_sleeps'],
    });
    await admin.service('input_boolean', 'turn_on', { entity_id: 'input_boolean.baby_sleeps' });
    await kiosk.helperIs('do_not_disturb', 'on');
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.until('the call to be turned away', async () => {
      const [last] = (await kiosk.snapshot()).history;
      return last?.reason === 'do_not_disturb';
    });
    assert.equal(await kiosk.sounding(), false);
    await person.hangUp();
    await admin.command('schedule/update', { schedule_id: 'night', name: 'Night', ...allDay });
    await admin.entityIs('schedule.night', 'on');
    await admin.service('input_boolean', 'turn_off', { entity_id: 'input_boolean.baby_sleeps' });
    await admin.entityIs('input_boolean.baby_sleeps', 'off');
    await kiosk.helperIs('do_not_disturb', 'on');
    await admin.command('schedule/update', { schedule_id: 'night', name: 'Night', ...never });
    await kiosk.helperIs('do_not_disturb', 'off');
    await admin.command('schedule/delete', { schedule_id: 'night' });
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await person.hangUp();
  });

  it('tells when the tablet is gone, and when it is back', async () => {
    const { kiosk } = await house();
    await admin.entityIs(helper('alive'), 'active');
    await use('tablet_is_gone', {
      alive: helper('alive'),
      call_state: station.call_state,
      tablet: 'Kitchen',
      phones: [phone.deviceId],
      offline_for: { hours: 1 },
    });
    await kiosk.page.goto('about:blank');
    await kiosk.helperIs('state', 'offline');
    // Instead of waiting for five minutes.
    await admin.service('timer', 'finish', { entity_id: helper('alive') });
    await noticeIs(helper('alive'), /^Kitchen cannot be called any more/);
    await phone.told('that it is gone', ({ title }) => title === 'Nobody can call');
    await kiosk.open();
    await noticeIs(helper('alive'), null);
    await phone.told('that it is back', isCleared(helper('alive')));
  });

  describe('call somebody', () => {
    let notice: string;
    const useIt = async (people: readonly string[]): Promise<void> => {
      const { entityId } = await use('call_somebody', {
        button: ['input_button.help'],
        people,
        call_state: station.call_state,
        dial: helper('dial'),
        last_result: helper('last_result'),
        hang_up: helper('hang_up'),
        ring: [helper('ring')],
        phones: [phone.deviceId],
        rounds: 1,
      });
      notice = entityId;
    };
    const press = (): Promise<void> => admin.service('input_button', 'press', { entity_id: 'input_button.help' });

    it('calls one after the other until somebody answers, and says who', async () => {
      const { kiosk, ...home } = await house();
      const [ben, grandma] = [await home.person('Ben'), await home.person('Grandma')];
      await useIt(['Ben', 'Grandma']);
      await press();
      await ben.stateIs('ringing');
      await noticeIs(notice, /^Calling: Ben$/);
      await ben.reject();
      await grandma.stateIs('ringing');
      await noticeIs(notice, /^Calling: Grandma$/);
      await grandma.answer();
      await noticeIs(notice, /^Answered: Grandma$/);
      await kiosk.until('the tablet to say so', async () => {
        const { notes = [] } = await kiosk.snapshot();
        return notes.some(({ name, text }) => name === 'Call for help' && text === 'Answered: Grandma');
      });
      await phone.told('who answered', ({ message }) => message === 'Answered: Grandma');
      await mediaFlows(kiosk, await kiosk.call('active'), grandma);
      await press();
      await noticeIs(notice, /^The tablet cannot call now/);
      await kiosk.helperIs('state', 'in_call');
      await grandma.hangUp();
    });

    it('says when nobody could be reached: one is not known, the other does not want to', async () => {
      const { kiosk, ...home } = await house();
      const ben = await home.person('Ben');
      await useIt(['Nobody of this name', 'Ben']);
      await press();
      await ben.stateIs('ringing');
      await ben.reject();
      await noticeIs(notice, /^Nobody could be reached/);
      await phone.told('that nobody answered', ({ message }) => message.startsWith('Nobody could be reached'));
      await kiosk.helperIs('dial', '');
    });
  });

  describe('the door', () => {
    const attic = 'input_text.ring_of_the_attic';
    const door = { doorbell: ['input_button.help'], camera: 'camera.front_door' };
    /** @returns what another station was given */
    const press = async (): Promise<Readonly<Record<string, unknown>>> => {
      const { state } = await admin.entity(attic);
      await admin.service('input_button', 'press', { entity_id: 'input_button.help' });
      const look = async (): Promise<string | false> => {
        const { state: text } = await admin.entity(attic);
        return text !== state && text;
      };
      const text = await waitFor('a ring', look, { timeout: 10_000 });
      return JSON.parse(text) as Readonly<Record<string, unknown>>;
    };

    it('rings on the tablet and wherever else it shall, with its buttons, each time anew', async () => {
      const { kiosk, stack, ...home } = await house();
      for (const id of ['open_the_gate', 'light_the_gate']) await makeScript(home, stack, id);
      await use('doorbell_rings', {
        ...door,
        ring: [attic, helper('ring')],
        name: 'Gate "north"',
        opener: 'script.open_the_gate',
        scripts: ['script.light_the_gate'],
      });
      const ids = new Set<unknown>();
      for (const time of ['once', 'again']) {
        const { id, ...ring } = await press();
        ids.add(id);
        assert.deepEqual(ring, {
          kind: 'door',
          camera: 'camera.front_door',
          name: 'Gate "north"',
          secs: 30,
          open: 'open_the_gate',
          buttons: ['light_the_gate'],
        });
        await kiosk.helperIs('with', 'Gate "north"');
        await kiosk.helperIs('state', 'ringing');
        await kiosk.press('decline');
        await kiosk.helperIs('state', 'idle', 15_000);
        assert.equal(await kiosk.helper('last_result'), 'declined', time);
      }
      assert.equal(ids.size, 2);
    });

    it('calls somebody when nobody answers at home', async () => {
      const { kiosk, ...home } = await house();
      const grandma = await home.person('Grandma');
      await use('door_calls_your_phone', { ...door, ring: helper('ring'), others: [attic], to: 'Grandma', after: 2 });
      const elsewhere = await press();
      assert.ok(!('to' in elsewhere), 'one calls, not all');
      await kiosk.helperIs('state', 'ringing');
      await grandma.stateIs('ringing');
      await grandma.reject();
      await kiosk.helperIs('state', 'idle');
    });
  });
});
