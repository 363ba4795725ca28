import { expect } from '@open-wc/testing';
import { TvCard } from '../../../../src/card/tv/card.ts';
import { CaCastView } from '../../../../src/card/tv/cast-view.ts';
import { TvStage } from '../../../../src/card/tv/stage.ts';
import { helperChannel } from '../../../../src/runtime/displays/cast/helper-channel.ts';
import { importSecret, newSecret } from '../../../../src/runtime/displays/cast/seal.ts';
import { type CastCall, CastSender } from '../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../src/runtime/displays/cast/sending-peer.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import type { TvHass } from '../../../../src/runtime/tv/tv-page.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { type FakePlatform, fakePlatform } from '../../support/fake-platform.ts';
import { waitUntil } from '../../support/wait-until.ts';

customElements.define('ca-cast-view', CaCastView);
customElements.define('tv-card', class extends TvCard {});

const LINK = 'input_text.call_assist_kitchen_link';
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const CALL: CastCall = {
  type: 'call',
  name: 'Grandma',
  station: 'Kitchen',
  state: 'active',
  since: 0,
  picture: true,
  camera: 'Sofa camera',
  sound: true,
  level: 0.4,
};
const RING: CastCall = { type: 'ringing', name: '', station: 'Kitchen', kind: 'video' };

