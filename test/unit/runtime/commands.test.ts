import { expect } from '@open-wc/testing';
import type { PersonView } from '../../../src/runtime/api.ts';
import type { Command, CommandResult, DisplayCommand, RingCommand } from '../../../src/runtime/command.ts';
import { type Call, DEFAULT_POLICY } from '../../../src/runtime/call/call.ts';
import { initialState } from '../../../src/runtime/call/reduce.ts';
import { createCommands } from '../../../src/runtime/commands.ts';
import type { NewCommand } from '../../../src/runtime/engine.ts';
import { NOTHING_CHOSEN } from '../../../src/runtime/people/people.ts';
import { Store } from '../../../src/runtime/platform/readable.ts';
import type { AccountView } from '../../../src/runtime/api.ts';
import type { AccountStatus, ProviderSession } from '../../../src/runtime/providers/provider.ts';
import { DEFAULT_STATION } from '../../../src/runtime/default-station.ts';
import { CallStations } from '../../../src/runtime/stations/call-stations.ts';
import { type Station, STATION_SWITCHES } from '../../../src/runtime/storage/storage.ts';
import { settled } from '../support/fake-clock.ts';
import { fakePlatform } from '../support/fake-platform.ts';
import { anna, annasPeer, FakeSession } from './support/fake-provider.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const mum: PersonView = { ...anna, ...NOTHING_CHOSEN, alias: 'Mum', name: 'Mum', ownName: 'Anna', writable: true };

const call = (id: string, phase: Call['phase']): Call => ({
  id,
  phase,
  direction: phase === 'ringing-in' ? 'incoming' : 'outgoing',
  peer: annasPeer,
  offered: { audio: true, video: true },
  wanted: { audio: true, video: true },
  sending: { audio: true, video: true },
  began: 0,
  answered: null,
  connected: null,
  ended: null,
  reason: null,
  deadline: null,
  restartAt: null,
  dropIn: null,
  placed: true,
  silenced: false,
  waiting: [],
});
const running = { ...initialState(DEFAULT_POLICY), calls: [call('c', 'active')] };

