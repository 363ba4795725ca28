import { expect } from '@open-wc/testing';
import type { CallView } from '../../../../src/runtime/api.ts';
import { DEFAULT_STATION } from '../../../../src/runtime/default-station.ts';
import type { Tried } from '../../../../src/runtime/displays/climb.ts';
import type { DisplayState } from '../../../../src/runtime/displays/displays.ts';
import type { Rung, RungOpening } from '../../../../src/runtime/displays/rung.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import type { RemoteMedia } from '../../../../src/runtime/providers/provider.ts';
import { CallScreen } from '../../../../src/runtime/screens/call-screen.ts';
import type { Station } from '../../../../src/runtime/storage/storage.ts';
import { callView, FakeMedia } from '../../card/support/fake-call-assist.ts';
import { settled } from '../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { type FakePlatform, fakePlatform } from '../../support/fake-platform.ts';
import { furnish, TV } from './support/furnish.ts';

const SHOWING: DisplayState = { state: 'showing', width: 1280, height: 720, soundBlocked: false };
const track = (name: string): MediaStreamTrack => ({ id: name }) as MediaStreamTrack;
const anna: RemoteMedia = {
  participants: [
    { id: 'a', audio: track('voice'), video: track('face'), screen: null, audioMuted: false, videoMuted: false },
  ],
};

