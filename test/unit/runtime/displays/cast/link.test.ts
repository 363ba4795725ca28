import { expect } from '@open-wc/testing';
import { LinkError } from '../../../../../src/runtime/displays/cast/bytes.ts';
import { CODECS, type Codec } from '../../../../../src/runtime/displays/codecs.ts';
import type { LinkChannel } from '../../../../../src/runtime/displays/cast/channel.ts';
import { readToKiosk, readToTv, writeMessage } from '../../../../../src/runtime/displays/cast/control.ts';
import { CastReceiver, type TvState } from '../../../../../src/runtime/displays/cast/receiver.ts';
import { packReady, readReady } from '../../../../../src/runtime/displays/cast/ready.ts';
import {
  type LinkSecret,
  importSecret,
  kindOf,
  newSecret,
  open as unseal,
  seal,
} from '../../../../../src/runtime/displays/cast/seal.ts';
import { type CastCall, CastSender, type CastState } from '../../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../../src/runtime/displays/cast/sending-peer.ts';
import { type Readable, Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { type FakePlatform, fakePlatform } from '../../../support/fake-platform.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** One helper in a house: everybody sees what anybody writes. */
class House implements LinkChannel {
  readonly text = new Store<string | null>('');
  readonly written: string[] = [];
  refuses = false;
  /** Whether what is written reaches nobody. */
  deaf = false;

  async write(text: string): Promise<void> {
    await Promise.resolve();
    if (this.refuses) throw new Error('refused');
    this.written.push(text);
    if (this.deaf) return;
    this.text.set(text);
  }
}

function until<T>(readable: Readable<T>, isSo: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`not within 8 s; it is ${JSON.stringify(readable.value)}`));
    }, 8_000);
    const look = (): void => {
      if (!isSo(readable.value)) return;
      clearTimeout(timer);
      stop();
      resolve(readable.value);
    };
    const stop = readable.subscribe(look);
    look();
  });
}

