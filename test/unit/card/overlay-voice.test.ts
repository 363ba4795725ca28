import { expect } from '@open-wc/testing';
import type { CallView } from '../../../src/runtime/api.ts';
import { Ear } from '../../../src/card/overlay/later/ear.ts';
import { Unheard } from '../../../src/card/overlay/later/unheard.ts';
import { callView, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, TestPage, text, until } from './support/page.ts';

/** A tone, as a track. */
class Tone {
  readonly #context = new AudioContext();
  readonly #oscillator = this.#context.createOscillator();
  readonly track: MediaStreamTrack;

  constructor() {
    const out = this.#context.createMediaStreamDestination();
    this.#oscillator.connect(out);
    this.#oscillator.start();
    this.track = out.stream.getAudioTracks()[0]!;
  }

  async close(): Promise<void> {
    this.track.stop();
    await this.#context.close();
  }
}

describe('voices in a call', () => {
  let page: TestPage;
  let media: FakeMedia;
  let tone: Tone;
  beforeEach(() => {
    page = new TestPage(readySnapshot());
    media = new FakeMedia();
    page.api.medias.set('call-1', media);
    tone = new Tone();
  });
  afterEach(async () => {
    page.close();
    await tone.close();
  });

  const open = async (call: CallView): Promise<CaOverlay> => {
    page.api.set({ calls: [call] });
    const overlay = await page.shown();
    await overlay.updateComplete;
    return overlay;
  };
  const level = (overlay: CaOverlay): number => Number(find(overlay, 'dialog').style.getPropertyValue('--level'));
  const voice = { remoteVideo: false, offered: { audio: true, video: false } };

  it('shows how loud they are where there is no picture of them, and nothing once they are muted', async () => {
    media.remote.set({
      participants: [{ id: 'a', audio: tone.track, video: null, screen: null, audioMuted: false, videoMuted: true }],
    });
    const overlay = await open(callView('active', voice));
    expect(has(overlay, '.center .level')).to.equal(true);
    await until(() => level(overlay) > 0.9);
    page.api.set({ calls: [callView('active', { ...voice, remoteAudioMuted: true })] });
    await overlay.updateComplete;
    expect(level(overlay)).to.equal(0);
    page.api.set({ calls: [callView('active')] });
    await overlay.updateComplete;
    expect(has(overlay, '.level')).to.equal(false);
  });

  it('shows it of sound that comes over a connection', async () => {
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
    const came = new Promise<MediaStreamTrack>((resolve) => (far.ontrack = ({ track }) => resolve(track)));
    near.addTrack(tone.track);
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription!);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription!);
    const audio = await came;
    media.remote.set({
      participants: [{ id: 'a', audio, video: null, screen: null, audioMuted: false, videoMuted: true }],
    });
    const overlay = await open(callView('active', voice));
    await until(() => level(overlay) > 0.2);
    near.close();
    far.close();
  });

  it('says that the microphone is off to somebody who speaks, and brings the keys back', async () => {
    tone.track.enabled = false;
    media.voice.set(tone.track);
    const overlay = await open(callView('active'));
    let now = Date.now();
    overlay.now = () => (now += 1) + 0;
    const hint = (): string => text(find(overlay, '.dock .hint'));
    now += 60_000;
    overlay.requestUpdate();
    await overlay.updateComplete;
    expect(has(overlay, '.stage.resting')).to.equal(true);
    overlay.now = () => now + performance.now();
    page.api.set({ calls: [callView('active', { wanted: { audio: false, video: true } })] });
    await until(() => hint() === 'Microphone is off');
    expect(has(overlay, '.stage.resting')).to.equal(false);
    expect(text(find(overlay, '[role="status"]'))).to.equal('Microphone is off');
    expect(tone.track.enabled, 'what is sent stays muted').to.equal(false);
    page.api.set({ calls: [callView('active')] });
    await overlay.updateComplete;
    expect(hint()).to.equal('');
  });

  it('hears nobody without sound in the browser', () => {
    const peaks: number[] = [];
    const ear = new Ear((peak) => peaks.push(peak), {
      createContext: () => {
        throw new Error('no sound here');
      },
    });
    ear.listen(tone.track);
    ear.listen(null);
    expect(peaks).to.deep.equal([0]);
    expect(tone.track.readyState).to.equal('live');
  });

  it('a word counts, a knock does not, and the hint goes by itself', () => {
    const unheard = new Unheard();
    unheard.hear(0.5, 1_000);
    unheard.hear(0.01, 1_100);
    unheard.hear(0.5, 1_400);
    expect(unheard.at(1_400)).to.equal(false);
    unheard.hear(0.03, 1_700);
    expect(unheard.at(1_700)).to.equal(true);
    expect(unheard.at(5_699)).to.equal(true);
    expect(unheard.at(5_700)).to.equal(false);
    unheard.hear(0.5, 6_000);
    unheard.forget();
    expect(unheard.at(6_000)).to.equal(false);
  });
});
