import { expect } from '@open-wc/testing';
import { createSounds, type Sounds } from '../../../../src/runtime/platform/sound.ts';
import { RINGTONES } from '../../../../src/runtime/platform/ringtones.ts';
import { renderTone, SAMPLE_RATE, type LoopedSound } from '../../../../src/runtime/platform/tones.ts';
import { browserPlatform } from '../../../../src/runtime/platform/browser-platform.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** A real context that the "browser" keeps silent until the test allows it. */
class BlockedContext extends AudioContext {
  allowed = false;
  override get state(): AudioContextState {
    return this.allowed ? super.state : 'suspended';
  }
  override resume(): Promise<void> {
    return this.allowed ? super.resume() : new Promise(() => {});
  }
}

const energy = (samples: Float32Array): number =>
  samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;

describe('createSounds', () => {
  let sounds: Sounds;
  let analyser: AnalyserNode | undefined;
  let context: AudioContext | undefined;
  const { clock, log } = browserPlatform();
  const silentLog = { ...log, log: () => {} };

  const create = (make: () => AudioContext = () => new AudioContext()): Sounds =>
    (sounds = createSounds(
      { clock, log: silentLog },
      {
        createContext: () => (context = make()),
        output: (of) => {
          analyser ??= new AnalyserNode(of, { fftSize: 2048 });
          return analyser;
        },
      },
    ));
  const loudness = (): number => {
    if (!analyser) return 0;
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    return energy(samples);
  };
  const heard = (within: number): Promise<void> =>
    waitUntil(() => loudness() > 1e-6, 'nothing was heard', { interval: 5, timeout: within });
  afterEach(async () => {
    await sounds.close();
    analyser = undefined;
  });

  for (const sound of ['ringtone', 'waiting', 'ringback', 'drop-in', 'drop-in-ticks'] satisfies LoopedSound[]) {
    it(`${sound} is heard at once and silent 100 ms after it is stopped`, async () => {
      create();
      await waitUntil(() => context?.state === 'running');
      sounds.start(sound, 'a');
      await heard(400);
      expect(sounds.sounding.value).to.equal(sound);
      sounds.stop('a');
      expect(sounds.sounding.value).to.equal(null);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(loudness()).to.be.below(1e-9);
    });
  }

  it('rings at 20 % of the set volume first, and at all of it after 6 s', async () => {
    const ramps: [string, number, number][] = [];
    const { setValueAtTime, linearRampToValueAtTime } = AudioParam.prototype;
    AudioParam.prototype.setValueAtTime = function (value, at) {
      ramps.push(['from', value, at - (context?.currentTime ?? 0)]);
      return setValueAtTime.call(this, value, at);
    };
    AudioParam.prototype.linearRampToValueAtTime = function (value, at) {
      ramps.push(['to', value, at - (context?.currentTime ?? 0)]);
      return linearRampToValueAtTime.call(this, value, at);
    };
    try {
      create().start('ringtone', 'a');
    } finally {
      Object.assign(AudioParam.prototype, { setValueAtTime, linearRampToValueAtTime });
    }
    expect(ramps.map(([what, value]) => [what, Math.round(value * 100)])).to.deep.equal([
      ['from', 20],
      ['to', 100],
    ]);
    expect(ramps[1]?.[2]).to.be.closeTo(6, 0.1);
  });

  it('sounds once for several calls, the ringtone before a waiting call, and falls back to the other', async () => {
    create();
    sounds.start('ringback', 'a');
    await waitUntil(() => sounds.sounding.value === 'ringback');
    sounds.start('waiting', 'b');
    expect(sounds.sounding.value).to.equal('waiting');
    sounds.start('ringtone', 'c');
    expect(sounds.sounding.value).to.equal('ringtone');
    sounds.stop('c');
    sounds.stop('b');
    expect(sounds.sounding.value).to.equal('ringback');
    sounds.stop('never');
    sounds.stopAll();
    expect(sounds.sounding.value).to.equal(null);
  });

  it('says so where it is blocked, and sounds from the next gesture on', async () => {
    const blocked = new BlockedContext();
    create(() => blocked);
    await waitUntil(() => sounds.blocked.value);
    sounds.start('ringtone', 'a');
    expect(sounds.sounding.value).to.equal(null);
    blocked.allowed = true;
    window.dispatchEvent(new PointerEvent('pointerup'));
    await waitUntil(() => !sounds.blocked.value && sounds.sounding.value === 'ringtone');
    await heard(500);
  });

  it('does not sound later what ended while it was blocked', async () => {
    const blocked = new BlockedContext();
    create(() => blocked);
    sounds.start('ringtone', 'a');
    await waitUntil(() => sounds.blocked.value);
    sounds.stop('a');
    sounds.play('ended');
    blocked.allowed = true;
    sounds.allow();
    await waitUntil(() => !sounds.blocked.value);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sounds.sounding.value).to.equal(null);
    expect(loudness()).to.be.below(1e-9);
  });

  it('rests when nothing sounds, and wakes within 200 ms', async () => {
    create();
    await waitUntil(() => context?.state === 'running');
    await waitUntil(() => context?.state === 'suspended', 'still running', { timeout: 4_000 });
    expect(sounds.blocked.value).to.equal(false);
    // The best of three: opening the device takes its time on a machine that runs many tests at once.
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      await context?.suspend();
      const began = performance.now();
      sounds.start('ringtone', 'a');
      await heard(2_000);
      waits.push(performance.now() - began);
      sounds.stop('a');
      await waitUntil(() => loudness() < 1e-9);
    }
    expect(Math.min(...waits)).to.be.below(200);
  });

  it('plays a tone once, but not while it rings', async () => {
    create();
    await waitUntil(() => context?.state === 'running');
    sounds.play('ended');
    await heard(400);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(loudness()).to.be.below(1e-9);
  });

  it('changes its volume while it rings', async () => {
    create();
    await waitUntil(() => context?.state === 'running');
    sounds.start('ringback', 'a');
    await heard(400);
    sounds.setVolume(0);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(loudness()).to.be.below(1e-7);
    sounds.setVolume(1);
    await heard(6_000);
  });

  it('plays a ringtone to choose once, until another is asked for, and never while it rings', async () => {
    create();
    await waitUntil(() => context?.state === 'running');
    sounds.preview('doorbell');
    await heard(400);
    expect(sounds.sounding.value).to.equal(null);
    sounds.preview(null);
    await waitUntil(() => loudness() < 1e-9);
    sounds.preview('marimba');
    await heard(400);
    sounds.start('waiting', 'a');
    await waitUntil(() => sounds.sounding.value === 'waiting');
    sounds.preview('doorbell');
    sounds.stop('a');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(loudness()).to.be.below(1e-9);
  });

  it('changes to the ringtone of who rings now', async () => {
    create();
    await waitUntil(() => context?.state === 'running');
    sounds.start('ringtone', 'a', 'telephone');
    await heard(400);
    sounds.start('ringtone', 'a', 'lullaby');
    await heard(400);
    expect(sounds.sounding.value).to.equal('ringtone');
    sounds.stop('a');
    expect(sounds.sounding.value).to.equal(null);
  });

  it('lives on without any sound', async () => {
    create(() => {
      throw new DOMException('no audio device', 'NotSupportedError');
    });
    sounds.start('ringtone', 'a');
    expect(sounds.blocked.value).to.equal(true);
    sounds.stop('a');
  });

  it('leaves no context behind', async () => {
    create();
    sounds.start('ringtone', 'a');
    await sounds.close();
    await sounds.close();
    sounds.start('ringtone', 'b');
    expect(context?.state).to.equal('closed');
    expect(sounds.sounding.value).to.equal(null);
  });
});

