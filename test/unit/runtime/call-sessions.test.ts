import { expect } from '@open-wc/testing';
import { CallSessions, Unavailable } from '../../../src/runtime/call-sessions.ts';
import { type CameraChoice, DEFAULT_POLICY, type MediaKinds } from '../../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../../src/runtime/call/events.ts';
import { createEngine, type Engine } from '../../../src/runtime/engine.ts';
import {
  type CallMedia,
  type CameraState,
  type DeviceChoice,
  MicrophoneError,
  type MicrophoneState,
} from '../../../src/runtime/media/media.ts';
import { Store } from '../../../src/runtime/platform/readable.ts';
import type { Scope } from '../../../src/runtime/platform/scope.ts';
import type { LocalTracks, ProviderSession } from '../../../src/runtime/providers/provider.ts';
import type { RunningCall } from '../../../src/runtime/storage/storage.ts';
import { settled } from '../support/fake-clock.ts';
import { fakePlatform } from '../support/fake-platform.ts';
import { annasPeer, FakeCall, FakeSession } from './support/fake-provider.ts';

const video: MediaKinds = { audio: true, video: true };
const voice: MediaKinds = { audio: true, video: false };

class FakeMedia implements CallMedia {
  readonly tracks = new Store<LocalTracks>({ audio: null, video: null, audioMuted: false, videoMuted: false });
  readonly sending = new Store<MediaKinds>({ audio: false, video: false });
  readonly camera = new Store<CameraState>({ state: 'off' });
  readonly voice = new Store<MediaStreamTrack | null>(null);
  readonly microphone = new Store<MicrophoneState>({ choice: null, problem: null });
  readonly told: string[] = [];
  readonly cameras: CameraChoice[] = [];
  readonly microphones: (DeviceChoice | null)[] = [];
  failure: Error | null = null;
  closed = false;

  constructor(scope: Scope) {
    scope.add(() => void (this.closed = true));
  }
  async prepare(): Promise<void> {
    this.told.push('prepare');
  }
  async start(wanted: MediaKinds): Promise<void> {
    this.told.push(`start ${wanted.video ? 'video' : 'voice'}`);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    this.sending.set(wanted);
  }
  set(wanted: MediaKinds): void {
    this.told.push(`set ${wanted.video ? 'video' : 'voice'}`);
    this.sending.set(wanted);
  }
  choose(camera: CameraChoice): void {
    this.cameras.push(camera);
  }
  listen(microphone: DeviceChoice | null): void {
    this.microphones.push(microphone);
  }
}

