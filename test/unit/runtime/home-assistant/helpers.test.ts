import { expect } from '@open-wc/testing';
import type { Call } from '../../../../src/runtime/call/call.ts';
import { HELPER_STATES } from '../../../../src/runtime/call/helper-state.ts';
import { bindHelpers, type Helpers } from '../../../../src/runtime/home-assistant/helpers.ts';
import type { HelperCommand } from '../../../../src/runtime/home-assistant/helpers-options.ts';
import type { HelperSnapshot } from '../../../../src/runtime/home-assistant/helpers-words.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import type { MemoryStore } from '../../../../src/runtime/home-assistant/helpers-memory.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { settled } from '../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { fakePlatform, type FakePlatform } from '../../support/fake-platform.ts';

const id = (domain: string, key: string): string => `${domain}.call_assist_kitchen_${key}`;
const STATE = id('input_select', 'state');
const WITH = id('input_text', 'with');
const RESULT = id('input_text', 'last_result');
const DIAL = id('input_text', 'dial');
const ANSWER = id('input_button', 'answer');
const DECLINE = id('input_button', 'decline');
const HANG_UP = id('input_button', 'hang_up');
const MICROPHONE = id('input_boolean', 'microphone');
const CAMERA = id('input_boolean', 'camera');
const QUIET = id('input_boolean', 'do_not_disturb');
const MISSED = id('counter', 'missed');
const ALIVE = id('timer', 'alive');
const SOURCE = id('input_select', 'camera_source');
const DISPLAY = id('input_select', 'display');

const IDLE: HelperSnapshot = { accounts: [{ status: { state: 'online' } }], calls: [], lastResult: null };
const CALL: Call = {
  id: 'c',
  direction: 'incoming',
  peer: { accountId: 'a', contactId: 'anna', address: '@anna:example.org', name: 'Anna' },
  phase: 'active',
  offered: { audio: true, video: true },
  wanted: { audio: true, video: true },
  sending: { audio: true, video: false },
  began: 0,
  answered: 1,
  connected: 2,
  placed: true,
  ended: null,
  reason: null,
  deadline: null,
  restartAt: null,
  dropIn: null,
  silenced: false,
  waiting: [],
};
const withCall = (call: Partial<Call>): HelperSnapshot => ({ ...IDLE, calls: [{ ...CALL, ...call }] });

