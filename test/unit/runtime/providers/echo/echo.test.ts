import { expect } from '@open-wc/testing';
import type { ProviderCallEvent } from '../../../../../src/runtime/call/events.ts';
import { createEcho } from '../../../../../src/runtime/providers/echo/echo.ts';
import { ECHO_ACCOUNT, echoPeer } from '../../../../../src/runtime/providers/echo/peer.ts';
import type { LocalTracks, OutgoingMedia, ProviderCall } from '../../../../../src/runtime/providers/provider.ts';
import { eventually, movingPicture, RealPlatform } from '../../media/fakes.ts';

/** A tone that goes on, as somebody who never stops talking. */
function voice(): { track: MediaStreamTrack; stop: () => void } {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 440 });
  const destination = context.createMediaStreamDestination();
  tone.connect(destination);
  tone.start();
  const track = destination.stream.getAudioTracks()[0]!;
  return {
    track,
    stop: () => {
      track.stop();
      void context.close();
    },
  };
}

describe('createEcho', () => {
  const stops: (() => void)[] = [];
  let platform: RealPlatform;
  let events: ProviderCallEvent[];
  let invited: ProviderCall[];
  let contexts: AudioContext[];
  let echo: ReturnType<typeof createEcho>;

  beforeEach(() => {
    platform = new RealPlatform();
    [events, invited, contexts] = [[], [], []];
    const io = {
      platform,
      emit: (event: ProviderCallEvent) => void events.push(event),
      invited: (call: ProviderCall, event: ProviderCallEvent) => {
        invited.push(call);
        events.push(event);
      },
    };
    const createContext = (): AudioContext => {
      const context = new AudioContext();
      contexts.push(context);
      return context;
    };
    echo = createEcho(io, { createContext });
  });
  afterEach(async () => {
    await echo.close();
    for (const stop of stops.splice(0)) stop();
    expect(contexts.map(({ state }) => state)).to.deep.equal(contexts.map(() => 'closed'));
    expect(platform.pending).to.equal(0);
    expect(platform.lines).to.deep.equal([]);
  });

  const tracks = (video: boolean): LocalTracks => {
    const sound = voice();
    const picture = video ? movingPicture(640, 360) : null;
    stops.push(sound.stop, ...(picture ? [picture.stop] : []));
    return { audio: sound.track, video: picture?.track ?? null, audioMuted: false, videoMuted: !video };
  };
  const media = (video: boolean): OutgoingMedia => ({ kinds: { audio: true, video }, tracks: tracks(video) });
  const participant = (call: ProviderCall) => call.remote.value.participants[0];
  const types = (): string[] => events.map(({ type }) => type);
  /** As the page does it: what nobody plays has no energy. */
  const play = (call: ProviderCall): void => {
    const player = new Audio();
    player.srcObject = new MediaStream([participant(call)!.audio!]);
    void player.play();
    stops.push(() => (player.srcObject = null));
  };
  const seen = (call: ProviderCall): Promise<void> =>
    eventually('pictures come back', async () => (await call.stats()).video.framesDecoded > 5);

  it('rings as a call of its own account', () => {
    const call = echo.simulateIncoming({ video: true, name: 'Test call' });
    expect(invited).to.deep.equal([call]);
    expect(events).to.deep.equal([
      {
        type: 'invited',
        callId: call.id,
        peer: { accountId: ECHO_ACCOUNT, contactId: 'echo', address: 'echo', name: 'Test call' },
        offered: { audio: true, video: true },
        age: 0,
        lifetime: null,
      },
    ]);
    expect(echo.status.value.state).to.equal('online');
    expect(echo.contacts.value).to.deep.equal([]);
  });

  it('sends one’s own picture back at once, and one’s own sound a moment later', async () => {
    const call = echo.simulateIncoming({ video: true, name: 'Test call' });
    const given = media(true);
    call.prepare(given);
    call.answer(given);
    await seen(call);
    play(call);
    const early = await call.stats();
    expect(early.relayed).to.equal(false);
    expect(participant(call)).to.include({ audioMuted: false, videoMuted: false, screen: null });
    expect(call.security.value).to.equal('end-to-end');
    await eventually('sound comes back', async () => (await call.stats()).audio.energyReceived > 0.001);
    const { video } = await call.stats();
    expect([video.width, video.height]).to.deep.equal([640, 360]);

    call.hangUp('hung_up');
    await call.close();
    expect(call.remote.value.participants).to.deep.equal([]);
    expect((await call.stats()).video.framesDecoded).to.equal(0);
    // The runtime's own tracks are left to it.
    expect(given.tracks.video?.readyState).to.equal('live');
    expect(types()).to.deep.equal(['invited']);
  });

  it('keeps sound back for more than a second', async () => {
    const call = echo.simulateIncoming({ video: false, name: 'Test call' });
    call.answer(media(false));
    await eventually('packets flow', async () => (await call.stats()).audio.packetsReceived > 0);
    play(call);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await call.stats()).audio.energyReceived).to.be.lessThan(0.001);
    await eventually('sound comes back', async () => (await call.stats()).audio.energyReceived > 0.001);
  });

  it('is called, rings for a moment and answers', async () => {
    const call = echo.dial('call-1', echoPeer('Test call'), media(true));
    await eventually('it rings', () => types().includes('delivered'));
    expect(types()).to.deep.equal(['delivered']);
    await eventually('it answers', () => types().includes('accepted'));
    await seen(call);
    expect(events.every(({ callId }) => callId === 'call-1')).to.equal(true);
  });

  it('tells of muting, and takes pictures into a call of voices', async () => {
    const call = echo.simulateIncoming({ video: false, name: 'Test call' });
    call.answer(media(false));
    await eventually('it is connected', async () => (await call.stats()).audio.packetsReceived > 0);
    expect(participant(call)).to.include({ videoMuted: true, video: null });
    const more = tracks(true);
    await call.setTracks(more);
    await seen(call);
    expect(participant(call)?.videoMuted).to.equal(false);
    await call.setTracks({ ...more, video: null, videoMuted: true });
    expect(participant(call)?.videoMuted).to.equal(true);
    call.restart();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await call.stats()).audio.packetsReceived).to.be.greaterThan(0);
  });

  it('ends at any time without a word, twice is once', async () => {
    const declined = echo.simulateIncoming({ video: true, name: 'a' });
    declined.prepare(media(true));
    declined.decline('declined');
    const dialled = echo.dial('b', echoPeer('b'), media(true));
    dialled.hangUp('hung_up');
    const answered = echo.simulateIncoming({ video: true, name: 'c' });
    answered.answer(media(true));
    await answered.close();
    await answered.close();
    const ringing = echo.dial('d', echoPeer('d'), media(false));
    await eventually('it rings', () => types().includes('delivered'));
    await echo.signOut();
    ringing.answer(media(false));
    await ringing.setTracks(tracks(true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(types()).to.deep.equal(['invited', 'invited', 'delivered']);
  });

  it('says so when it cannot be made', async () => {
    const failing = createEcho(
      { platform, emit: (event) => void events.push(event), invited: () => {} },
      {
        createContext: () => {
          throw new Error('no sound');
        },
      },
    );
    failing.dial('call-1', echoPeer('Test call'), media(false));
    await eventually('it ended', () => types().includes('remote-ended'));
    expect(events).to.deep.equal([{ type: 'remote-ended', callId: 'call-1', reason: 'internal_error' }]);
    expect(platform.lines.splice(0)).to.deep.equal(['warn: a test call failed']);
  });
});
