import { expect } from '@open-wc/testing';
import type { CastCall } from '../../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../../src/runtime/displays/cast/sending-peer.ts';
import type { DisplaySession } from '../../../../../src/runtime/displays/displays.ts';
import type { DisplaySound } from '../../../../../src/runtime/displays/view.ts';
import { StreamRung } from '../../../../../src/runtime/displays/stream/stream-rung.ts';
import { streamName } from '../../../../../src/runtime/displays/stream/stream-name.ts';
import type { EntityState, EntityStates } from '../../../../../src/runtime/home-assistant/home-assistant.ts';
import { Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { type FakePlatform, fakePlatform } from '../../../support/fake-platform.ts';
import { FakeServer } from './support/fake-server.ts';

const TV = 'media_player.bedroom_tv';
/** Volume, on, off, play media, stop. */
const PLAYER = 4 | 128 | 256 | 512 | 4096;
const ID = '0123456789abcdef0123456789abcdef';

const CALL: CastCall = {
  type: 'call',
  name: 'Grandma',
  station: 'Kitchen',
  state: 'active',
  since: 0,
  picture: true,
  camera: '',
  sound: true,
  level: 1,
};

/** Home Assistant with one player, which does what it is told. */
class Home {
  readonly states = new Store<EntityStates>({});
  readonly connected = new Store(true);
  readonly user = Promise.resolve({ id: 'u', name: 'Kitchen', isAdmin: false });
  readonly called: string[] = [];
  /** What it was told to play last. */
  address = '';
  extra: unknown;
  refuses: string | null = null;
  onPlay: () => void = () => {};

  constructor() {
    this.tv('idle');
  }

  tv(state: string, more: EntityState['attributes'] = {}): void {
    const attributes = { supported_features: PLAYER, volume_level: 0.5, ...more };
    const context = { id: '', user_id: null };
    this.states.set({ [TV]: { entity_id: TV, state, attributes, last_changed: '', last_updated: '', context } });
  }

  request = (): Promise<never> => Promise.reject(new Error('nothing is asked for'));
  url = (path: string): string => path;

  callService = async (_domain: string, service: string, data: Readonly<Record<string, unknown>>): Promise<void> => {
    await Promise.resolve();
    if (service === this.refuses) throw new Error('refused');
    this.called.push(service);
    if (service === 'turn_on' || service === 'media_stop') this.tv('idle');
    if (service === 'turn_off') this.tv('off');
    if (service === 'volume_set') this.tv('playing', { volume_level: data['volume_level'] });
    if (service !== 'play_media') return;
    this.address = String(data['media_content_id']);
    this.extra = data['extra'];
    this.tv('playing');
    this.onPlay();
  };
}

describe('a call that is streamed to a player', () => {
  let home: Home;
  let platform: FakePlatform;
  let server: FakeServer;
  let scope: Scope;
  let call: Store<CastCall>;
  let sound: Store<DisplaySound>;
  let peers: RTCPeerConnection[];
  let canvas: HTMLCanvasElement;
  let tracks: Store<CastTracks>;
  let address: string;

  beforeEach(() => {
    [home, platform, server, peers] = [new Home(), fakePlatform(), new FakeServer(), []];
    Object.assign(platform, { id: () => ID });
    scope = new Scope((error) => {
      throw error;
    });
    call = new Store<CastCall>(CALL);
    sound = new Store<DisplaySound>('display');
    canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    canvas.getContext('2d')!.fillRect(0, 0, 320, 180);
    tracks = new Store<CastTracks>({
      audio: null,
      picture: canvas.captureStream(10).getVideoTracks()[0] ?? null,
      preview: null,
    });
    address = 'http://house:1984';
    server.answers = async (sdp) => {
      const peer = new RTCPeerConnection();
      peers.push(peer);
      await peer.setRemoteDescription({ type: 'offer', sdp });
      await peer.setLocalDescription();
      return peer.localDescription?.sdp ?? '';
    };
  });
  afterEach(async () => {
    server.silent = false;
    await scope.close();
    for (const peer of peers) peer.close();
    for (const track of Object.values(tracks.value)) (track as MediaStreamTrack | null)?.stop();
    const listeners = [home.states, call, sound, tracks].map((store) => store.listeners);
    expect([...listeners, platform.clock.pending]).to.deep.equal([0, 0, 0, 0, 0]);
  });

  const rung = (integration: string | null = 'vlc_telnet'): StreamRung =>
    new StreamRung({
      home,
      platform,
      server: () => address,
      pageProtocol: 'http:',
      fetch: server.fetch,
      integrationOf: () => Promise.resolve(integration),
    });
  const open = (mayInterrupt = false, integration: string | null = 'vlc_telnet'): DisplaySession =>
    rung(integration).open({ display: TV, mayInterrupt, tracks, call, sound, scope });
  /** Time passes, and the player fetches if it does. */
  const until = async (isDone: () => boolean, fetches = true): Promise<void> => {
    for (let round = 0; round < 200 && !isDone(); round++) {
      for (const stream of server.streams.values())
        if (fetches && stream.published && home.address) stream.watchers = [(stream.watchers[0] ?? 0) + 1_000];
      await new Promise((resolve) => setTimeout(resolve, 5));
      await platform.clock.advance(200);
    }
    expect(isDone()).to.equal(true);
  };
  const is = (session: DisplaySession, state: string) => () => session.state.value.state === state;
  /** A while in which nothing is waited for. */
  const aWhile = async (fetches = true): Promise<void> => {
    const end = platform.clock.now() + 1_500;
    await until(() => platform.clock.now() >= end, fetches);
  };

  it('is published, played, told how late it is, and tidied up', async () => {
    server.streams.set(streamName(platform.clock.now() - 300_000, ID), { published: false, watchers: [] });
    const session = open();
    await until(is(session, 'showing'));
    const name = streamName(1_000_000, ID);
    expect([...server.streams.keys()]).to.deep.equal([name]);
    expect(home.address).to.equal(`http://house:1984/api/stream.mp4?src=${name}&mp4=all`);
    const { state } = session;
    expect(state.value).to.deep.include({ soundBlocked: false, behind: 1_500 });
    await session.setVolume(0.8);
    expect(session.volume.value).to.equal(0.8);
    await scope.close();
    expect(home.called).to.deep.equal(['play_media', 'volume_set', 'volume_set', 'media_stop']);
    expect(server.streams.size).to.equal(0);
    expect(platform.lines).to.deep.equal([]);
  });

  it('is silent where it is to be heard here, and plays again where that changes', async () => {
    sound.set('this_device');
    const session = open();
    await until(is(session, 'showing'));
    expect(home.address).to.contain('/stream.ts?');
    expect(session.state.value).to.deep.include({ soundBlocked: true });
    sound.set('display');
    await until(is(session, 'lost'));
    await until(is(session, 'showing'));
    expect(home.address).to.contain('/stream.mp4?');
    expect(session.state.value).to.deep.include({ soundBlocked: false });
    call.set({ ...CALL, sound: false });
    await aWhile();
    expect(home.called).to.deep.equal(['play_media', 'play_media']);
    home.refuses = 'play_media';
    sound.set('this_device');
    await until(is(session, 'failed'));
  });

  it('is HLS for others, without sound', async () => {
    const session = open(false, null);
    await until(is(session, 'showing'));
    expect(home.address).to.match(/\/stream\.m3u8\?src=[^&]+&mp4=$/);
    expect(home.extra).to.deep.equal({ stream_type: 'LIVE', media_info: { hlsVideoSegmentFormat: 'fmp4' } });
    expect(session.state.value).to.deep.include({ soundBlocked: true, behind: 4_000 });
  });

  it('wakes a TV that is off, and turns it off again', async () => {
    home.tv('off');
    const session = open();
    await until(is(session, 'showing'));
    await scope.close();
    expect(home.called).to.deep.equal(['turn_on', 'play_media', 'media_stop', 'turn_off']);
  });

  it('stops nothing that plays there, unless somebody said so', async () => {
    home.tv('playing', { media_content_id: 'a film' });
    const session = open();
    expect(session.state.value).to.deep.equal({ state: 'failed', reason: 'in_use' });
    expect(server.asked).to.deep.equal([]);
    await until(is(open(true), 'showing'));
  });

  it('leaves what somebody has chosen there meanwhile', async () => {
    const session = open();
    await until(is(session, 'showing'));
    home.tv('playing', { media_content_id: 'a film' });
    await scope.close();
    expect(home.called).to.deep.equal(['play_media']);
  });

  const fails = async (session: DisplaySession, reason: string, fetches = true): Promise<void> => {
    await until(is(session, 'failed'), fetches);
    expect(session.state.value).to.deep.equal({ state: 'failed', reason });
  };

  it('fails where the server goes away, within three seconds', async () => {
    const session = open();
    await until(is(session, 'showing'));
    const before = platform.clock.now();
    server.silent = true;
    await fails(session, 'server_away');
    expect(platform.clock.now() - before).to.be.at.most(3_000);
  });

  it('fails where the server has begun anew, or does not take what is published', async () => {
    const session = open();
    await until(is(session, 'showing'));
    server.streams.clear();
    await fails(session, 'server_away');
    server.status.publish = 500;
    await fails(open(true), 'server_away');
    server.away = true;
    await fails(open(true), 'server_away');
  });

  it('fails where the player does not fetch, or is told in vain', async () => {
    await fails(open(), 'not_played', false);
    home.refuses = 'play_media';
    await fails(open(true), 'refused');
    home.states.set({});
    await fails(open(), 'no_entity');
  });

  it('is lost where the player stops fetching, and shown again when it goes on', async () => {
    const session = open();
    await until(is(session, 'showing'));
    await until(is(session, 'lost'), false);
    await until(is(session, 'showing'));
    await fails(session, 'gone', false);
  });

  it('fails as switched off where somebody has stopped it, once it fetches no more', async () => {
    const session = open();
    await until(is(session, 'showing'));
    home.tv('idle');
    await aWhile();
    expect(session.state.value.state).to.equal('showing');
    await fails(session, 'switched_off', false);
    const other = open();
    await until(is(other, 'showing'));
    await until(is(other, 'lost'), false);
    home.tv('off');
    expect(other.state.value).to.deep.equal({ state: 'failed', reason: 'switched_off' });
  });

  it('goes on where Home Assistant knows the player no more, and fails once it fetches no more', async () => {
    const session = open();
    await until(is(session, 'showing'));
    home.states.set({});
    await aWhile();
    expect(session.state.value.state).to.equal('showing');
    await fails(session, 'gone', false);
    await scope.close();
    expect(home.called).to.deep.equal(['play_media']);
  });

  it('fails where the connection breaks', async () => {
    const made: RTCPeerConnection[] = [];
    const Real = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Real {
      constructor() {
        super();
        made.push(this);
      }
    };
    scope.add(() => void (window.RTCPeerConnection = Real));
    const session = open();
    await until(is(session, 'showing'));
    const [ours] = made;
    Object.defineProperty(ours, 'connectionState', { value: 'failed' });
    ours?.dispatchEvent(new Event('connectionstatechange'));
    expect(session.state.value).to.deep.equal({ state: 'failed', reason: 'no_connection' });
  });

  it('ends while it begins, and leaves nothing', async () => {
    open();
    await scope.close();
    await until(() => server.streams.size === 0);
    expect(home.called).to.deep.equal([]);
    expect(platform.lines.filter(({ level }) => level === 'error')).to.deep.equal([]);
  });

  it('can only where there is a player, an address, and a go2rtc that answers', async () => {
    const can = async (each = rung()) => {
      const capability = await each.can(TV);
      return capability.can || capability.why;
    };
    const one = rung();
    expect(await can(one)).to.equal(true);
    server.away = true;
    expect(await can(one), 'asked once for all players').to.equal(true);
    await platform.clock.advance(6_000);
    expect(await can(one)).to.equal('server_away');
    address = '';
    expect(await can()).to.equal('no_server');
    expect(open().state.value).to.deep.equal({ state: 'failed', reason: 'no_server' });
    home.tv('unavailable');
    expect(await can()).to.equal('unavailable');
    const { volume, setVolume } = open();
    await setVolume(1);
    expect(volume.value).to.equal(null);
  });
});