describe('commands', () => {
  const set = (
    station: Partial<Station> = {},
    status: AccountStatus = { state: 'online' },
    stations: readonly Station[] = [{ ...DEFAULT_STATION, ...station }],
  ) => {
    const platform = fakePlatform();
    const reached: NewCommand[] = [];
    const volumes: number[] = [];
    const cameras: [camera: string, slug: string][] = [];
    const state = new Store(initialState(DEFAULT_POLICY));
    const calls = new CallStations(new Store(stations));
    const rings: RingCommand[] = [];
    const displays: [DisplayCommand, string | null | undefined, Station][] = [];
    const views = new Store<readonly AccountView[]>([
      {
        id: 'account',
        protocol: 'matrix',
        protocolName: 'Matrix',
        address: '@kitchen:example.org',
        status,
        verifiable: false,
        options: [],
      },
    ]);
    const session: ProviderSession = new FakeSession();
    let failure: Error | null = null;
    const command = createCommands({
      engine: {
        command: async (given): Promise<CommandResult> => {
          reached.push(given);
          return given.type === 'refused' ? { ok: false, reason: given.reason } : { ok: true };
        },
        state,
      },
      accounts: { views, session: () => session },
      protocols: ['matrix'],
      platform,
      stations: calls,
      chooseCamera: async (...chosen) => void cameras.push(chosen),
      contacts: () => [mum],
      ring: async (ring) => {
        rings.push(ring);
        return { ok: true };
      },
      display: async (...wanted) => {
        displays.push(wanted);
        return { ok: true };
      },
      setVolume: async (volume) => {
        if (failure) throw failure;
        volumes.push(volume);
      },
    });
    return {
      command,
      reached,
      rings,
      displays,
      volumes,
      cameras,
      state,
      calls,
      views,
      fail: (error: Error) => (failure = error),
      ...platform,
    };
  };
  const asked = async (command: Command, station: Partial<Station> = {}): Promise<unknown> => {
    const given = set(station);
    if (command.type === 'set-camera') given.state.set(running);
    await given.command(command);
    return given.reached[0];
  };
  const dial = (text: string, by: 'touch' | 'helper' = 'touch'): Command => ({
    type: 'dial',
    to: { text },
    video: true,
    by,
  });

  it('dial a contact by touch, alias, own name or address, under the name that is used here', async () => {
    const to = { accountId: 'account', contactId: anna.id };
    const commands: Command[] = [{ type: 'dial', to, video: true, by: 'touch' }];
    for (const text of ['Mum', 'anna', anna.address]) commands.push(dial(text, 'helper'));
    for (const command of commands) {
      expect(await asked(command)).to.deep.equal({
        type: 'dial',
        callId: 'id-1',
        peer: { ...annasPeer, name: 'Mum' },
        media: { audio: true, video: true },
      });
    }
  });

  it('dial strangers by touch, and by script only where a person allowed it', async () => {
    const stranger = '@new:example.org';
    expect(await asked(dial(stranger))).to.deep.include({ type: 'dial' });
    expect(await asked(dial(stranger, 'helper'))).to.include({ reason: 'refused_not_allowed' });
    expect(await asked(dial(stranger, 'helper'), { dialAnyone: true })).to.deep.include({ type: 'dial' });
    expect(await asked(dial('new@example.org'))).to.include({ reason: 'refused_bad_value' });
    expect(await asked(dial('Nobody'))).to.include({ reason: 'refused_unknown_contact' });
    const to = { accountId: 'account', contactId: 'gone' };
    expect(await asked({ type: 'dial', to, video: true, by: 'touch' })).to.include({
      reason: 'refused_unknown_contact',
    });
  });

  it('dial somebody known at once: the call waits for its account in sight', async () => {
    const given = set({}, { state: 'connecting' });
    expect(await given.command(dial('Mum'))).to.deep.equal({ ok: true });
    expect(given.reached).to.have.lengthOf(1);
  });

  it('dial somebody unknown once an account is there that is on its way, and not when all are signed out', async () => {
    const given = set({}, { state: 'connecting' });
    const waiting = given.command(dial('Nobody'));
    await given.clock.advance(29_000);
    expect(given.reached).to.deep.equal([]);
    given.views.set(given.views.value.map((view) => ({ ...view, status: { state: 'online' } })));
    expect(await waiting).to.deep.equal({ ok: false, reason: 'refused_unknown_contact' });
    expect(given.clock.pending + given.views.listeners).to.equal(0);

    const late = set({}, { state: 'connecting' });
    const refused = late.command(dial('Nobody'));
    await late.clock.advance(30_000);
    expect(await refused).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
    const gone = set({}, { state: 'signed-out', reason: 'revoked' });
    expect(await gone.command(dial('Mum'))).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
  });

  it('answer with the camera by touch, and by script only where a person allowed it', async () => {
    const video = async (by: 'touch' | 'page', station: Partial<Station> = {}): Promise<unknown> => {
      const given = (await asked({ type: 'answer', video: true, by }, station)) as { media: { video: boolean } };
      return given.media.video;
    };
    expect(await video('touch')).to.equal(true);
    expect(await video('page')).to.equal(false);
    expect(await video('page', { scriptAnswersWithCamera: true })).to.equal(true);
  });

  describe('of scripts', () => {
    const table: [switched: Partial<Station>, command: DistributiveOmit<Command, 'by'>][] = [
      [{ scriptAnswers: false }, { type: 'answer', video: false }],
      [{ scriptHangsUp: false }, { type: 'hang-up' }],
      [{ scriptHangsUp: false }, { type: 'decline' }],
      [{ scriptUnmutes: false }, { type: 'set-media', audio: true }],
      [
        { scriptUnmutes: false, scriptTurnsCameraOn: true },
        { type: 'set-media', audio: true, video: true },
      ],
      [{ scriptTurnsCameraOn: false }, { type: 'set-media', video: true }],
      [
        { scriptTurnsCameraOn: false, scriptUnmutes: true },
        { type: 'set-media', audio: false, video: true },
      ],
      [{ scriptTurnsCameraOn: false }, { type: 'set-camera', camera: { source: 'camera.door' } }],
      [{ scriptUnmutes: false }, { type: 'set-microphone', microphone: null }],
    ];
    const everything = Object.fromEntries(STATION_SWITCHES.map((name) => [name, true]));
    for (const [switched, command] of table) {
      it(`${JSON.stringify(command)} only where the station allows it`, async () => {
        for (const by of ['helper', 'page'] as const) {
          const refused = await asked({ ...command, by }, switched);
          expect(refused).to.deep.equal({ type: 'refused', reason: 'refused_not_allowed' });
          expect(await asked({ ...command, by }, { ...switched, ...everything })).to.include({ type: command.type });
        }
        expect(await asked({ ...command, by: 'touch' }, switched)).to.include({ type: command.type });
      });
    }

    it('mute, turn the camera off and only ring always', async () => {
      const nothing = Object.fromEntries(STATION_SWITCHES.map((name) => [name, false]));
      const less: DistributiveOmit<Command, 'by'>[] = [
        { type: 'set-media', audio: false },
        { type: 'set-media', audio: false, video: false },
        { type: 'only-ring' },
        { type: 'silence' },
        { type: 'dismiss' },
      ];
      for (const command of less) {
        expect(await asked({ ...command, by: 'helper' }, nothing)).to.include({ type: command.type });
      }
    });

    it('dial nobody where nobody is meant, and nothing that is no command', async () => {
      const broken: unknown[] = [
        null,
        'dial',
        {},
        { type: 'toString' },
        { type: 'dial' },
        { type: 'dial', to: 'Mum', video: true },
        { type: 'dial', to: { text: 5 }, video: true },
        { type: 'dial', to: { accountId: 'account' }, video: true },
        { type: 'dial', to: { text: 'Mum' } },
        { type: 'answer' },
        { type: 'hang-up', callId: 5 },
        { type: 'hang-up', by: 'admin' },
        { type: 'set-media', audio: 'on' },
        { type: 'set-volume', volume: '1' },
        { type: 'set-display' },
        { type: 'set-display', display: 'light.tv' },
        { type: 'set-display', display: 'media_player.tv', mayInterrupt: 'yes' },
        { type: 'set-display-sound', sound: 'both' },
        { type: 'set-display-volume', volume: 1.1 },
        { type: 'set-display-volume', volume: '1' },
      ];
      for (const command of broken) {
        const given = set();
        expect(await given.command(command)).to.deep.equal({ ok: false, reason: 'refused_bad_value' });
        expect(given.reached).to.deep.equal([{ type: 'refused', reason: 'refused_bad_value' }]);
      }
    });

    it('are the page’s where nobody says whose they are', async () => {
      const unmute = { type: 'set-media', audio: true } as unknown as Command;
      expect(await asked(unmute)).to.include({ reason: 'refused_not_allowed' });
    });
  });

  describe('of one of several stations', () => {
    const kitchen: Station = { ...DEFAULT_STATION, scriptUnmutes: true };
    const hall: Station = { ...DEFAULT_STATION, slug: 'hall', name: 'Hall', dialAnyone: true };
    const several = () => set({}, { state: 'online' }, [kitchen, hall]);
    const ofHall = { by: 'helper', station: 'hall' } as const;

    it('mean its own call, with its own switches', async () => {
      const given = several();
      given.calls.put('h', 'hall');
      given.state.set({ ...running, calls: [call('h', 'active'), call('k', 'ringing-in')] });
      const told = async (command: Command): Promise<unknown> => {
        await given.command(command);
        return given.reached.at(-1);
      };
      expect(await told({ type: 'hang-up', ...ofHall })).to.deep.equal({ type: 'hang-up', callId: 'h' });
      expect(await told({ type: 'answer', video: false, ...ofHall })).to.include({ reason: 'refused_nothing_rings' });
      expect(await told({ type: 'set-media', audio: true, ...ofHall })).to.include({ reason: 'refused_not_allowed' });
      expect(await told({ type: 'set-media', audio: true, callId: 'h', by: 'helper' })).to.include({
        reason: 'refused_not_allowed',
      });
      const ofKitchen = { by: 'helper', station: 'kitchen' } as const;
      expect(await told({ type: 'answer', video: false, ...ofKitchen })).to.include({ callId: 'k' });
      expect(await told({ type: 'hang-up', ...ofKitchen })).to.include({ reason: 'refused_not_ready' });
      given.state.set(initialState(DEFAULT_POLICY));
      expect(await told({ type: 'answer', video: false, ...ofKitchen })).to.include({ callId: null });
      expect(given.calls.resultOf('hall')).to.equal('refused_not_allowed');
      expect(given.calls.resultOf('kitchen')).to.equal('refused_not_ready');
    });

    it('call from there', async () => {
      const given = several();
      await given.command({ type: 'dial', to: { text: '@new:example.org' }, video: true, ...ofHall });
      expect(given.calls.of('id-1').slug).to.equal('hall');
      expect(given.reached[0]).to.include({ type: 'dial' });
      await given.command({ type: 'dial', to: { text: '@new:example.org' }, video: true, by: 'helper' });
      expect(given.reached[1]).to.include({ reason: 'refused_not_allowed' });
    });

    it('are refused where there is no such station', async () => {
      const given = several();
      expect(await given.command({ type: 'hang-up', by: 'helper', station: 'attic' })).to.deep.equal({
        ok: false,
        reason: 'refused_bad_value',
      });
    });

    it('choose the camera of the next call between calls', async () => {
      const given = several();
      const camera = { source: 'camera.door' } as const;
      await given.command({ type: 'set-camera', camera, by: 'touch', station: 'hall' });
      expect([given.cameras, given.reached]).to.deep.equal([[['camera.door', 'hall']], []]);
    });
  });

  it('hand on what is the call’s', async () => {
    const by = 'touch';
    for (const type of ['decline', 'hang-up', 'dismiss', 'only-ring'] as const) {
      expect(await asked({ type, by })).to.deep.equal({ type, callId: null });
      expect(await asked({ type, callId: 'c', by })).to.deep.equal({ type, callId: 'c' });
    }
    expect(await asked({ type: 'set-media', audio: false, by })).to.deep.include({ type: 'set-media', audio: false });
  });

  it('hand on where a call is to be seen and heard, with the call and the station that are meant', async () => {
    const given = set();
    const tv = { type: 'set-display', display: 'media_player.tv', by: 'helper' } as const;
    const sound = { type: 'set-display-sound', sound: 'this_device', callId: 'c', by: 'touch' } as const;
    const read = { type: 'dismiss-display-failure', by: 'touch' } as const;
    for (const command of [tv, sound, read]) expect(await given.command(command)).to.deep.equal({ ok: true });
    expect(given.displays.map(([wanted, callId]) => [wanted, callId])).to.deep.equal([
      [tv, null],
      [sound, 'c'],
      [read, null],
    ]);
    expect(await given.command({ ...tv, mayInterrupt: true })).to.deep.equal({
      ok: false,
      reason: 'refused_not_allowed',
    });
    expect(await given.command({ ...tv, mayInterrupt: true, by: 'touch' })).to.deep.equal({ ok: true });
  });

  it('hand on rings of Home Assistant, and what a person does with them', async () => {
    const given = set();
    const ring = { type: 'ring', text: '{}', by: 'helper' } as const;
    const action = { type: 'ring-action', ring: 'door', action: 0, by: 'touch' } as const;
    for (const command of [ring, action]) expect(await given.command(command)).to.deep.equal({ ok: true });
    expect(given.rings).to.deep.equal([ring, action]);
    expect(await given.command({ ...action, by: 'page' })).to.deep.include({ reason: 'refused_not_allowed' });
    for (const wrong of [
      { ...ring, text: 7 },
      { ...action, action: 'open' },
      { ...action, action: 0.5 },
    ])
      expect(await given.command(wrong)).to.deep.include({ reason: 'refused_bad_value' });
  });

  it('change the camera to one that can be', async () => {
    const good = [
      { source: 'camera.door' },
      { source: 'this_device', facingMode: 'environment' },
      { source: 'this_device', device: { deviceId: 'd', label: 'USB' } },
    ] as const;
    for (const camera of good) {
      expect(await asked({ type: 'set-camera', camera, by: 'touch' })).to.deep.equal({
        type: 'set-camera',
        callId: null,
        camera,
      });
    }
    const bad = [
      null,
      {},
      { source: 'light.door' },
      { source: 'this_device', facingMode: 'left' },
      { source: 'this_device', device: null },
      { source: 'this_device', device: { deviceId: 5 } },
    ];
    for (const camera of bad) {
      expect(await asked({ type: 'set-camera', camera: camera as never, by: 'touch' })).to.include({
        reason: 'refused_bad_value',
      });
    }
  });

  it('choose another microphone, and refuse what is none', async () => {
    for (const microphone of [null, { deviceId: 'd', label: 'USB' }]) {
      expect(await asked({ type: 'set-microphone', microphone, by: 'touch' })).to.deep.equal({
        type: 'set-microphone',
        callId: null,
        microphone,
      });
    }
    for (const microphone of [undefined, 'd', { deviceId: 'd' }, { deviceId: 5, label: 'USB' }]) {
      const refused = await asked({ type: 'set-microphone', microphone: microphone as never, by: 'touch' });
      expect(refused).to.include({ reason: 'refused_bad_value' });
    }
  });

  it('set the volume, and refuse one that is none', async () => {
    const given = set();
    const command: Command = { type: 'set-volume', volume: 0.5, by: 'touch' };
    expect(await given.command(command)).to.deep.equal({ ok: true });
    expect(given.volumes).to.deep.equal([0.5]);
    given.fail(new RangeError('settings.callVolume'));
    expect(await given.command(command)).to.deep.equal({ ok: false, reason: 'refused_bad_value' });
    given.fail(new Error('storage'));
    expect(await given.command(command)).to.deep.equal({ ok: true });
    await settled();
  });
});
