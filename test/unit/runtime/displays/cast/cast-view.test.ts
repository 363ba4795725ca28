import { expect } from '@open-wc/testing';
import { openCastView } from '../../../../../src/runtime/displays/cast/cast-view.ts';
import { helperChannel } from '../../../../../src/runtime/displays/cast/helper-channel.ts';
import { CastReceiver } from '../../../../../src/runtime/displays/cast/receiver.ts';
import { importSecret, seal } from '../../../../../src/runtime/displays/cast/seal.ts';
import type { CastCall } from '../../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../../src/runtime/displays/cast/sending-peer.ts';
import type { DisplayState } from '../../../../../src/runtime/displays/displays.ts';
import type { DisplayView } from '../../../../../src/runtime/displays/view.ts';
import type { EntityState, EntityStates } from '../../../../../src/runtime/home-assistant/home-assistant.ts';
import { Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { settled } from '../../../support/fake-clock.ts';
import { type FakePlatform, fakePlatform } from '../../../support/fake-platform.ts';

const TV = 'media_player.living_room_tv';
const LINK = 'input_text.call_assist_kitchen_link';
const CAST = 4 | 256 | 512;
const APP = 'A078F6B0';
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

const entity = (entity_id: string, state: string, attributes: EntityState['attributes'] = {}): EntityState => ({
  entity_id,
  state,
  attributes,
  last_changed: '',
  last_updated: '',
  context: { id: '', user_id: null },
});

/** Home Assistant with one TV and one helper, as far as a call on a TV needs it. */
class Home {
  readonly states = new Store<EntityStates>({
    [TV]: entity(TV, 'off', { supported_features: CAST }),
    [LINK]: entity(LINK, ''),
  });
  readonly user = Promise.resolve({ id: 'u', name: 'Kitchen', isAdmin: false });
  readonly connected = new Store(true);
  readonly called: string[] = [];
  refuses: string | null = null;
  /** Whether it tells of its notifications. */
  tells = true;
  /** It says that it plays before the TV has begun to. */
  isSlow = false;
  /** What the address of the page on the TV says after the first `~`; null: it shows none. */
  secret = new Store<string | null>(null);

  subscribeOnce = async <T>(_message: object, heard: (event: T) => void): Promise<() => void> => {
    if (!this.tells) throw new Error('refused');
    heard({ type: 'current', notifications: {} } as T);
    return () => {};
  };

  set(entityId: string, state: string, attributes: EntityState['attributes'] = {}): void {
    this.states.set({ ...this.states.value, [entityId]: entity(entityId, state, attributes) });
  }

  tv(state: string, more: EntityState['attributes'] = {}): void {
    this.set(TV, state, { supported_features: CAST, volume_level: 0.5, ...more });
  }

  callService = async (
    domain: string,
    service: string,
    data: Readonly<Record<string, unknown>>,
    entityId?: string,
  ): Promise<void> => {
    await Promise.resolve();
    if (service === this.refuses) throw new Error('refused');
    if (domain === 'input_text') return this.set(entityId ?? '', String(data['value']));
    this.called.push(service);
    if (service === 'play_media') {
      if (!this.isSlow) this.tv('playing', { app_id: APP });
      this.secret.set(String(data['media_content_id']).replace(/^[^~]*~/, '') || null);
    }
    if (service === 'turn_off') this.tv('off', { app_id: null });
    if (service === 'volume_set') this.tv('playing', { app_id: APP, volume_level: data['volume_level'] });
  };
}

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

describe('a call on a TV', () => {
  let home: Home;
  let platform: FakePlatform;
  let scope: Scope;
  let scopes: Scope[];
  let last: DisplayView['last'];

  beforeEach(() => {
    [home, platform, scopes, last] = [new Home(), fakePlatform(), [], null];
    scope = aScope();
  });
  afterEach(async () => {
    for (const each of scopes) await each.close();
    expect([home.states.listeners, platform.clock.pending]).to.deep.equal([0, 0]);
  });

  function aScope(): Scope {
    const own = new Scope((error) => {
      throw error;
    });
    scopes.push(own);
    return own;
  }

  const open = (mayInterrupt = false) =>
    openCastView({
      home,
      entityId: TV,
      view: { dashboard: 'call-tv', index: 0 },
      linkEntityId: LINK,
      tracks: new Store<CastTracks>({ audio: null, picture: null, preview: null }),
      call: new Store<CastCall>(CALL),
      mayInterrupt,
      lastTry: async () => last,
      random,
      platform,
      scope,
    });
  /** What the TV does with the secret that it was sent. */
  const aPage = async (soundBlocked = false): Promise<{ readonly page: Scope; readonly receiver: CastReceiver }> => {
    const page = aScope();
    const receiver = new CastReceiver({
      channel: helperChannel(home, LINK, platform.clock, page),
      secret: await importSecret(home.secret.value ?? ''),
      codecs: ['vp8'],
      playing: () => ({ frames: 1, width: 640, height: 360, soundBlocked }),
      platform,
      random,
      scope: page,
    });
    return { page, receiver };
  };
  const failed = async (): Promise<DisplayState> => {
    const { state } = open();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settled();
    return state.value;
  };

  it('opens our page there, shows the call, is told of its volume, and puts the TV back', async () => {
    home.tv('idle');
    const session = open();
    expect([session.state.value.state, session.volume.value]).to.deep.equal(['starting', 0.5]);
    await until(home.secret, (secret) => secret !== null);
    const { receiver } = await aPage(true);
    for (let round = 0; round < 100 && session.state.value.state !== 'showing'; round++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await platform.clock.advance(50);
    }
    expect(session.state.value).to.deep.equal({ state: 'showing', width: 640, height: 360, soundBlocked: true });
    // While the page there speaks, nobody believes that it is gone.
    home.tv('idle', { app_id: null });
    expect(session.state.value.state).to.equal('showing');
    home.tv('playing', { app_id: APP });
    await session.setVolume(0.8);
    expect(session.volume.value).to.equal(0.8);
    await scope.close();
    await until(receiver.state, ({ state }) => state === 'over');
    expect(home.called).to.deep.equal(['play_media', 'volume_set', 'volume_set', 'turn_off']);
    expect(home.states.value[LINK]?.state).to.equal('');
    expect(home.states.value[TV]?.attributes['volume_level']).to.equal(0.5);
  });

  it('fails as switched off when the media player says so and the page falls silent', async () => {
    const session = open();
    await until(home.secret, (secret) => secret !== null);
    // What it was before it was on nobody knows: it is left as it came up.
    home.tv('playing', { app_id: APP, volume_level: 0.3 });
    const { page, receiver } = await aPage(false);
    const call = (isDone: () => boolean): Promise<void> => rounds(platform, isDone);
    await call(() => session.state.value.state !== 'starting');
    home.tv('off', { app_id: null });
    await page.close();
    expect(receiver.state.value).to.deep.equal({ state: 'over', reason: 'ended' });
    await call(() => session.state.value.state === 'failed');
    expect(session.state.value).to.deep.equal({ state: 'failed', reason: 'switched_off' });
    await scope.close();
    expect(home.called).to.deep.equal(['play_media']);
  });

  it('goes on where Home Assistant knows the TV no more, and is gone once its page is silent', async () => {
    const session = open();
    await until(home.secret, (secret) => secret !== null);
    const { page } = await aPage();
    await rounds(platform, () => session.state.value.state === 'showing');
    home.states.set({ [LINK]: entity(LINK, '') });
    await platform.clock.advance(1_000);
    expect(session.state.value.state).to.equal('showing');
    await page.close();
    await rounds(platform, () => session.state.value.state === 'lost');
    await platform.clock.advance(15_000);
    expect(session.state.value).to.deep.equal({ state: 'failed', reason: 'gone' });
    await scope.close();
    expect(home.called).to.deep.equal(['play_media']);
  });

  it('is quit a second later where Home Assistant refuses at first', async () => {
    open();
    await until(home.secret, (secret) => secret !== null);
    home.refuses = 'turn_off';
    const closing = scope.close();
    await settled();
    home.refuses = null;
    await platform.clock.advance(1_000);
    await closing;
    expect(home.called).to.deep.equal(['play_media', 'turn_off']);
  });

  it('puts out a TV that begins only when nobody wants it any more', async () => {
    home.isSlow = true;
    open();
    await until(home.secret, (secret) => secret !== null);
    const closing = scope.close();
    await settled();
    expect(home.called).to.deep.equal(['play_media']);
    home.set(LINK, (await seal('ready', new Uint8Array(), await importSecret(home.secret.value ?? ''))).text);
    home.tv('playing', { app_id: APP });
    await closing;
    expect(home.called).to.deep.equal(['play_media', 'turn_off']);
    expect(home.states.value[LINK]?.state).to.equal('', 'what its page has said to nobody');
  });

  it('gives a TV that was off its time from when it has begun', async () => {
    home.isSlow = true;
    const { state } = open();
    await until(home.secret, (secret) => secret !== null);
    await platform.clock.advance(9_000);
    home.tv('playing', { app_id: APP });
    await platform.clock.advance(4_000);
    expect(home.called).to.deep.equal(['play_media']);
    await platform.clock.advance(5_000);
    expect([home.called, state.value]).to.deep.equal([['play_media', 'play_media'], { state: 'starting' }]);
    await platform.clock.advance(1_000);
    expect(state.value).to.deep.equal({ state: 'failed', reason: 'view_not_loaded' });
  });

  it('does not wait for a TV that never begins', async () => {
    home.isSlow = true;
    open();
    await until(home.secret, (secret) => secret !== null);
    const closing = scope.close();
    await settled();
    await platform.clock.advance(3_000);
    await closing;
    expect(home.called).to.deep.equal(['play_media']);
  });

  it('is shown again where something else came in between while the TV started', async () => {
    const { state } = open();
    await until(home.secret, (secret) => secret !== null);
    const { value } = home.secret;
    home.secret.set('of another call');
    await platform.clock.advance(5_000);
    await until(home.secret, (secret) => secret === value);
    expect([home.called, state.value.state]).to.deep.equal([['play_media', 'play_media'], 'starting']);
  });

  it('stops nothing that plays there, unless somebody said so', async () => {
    home.tv('playing', { app_id: 'youtube' });
    expect(await failed()).to.deep.equal({ state: 'failed', reason: 'in_use' });
    expect(home.called).to.deep.equal([]);
    const session = open(true);
    await until(home.secret, (secret) => secret !== null);
    expect(session.state.value.state).to.equal('starting');
  });

  it('stops no dashboard of somebody, but what this device has left there', async () => {
    const began = new Date(platform.clock.now()).toISOString();
    const cast = { ...entity(TV, 'playing', { app_id: APP, supported_features: CAST }), last_changed: began };
    home.states.set({ ...home.states.value, [TV]: cast });
    expect(await failed()).to.deep.equal({ state: 'failed', reason: 'in_use' });
    last = { at: platform.clock.now() + 5_000, way: 'cast-view', result: 'shown', size: null };
    open();
    await until(home.secret, (secret) => secret !== null);
  });

  it('speaks over a notification where there is no helper', async () => {
    home.states.set({ [TV]: entity(TV, 'off') });
    open();
    await until(home.secret, (secret) => secret !== null);
    expect(home.secret.value).to.match(/^[\w-]{22}~n$/);
  });

  it('says why it cannot be there', async () => {
    home.states.set({ [LINK]: entity(LINK, '') });
    expect(await failed()).to.deep.equal({ state: 'failed', reason: 'no_entity' });
    home.states.set({ [TV]: entity(TV, 'off') });
    home.tells = false;
    const { state } = open();
    await rounds(platform, () => state.value.state === 'failed');
    expect(state.value).to.deep.equal({ state: 'failed', reason: 'no_channel' });
    home.set(LINK, 'left by another');
    home.refuses = 'play_media';
    expect(await failed()).to.deep.equal({ state: 'failed', reason: 'refused' });
    expect(platform.lines.map(({ message }) => message)).to.deep.equal([`a call could not be shown on ${TV}`]);
  });

  it('fails where the page does not come, or somebody switches the TV off', async () => {
    const { state } = open();
    await until(home.secret, (secret) => secret !== null);
    await platform.clock.advance(10_000);
    expect(state.value).to.deep.equal({ state: 'failed', reason: 'view_not_loaded' });
    home.tv('idle', { app_id: null });
    expect(state.value).to.deep.equal({ state: 'failed', reason: 'view_not_loaded' });

    home.secret.set(null);
    const again = open();
    await until(home.secret, (secret) => secret !== null);
    home.tv('unavailable', { app_id: null });
    expect(again.state.value.state).to.equal('starting');
    // Home Assistant starts again: there is nothing that could say anything.
    home.states.set({});
    expect(again.state.value.state).to.equal('starting');
    // What played before is told once more while our page begins.
    home.tv('playing', { app_id: 'films' });
    await platform.clock.advance(2_400);
    home.tv('playing', { app_id: APP });
    await platform.clock.advance(200);
    expect(again.state.value.state).to.equal('starting');
    home.tv('off', { app_id: null });
    await platform.clock.advance(2_000);
    home.set('light.kitchen', 'on');
    await platform.clock.advance(500);
    expect(again.state.value).to.deep.equal({ state: 'failed', reason: 'switched_off' });
  });
});

function until<T>(readable: Store<T>, isSo: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(readable.value)) return;
      stop();
      resolve();
    };
    const stop = readable.subscribe(look);
    look();
  });
}

/** Real connections, and a clock that runs with them. */
async function rounds(platform: FakePlatform, isDone: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !isDone(); round++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await platform.clock.advance(50);
  }
}