describe('CallSessions', () => {
  const set = () => {
    const platform = fakePlatform();
    const medias: FakeMedia[] = [];
    const sounds: string[] = [];
    const notes = new Map<string, RunningCall>();
    const session = new FakeSession();
    let online: () => Promise<ProviderSession> = async () => session;
    let startFails: Error | null = null;
    const engine: Engine = createEngine({
      platform,
      policy: DEFAULT_POLICY,
      run: (effect) => {
        if (effect.type !== 'record') sessions.run(effect);
      },
    });
    const sessions: CallSessions = new CallSessions({
      platform,
      state: () => engine.state.value,
      dispatch: (event) => engine.dispatch(event),
      createMedia: (scope) => {
        const media = new FakeMedia(scope);
        media.failure = startFails;
        medias.push(media);
        return media;
      },
      sounds: {
        start: (sound, key) => sounds.push(`start ${sound} ${key}`),
        stop: (key) => sounds.push(`stop ${key}`),
      },
      online: () => online(),
      running: {
        put: async (call) => void notes.set(call.callId, call),
        remove: async (callId) => void notes.delete(callId),
      },
    });
    engine.state.subscribe((state) => sessions.follow(state));
    const emit = (event: ProviderCallEvent): void => engine.dispatch(event);
    const ring = (change: Partial<Extract<ProviderCallEvent, { type: 'invited' }>> = {}): FakeCall => {
      const call = new FakeCall('in');
      sessions.adopt(call);
      emit({ type: 'invited', callId: 'in', peer: annasPeer, offered: video, age: 0, lifetime: null, ...change });
      return call;
    };
    const dial = () => engine.command({ type: 'dial', callId: 'out', peer: annasPeer, media: video });
    const phase = () => engine.state.value.calls[0]?.phase;
    return {
      ...{ ...platform, engine, sessions, medias, sounds, notes, session, emit, ring, dial, phase },
      whenOnline: (next: typeof online) => (online = next),
      startFails: (error: Error) => (startFails = error),
    };
  };
  type Given = ReturnType<typeof set>;
  const talk = async (given: Given): Promise<FakeCall> => {
    const call = given.ring();
    void given.engine.command({ type: 'answer', callId: 'in', media: video });
    call.flows = true;
    await given.clock.advance(3_000);
    expect(given.phase()).to.equal('active');
    return call;
  };

  it('rings first, and makes ready after it', async () => {
    const { ring, clock, medias, sounds } = set();
    const call = ring();
    expect(sounds).to.deep.equal(['start ringtone in']);
    expect(call.told).to.deep.equal([]);
    await clock.advance(150);
    expect(call.told).to.deep.equal(['prepare']);
    expect(medias[0]?.told).to.deep.equal(['prepare']);
  });

  it('opens no camera ahead for a voice call, nor for one that answers itself', async () => {
    for (const change of [{ offered: voice }, { caller: { autoAnswer: 'video', throughQuiet: false } }] as const) {
      const { ring, clock, medias } = set();
      ring(change);
      await clock.advance(150);
      expect(medias[0]?.told).to.deep.equal([]);
    }
  });

  it('a drop-in reaches media and provider with sound alone, and its camera 5 s after it stands', async () => {
    const { ring, clock, engine, medias, phase } = set();
    const call = ring({ caller: { autoAnswer: 'video', throughQuiet: false } });
    engine.dispatch({ type: 'ring-heard', heard: true });
    await clock.advance(9_999);
    expect(call.told).to.deep.equal(['prepare']);
    expect(medias[0]?.told).to.deep.equal([]);
    await clock.advance(1);
    expect(call.told).to.deep.equal(['prepare', 'answer voice']);
    call.flows = true;
    for (let waited = 0; phase() !== 'active' && waited < 10; waited++) await clock.advance(500);
    expect(medias[0]?.told).to.deep.equal(['start voice']);
    await clock.advance(4_000);
    expect(medias[0]?.told).to.deep.equal(['start voice']);
    await clock.advance(1_000);
    expect(medias[0]?.told).to.deep.equal(['start voice', 'set video']);
  });

  it('answers, watches until media flows, and notes the call for after a reload', async () => {
    const given = set();
    const call = await talk(given);
    expect(call.told).to.include('answer video');
    expect(given.notes.get('in')).to.deep.include({ direction: 'incoming', video: true, goodbye: { room: '!room' } });
    expect(given.sessions.view('in')).to.deep.include({ security: 'end-to-end' });
    expect((await given.sessions.media('in')?.stats())?.audio.packetsReceived).to.be.greaterThan(0);
  });

  it('forgets its note when the call is released, but not when the page goes', async () => {
    const given = set();
    await talk(given);
    void given.engine.command({ type: 'hang-up', callId: 'in' });
    await given.clock.advance(0);
    expect([...given.notes]).to.deep.equal([]);

    const going = set();
    await talk(going);
    going.sessions.pageClosing();
    going.engine.dispatch({ type: 'page-closing' });
    await going.clock.advance(0);
    expect(going.sessions.size).to.equal(0);
    expect([...going.notes.keys()]).to.deep.equal(['in']);
  });

  it('dials when the devices are open and the account is online', async () => {
    const { dial, session, clock, medias, emit, phase } = set();
    const dialled = dial();
    await clock.advance(0);
    expect(medias[0]?.told).to.deep.equal(['start video']);
    expect(session.calls.length).to.equal(1);
    emit({ type: 'delivered', callId: 'out' });
    expect(await dialled).to.deep.equal({ ok: true });
    expect(phase()).to.equal('ringing-out');
  });

  it('ends with the reason when the microphone or the account cannot be had', async () => {
    for (const [error, reason] of [
      [new MicrophoneError('microphone_denied'), 'microphone_denied'],
      [new Error('broken'), 'internal_error'],
    ] as const) {
      const given = set();
      given.startFails(error);
      expect(await given.dial()).to.deep.equal({ ok: false, reason });
    }
    for (const [error, reason] of [
      [new Unavailable('account_away'), 'account_away'],
      [new Error('broken'), 'internal_error'],
    ] as const) {
      const given = set();
      given.whenOnline(() => Promise.reject(error));
      expect(await given.dial()).to.deep.equal({ ok: false, reason });
    }
  });

  it('does not place a call that was hung up while its account came online', async () => {
    const given = set();
    const online = Promise.withResolvers<ProviderSession>();
    given.whenOnline(() => online.promise);
    void given.dial();
    await settled();
    void given.engine.command({ type: 'hang-up', callId: null });
    await settled();
    online.resolve(given.session);
    await settled();
    expect(given.session.calls).to.deep.equal([]);
    expect(given.medias[0]?.closed).to.equal(true);
  });

  it('tries a lost connection again and again until it is back, though an offer never arrived', async () => {
    const given = set();
    const call = await talk(given);
    given.emit({ type: 'disconnected', callId: 'in' });
    const restarts = (): number => call.told.filter((each) => each === 'restart').length;
    await given.clock.advance(1_999);
    expect(restarts()).to.equal(0);
    await given.clock.advance(1);
    expect(restarts()).to.equal(1);
    // Nothing comes of the first: its offer was lost with the connection.
    await given.clock.advance(10_000);
    expect(restarts()).to.equal(2);
    given.emit({ type: 'reconnected', callId: 'in' });
    expect(given.phase()).to.equal('active');
    await given.clock.advance(60_000);
    expect(restarts()).to.equal(2);
  });

  it('gives a lost connection up after thirty seconds, and leaves nothing behind', async () => {
    const given = set();
    const call = await talk(given);
    given.emit({ type: 'disconnected', callId: 'in' });
    await given.clock.advance(30_000);
    expect(call.told.filter((each) => each === 'restart').length).to.equal(3);
    expect(call.told).to.include.members(['hang-up connection_lost', 'close']);
    expect(given.engine.state.value.lastResult).to.equal('connection_lost');
    await settled();
    expect(given.sessions.size).to.equal(0);
    expect(given.notes.size).to.equal(0);
    expect(given.medias[0]?.closed).to.equal(true);
    expect(given.sessions.view('in')).to.equal(null);
    expect(given.sessions.media('in')).to.equal(null);
  });

  it('passes on what is switched and chosen in the call', async () => {
    const given = set();
    const call = await talk(given);
    void given.engine.command({ type: 'set-media', callId: null, video: false });
    void given.engine.command({ type: 'set-camera', callId: null, camera: { source: 'this_device' } });
    expect(given.medias[0]?.told.at(-1)).to.equal('set voice');
    expect(given.medias[0]?.cameras).to.deep.equal([{ source: 'this_device' }]);
    const microphone = { deviceId: 'desk', label: 'Desk' };
    void given.engine.command({ type: 'set-microphone', callId: null, microphone });
    expect(given.medias[0]?.microphones).to.deep.equal([microphone]);
    const tracks = { audio: null, video: null, audioMuted: true, videoMuted: true };
    given.medias[0]?.tracks.set(tracks);
    expect(call.tracks).to.equal(tracks);
    const before = given.sessions.changes.value;
    call.remote.set({ participants: [] });
    call.security.set('on-the-way');
    given.medias[0]?.camera.set({ state: 'opening' });
    given.medias[0]?.microphone.set({ choice: microphone, problem: 'microphone_in_use' });
    expect(given.sessions.changes.value).to.equal(before + 4);
  });

  it('declines, and closes all calls with the page’s ownership', async () => {
    const given = set();
    const call = given.ring();
    void given.engine.command({ type: 'decline', callId: null });
    await settled();
    expect(call.told).to.deep.equal(['decline declined', 'close']);
    given.emit({ type: 'invited', callId: 'in2', peer: annasPeer, offered: video, age: 0, lifetime: null });
    expect(given.sessions.size).to.equal(1);
    await given.sessions.close();
    expect(given.sessions.size).to.equal(0);
    expect(given.medias.at(-1)?.closed).to.equal(true);
  });
});
