import { expect } from '@open-wc/testing';
import type { RemoteMedia, RemoteParticipant } from '../../../../src/runtime/providers/provider.ts';
import { Voices } from '../../../../src/runtime/screens/voices.ts';

describe('voices of a call', () => {
  const context = new AudioContext();
  after(() => context.close());
  let voices: Voices;
  beforeEach(() => (voices = new Voices()));
  afterEach(() => voices.close());

  function tone(): MediaStreamTrack {
    const [out, oscillator] = [context.createMediaStreamDestination(), new OscillatorNode(context)];
    oscillator.connect(out);
    oscillator.start();
    return out.stream.getAudioTracks()[0]!;
  }
  const call = (...tracks: readonly (MediaStreamTrack | null)[]): RemoteMedia => ({
    participants: tracks.map((audio, index): RemoteParticipant => {
      return { id: String(index), audio, video: null, screen: null, audioMuted: false, videoMuted: true };
    }),
  });
  /** The loudest of a while. */
  async function loudness(track: MediaStreamTrack): Promise<number> {
    const analyser = context.createAnalyser();
    const input = context.createMediaStreamSource(new MediaStream([track]));
    input.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    for (let looks = 0; looks < 40 && loudest < 0.2; looks++) {
      await new Promise((later) => requestAnimationFrame(later));
      analyser.getFloatTimeDomainData(samples);
      loudest = Math.max(loudest, ...samples);
    }
    input.disconnect();
    return loudest;
  }

  it('are the one there is, as it is', () => {
    const one = tone();
    expect(voices.of(call(one))).to.equal(one);
    expect(voices.of(call(null, one))).to.equal(one);
    expect(voices.of(call())).to.equal(null);
  });

  it('are mixed where there are several, on a track that stays', async () => {
    const [one, other] = [tone(), tone()];
    const mixed = voices.of(call(one, other))!;
    expect(mixed).not.to.be.oneOf([one, other]);
    expect(await loudness(mixed)).to.be.greaterThan(0.2);
    expect(voices.of(call(other))).to.equal(mixed);
    one.stop();
    expect(await loudness(mixed), 'the other is still heard').to.be.greaterThan(0.2);
    expect(voices.of(call())).to.equal(null);
    expect(one.readyState + other.readyState).to.equal('endedlive');
  });

  it('end with the screen', async () => {
    const mixed = voices.of(call(tone(), tone()))!;
    await voices.close();
    await voices.close();
    expect(await loudness(mixed)).to.equal(0);
  });
});