describe('the screen of a call', () => {
  let platform: FakePlatform;
  let home: FakeHomeAssistant;
  let scope: Scope;
  let media: FakeMedia;
  let station: Station;
  let opened: RungOpening[];
  let asked: Rung['way'][];
  let announcing: Rung[];
  let tried: Tried[];
  let changes: number;
  /** Of the session that was opened last. */
  let state: Store<DisplayState>;
  let volume: Store<number | null>;
  let volumes: number[];

  const rung = (way: Rung['way']): Rung => ({
    way,
    async can() {
      asked.push(way);
      return { can: true };
    },
    open(opening) {
      opened.push(opening);
      [state, volume] = [new Store<DisplayState>({ state: 'starting' }), new Store<number | null>(null)];
      return { state, volume, setVolume: async (level) => void volumes.push(level) };
    },
  });

  beforeEach(() => {
    platform = fakePlatform();
    home = new FakeHomeAssistant(platform.clock);
    furnish(home);
    scope = new Scope((error) => {
      throw error;
    });
    media = new FakeMedia();
    media.remote.set(anna);
    media.preview.set(track('own'));
    station = { ...DEFAULT_STATION, displaySound: 'display', displayAnnounces: 'without-name' };
    announcing = [rung('cast-view')];
    [opened, asked, tried, volumes, changes] = [[], [], [], [], 0];
  });
  afterEach(async () => {
    await scope.close();
    await settled();
    expect([media.remote.listeners, media.preview.listeners, platform.clock.pending]).to.deep.equal([0, 0, 0]);
  });

  const screenOf = (call: CallView): CallScreen =>
    new CallScreen({
      call,
      media,
      rungs: [rung('cast-view'), rung('stream')],
      announcing,
      platform,
      station: () => station,
      hideNames: () => 'show',
      states: () => home.states.value,
      areaOf: (display) => (display === TV ? 'Living room' : ''),
      onChange: () => changes++,
      onTried: (each) => tried.push(each),
      scope,
    });
  /** What the display was told to write. */
  const words = () => opened.at(-1)?.call.value;
  const on = async (screen: CallScreen): Promise<void> => {
    screen.want(TV, false);
    await settled();
    state.set(SHOWING);
  };

  it('is nothing to speak of before somebody wants the call elsewhere', () => {
    expect(screenOf(callView('active')).view).to.equal(undefined);
  });

  it('is told from the wish to the picture and back', async () => {
    const screen = screenOf(callView('active'));
    screen.want(TV, false);
    expect(screen.view).to.deep.equal({
      wanted: TV,
      name: 'Living room TV',
      area: 'Living room',
      state: 'moving',
      way: 'cast-view',
      sound: 'display',
      heardHere: true,
      soundBlocked: false,
      volume: null,
      behind: null,
      failure: null,
    });
    await settled();
    expect(words()).to.deep.include({ type: 'call', sound: false });
    state.set(SHOWING);
    expect(screen.view).to.deep.include({ state: 'there', heardHere: false });
    expect(words()).to.deep.include({ sound: true });
    const before = changes;
    volume.set(0.4);
    expect([screen.view?.volume, changes > before]).to.deep.equal([0.4, true]);
    screen.want('this_device', false);
    expect(screen.view).to.deep.include({ wanted: 'this_device', name: '', area: '', state: 'here', heardHere: true });
    await settled();
    expect([screen.view?.volume, screen.view?.way]).to.deep.equal([null, null]);
  });

  it('is heard on exactly one of the two, and here whenever the display does not play', async () => {
    const screen = screenOf(callView('active'));
    await on(screen);
    state.set({ ...SHOWING, soundBlocked: true });
    expect(screen.view).to.deep.include({ heardHere: true, soundBlocked: true });
    state.set(SHOWING);
    screen.hear('this_device');
    expect(screen.view).to.deep.include({ sound: 'this_device', heardHere: true });
    expect(words()).to.deep.include({ sound: false });
    screen.hear('display');
    expect(screen.view?.heardHere).to.equal(false);
    state.set({ state: 'lost' });
    expect(screen.view).to.deep.include({ state: 'lost', heardHere: true });
    expect(words()).to.deep.include({ sound: false });
  });

  it('begins with where calls of the station were heard last', async () => {
    station = { ...station, displaySound: 'this_device' };
    const screen = screenOf(callView('active'));
    await on(screen);
    expect(screen.view).to.deep.include({ state: 'there', sound: 'this_device', heardHere: true });
  });

  it('is heard here where the display is to play it as loud as nothing', async () => {
    station = { ...station, displayLevel: 0 };
    const screen = screenOf(callView('active'));
    await on(screen);
    expect([screen.view?.heardHere, words()]).to.deep.equal([true, { ...words(), sound: false }]);
  });

  it('says how far behind a display is that says so', async () => {
    const screen = screenOf(callView('active'));
    await on(screen);
    state.set({ ...SHOWING, behind: 3_000 });
    expect(screen.view?.behind).to.equal(3_000);
  });

  it('sends what the call has now: another picture, a screen, no preview while our camera is off', async () => {
    const call = callView('active');
    const screen = screenOf(call);
    await on(screen);
    const tracks = () => opened.at(-1)?.tracks.value;
    expect([tracks()?.picture?.id, tracks()?.preview?.id]).to.deep.equal(['face', 'own']);
    const [person] = anna.participants;
    media.remote.set({ participants: [{ ...person!, screen: track('shared') }] });
    expect(tracks()?.picture?.id).to.equal('shared');
    const sent = tracks();
    screen.follow({ ...call, sending: { audio: true, video: false } });
    expect([tracks()?.preview, words()]).to.deep.equal([null, { ...words(), camera: '' }]);
    expect(tracks()).not.to.equal(sent);
  });

  it('tells why nothing is shown, until that is put away', async () => {
    const screen = screenOf(callView('active'));
    screen.want(TV, false);
    await settled();
    state.set({ state: 'failed', reason: 'in_use' });
    const failure = { display: TV, name: 'Living room TV', reason: 'in_use' };
    expect(screen.view).to.deep.include({ state: 'here', wanted: 'this_device', failure });
    expect(tried).to.deep.equal([{ display: TV, way: 'cast-view', result: 'in_use', size: null, codecs: null }]);
    screen.dismiss();
    expect(screen.view?.failure).to.equal(null);
    home.remove(TV);
    screen.want(TV, true);
    await settled();
    expect(opened.at(-1)?.mayInterrupt).to.equal(true);
    state.set({ state: 'failed', reason: 'no_entity' });
    expect(screen.view?.failure?.name).to.equal(TV);
  });

  it('sets the volume of a display that it is on, and of no other', async () => {
    const screen = screenOf(callView('active'));
    expect(await screen.setVolume(0.3)).to.equal(false);
    await on(screen);
    expect([await screen.setVolume(0.3), volumes]).to.deep.equal([true, [0.3]]);
  });

  describe('that rings', () => {
    const ringing = callView('ringing-in');

    it('writes that somebody calls, by the best way alone, and sends nothing of it', async () => {
      const screen = screenOf(ringing);
      screen.announce(TV);
      await settled();
      expect(words()).to.deep.equal({ type: 'ringing', name: '', station: 'Kitchen', kind: 'video' });
      expect(opened[0]?.tracks.value).to.deep.equal({ audio: null, picture: null, preview: null });
      expect(screen.view).to.equal(undefined);
      state.set({ state: 'failed', reason: 'view_not_loaded' });
      await settled();
      expect([screen.view, asked]).to.deep.equal([undefined, ['cast-view']]);
    });

    it('goes on there once it is answered, without being opened anew', async () => {
      const screen = screenOf(ringing);
      screen.announce(TV);
      await settled();
      screen.follow({ ...callView('connecting'), id: ringing.id });
      screen.want(TV, false);
      await settled();
      state.set(SHOWING);
      expect([opened.length, screen.view?.state]).to.deep.equal([1, 'there']);
      expect(opened[0]?.tracks.value.picture?.id).to.equal('face');
      expect(words()).to.deep.include({ type: 'call', name: 'Anna Berger', sound: true });
    });

    it('gives up the picture of a door for the call, which is on its way anew', async () => {
      announcing = [rung('camera')];
      const screen = screenOf(ringing);
      screen.announce(TV);
      await settled();
      state.set(SHOWING);
      expect(screen.view).to.equal(undefined);
      screen.follow({ ...callView('connecting'), id: ringing.id });
      screen.want(TV, false);
      await settled();
      expect([opened[0]?.scope.closed, opened[1]?.mayInterrupt, screen.view?.way]).to.deep.equal([
        true,
        true,
        'cast-view',
      ]);
      expect(asked).to.deep.equal(['camera', 'cast-view']);
    });

    it('leaves the display where the call goes on here', async () => {
      const screen = screenOf(ringing);
      screen.announce(TV);
      await settled();
      screen.quiet();
      await settled();
      expect([opened[0]?.scope.closed, screen.view]).to.deep.equal([true, undefined]);
    });
  });
});
