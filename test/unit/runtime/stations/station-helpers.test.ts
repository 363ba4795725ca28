import { expect } from '@open-wc/testing';
import type { Snapshot } from '../../../../src/runtime/api.ts';
import type { Command } from '../../../../src/runtime/command.ts';
import { Device } from '../../../../src/runtime/device.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { Problems } from '../../../../src/runtime/problems.ts';
import { bindHelpersLate } from '../../../../src/runtime/stations/late-helpers.ts';
import { bindStations, type StationHelpers } from '../../../../src/runtime/stations/station-helpers.ts';
import { memoryStorage } from '../../../../src/runtime/storage/memory.ts';
import { callView, readySnapshot } from '../../card/support/fake-call-assist.ts';
import { settled } from '../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { fakePlatform, type FakePlatform } from '../../support/fake-platform.ts';

describe('the helpers of several stations', () => {
  let platform: FakePlatform;
  let home: FakeHomeAssistant;
  let device: Device;
  let snapshot: Store<Snapshot>;
  let problems: Problems;
  let scope: Scope;
  let commands: Command[];
  let stations: StationHelpers;
  const storage = memoryStorage();

  const helper = (slug: string, domain: string, key: string): string => `${domain}.call_assist_${slug}_${key}`;
  const say = (slug: string, domain: string, key: string): string | undefined => home.say(helper(slug, domain, key));
  const make = (slug: string): void => {
    for (const key of ['with', 'last_result', 'dial'])
      home.set(helper(slug, 'input_text', key), 'unknown', { max: 255 });
    for (const key of ['answer', 'decline', 'hang_up']) home.set(helper(slug, 'input_button', key), 'unknown');
    home.set(helper(slug, 'input_select', 'state'), 'offline');
    home.set(helper(slug, 'input_select', 'camera_source'), 'this_device', { options: ['this_device'] });
    home.set(helper(slug, 'input_boolean', 'do_not_disturb'), 'off');
    home.set(helper(slug, 'timer', 'alive'), 'idle');
  };
  const options = () => ({
    homeAssistant: home,
    device,
    storage,
    problems,
    snapshot,
    platform,
    scope,
    calls: { resultOf: (slug: string) => (slug === 'hall' ? ('no_answer' as const) : null) },
    displays: () => ['media_player.tv'],
    command: async (command: Command) => {
      commands.push(command);
      return { ok: true } as const;
    },
    onChunkLost: (error: unknown) => {
      throw error;
    },
  });
  const show = async (change: Partial<Snapshot>): Promise<void> => {
    snapshot.set({ ...readySnapshot(), ...device.view(), ...change });
    await settled();
  };
  const open = async (): Promise<void> => {
    device = await Device.open({ platform, storage, report: () => {}, isAdmin: async () => true });
    snapshot = new Store<Snapshot>({ ...readySnapshot(), ...device.view() });
  };

  beforeEach(async () => {
    platform = fakePlatform(Date.UTC(2026, 10, 21));
    home = new FakeHomeAssistant(platform.clock);
    make('kitchen');
    make('hall');
    home.set('camera.door', 'idle');
    problems = new Problems(platform.log);
    commands = [];
    scope = new Scope((error) => {
      throw error;
    });
    for (const { slug } of await storage.stations.list()) await storage.stations.remove(slug);
    await open();
    await device.addStation({ name: 'Hall', camera: 'camera.door' });
    await show({});
    stations = bindStations(options());
    await settled();
  });
  afterEach(async () => {
    await scope.close();
    device.close();
    await settled();
    expect(home.states.listeners + home.connected.listeners + snapshot.listeners).to.equal(0);
  });

  it('say how each is: a call of one is no call of the other', async () => {
    await show({ calls: [callView('active', { station: 'hall' })] });
    expect([say('kitchen', 'input_select', 'state'), say('hall', 'input_select', 'state')]).to.deep.equal([
      'idle',
      'in_call',
    ]);
    expect([say('kitchen', 'input_text', 'with'), say('hall', 'input_text', 'with')]).to.deep.equal([
      'unknown',
      'Anna Berger',
    ]);
    expect([say('hall', 'input_text', 'last_result'), say('hall', 'input_select', 'camera_source')]).to.deep.equal([
      'no_answer',
      'camera.kitchen',
    ]);
    await show({});
    expect(say('hall', 'input_select', 'camera_source')).to.equal('camera.door');
  });

  it('are commands of their own station', async () => {
    await platform.clock.advance(10);
    home.set(helper('hall', 'input_text', 'dial'), 'Anna');
    home.press(helper('kitchen', 'input_button', 'answer'));
    await settled();
    expect(commands.map(({ type, station }) => [type, station])).to.deep.equal([
      ['dial', 'hall'],
      ['answer', 'kitchen'],
    ]);
  });

  it('are all quiet when one is', async () => {
    await platform.clock.advance(10);
    home.set(helper('hall', 'input_boolean', 'do_not_disturb'), 'on');
    await settled();
    expect([device.doNotDisturb.value, say('kitchen', 'input_boolean', 'do_not_disturb')]).to.deep.equal([true, 'on']);
  });

  it('offer cameras that come later', async () => {
    home.set('camera.garden', 'idle');
    await platform.clock.advance(2_000);
    const { attributes } = home.states.value[helper('kitchen', 'input_select', 'camera_source')]!;
    expect(attributes['options']).to.have.members(['this_device', 'camera.door', 'camera.garden']);
  });

  it('offer the screens that can show a call, and say where it is wanted, or where the next one begins', async () => {
    const display = helper('hall', 'input_select', 'display');
    home.set(display, 'this_device', { options: ['this_device'] });
    await show({});
    await platform.clock.advance(2_000);
    expect(home.states.value[display]?.attributes['options']).to.have.members(['this_device', 'media_player.tv']);
    const view = {
      wanted: 'media_player.tv',
      name: 'TV',
      area: '',
      state: 'moving',
      way: 'cast-view',
      sound: 'display',
      heardHere: true,
      soundBlocked: false,
      volume: null,
      behind: null,
      failure: null,
    } as const;
    await show({ calls: [callView('active', { station: 'hall', display: view })] });
    await platform.clock.advance(2_000);
    expect(say('hall', 'input_select', 'display')).to.equal('media_player.tv');
    await show({ calls: [callView('active', { station: 'hall' })] });
    await platform.clock.advance(2_000);
    expect(say('hall', 'input_select', 'display')).to.equal('this_device');
    await device.chooseDisplay({ display: 'media_player.tv', displayStarts: true }, 'hall');
    await show({});
    await platform.clock.advance(2_000);
    expect(say('hall', 'input_select', 'display')).to.equal('media_player.tv');
  });

  it('keep the names that the device keeps, and know nothing of test calls', async () => {
    const { settings } = readySnapshot();
    const calls = [callView('ringing-in', { station: 'kitchen' })];
    await show({ calls, settings: { ...settings, hideNames: 'while-ringing' } });
    expect([say('kitchen', 'input_select', 'state'), say('kitchen', 'input_text', 'with')]).to.deep.equal([
      'ringing',
      'unknown',
    ]);
    const echo = callView('active', { station: 'kitchen' });
    await show({ calls: [{ ...echo, peer: { ...echo.peer, accountId: 'echo' } }] });
    expect(say('kitchen', 'input_select', 'state')).to.equal('idle');
  });

  it('are told to be missing together, and to be another kiosk’s each by itself', async () => {
    home.remove(helper('kitchen', 'input_text', 'with'));
    home.remove(helper('hall', 'input_text', 'dial'));
    home.startTimer(helper('hall', 'timer', 'alive'), { id: 'other', user_id: 'tablet' });
    await platform.clock.advance(2_000);
    expect(problems.all.value).to.deep.include({
      kind: 'helpers-missing',
      entities: [helper('kitchen', 'input_text', 'with'), helper('hall', 'input_text', 'dial')],
    });
    expect(problems.all.value).to.deep.include({ kind: 'stations-taken', stations: [{ slug: 'hall', name: 'Hall' }] });
    stations.take('hall');
    stations.take('attic');
    await settled();
    expect(problems.all.value.map(({ kind }) => kind)).to.deep.equal(['helpers-missing']);
  });

  it('follow stations that go and come', async () => {
    await device.removeStation('kitchen');
    await device.addStation({ name: 'Attic' });
    make('attic');
    // One binding is closed before the next begins.
    for (let turn = 0; turn < 20; turn++) await settled();
    expect(say('attic', 'input_select', 'state')).to.equal('idle');
    home.set(helper('kitchen', 'input_text', 'dial'), 'Anna');
    await settled();
    expect(commands).to.deep.equal([]);
    stations.pageClosing();
    stations.resetMissed();
    await settled();
    expect([say('hall', 'input_select', 'state'), say('attic', 'input_select', 'state')]).to.deep.equal([
      'offline',
      'offline',
    ]);
  });

  it('are loaded once the device is a station', async () => {
    await scope.close();
    scope = new Scope(() => {});
    device.close();
    for (const { slug } of await storage.stations.list()) await storage.stations.remove(slug);
    await open();
    const late = bindHelpersLate(options());
    late.resetMissed();
    late.take('kitchen');
    late.pageClosing();
    home.called.length = 0;
    await device.configureStation({ name: 'Kitchen' });
    while (home.called.length === 0) await new Promise((resolve) => setTimeout(resolve));
    expect(home.called.join()).to.contain('call_assist_kitchen');
  });
});