describe('the page on a TV', function () {
  // Real media, on a machine that may be busy.
  this.timeout(40_000);
  let receiver: HTMLElement;
  let lovelace: HTMLElement & { viewPath?: string | number | null };
  let platform: FakePlatform;
  let home: FakeHomeAssistant;
  let stage: TvStage;
  let card: TvCard;
  let hass: TvHass;
  let scopes: Scope[];
  let stops: (() => void)[];
  let opened: RTCPeerConnection[];
  const Native = window.RTCPeerConnection;

  beforeEach(() => {
    [scopes, stops, opened] = [[], [], []];
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        opened.push(this);
      }
    };
    platform = fakePlatform(600_000);
    home = new FakeHomeAssistant(platform.clock);
    home.set(LINK, '');
    receiver = document.createElement('hc-main');
    lovelace = document.createElement('hc-lovelace');
    receiver.attachShadow({ mode: 'open' }).append(lovelace);
    document.body.append(receiver);
    lovelace.attachShadow({ mode: 'open' });
    stage = new TvStage({ platform, random, connect: () => Promise.resolve(home) });
    TvCard.stage = stage;
    hass = { connection: {} as TvHass['connection'], auth: {} as TvHass['auth'] };
  });
  afterEach(async () => {
    for (const scope of scopes) await scope.close();
    for (const stop of stops) stop();
    card?.remove();
    await stage.close();
    await platform.clock.advance(120_000);
    receiver.remove();
    window.RTCPeerConnection = Native;
    await waitUntil(() => opened.every(({ signalingState }) => signalingState === 'closed'), 'all closed');
    expect([home.states.listeners, platform.clock.pending, document.querySelector('ca-cast-view')]).to.deep.equal([
      0,
      0,
      null,
    ]);
  });

  /** A card as Home Assistant makes it for the view that is shown. */
  function show(path: string, config: object = { mode: 'tv' }): void {
    lovelace.viewPath = path;
    card = document.createElement('tv-card') as TvCard;
    card.setConfig({ type: 'custom:call-assist-card', ...config });
    card.hass = hass;
    lovelace.shadowRoot?.append(card);
  }
  /** The same view with another path. */
  function recast(path: string): void {
    lovelace.viewPath = path;
    lovelace.dispatchEvent(new CustomEvent('cast-view-changed', { bubbles: true, composed: true }));
  }

  async function kiosk(secret: string, first: CastCall = CALL, its: FakePlatform = platform) {
    const scope = new Scope((error) => {
      throw error;
    });
    scopes.push(scope);
    const camera = aPicture();
    stops.push(camera.stop);
    const call = new Store<CastCall>(first);
    const tracks = new Store<CastTracks>(
      first.type === 'call'
        ? { audio: camera.sound, picture: camera.track, preview: camera.track }
        : { audio: null, picture: null, preview: null },
    );
    const channel = helperChannel(home, LINK, its.clock, scope);
    const sender = new CastSender({ channel, secret: await importSecret(secret), tracks, call, platform: its, scope });
    return { sender, scope, call, tracks, camera };
  }

  const root = (): ShadowRoot => stage.view.shadowRoot!;
  const text = (): string => root().textContent.replace(/\s+/g, ' ').trim();
  const says = (words: string | RegExp): boolean =>
    typeof words === 'string' ? text().includes(words) : words.test(text());
  /** Time goes on, a bit at a time as it does, while media takes the time that it takes. */
  async function until(isSo: () => boolean, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    for (let round = 0; round < 250 && !isSo(); round++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await meanwhile();
      await platform.clock.advance(100);
      await stage.view.updateComplete;
    }
    if (!isSo()) throw new Error(`the TV says: ${text()}; ${platform.lines.map(({ message }) => message).join('; ')}`);
  }

  it('shows a call over the whole screen, and who has the keys; nothing can be focused', async () => {
    const secret = newSecret(random);
    const { sender } = await kiosk(secret);
    show(`0~${secret}`);
    await stage.view.updateComplete;
    expect(text()).to.equal('The picture will be here in a moment…');
    await until(() => sender.state.value.state === 'showing');
    expect(sender.state.value).to.include({ width: 640, height: 360 });
    await until(() => says('Grandma'));
    expect(text()).to.match(/^Grandma 10:0\d Sofa camera is on The Kitchen tablet controls this call$/);
    const { width, height } = stage.view.getBoundingClientRect();
    expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
    await until(() => root().querySelectorAll('video').length === 2);
    expect(root().querySelectorAll('a, button, input, select, textarea, [tabindex], [controls]').length).to.equal(0);
    for (const part of root().querySelectorAll('h2, .keys, .own')) {
      const box = part.getBoundingClientRect();
      expect(box.left, part.className).to.be.at.least(innerWidth * 0.049);
      expect(box.right, part.className).to.be.at.most(innerWidth * 0.951);
      expect(box.top, part.className).to.be.at.least(innerHeight * 0.049);
      expect(box.bottom, part.className).to.be.at.most(innerHeight * 0.951);
    }
  });

  it('moves into the card that Home Assistant makes after a restart, and never stops playing', async () => {
    const secret = newSecret(random);
    const { sender } = await kiosk(secret);
    show(`0~${secret}`);
    await until(() => sender.state.value.state === 'showing' && root().querySelector('.picture video') !== null);
    const video = root().querySelector<HTMLVideoElement>('.picture video')!;
    card.remove();
    expect(stage.view.parentNode).to.equal(document.body);
    const before = stage.view.playing().frames;
    await until(() => stage.view.playing().frames > before);
    hass = { ...hass };
    show(`0~${secret}`);
    expect(stage.view.getRootNode()).to.equal(card.shadowRoot);
    const there = stage.view.playing().frames;
    await until(() => stage.view.playing().frames > there);
    expect([root().querySelector('.picture video'), video.paused, opened.length]).to.deep.equal([video, false, 2]);
    expect(root().querySelector('audio')?.paused).to.equal(false);
  });

  it('says that somebody calls and where to answer, and shows the call once it is answered', async () => {
    const secret = newSecret(random);
    const { sender, call, tracks, camera } = await kiosk(secret, RING);
    show(`0~${secret}`);
    await until(() => sender.state.value.state === 'announced');
    await until(() => says('calling'));
    expect(text()).to.equal('Somebody is calling Video call Answer on the Kitchen tablet');
    call.set({ ...RING, name: 'Grandma', kind: 'voice' });
    await until(() => says('Grandma'));
    expect(text()).to.equal('G Grandma is calling Voice call Answer on the Kitchen tablet');
    call.set({ ...RING, name: 'Front door', kind: 'door' });
    await until(() => says('rang'));
    expect(text()).to.equal('Somebody rang Front door Answer on the Kitchen tablet');
    tracks.set({ audio: camera.sound, picture: camera.track, preview: null });
    call.set({ ...CALL, camera: '' });
    await until(() => sender.state.value.state === 'showing');
    await until(() => says('Your camera is off'));
    expect(root().querySelector('.own')).to.have.property('hidden', true);
  });

  it('plays the sound where it is wanted, as loud as it is wanted, and shows a name instead of no picture', async () => {
    const play = HTMLMediaElement.prototype.play;
    const heard = new Map<HTMLMediaElement, number>();
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (this instanceof HTMLAudioElement) heard.set(this, this.volume);
      return play.call(this);
    };
    stops.push(() => {
      HTMLMediaElement.prototype.play = play;
    });
    const secret = newSecret(random);
    const { call } = await kiosk(secret, { ...CALL, picture: false });
    show(`0~${secret}`);
    await until(() => heard.size === 1);
    const [audio] = [...heard.keys()];
    expect([audio?.volume, audio?.isConnected]).to.deep.equal([0.4, true]);
    expect(root().querySelector('.stage')).to.have.property('hidden', true);
    expect(text()).to.match(/^G Grandma/);
    call.set({ ...CALL, level: 1, name: '', state: 'held' });
    await until(() => audio?.volume === 1 && says('On hold'));
    call.set({ ...CALL, sound: false, state: 'reconnecting' });
    await until(() => says('Reconnecting…'));
    expect(audio?.srcObject).to.equal(null);
  });

  it('tells where the browser plays no sound', async () => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (!(this instanceof HTMLAudioElement)) return play.call(this);
      return Promise.reject(new DOMException('touch first', 'NotAllowedError'));
    };
    stops.push(() => {
      HTMLMediaElement.prototype.play = play;
    });
    const secret = newSecret(random);
    const { sender, call } = await kiosk(secret);
    show(`0~${secret}`);
    const isBlocked = (): boolean => {
      const { value } = sender.state;
      return value.state === 'showing' && value.soundBlocked;
    };
    await until(isBlocked);
    call.set({ ...CALL, sound: false });
    await until(() => stage.view.playing().frames > 30);
    expect(isBlocked(), 'until it has worked').to.equal(true);
  });

  it('says that the tablet is silent, shows the call again when it speaks, and ends when it stays silent', async () => {
    const secret = newSecret(random);
    const its = fakePlatform(600_000);
    const { sender } = await kiosk(secret, CALL, its);
    show(`0~${secret}`);
    const both = async (): Promise<void> => void (await its.clock.advance(100));
    await until(() => says('Grandma') && sender.state.value.state === 'showing', both);
    await until(() => says('The tablet is out of reach.'));
    expect(root().querySelector('.stage')?.classList.contains('dim')).to.equal(true);
    await until(() => says('Grandma') && !says('out of reach'), both);
    await until(() => root().querySelectorAll('.picture video').length === 1, both);
    // Nothing reaches anybody any more.
    home.absentServices.add('input_text');
    await platform.clock.advance(16_000);
    await until(() => says('The call may still go on there.'));
    home.absentServices.clear();
  });

  it('ends with the call, is dark after a while, and waits for the next', async () => {
    const secret = newSecret(random);
    const { sender, scope } = await kiosk(secret);
    show(`0~${secret}`);
    await until(() => sender.state.value.state === 'showing' && says('Grandma'));
    await scope.close();
    await until(() => says('The call on this TV has ended'));
    await until(() => opened.every(({ signalingState }) => signalingState === 'closed'));
    await platform.clock.advance(61_000);
    await stage.view.updateComplete;
    expect(text()).to.equal('');
    recast(`0~${newSecret(random)}`);
    await until(() => says('The picture will be here'));
    await platform.clock.advance(31_000);
    await until(() => says('No call waits for this TV'));
    expect(home.say(LINK)).to.equal('');
  });

  it('follows another secret for the same view, and ends what was before', async () => {
    const [one, two] = [newSecret(random), newSecret(random)];
    const first = await kiosk(one);
    show(`0~${one}`);
    await until(() => first.sender.state.value.state === 'showing');
    await first.scope.close();
    const second = await kiosk(two, { ...CALL, name: 'Uncle Bert' });
    recast(`0~${two}`);
    await until(() => second.sender.state.value.state === 'showing' && says('Uncle Bert'));
    // What is used is used.
    recast(`0~${one}`);
    await stage.view.updateComplete;
    expect(text()).to.match(/^No call waits for this TV/);
  });

  it('ends with the view: another one is not covered', async () => {
    const secret = newSecret(random);
    const { sender } = await kiosk(secret);
    show(`0~${secret}`);
    await until(() => sender.state.value.state === 'showing');
    card.remove();
    expect(document.querySelector('ca-cast-view')).to.equal(stage.view);
    recast('1');
    await until(() => document.querySelector('ca-cast-view') === null);
    // The kiosk's own is its own.
    await until(() => opened.filter(({ signalingState }) => signalingState !== 'closed').length === 1);
  });

  for (const path of ['0', 'tv', '0~short', `0~${'*'.repeat(22)}`]) {
    it(`fails closed without a secret: ${path}`, async () => {
      show(path);
      await stage.view.updateComplete;
      expect(text()).to.match(/^Calls on this TV A tablet with Call Assist/);
      await platform.clock.advance(20_000);
      expect([home.called, opened.length]).to.deep.equal([[], 0]);
    });
  }

  it('says what to do with a tablet of another version, and what a TV without WebRTC cannot', async () => {
    const secret = newSecret(random);
    show(`0~${secret}`);
    await until(() => home.say(LINK)?.startsWith('R') ?? false);
    const known = RTCRtpReceiver.getCapabilities;
    RTCRtpReceiver.getCapabilities = () => null;
    stops.push(() => {
      RTCRtpReceiver.getCapabilities = known;
    });
    const next = newSecret(random);
    const { sender } = await kiosk(next);
    recast(`0~${next}`);
    await stage.view.updateComplete;
    expect(text()).to.match(/^This TV cannot show calls/);
    // The tablet need not wait for a picture.
    await until(() => sender.state.value.state === 'failed');
    expect(sender.state.value).to.deep.equal({ state: 'failed', reason: 'no_codec' });
    await until(() => home.say(LINK) === '');
    expect(text()).to.match(/^This TV cannot show calls/);
  });

  it('speaks over a notification where its path says so', async () => {
    show(`0~${newSecret(random)}~n`);
    await until(() => home.called.some((service) => service.startsWith('persistent_notification.create')));
    expect(home.say(LINK)).to.equal('');
  });

  it('waits for what Home Assistant knows, and not for ever', async () => {
    home.remove(LINK);
    show(`0~${newSecret(random)}`);
    await platform.clock.advance(10_000);
    expect(home.called).to.deep.equal([]);
    home.set(LINK, '');
    await until(() => home.say(LINK)?.startsWith('R') ?? false);
    await platform.clock.advance(21_000);
    await until(() => says('No call waits for this TV'));
    card.remove();
    home.called.length = 0;
    await stage.close();
    stage = new TvStage({ platform, random, connect: () => Promise.reject(new Error('no')) });
    TvCard.stage = stage;
    show(`0~${newSecret(random)}`);
    await until(() => says('No call waits for this TV'));
    expect(home.called).to.deep.equal([]);
  });

  it('begins anew with another connection', async () => {
    const secret = newSecret(random);
    const { sender } = await kiosk(secret);
    show(`0~${secret}`);
    await until(() => sender.state.value.state === 'showing');
    card.hass = { ...hass, connection: {} as TvHass['connection'] };
    await until(() => opened.length === 4 && says('Grandma'));
  });

  it('is a word of explanation where the card is no TV, and shows no call', async () => {
    const secret = newSecret(random);
    await kiosk(secret);
    show(`0~${secret}`, {});
    expect(card.shadowRoot?.textContent).to.include('Calls on this TV');
    expect(card.shadowRoot?.querySelector('ca-cast-view')).to.equal(null);
    expect(home.called).to.deep.equal([]);
    expect(card.getCardSize()).to.be.above(0);
    expect(() => card.setConfig({ mode: 'radio' })).to.throw(/^mode: choose phone or tv/);
    card.setConfig({ mode: 'tv' });
    await until(() => home.called.length > 0);
    card.setConfig({});
    expect(card.shadowRoot?.querySelector('ca-cast-view')).to.equal(null);
  });
});

interface Filmed {
  readonly track: MediaStreamTrack;
  readonly sound: MediaStreamTrack;
  stop(): void;
}

function aPicture(width = 640, height = 360): Filmed {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const drawing = canvas.getContext('2d')!;
  const timer = setInterval(() => {
    drawing.fillStyle = `hsl(${Date.now() % 360} 50% 50%)`;
    drawing.fillRect(0, 0, width, height);
  }, 40);
  const track = canvas.captureStream(25).getVideoTracks()[0]!;
  const audio = new AudioContext();
  const [sound] = audio.createMediaStreamDestination().stream.getAudioTracks();
  return {
    track,
    sound: sound!,
    stop() {
      clearInterval(timer);
      track.stop();
      sound?.stop();
      void audio.close();
    },
  };
}