describe('the link between a kiosk and a TV', () => {
  const Native = window.RTCPeerConnection;
  let open: RTCPeerConnection[];
  let house: House;
  let secret: LinkSecret;
  let platforms: FakePlatform[];
  let scopes: Scope[];
  let camera: { readonly track: MediaStreamTrack; stop(): void };

  beforeEach(async () => {
    open = [];
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        open.push(this);
      }
    };
    [house, platforms, scopes] = [new House(), [], []];
    call.set(talk);
    secret = await importSecret(newSecret(random));
    camera = aPicture();
  });

  afterEach(async () => {
    for (const scope of scopes) await scope.close();
    camera.stop();
    window.RTCPeerConnection = Native;
    expect(open.filter(({ signalingState }) => signalingState !== 'closed')).to.deep.equal([]);
    expect(house.text.listeners).to.equal(0);
    expect(platforms.map(({ clock }) => clock.pending)).to.deep.equal(platforms.map(() => 0));
  });

  function aScope(): Scope {
    const scope = new Scope((error) => {
      throw error;
    });
    scopes.push(scope);
    return scope;
  }

  const talk: CastCall = {
    type: 'call',
    name: 'Grandma',
    station: 'Kitchen',
    state: 'active',
    since: 0,
    picture: true,
    camera: 'Sofa camera',
    sound: true,
    level: 0.5,
  };
  const call = new Store<CastCall>(talk);

  function kiosk(withSecret = secret) {
    const platform = fakePlatform(60_000);
    platforms.push(platform);
    const scope = aScope();
    const tracks = new Store<CastTracks>({ audio: null, picture: camera.track, preview: null });
    const sender = new CastSender({ channel: house, secret: withSecret, tracks, call, platform, scope });
    return { sender, scope, clock: platform.clock, tracks };
  }

  /** A TV whose page plays what it gets, as the card does. */
  function tv(withSecret = secret, codecs: readonly Codec[] = ['h264-constrained-baseline', 'vp8']) {
    const platform = fakePlatform();
    platforms.push(platform);
    const scope = aScope();
    const screen = Object.assign(document.createElement('video'), { muted: true });
    scope.add(() => {
      screen.srcObject = null;
    });
    const receiver = new CastReceiver({
      channel: house,
      secret: withSecret,
      codecs,
      // Browsers count the first frame before they tell its size.
      playing: () => ({
        frames: screen.srcObject ? Math.max(1, screen.getVideoPlaybackQuality().totalVideoFrames) : 0,
        width: screen.videoWidth,
        height: screen.videoHeight,
        soundBlocked: false,
      }),
      platform,
      random,
      scope,
    });
    receiver.state.subscribe((state) => {
      if (state.state !== 'showing' || !state.media.picture || screen.srcObject) return;
      screen.srcObject = new MediaStream([state.media.picture]);
      screen.play().catch(() => {}); // over before it began
    });
    return { receiver, scope, screen, clock: platform.clock };
  }

  /** Time goes on at both, a bit at a time as it does, until the kiosk is in this state. */
  async function together(
    isSo: (state: CastState) => boolean,
    sender: CastSender,
    ...clocks: readonly FakePlatform['clock'][]
  ): Promise<CastState> {
    for (let round = 0; round < 100 && !isSo(sender.state.value); round++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const clock of clocks) await clock.advance(100);
    }
    return until(sender.state, isSo);
  }
  const isShowing = ({ state }: CastState): boolean => state === 'showing';

  it('shows the picture on the TV, whole, and says so; nothing is left in the helper', async () => {
    const { sender, scope, clock } = kiosk();
    expect(sender.state.value).to.deep.equal({ state: 'waiting' });
    const there = tv();
    const shown = await together(isShowing, sender, clock, there.clock);
    expect(shown).to.include({ width: 1280, height: 720, soundBlocked: false });
    const state = (await until(there.receiver.state, ({ state: now }) => now === 'showing')) as TvState & {
      state: 'showing';
    };
    const { since: _since, ...written } = talk;
    expect(state.call).to.include(written);
    expect(state.call).to.have.property('lasted').that.is.at.least(60_000);
    expect(house.written.map(kindOf)).to.deep.equal(['ready', 'offer', 'answer', null]);
    expect([house.text.value, Math.max(...house.written.map(({ length }) => length)) <= 255]).to.deep.equal(['', true]);
    await scope.close();
    expect(await until(there.receiver.state, ({ state: now }) => now === 'over')).to.include({ reason: 'ended' });
  });

  it('tells the TV what the call is as soon as they have met', async () => {
    kiosk();
    const there = tv();
    // No time goes by at the kiosk.
    await until(there.receiver.state, ({ state }) => state === 'showing');
  });

  it('sends what the TV decodes', async () => {
    const { sender, clock } = kiosk();
    const there = tv(secret, ['h264-high', 'vp8']);
    await together(isShowing, sender, clock, there.clock);
    expect(sender.codecs).to.deep.equal(['h264-high', 'vp8']);
  });

  it('fails where the TV decodes nothing that is sent', async () => {
    const { sender } = kiosk();
    tv(secret, ['h264-high', 'av1']);
    expect(await until(sender.state, ({ state }) => state === 'failed')).to.include({ reason: 'no_codec' });
    expect(sender.codecs).to.deep.equal(['h264-high', 'av1']);
  });

  it('announces a call before there is anything of it, and shows it then over the same connection', async () => {
    const { sender, clock, tracks } = kiosk();
    tracks.set({ audio: null, picture: null, preview: null });
    const ring = { type: 'ringing', name: '', station: 'Kitchen', kind: 'video' } as const;
    call.set(ring);
    const there = tv();
    await together(({ state }) => state === 'announced', sender, clock, there.clock);
    // The first that each says may cross.
    await clock.advance(1_000);
    const shown = await until(there.receiver.state, ({ state }) => state === 'showing');
    expect(shown).to.have.property('call').eql(ring);
    tracks.set({ audio: null, picture: camera.track, preview: null });
    call.set(talk);
    await together(isShowing, sender, clock, there.clock);
    expect(open).to.have.lengthOf(2);
  });

  it('counts as shown without a picture where none comes', async () => {
    const { sender, clock, tracks } = kiosk();
    tracks.set({ audio: null, picture: null, preview: null });
    call.set({ ...talk, picture: false });
    const there = tv();
    expect(await together(isShowing, sender, clock, there.clock)).to.include({ width: 0, height: 0 });
  });

  it('goes on in a page that was loaded again, and with another picture', async () => {
    const { sender, clock, tracks } = kiosk();
    const before = tv();
    await together(isShowing, sender, clock, before.clock);
    await before.scope.close();
    const after = tv();
    await together(() => after.screen.videoWidth > 0, sender, clock, after.clock);
    const other = aPicture(640, 360);
    tracks.set({ audio: null, picture: other.track, preview: camera.track });
    await together((state) => state.state === 'showing' && state.width === 640, sender, clock, after.clock);
    other.stop();
  });

  it('offers nothing to a page without the secret, nor to one that repeats what another said', async () => {
    const { sender, clock } = kiosk();
    const stranger = tv(await importSecret(newSecret(random)));
    await until(house.text, (text) => text !== '');
    await clock.advance(4_000);
    expect(sender.state.value).to.deep.equal({ state: 'waiting' });
    await stranger.scope.close();
    house.text.set('');
    const real = tv();
    await together(isShowing, sender, clock, real.clock);
    const said = house.written.find((text) => kindOf(text) === 'ready' && text !== house.written[0]);
    const { length } = open;
    await house.write(said ?? '');
    await until(house.text, (text) => text === said);
    await house.write('Onsense');
    await house.write('Rnsense');
    await together(isShowing, sender, clock, real.clock);
    expect(open).to.have.lengthOf(length);
  });

  it('takes no answer of another call, to another offer, or that leads elsewhere, and none twice', async () => {
    const { sender, clock } = kiosk();
    const there = tv();
    await together(isShowing, sender, clock, there.clock);
    const said = (kind: string): string => house.written.find((text) => kindOf(text) === kind) ?? '';
    const offer = await unseal(said('offer'), secret, (await unseal(said('ready'), secret)).seal);
    const answer = said('answer');
    const { body } = await unseal(answer, secret, offer.seal);
    const { length } = answer;
    // Within the last address.
    const elsewhere = `${answer.slice(0, length - 24)}${answer[length - 24] === 'x' ? 'y' : 'x'}${answer.slice(length - 23)}`;
    const bad = [
      answer,
      elsewhere,
      (await seal('answer', body, await importSecret(newSecret(random)), offer.seal)).text,
      (await seal('answer', body, secret, random(offer.seal.length))).text,
      (await seal('answer', body.subarray(0, -1), secret, offer.seal)).text,
      answer.slice(0, 40),
      `A${said('offer').slice(1)}`,
    ];
    const connections = open.map(({ signalingState }) => signalingState);
    const [{ lines }] = platforms as [FakePlatform];
    for (const text of bad) await house.write(text);
    await waitUntil(() => lines.length >= bad.length);
    expect(lines.map(({ message }) => message)).to.deep.equal(bad.map(() => 'a text of the TV was refused'));
    expect(open.map(({ signalingState }) => signalingState)).to.deep.equal(connections);
    const { totalVideoFrames: frames } = there.screen.getVideoPlaybackQuality();
    await waitUntil(() => there.screen.getVideoPlaybackQuality().totalVideoFrames > frames);
    expect(sender.state.value.state).to.equal('showing');
  });

  it('fails with a reason where no page comes, or the helper takes nothing', async () => {
    const { sender, clock } = kiosk();
    await clock.advance(10_000);
    expect(sender.state.value).to.deep.equal({ state: 'failed', reason: 'view_not_loaded' });
    const late = tv();
    await until(house.text, (text) => text !== '');
    await late.clock.advance(15_000);
    expect(late.receiver.state.value).to.deep.equal({ state: 'over', reason: 'not_invited' });

    await late.scope.close();
    house.text.set('');
    const mute = kiosk();
    const page = tv();
    await until(house.text, (text) => text !== '');
    house.refuses = true;
    expect(await until(mute.sender.state, ({ state }) => state === 'failed')).to.include({ reason: 'no_channel' });
    house.refuses = false;
    await page.scope.close();
  });

  it('is lost when the TV falls silent, and fails when it stays so', async () => {
    const { sender, clock } = kiosk();
    const there = tv();
    await together(isShowing, sender, clock, there.clock);
    await there.scope.close();
    await clock.advance(2_500);
    expect(sender.state.value).to.deep.equal({ state: 'lost' });
    await clock.advance(15_000);
    expect(sender.state.value).to.deep.equal({ state: 'failed', reason: 'gone' });
  });

  it('says on the TV that the kiosk is silent, asks for it again, and is over when it stays away', async () => {
    const { sender, clock } = kiosk();
    const there = tv();
    await together(isShowing, sender, clock, there.clock);
    await there.clock.advance(3_000);
    expect(there.receiver.state.value.state).to.equal('lost');
    await together(() => there.receiver.state.value.state === 'showing', sender, clock, there.clock);
    expect(house.written.map(kindOf).filter((kind) => kind === 'offer')).to.have.lengthOf(2);
    house.deaf = true;
    // What was said last may still be on its way.
    await there.clock.advance(18_000);
    expect(there.receiver.state.value).to.deep.equal({ state: 'over', reason: 'kiosk_gone' });
  });
});

