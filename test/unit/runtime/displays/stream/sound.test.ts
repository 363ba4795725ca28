import { expect } from '@open-wc/testing';
import type { CastCall } from '../../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../../src/runtime/displays/cast/sending-peer.ts';
import { streamSound } from '../../../../../src/runtime/displays/stream/sound.ts';
import { Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';

const CALL: CastCall = {
  type: 'call',
  name: 'Grandma',
  station: 'Kitchen',
  state: 'active',
  since: 0,
  picture: true,
  camera: '',
  sound: false,
  level: 1,
};
const SILENT: CastTracks = { audio: null, picture: null, preview: null };

describe('the sound of a stream', () => {
  let audio: AudioContext;
  let scope: Scope;
  let tone: MediaStreamTrack | null;

  beforeEach(async () => {
    audio = new AudioContext();
    await audio.resume();
    const output = new MediaStreamAudioDestinationNode(audio);
    const oscillator = new OscillatorNode(audio, { frequency: 440 });
    oscillator.connect(output);
    oscillator.start();
    tone = output.stream.getAudioTracks()[0] ?? null;
    scope = new Scope((error) => {
      throw error;
    });
  });
  afterEach(async () => {
    await scope.close();
    await audio.close();
  });

  it('is there from the first moment on, silent until it is to be heard, and as loud as wanted', async () => {
    const [tracks, call] = [new Store<CastTracks>(SILENT), new Store<CastCall>(CALL)];
    const track = streamSound({ tracks, call, scope });
    expect(track?.readyState).to.equal('live');
    const meter = new AnalyserNode(audio, { fftSize: 2048 });
    new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream(track ? [track] : []) }).connect(meter);
    const samples = new Float32Array(meter.fftSize);
    const loudest = (): number => {
      meter.getFloatTimeDomainData(samples);
      return Math.max(...samples);
    };
    const becomes = async (isSo: (loudness: number) => boolean): Promise<void> => {
      for (let round = 0; round < 200 && !isSo(loudest()); round++) await new Promise((done) => setTimeout(done, 20));
      expect(isSo(loudest())).to.equal(true);
    };
    call.set({ ...CALL, sound: true });
    await becomes((loudness) => loudness === 0);
    tracks.set({ ...SILENT, audio: tone });
    await becomes((loudness) => loudness > 0.8);
    call.set({ ...CALL, sound: true, level: 0.3 });
    await becomes((loudness) => loudness > 0.1 && loudness < 0.5);
    call.set({ ...CALL, sound: false });
    await becomes((loudness) => loudness === 0);
    call.set({ ...CALL, sound: true });
    await becomes((loudness) => loudness > 0.8);
    call.set({ type: 'ringing', name: '', station: 'Kitchen', kind: 'video' });
    await becomes((loudness) => loudness === 0);
    await scope.close();
    expect([tracks.listeners, call.listeners]).to.deep.equal([0, 0]);
    expect(tone?.readyState, "the call's own track is not touched").to.equal('live');
  });
});