describe('bindHelpers', () => {
  let platform: FakePlatform;
  let home: FakeHomeAssistant;
  let snapshot: Store<HelperSnapshot>;
  let scope: Scope;
  let quiet: Store<boolean>;
  let helpers: Helpers;
  let commands: HelperCommand[];
  let accept: boolean;
  let kept: unknown;

  beforeEach(() => {
    platform = fakePlatform(Date.UTC(2026, 10, 1));
    home = new FakeHomeAssistant(platform.clock);
    for (const entity of [WITH, RESULT, DIAL]) home.set(entity, 'unknown', { max: 255 });
    for (const entity of [ANSWER, DECLINE, HANG_UP]) home.set(entity, 'unknown');
    for (const entity of [MICROPHONE, CAMERA, QUIET]) home.set(entity, 'off');
    home.set(STATE, 'offline');
    home.set(MISSED, '0');
    home.set(ALIVE, 'idle');
    snapshot = new Store(IDLE);
    quiet = new Store(false);
    commands = [];
    accept = true;
    kept = null;
    scope = new Scope((error) => {
      throw error;
    });
  });
  afterEach(async () => {
    await scope.close();
    await settled();
    expect(platform.clock.pending, 'timers left').to.equal(0);
    for (const store of [home.states, home.connected, snapshot, quiet]) expect(store.listeners).to.equal(0);
  });

  const memory: MemoryStore = {
    get: () => Promise.resolve(kept),
    put: (value) => {
      kept = value;
      return Promise.resolve();
    },
  };
  const bind = async (): Promise<void> => {
    helpers = bindHelpers({
      homeAssistant: home,
      slug: 'kitchen',
      snapshot,
      platform,
      scope,
      doNotDisturb: quiet,
      memory,
      command: async (command) => {
        commands.push(command);
        return { ok: accept, ...(!accept && { reason: 'refused_not_allowed' }) };
      },
    });
    await settled();
    home.called.splice(0);
  };
  const show = async (next: HelperSnapshot): Promise<void> => {
    snapshot.set(next);
    await settled();
  };

  describe('kiosk to Home Assistant', () => {
    it('makes it true at once, and starts the alive timer every two minutes', async () => {
      await bind();
      expect(home.say(STATE)).to.equal('idle');
      await platform.clock.advance(240_000);
      expect(home.called).to.deep.equal([`timer.start ${ALIVE}`, `timer.start ${ALIVE}`]);
    });

    it('says who rings before it says that it rings', async () => {
      await bind();
      await show(withCall({ phase: 'ringing-in', sending: { audio: false, video: false } }));
      expect(home.called).to.deep.equal([
        `input_text.set_value ${WITH} Anna`,
        `input_select.select_option ${STATE} ringing`,
      ]);
    });

    it('says how it ended before it is idle, and forgets the name after it', async () => {
      await bind();
      await show(withCall({}));
      expect([home.say(STATE), home.say(MICROPHONE), home.say(CAMERA)]).to.deep.equal(['in_call', 'on', 'off']);
      home.called.splice(0);
      await show({ ...withCall({ phase: 'ended', reason: 'hung_up' }), lastResult: 'hung_up' });
      expect(home.called).to.deep.equal([
        `input_text.set_value ${RESULT} hung_up`,
        `input_boolean.turn_off ${MICROPHONE}`,
        `input_select.select_option ${STATE} idle`,
        `input_text.set_value ${WITH} `,
      ]);
    });

    it('settles a burst to the last value', async () => {
      await bind();
      const phases = ['ringing-in', 'connecting', 'active', 'reconnecting'] as const;
      for (let change = 0; change < 50; change++) snapshot.set(withCall({ phase: phases[change % 4] ?? 'active' }));
      await settled();
      expect(home.say(STATE)).to.equal('connecting');
      expect(home.called.length).to.be.below(10);
    });

    it('cuts and cleans names', async () => {
      await bind();
      home.set(WITH, 'x', { max: 10 });
      await show(withCall({ peer: { ...CALL.peer, name: 'Grand\nma 👵👵👵👵' } }));
      expect(home.say(WITH)).to.equal('Grand ma 👵');
    });

    it('puts back what somebody else wrote, at most once a second', async () => {
      await bind();
      await platform.clock.advance(60_000);
      home.set(STATE, 'in_call');
      await settled();
      expect(home.say(STATE)).to.equal('idle');
      home.set(STATE, 'in_call');
      await settled();
      expect(home.say(STATE)).to.equal('in_call');
      await platform.clock.advance(1_000);
      expect(home.say(STATE)).to.equal('idle');
    });

    it('counts each missed call once, when Home Assistant is there', async () => {
      await bind();
      await show(withCall({ phase: 'ended', reason: 'missed' }));
      await show({ ...withCall({ phase: 'ended', reason: 'missed' }), lastResult: 'missed' });
      expect(home.say(MISSED)).to.equal('1');
      home.down();
      await show(withCall({ id: 'd', phase: 'ended', reason: 'missed' }));
      await show(IDLE);
      home.up();
      await settled();
      expect(home.say(MISSED)).to.equal('2');
    });

    it('begins to count at 0 when somebody has seen the missed calls, also those that were not counted yet', async () => {
      await bind();
      await show(withCall({ phase: 'ended', reason: 'missed' }));
      expect(home.say(MISSED)).to.equal('1');
      helpers.resetMissed();
      await settled();
      expect(home.say(MISSED)).to.equal('0');
      home.remove(MISSED);
      await settled();
      helpers.resetMissed();
      home.set(MISSED, '3');
      home.down();
      helpers.resetMissed();
      home.up();
      await settled();
      expect(home.say(MISSED)).to.equal('3');
    });

    it('writes offline when no account is online', async () => {
      await bind();
      await show({ ...IDLE, accounts: [{ status: { state: 'degraded' } }] });
      expect(home.say(STATE)).to.equal('offline');
    });

    it('says goodbye when the page closes, with the result of the call it breaks, and nothing more', async () => {
      await bind();
      await show(withCall({}));
      home.called.splice(0);
      helpers.pageClosing();
      snapshot.set({ ...withCall({ phase: 'ending', reason: 'kiosk_closed' }), lastResult: 'kiosk_closed' });
      await settled();
      expect([home.say(RESULT), home.say(STATE), home.say(WITH), home.say(MICROPHONE)]).to.deep.equal([
        'kiosk_closed',
        'offline',
        '',
        'off',
      ]);
      await show(IDLE);
      expect(home.say(STATE)).to.equal('offline');
    });
  });

  describe('Home Assistant to kiosk', () => {
    it('dials what is written and clears the field', async () => {
      await bind();
      home.set(DIAL, ' Anna ');
      await settled();
      expect(commands).to.deep.equal([{ type: 'dial', to: { text: 'Anna' }, video: true, by: 'helper' }]);
      expect(home.say(DIAL)).to.equal('');
      for (let again = 2; again < 6; again++) {
        home.set(DIAL, 'Anna');
        await settled();
        expect([commands.length, home.say(DIAL)]).to.deep.equal([again, '']);
      }
    });

    it('answers, declines and hangs up when pressed, the first press too', async () => {
      await bind();
      for (const button of [ANSWER, DECLINE, HANG_UP, ANSWER]) {
        await platform.clock.advance(10);
        home.press(button);
      }
      expect(commands).to.deep.equal([
        { type: 'answer', video: true, by: 'helper' },
        { type: 'decline', by: 'helper' },
        { type: 'hang-up', by: 'helper' },
        { type: 'answer', video: true, by: 'helper' },
      ]);
    });

    it('takes nothing that happened before it began', async () => {
      home.press(ANSWER);
      home.set(DIAL, 'Anna');
      await bind();
      expect(commands).to.deep.equal([]);
      expect(home.say(DIAL)).to.equal('');
    });

    it('takes no value for one that is none', async () => {
      await bind();
      for (const none of ['unavailable', 'unknown', 'unavailable']) {
        for (const entity of [ANSWER, DIAL, MICROPHONE]) home.set(entity, none);
      }
      home.remove(HANG_UP);
      await settled();
      home.press(HANG_UP);
      home.set(DIAL, 'restored');
      expect(commands).to.deep.equal([]);
    });

    it('mutes in a call, once, and shows what is really sent', async () => {
      await bind();
      await show(withCall({}));
      home.set(MICROPHONE, 'off');
      expect(commands).to.deep.equal([{ type: 'set-media', audio: false, by: 'helper' }]);
      await show(withCall({ sending: { audio: false, video: false } }));
      await platform.clock.advance(5_000);
      expect(home.say(MICROPHONE)).to.equal('off');
      expect(commands.length).to.equal(1);
    });

    it('puts a switch back when the command is refused, at once, or has no effect, soon', async () => {
      await bind();
      await show(withCall({}));
      accept = false;
      home.set(CAMERA, 'on');
      await settled();
      expect(home.say(CAMERA)).to.equal('off');
      expect(platform.lines).to.deep.include({
        level: 'warn',
        message: "a helper's set-media was refused: refused_not_allowed",
        detail: undefined,
      });
      accept = true;
      await platform.clock.advance(20_000);
      home.set(CAMERA, 'on');
      await settled();
      expect(home.say(CAMERA)).to.equal('on');
      await platform.clock.advance(2_000);
      expect(home.say(CAMERA)).to.equal('off');
      expect(commands.map(({ type }) => type)).to.deep.equal(['set-media', 'set-media']);
    });

    it('puts a switch back when nothing runs', async () => {
      await bind();
      home.set(CAMERA, 'on');
      await settled();
      expect(home.say(CAMERA)).to.equal('off');
      expect(commands).to.deep.equal([]);
    });

    it('does not take its own writes for anybody else’s', async () => {
      await bind();
      for (let round = 0; round < 10; round++) {
        await show(withCall({ sending: { audio: round % 2 === 0, video: round % 3 === 0 } }));
      }
      expect(commands).to.deep.equal([]);
      expect([home.say(MICROPHONE), home.say(CAMERA)]).to.deep.equal(['off', 'on']);
    });

    it('survives a command that throws', async () => {
      await bind();
      await show(withCall({}));
      commands.push = () => {
        throw new Error('broken');
      };
      home.set(MICROPHONE, 'off');
      await platform.clock.advance(1_000);
      expect(home.say(MICROPHONE)).to.equal('on');
    });
  });

  describe('what is chosen from a list', () => {
    const choices = (chosen: string, ...options: string[]): HelperSnapshot => ({
      ...IDLE,
      selects: { camera_source: { chosen, options } },
    });
    beforeEach(() => {
      home.set(SOURCE, 'this_device', { options: ['this_device'] });
      snapshot.set(choices('camera.door', 'this_device', 'camera.door'));
    });
    const offered = (): unknown => home.states.value[SOURCE]?.attributes['options'];

    it('is filled by the kiosk, and again after Home Assistant has forgotten it', async () => {
      await bind();
      expect(home.say(SOURCE)).to.equal('camera.door');
      home.down();
      home.offer(SOURCE, ['this_device']);
      home.restarted();
      await settled();
      expect([home.say(SOURCE), offered()]).to.deep.equal(['camera.door', ['this_device', 'camera.door']]);
      expect(commands).to.deep.equal([]);
    });

    it('follows cameras that come and go, and still says a chosen one that is gone', async () => {
      await bind();
      await show(choices('camera.door', 'this_device', 'camera.hall'));
      expect([home.say(SOURCE), offered()]).to.deep.equal([
        'camera.door',
        ['this_device', 'camera.hall', 'camera.door'],
      ]);
      expect(commands).to.deep.equal([]);
    });

    it('is a command when somebody chooses, and is put back when that is refused', async () => {
      await bind();
      await platform.clock.advance(60_000);
      home.set(SOURCE, 'this_device');
      await settled();
      expect(commands).to.deep.equal([{ type: 'set-camera', camera: { source: 'this_device' }, by: 'helper' }]);
      await show(choices('this_device', 'this_device', 'camera.door'));
      await platform.clock.advance(5_000);
      expect(home.say(SOURCE)).to.equal('this_device');
      accept = false;
      home.set(SOURCE, 'camera.door');
      await settled();
      expect(home.say(SOURCE)).to.equal('this_device');
    });

    it('is no command when it is no camera', async () => {
      await bind();
      await platform.clock.advance(60_000);
      home.offer(SOURCE, ['this_device', 'camera.door', 'light.x']);
      home.set(SOURCE, 'light.x');
      await settled();
      expect(commands).to.deep.equal([]);
      expect(home.say(SOURCE)).to.equal('camera.door');
    });

    it('is a screen as well: a command when somebody chooses one, and none when it is no screen', async () => {
      const selection = { chosen: 'this_device', options: ['this_device', 'media_player.tv'] };
      home.set(DISPLAY, 'this_device', { options: ['this_device'] });
      snapshot.set({ ...IDLE, selects: { display: selection } });
      await bind();
      await platform.clock.advance(60_000);
      home.set(DISPLAY, 'media_player.tv');
      await settled();
      expect(commands).to.deep.equal([{ type: 'set-display', display: 'media_player.tv', by: 'helper' }]);
      await show({ ...IDLE, selects: { display: { ...selection, chosen: 'media_player.tv' } } });
      await platform.clock.advance(5_000);
      expect(home.say(DISPLAY)).to.equal('media_player.tv');
      home.offer(DISPLAY, [...selection.options, 'light.x']);
      home.set(DISPLAY, 'light.x');
      await settled();
      expect([commands.length, home.say(DISPLAY)]).to.deep.equal([1, 'media_player.tv']);
    });

    it('has its words put right when somebody edited them', async () => {
      home.offer(STATE, ['offline', 'away']);
      await bind();
      expect(home.states.value[STATE]?.attributes['options']).to.deep.equal([...HELPER_STATES, 'away']);
      expect(home.say(STATE)).to.equal('idle');
    });
  });

  describe('a helper that never rests', () => {
    it('is followed a few times a second, and in the end to what it says', async () => {
      await bind();
      await show(withCall({}));
      for (let change = 0; change < 500; change++) {
        home.set(MICROPHONE, change % 2 === 0 ? 'off' : 'on');
        await platform.clock.advance(20);
      }
      home.set(MICROPHONE, 'off');
      await platform.clock.advance(250);
      expect(commands.length).to.be.within(10, 45);
      expect(commands.at(-1)).to.deep.include({ audio: false });
    });

    it('is put back at most every few seconds for as long as somebody writes', async () => {
      await bind();
      home.called.splice(0);
      for (let second = 0; second < 60; second++) {
        home.set(WITH, `somebody ${second}`);
        await platform.clock.advance(1_000);
      }
      const writes = home.called.filter((call) => call.includes(WITH));
      expect(writes.length).to.be.within(10, 25);
      await platform.clock.advance(10_000);
      expect(home.say(WITH)).to.equal('');
    });
  });

  describe('a station that another kiosk has', () => {
    const other = { id: 'other-start', user_id: 'hall' };

    it('is left alone, and said to be taken', async () => {
      home.startTimer(ALIVE, other);
      await bind();
      expect(helpers.taken.value).to.equal(true);
      home.set(DIAL, 'Anna');
      home.press(ANSWER);
      await show(withCall({ phase: 'ended', reason: 'missed' }));
      helpers.pageClosing();
      await settled();
      expect([home.called, commands, home.say(STATE), home.say(DIAL)]).to.deep.equal([[], [], 'offline', 'Anna']);
    });

    it('is ours once its timer has ended, and what was meant for the other is not done', async () => {
      home.startTimer(ALIVE, other);
      await bind();
      home.press(ANSWER);
      home.set(ALIVE, 'idle');
      await settled();
      expect(helpers.taken.value).to.equal(false);
      expect([home.say(ALIVE), home.say(STATE), commands]).to.deep.equal(['active', 'idle', []]);
      home.press(HANG_UP);
      expect(commands.length).to.equal(1);
    });

    it('is ours when a person takes it', async () => {
      home.startTimer(ALIVE, other);
      await bind();
      helpers.take();
      await settled();
      expect([helpers.taken.value, home.say(STATE)]).to.deep.equal([false, 'idle']);
      helpers.take();
      expect(home.called.filter((call) => call.startsWith('timer')).length).to.equal(1);
    });

    it('is given up when the other takes it', async () => {
      await bind();
      await platform.clock.advance(1_000);
      home.startTimer(ALIVE, other);
      await settled();
      expect(helpers.taken.value).to.equal(true);
      home.called.splice(0);
      await show(withCall({}));
      await platform.clock.advance(300_000);
      expect(home.called).to.deep.equal([]);
    });

    it('was ours before the page was loaded anew, or Home Assistant restarted', async () => {
      await bind();
      await scope.close();
      scope = new Scope(() => {});
      await bind();
      expect([helpers.taken.value, home.say(STATE)]).to.deep.equal([false, 'idle']);
      home.down();
      home.restarted();
      await settled();
      expect(helpers.taken.value).to.equal(false);
    });

    it('is ours when nobody can tell: without a timer, and where it cannot be started', async () => {
      home.absentServices.add('timer');
      await bind();
      expect([helpers.taken.value, home.say(STATE)]).to.deep.equal([false, 'idle']);
      home.absentServices.clear();
      await platform.clock.advance(120_000);
      expect(home.say(ALIVE)).to.equal('active');
    });

    it('goes to one of two that begin at once', async () => {
      const second = new FakeHomeAssistant(platform.clock);
      second.userId = 'hall';
      second.states.set(home.states.value);
      // Both see one Home Assistant.
      const stop = home.states.subscribe((states) => second.states.set(states));
      second.states.subscribe((states) => home.states.set(states));
      const scopes = [new Scope(() => {}), new Scope(() => {})];
      const bound = [home, second].map((homeAssistant, at) =>
        bindHelpers({
          homeAssistant,
          slug: 'kitchen',
          snapshot,
          platform,
          scope: scopes[at]!,
          command: async () => ({ ok: true }),
        }),
      );
      await settled();
      await platform.clock.advance(10_000);
      expect(bound.filter(({ taken }) => taken.value).length).to.equal(1);
      for (const each of scopes) await each.close();
      stop();
    });
  });

  describe('do not disturb', () => {
    it('is as the later of two wanted it, and not as a restart restored it', async () => {
      await bind();
      await platform.clock.advance(10);
      home.set(STATE, 'ringing');
      await settled();
      home.down();
      quiet.set(true);
      await platform.clock.advance(5_000);
      home.set(QUIET, 'on');
      await platform.clock.advance(5_000);
      home.set(QUIET, 'off');
      home.up();
      await settled();
      expect([quiet.value, home.say(QUIET)]).to.deep.equal([false, 'off']);
      home.down();
      quiet.set(true);
      await platform.clock.advance(5_000);
      home.restarted({ [QUIET]: 'off' });
      await settled();
      expect([quiet.value, home.say(QUIET)]).to.deep.equal([true, 'on']);
    });

    it('goes both ways; at the start Home Assistant wins', async () => {
      home.set(QUIET, 'on');
      await bind();
      expect(quiet.value).to.equal(true);
      quiet.set(false);
      await settled();
      expect(home.say(QUIET)).to.equal('off');
      home.set(QUIET, 'on');
      expect(quiet.value).to.equal(true);
      await settled();
      expect(home.say(QUIET)).to.equal('on');
    });

    it('keeps what was changed here while Home Assistant was away', async () => {
      await bind();
      home.down();
      quiet.set(true);
      await settled();
      home.up();
      await settled();
      expect(home.say(QUIET)).to.equal('on');
      expect(quiet.value).to.equal(true);
    });
  });

  describe('when Home Assistant was away', () => {
    it('takes a press of a few seconds ago, and not an old one', async () => {
      await bind();
      home.down();
      await platform.clock.advance(5_000);
      home.up(() => home.press(ANSWER));
      expect(commands.length).to.equal(1);
      home.down();
      home.press(HANG_UP);
      await platform.clock.advance(60_000);
      home.up();
      expect(commands.length).to.equal(1);
    });

    it('knows how old a press is by Home Assistant’s clock', async () => {
      home.clockAhead = 3_600_000;
      await bind();
      home.set(STATE, 'idle');
      home.set(STATE, 'ringing');
      await settled();
      home.down();
      await platform.clock.advance(60_000);
      home.press(ANSWER);
      await platform.clock.advance(4_000);
      home.up();
      expect(commands.map(({ type }) => type)).to.deep.equal(['answer']);
    });

    it('dials what was written meanwhile, and clears what is old', async () => {
      await bind();
      home.down();
      home.up(() => home.set(DIAL, 'Anna'));
      await settled();
      expect(commands.length).to.equal(1);
      home.down();
      home.set(DIAL, 'Bob');
      await platform.clock.advance(60_000);
      home.up();
      await settled();
      expect(commands.length).to.equal(1);
      expect(home.say(DIAL)).to.equal('');
    });

    it('plays nothing again that a restart restores, and writes the truth over it', async () => {
      await bind();
      home.press(ANSWER);
      const pressed = home.say(ANSWER) ?? '';
      await platform.clock.advance(10);
      home.press(ANSWER);
      await show(withCall({}));
      commands.splice(0);
      home.down();
      await platform.clock.advance(4_000);
      home.restarted({ [ANSWER]: pressed, [DIAL]: 'Anna', [STATE]: 'idle', [WITH]: 'Bob', [MICROPHONE]: 'off' });
      await settled();
      expect(commands).to.deep.equal([]);
      expect([home.say(STATE), home.say(WITH), home.say(MICROPHONE), home.say(DIAL)]).to.deep.equal([
        'in_call',
        'Anna',
        'on',
        '',
      ]);
    });

    it('tries until the service is there, and complains once', async () => {
      await bind();
      home.absentServices.add('input_select');
      await show(withCall({}));
      await platform.clock.advance(30_000);
      expect(platform.lines.filter(({ level }) => level === 'warn').length).to.equal(1);
      home.absentServices.clear();
      await platform.clock.advance(5_000);
      expect(home.say(STATE)).to.equal('in_call');
    });
  });

  describe('helpers that are not there', () => {
    it('reports the needed ones after a moment, and is content with what there is', async () => {
      home.remove(WITH);
      home.remove(CAMERA);
      await bind();
      expect(helpers.missing.value).to.deep.equal([]);
      await platform.clock.advance(2_000);
      expect(helpers.missing.value).to.deep.equal([WITH]);
      await show(withCall({}));
      expect(home.say(STATE)).to.equal('in_call');
      expect(home.called.some((call) => call.includes(WITH) || call.includes(CAMERA))).to.equal(false);
      home.set(WITH, 'unknown');
      await platform.clock.advance(2_000);
      expect(helpers.missing.value).to.deep.equal([]);
      expect(home.say(WITH)).to.equal('Anna');
    });

    it('reports one that was deleted, optional ones too, but not during a reload', async () => {
      await bind();
      home.remove(MICROPHONE);
      await platform.clock.advance(500);
      home.set(MICROPHONE, 'off');
      await platform.clock.advance(2_000);
      expect(helpers.missing.value).to.deep.equal([]);
      home.remove(MICROPHONE);
      await platform.clock.advance(2_000);
      expect(helpers.missing.value).to.deep.equal([MICROPHONE]);
    });

    it('follows a rename as it happens', async () => {
      await bind();
      const renamed = 'input_text.whom_to_call';
      home.emit({ data: { action: 'update', entity_id: renamed, old_entity_id: DIAL } });
      home.remove(DIAL);
      home.set(renamed, '');
      home.set(renamed, 'Anna');
      await settled();
      expect(commands.map(({ type }) => type)).to.deep.equal(['dial']);
      expect(home.say(renamed)).to.equal('');
      await platform.clock.advance(2_000);
      expect(helpers.missing.value).to.deep.equal([]);
    });

    it('finds one that people had made under another name, and renamed while the page was closed', async () => {
      const entry = { entity_id: STATE, platform: 'input_select', unique_id: 'my_own_phone' };
      home.answers.set('config/entity_registry/get_entries', { [STATE]: entry, [DIAL]: null });
      await bind();
      await scope.close();
      home.remove(STATE);
      home.set('input_select.phone', 'offline');
      home.answers.set('config/entity_registry/list', [{ ...entry, entity_id: 'input_select.phone' }]);
      home.answers.set('config/entity_registry/get_entries', {});
      scope = new Scope(() => {});
      await bind();
      expect(home.say('input_select.phone')).to.equal('idle');
    });

    it('finds one that was renamed earlier, by its unique id', async () => {
      home.remove(STATE);
      home.set('input_select.phone', 'offline');
      home.answers.set('config/entity_registry/list', [
        { entity_id: 'input_text.other', platform: 'input_text', unique_id: 'call_assist_kitchen_state' },
        { entity_id: 'input_select.phone', platform: 'input_select', unique_id: 'call_assist_kitchen_state' },
      ]);
      await bind();
      expect(home.say('input_select.phone')).to.equal('idle');
    });
  });
});