describe('what the two pages tell each other', () => {
  it('is read strictly', () => {
    const seen = { name: 'Grandma', station: 'Kitchen' };
    const ring = { type: 'ringing', ...seen, kind: 'door' };
    const shown = { state: 'held', lasted: 5, picture: true, camera: '', sound: false, level: 1 };
    const call = { type: 'call', ...seen, ...shown };
    const playing = { type: 'playing', frames: 3, width: 1280, height: 720, soundBlocked: true };
    for (const said of [ring, call, { type: 'bye' }]) {
      expect(readToTv(JSON.stringify({ ...said, more: 1 }))).to.deep.equal(said);
    }
    expect(readToKiosk(JSON.stringify(playing))).to.deep.equal(playing);
    const bad = [
      null,
      '',
      'null',
      '[]',
      '{',
      '{"type":"call"}',
      JSON.stringify({ ...call, lasted: -1 }),
      JSON.stringify({ ...call, name: 7 }),
      JSON.stringify({ ...call, name: 'x'.repeat(201) }),
      JSON.stringify({ ...call, more: 'x'.repeat(4_000) }),
      JSON.stringify({ ...call, station: null }),
      JSON.stringify({ ...call, state: 'over' }),
      JSON.stringify({ ...call, picture: 1 }),
      JSON.stringify({ ...call, camera: 1 }),
      JSON.stringify({ ...call, level: 1.1 }),
      JSON.stringify({ ...ring, kind: 'fax' }),
      JSON.stringify({ ...ring, name: undefined }),
      JSON.stringify({ ...playing, frames: 'many' }),
      JSON.stringify({ ...playing, soundBlocked: 0 }),
    ];
    for (const text of bad) {
      for (const read of [readToTv, readToKiosk]) expect(() => read(text), String(text)).to.throw(LinkError);
    }
  });

  it('has names of any length', () => {
    const name = '\u0001😀'.repeat(150);
    const said = readToTv(writeMessage({ type: 'ringing', name, station: name, kind: 'voice' }));
    expect(said).to.deep.equal({
      type: 'ringing',
      name: name.slice(0, 150),
      station: name.slice(0, 150),
      kind: 'voice',
    });
  });

  it('begins with what the TV decodes', () => {
    for (const codecs of [['h264-high', 'vp8'], CODECS, []] as const) {
      expect(readReady(packReady({ codecs }, random)).codecs).to.deep.equal(codecs);
    }
    const none = packReady({ codecs: [] }, random);
    for (const bytes of [none.subarray(1), none.subarray(0, -1), Uint8Array.from([0x11, ...none.subarray(1)])]) {
      expect(() => readReady(bytes)).to.throw(LinkError);
    }
  });
});

function aPicture(width = 1280, height = 720): { readonly track: MediaStreamTrack; stop(): void } {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const drawing = canvas.getContext('2d')!;
  const timer = setInterval(() => {
    drawing.fillStyle = `hsl(${Date.now() % 360} 50% 50%)`;
    drawing.fillRect(0, 0, width, height);
  }, 40);
  const track = canvas.captureStream(25).getVideoTracks()[0]!;
  return {
    track,
    stop() {
      clearInterval(timer);
      track.stop();
    },
  };
}
