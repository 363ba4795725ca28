import { expect } from '@open-wc/testing';
import type { CallView, Snapshot } from '../../../../src/runtime/api.ts';
import type { CommandResult, DisplayCommand } from '../../../../src/runtime/command.ts';
import { DEFAULT_STATION } from '../../../../src/runtime/default-station.ts';
import type { Device } from '../../../../src/runtime/device.ts';
import { LateScreens } from '../../../../src/runtime/late-screens.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { Screens, type ScreensOptions } from '../../../../src/runtime/screens/screens.ts';
import { DEFAULT_SETTINGS } from '../../../../src/runtime/settings/device-settings.ts';
import { memoryStorage } from '../../../../src/runtime/storage/memory.ts';
import { type Station, StorageError } from '../../../../src/runtime/storage/storage.ts';
import { callView, emptySnapshot, FakeMedia } from '../../card/support/fake-call-assist.ts';
import { settled } from '../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { type FakePlatform, fakePlatform } from '../../support/fake-platform.ts';
import { furnish, RADIO, TV } from './support/furnish.ts';
import { waitUntil } from '../../support/wait-until.ts';

describe('the screens of a device', () => {
  let platform: FakePlatform;
  let home: FakeHomeAssistant;
  let scope: Scope;
  let snapshot: Store<Snapshot>;
  let stations: Store<readonly Station[]>;
  let storageFails: boolean;
  let refused: string[];
  let lost: unknown[];

  beforeEach(() => {
    platform = fakePlatform();
    home = new FakeHomeAssistant(platform.clock);
    furnish(home);
    home.answers.set('lovelace/config', { views: [{ cards: [{ type: 'custom:call-assist-card', mode: 'tv' }] }] });
    scope = new Scope((error) => {
      throw error;
    });
    snapshot = new Store<Snapshot>(emptySnapshot());
    stations = new Store<readonly Station[]>([DEFAULT_STATION]);
    [storageFails, refused, lost] = [false, [], []];
  });
  afterEach(async () => {
    const closing = scope.close();
    await launched();
    // A TV that has not begun yet is waited for, to be put out.
    await platform.clock.advance(60_000);
    await closing;
    expect([home.states.listeners, snapshot.listeners, stations.listeners]).to.deep.equal([0, 0, 0]);
  });

  const options = (): ScreensOptions => ({
    homeAssistant: home,
    platform,
    storage: memoryStorage(),
    device: {
      stations,
      settings: new Store(DEFAULT_SETTINGS),
      chooseDisplay: async (change, slug) => {
        if (storageFails) throw new StorageError('full');
        stations.set(stations.value.map((each) => (each.slug === slug ? { ...each, ...change } : each)));
      },
    } satisfies Pick<Device, 'stations' | 'settings' | 'chooseDisplay'>,
    snapshot,
    media: (callId) => (callId === 'without' ? null : new FakeMedia()),
    refuse: async (reason): Promise<CommandResult> => {
      refused.push(reason);
      return { ok: false, reason };
    },
    onChange: () => {},
    scope,
  });
  const station = (change: Partial<Station>): void => stations.set([{ ...DEFAULT_STATION, ...change }]);
  const show = async (...calls: readonly CallView[]): Promise<void> => {
    snapshot.set({ ...snapshot.value, calls });
    await launched();
  };
  /** Requests to Home Assistant and cryptography take their turns. */
  const launched = async (): Promise<void> => {
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await settled();
  };
  const played = (): number => home.called.filter((each) => each === `media_player.play_media ${TV}`).length;
  const kitchen = () => stations.value[0] ?? DEFAULT_STATION;
  const tv = { type: 'set-display', display: TV, by: 'touch' } as const;

  it('offers media players that can show a call, also those that come later', async () => {
    const screens = new Screens(options());
    await launched();
    expect(screens.choosable.value).to.deep.equal([TV]);
    home.answers.set('config/entity_registry/list', [
      { entity_id: TV, platform: 'cast', unique_id: 'tv' },
      { entity_id: 'media_player.bedroom', platform: 'cast', unique_id: 'bedroom' },
    ]);
    home.set('media_player.bedroom', 'off', { supported_features: 512, friendly_name: 'Bedroom' });
    await platform.clock.advance(8_000);
    await launched();
    expect(screens.choosable.value).to.deep.equal(['media_player.bedroom', TV]);
    // Somebody takes the view for TVs away.
    home.answers.set('lovelace/dashboards/list', []);
    home.emit({});
    await platform.clock.advance(1_000);
    await launched();
    expect(screens.choosable.value).to.deep.equal([]);
  });

  it('goes on when Home Assistant does not answer, and asks again when it is back', async () => {
    home.answers.delete('get_config');
    const screens = new Screens(options());
    await launched();
    expect([screens.choosable.value, platform.lines.at(-1)?.level]).to.deep.equal([[], 'info']);
    home.down();
    furnish(home);
    home.up();
    await launched();
    expect(screens.choosable.value).to.deep.equal([TV]);
  });

  it('moves the call that runs, and brings it back', async () => {
    const screens = new Screens(options());
    await show(callView('active'));
    expect(await screens.command(tv, null, kitchen())).to.deep.equal({ ok: true });
    expect(screens.view('call-1')).to.include({ wanted: TV, name: 'Living room TV', area: 'Living room' });
    await launched();
    expect(played()).to.equal(1);
    await screens.command({ ...tv, display: 'this_device' }, 'call-1', kitchen());
    expect(screens.view('call-1')).to.include({ state: 'here' });
    expect(kitchen().display, 'the next call begins as ever').to.equal('this_device');
  });

  it('tells why a display shows nothing, until somebody has read it', async () => {
    const screens = new Screens(options());
    await show(callView('active'));
    await screens.command({ ...tv, display: 'media_player.nowhere' }, null, kitchen());
    await launched();
    expect(screens.view('call-1')?.failure?.reason).to.equal('no_entity');
    await screens.command({ type: 'dismiss-display-failure', by: 'touch' }, null, kitchen());
    expect(screens.view('call-1')?.failure).to.equal(null);
  });

  it('keeps between calls where the next ones begin', async () => {
    const screens = new Screens(options());
    for (const callId of [null, undefined] as const) {
      station({});
      expect(await screens.command(tv, callId, kitchen())).to.deep.equal({ ok: true });
      expect(kitchen()).to.include({ display: TV, displayStarts: true });
    }
    await screens.command({ ...tv, display: 'this_device' }, null, kitchen());
    expect(kitchen(), 'the TV is remembered').to.include({ display: TV, displayStarts: false });
    await screens.command({ type: 'set-display-sound', sound: 'this_device', by: 'touch' }, null, kitchen());
    expect(kitchen().displaySound).to.equal('this_device');
    storageFails = true;
    expect(await screens.command(tv, null, kitchen())).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
  });

  it('means no call of another station', async () => {
    const screens = new Screens(options());
    await show(callView('active'));
    await screens.command(tv, undefined, kitchen());
    expect([screens.view('call-1'), kitchen().displayStarts]).to.deep.equal([undefined, true]);
  });

  it('keeps where calls are heard, and changes it for the one that runs', async () => {
    const screens = new Screens(options());
    await show(callView('active'));
    await screens.command(tv, null, kitchen());
    storageFails = true;
    const sound = { type: 'set-display-sound', sound: 'this_device', by: 'touch' } as const;
    expect(await screens.command(sound, null, kitchen())).to.deep.equal({ ok: true });
    expect([screens.view('call-1')?.sound, kitchen().displaySound]).to.deep.equal(['this_device', 'display']);
    storageFails = false;
    await screens.command(sound, null, kitchen());
    expect(kitchen().displaySound).to.equal('this_device');
  });

  it('sets the volume of a display that is open, and of no other', async () => {
    const screens = new Screens(options());
    const volume: DisplayCommand = { type: 'set-display-volume', volume: 0.4, by: 'touch' };
    for (const calls of [[], [callView('active')]]) {
      await show(...calls);
      expect(await screens.command(volume, null, kitchen())).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
    }
    await screens.command(tv, null, kitchen());
    await launched();
    expect(await screens.command(volume, null, kitchen())).to.deep.equal({ ok: true });
    expect(home.called).to.include(`media_player.volume_set ${TV}`);
    home.down();
    expect(await screens.command(volume, null, kitchen())).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
  });

  it('begins calls there where the station says so, once each, and asks before it interrupts', async () => {
    station({ display: TV, displayStarts: true });
    const screens = new Screens(options());
    await show(callView('ringing-in'));
    expect([screens.view('call-1'), played()]).to.deep.equal([undefined, 0]);
    await show(callView('connecting'));
    expect([screens.view('call-1')?.state, played()]).to.deep.equal(['moving', 1]);
    await screens.command({ ...tv, display: 'this_device' }, null, kitchen());
    await show(callView('active'));
    expect(screens.view('call-1')?.state).to.equal('here');
    await show();
    home.set(TV, 'playing', { app_id: 'films' });
    await show(callView('active', { id: 'call-2' }));
    expect(screens.view('call-2')?.failure?.reason).to.equal('in_use');
  });

  it('begins calls here where nobody wants otherwise', async () => {
    station({ display: TV });
    const screens = new Screens(options());
    await show(callView('active'));
    expect([screens.view('call-1'), played()]).to.deep.equal([undefined, 0]);
  });

  it('begins nothing there of a door that talks with somebody else', async () => {
    station({ display: TV, displayStarts: true, displayAnnounces: 'with-name' });
    const screens = new Screens(options());
    const ring = { id: 'r', kind: 'door', to: '', still: null, buttons: [], talk: null, away: true } as const;
    await show(callView('ringing-in', { ring }));
    await show(callView('active', { ring }));
    expect([screens.view('call-1'), played()]).to.deep.equal([undefined, 0]);
  });

  it('announces a ring where the station says so, and leaves when it is answered here', async () => {
    station({ display: TV, displayAnnounces: 'without-name' });
    const screens = new Screens(options());
    await show(callView('ringing-in'));
    expect([screens.view('call-1'), played()]).to.deep.equal([undefined, 1]);
    await show(callView('ringing-in', { silenced: true }));
    expect(played()).to.equal(1);
    home.set(TV, 'playing', { app_id: 'A078F6B0' });
    await show(callView('active'));
    expect(screens.view('call-1')).to.equal(undefined);
    expect(home.called.at(-1)).to.equal(`media_player.turn_off ${TV}`);
  });

  it('puts the display back when the call ends, and when the page goes away', async () => {
    const screens = new Screens(options());
    for (const end of [() => show(callView('ended')), async () => screens.pageClosing()]) {
      await show();
      await show(callView('active'));
      await screens.command(tv, null, kitchen());
      await launched();
      home.set(TV, 'playing', { app_id: 'A078F6B0' });
      home.called.length = 0;
      await end();
      await launched();
      expect(home.called).to.include(`media_player.turn_off ${TV}`);
      home.set(TV, 'off', { app_id: null });
    }
  });

  it('has nothing for a call that has no media any more', async () => {
    const screens = new Screens(options());
    await show(callView('active', { id: 'without' }));
    expect(await screens.command(tv, null, kitchen())).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
  });

  it('knows what came of each display', async () => {
    const given = options();
    const screens = new Screens(given);
    home.set(TV, 'playing', { app_id: 'films' });
    await show(callView('active'));
    await screens.command(tv, null, kitchen());
    await launched();
    const kept = await given.storage.settings.get('displays', (value): value is object => value !== null);
    expect(kept).to.have.property(TV).that.includes({ way: 'cast-view', result: 'in_use', at: platform.clock.now() });
    expect(kept).not.to.have.property(RADIO);
  });

  describe('before their code is there', () => {
    const late = (change: Partial<ScreensOptions> = {}): LateScreens =>
      new LateScreens({
        ...options(),
        ...change,
        snapshot: () => snapshot,
        onChunkLost: (error) => lost.push(error),
      });
    const loaded = (): Promise<void> => waitUntil(() => snapshot.listeners > 0, 'they are there', { timeout: 8_000 });

    it('are nothing, and stay so where nobody has a display', async () => {
      const screens = late();
      home.set('input_select.call_assist_hall_display', 'this_device');
      await settled();
      expect([screens.view('call-1'), screens.choosable, snapshot.listeners]).to.deep.equal([undefined, [], 0]);
      screens.pageClosing();
    });

    it('are loaded when a station has a display', async () => {
      const screens = late();
      station({ display: TV });
      await loaded();
      await launched();
      expect(screens.choosable).to.deep.equal([TV]);
      screens.pageClosing();
    });

    it('are loaded with the helper that chooses one', async () => {
      late();
      home.set('input_select.call_assist_kitchen_display', 'this_device');
      await loaded();
    });

    it('are loaded with the first command, which is refused when something breaks', async () => {
      const screens = late();
      await show(callView('active'));
      expect(await screens.command(tv, null, kitchen())).to.deep.equal({ ok: true });
      expect(screens.view('call-1')).to.include({ wanted: TV });
      const broken = late({ platform: { ...platform, clock: null as never } });
      expect(await broken.command(tv, null, kitchen())).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
      expect([refused, lost]).to.deep.equal([['refused_not_ready'], []]);
    });
  });
});