describe('renderTone', () => {
  it('never clips, and begins and ends in silence so that rounds join', () => {
    const others = ['waiting', 'ringback', 'drop-in', 'drop-in-ticks', 'connected', 'ended', 'busy'] as const;
    const all = [
      ...RINGTONES.map((ringtone) => [ringtone, renderTone('ringtone', ringtone)] as const),
      ...others.map((sound) => [sound, renderTone(sound)] as const),
    ];
    for (const [sound, samples] of all) {
      expect(Math.max(...samples.map(Math.abs)), sound).to.be.within(0.05, 1);
      expect(Math.abs(samples[0] ?? 1), sound).to.be.below(0.01);
      expect(Math.abs(samples.at(-1) ?? 1), sound).to.be.below(0.02);
    }
  });
  it('has ringtones that nobody mistakes for one another', () => {
    const all = RINGTONES.map((ringtone) => renderTone('ringtone', ringtone));
    expect(new Set(all.map((samples) => samples.slice(0, SAMPLE_RATE).join())).size).to.equal(RINGTONES.length);
  });
  it('rings back as telephones do: one second of five', () => {
    const samples = renderTone('ringback');
    expect(samples.length).to.equal(5 * SAMPLE_RATE);
    expect(energy(samples.slice(0, SAMPLE_RATE))).to.be.above(0.01);
    expect(energy(samples.slice(SAMPLE_RATE))).to.equal(0);
  });
});
