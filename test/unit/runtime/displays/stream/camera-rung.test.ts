import { expect } from '@open-wc/testing';
import type { CastCall } from '../../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../../src/runtime/displays/cast/sending-peer.ts';
import type { DisplaySession } from '../../../../../src/runtime/displays/displays.ts';
import { CameraRung } from '../../../../../src/runtime/displays/stream/camera-rung.ts';
import type { DisplaySound } from '../../../../../src/runtime/displays/view.ts';
import type { EntityState, EntityStates } from '../../../../../src/runtime/home-assistant/home-assistant.ts';
import { Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { settled } from '../../../support/fake-clock.ts';
import { type FakePlatform, fakePlatform } from '../../../support/fake-platform.ts';

const [TV, DOOR] = ['media_player.bedroom_tv', 'camera.doorbell'];
/** Volume, off, play media, stop. */
const PLAYER = 4 | 256 | 512 | 4096;
const HLS = 'http://house:8123/api/hls/x/master_playlist.m3u8';

const entity = (entity_id: string, state: string, attributes: EntityState['attributes']): EntityState => ({
  entity_id,
  state,
  attributes,
  last_changed: '',
  last_updated: '',
  context: { id: '', user_id: null },
});

describe("a door's picture on a player", () => {
  let platform: FakePlatform;
  let scope: Scope;
  let states: Store<EntityStates>;
  let called: string[];
  let refuses: boolean;

  const set = (state: string, attributes: EntityState['attributes'] = {}, camera = 2): void =>
    states.set({
      [TV]: entity(TV, state, { supported_features: PLAYER, volume_level: 0.5, ...attributes }),
      [DOOR]: entity(DOOR, 'idle', { supported_features: camera }),
    });

  beforeEach(() => {
    [platform, states, called, refuses] = [fakePlatform(), new Store<EntityStates>({}), [], false];
    set('idle');
    scope = new Scope((error) => {
      throw error;
    });
  });
  afterEach(async () => {
    await scope.close();
    expect([states.listeners, platform.clock.pending]).to.deep.equal([0, 0]);
  });

  const rung = (): CameraRung => {
    const callService = async (
      domain: string,
      service: string,
      data: Readonly<Record<string, unknown>>,
      entityId?: string,
    ): Promise<void> => {
      await Promise.resolve();
      if (refuses) throw new Error('refused');
      called.push(`${domain}.${service} ${entityId} ${JSON.stringify(data)}`);
    };
    const home = {
      states,
      connected: new Store(true),
      user: Promise.resolve({ id: 'u', name: 'Kitchen', isAdmin: false }),
      callService,
      request: () => Promise.reject(new Error('nothing is asked for')),
      url: (path: string) => path,
    };
    return new CameraRung({ home, platform, camera: DOOR, integrationOf: () => Promise.resolve('vlc_telnet') });
  };
  const open = (mayInterrupt = false): DisplaySession =>
    rung().open({
      display: TV,
      mayInterrupt,
      tracks: new Store<CastTracks>({ audio: null, picture: null, preview: null }),
      call: new Store<CastCall>({ type: 'ringing', name: '', station: 'Kitchen', kind: 'door' }),
      sound: new Store<DisplaySound>('display'),
      scope,
    });
  const stateOf = async (session: DisplaySession): Promise<string> => {
    await settled();
    const { value } = session.state;
    return value.state === 'failed' ? value.reason : value.state;
  };

  it('is played by Home Assistant, late and silent, and stopped with the ring', async () => {
    const session = open();
    expect(await stateOf(session)).to.equal('starting');
    expect(called).to.deep.equal([`camera.play_stream ${DOOR} {"media_player":"${TV}","format":"hls"}`]);
    set('playing', { media_content_id: HLS, volume_level: 0.7 });
    expect(session.state.value).to.deep.include({ state: 'showing', soundBlocked: true, behind: 14_000 });
    expect(session.volume.value).to.equal(0.7);
    await session.setVolume(0.2);
    await scope.close();
    expect(called.slice(2)).to.deep.equal([
      `media_player.volume_set ${TV} {"volume_level":0.5}`,
      `media_player.media_stop ${TV} {}`,
      `homeassistant.update_entity ${TV} {}`,
    ]);
  });

  it('turns no TV on, and stops nothing that plays', async () => {
    set('off');
    expect(await stateOf(open())).to.equal('unavailable');
    set('playing');
    expect(await stateOf(open())).to.equal('in_use');
    states.set({});
    expect(await stateOf(open())).to.equal('no_entity');
    expect(called).to.deep.equal([]);
    set('playing');
    expect(await stateOf(open(true))).to.equal('showing');
  });

  it('is seen on a cast device that shows nothing', async () => {
    set('off', { app_id: null });
    expect(await stateOf(open())).to.equal('starting');
  });

  it('leaves what somebody has chosen there meanwhile', async () => {
    open();
    await settled();
    set('playing', { media_content_id: 'a film' });
    await scope.close();
    expect(called.length).to.equal(1);
  });

  it('fails where Home Assistant refuses, nothing is played, or somebody stops it', async () => {
    refuses = true;
    expect(await stateOf(open())).to.equal('refused');
    refuses = false;
    const late = open();
    await settled();
    await platform.clock.advance(15_000);
    expect(await stateOf(late)).to.equal('not_played');
    const stopped = open();
    await settled();
    set('playing', { media_content_id: HLS });
    set('idle');
    expect(await stateOf(stopped)).to.equal('switched_off');
    expect(await stateOf(late), 'what failed stays so').to.equal('not_played');
    set('playing', { media_content_id: HLS });
    await platform.clock.advance(15_000);
    expect(await stateOf(stopped)).to.equal('switched_off');
  });

  it('can where there is a player, and a camera that can be streamed', async () => {
    const why = async () => {
      const capability = await rung().can(TV);
      return capability.can || capability.why;
    };
    expect(await why()).to.equal(true);
    set('idle', {}, 0);
    expect(await why()).to.equal('no_player');
    set('unavailable');
    expect(await why()).to.equal('unavailable');
    states.set({ [TV]: entity(TV, 'idle', { supported_features: PLAYER }) });
    expect(await why()).to.equal('no_entity');
  });
});
