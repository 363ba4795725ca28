import type { RingtoneId } from './ringtones.ts';

/** What sounds until it is stopped. `drop-in`, `drop-in-ticks`: the countdown before a call answers itself. */
export type LoopedSound = 'ringtone' | 'waiting' | 'ringback' | 'drop-in' | 'drop-in-ticks';
/** What sounds once. */
export type Tone = 'connected' | 'ended' | 'busy';

/** Enough for notes up to 3 kHz; the browser resamples. */
export const SAMPLE_RATE = 16_000;

interface Note {
  /** Seconds from the beginning of the pattern. */
  readonly at: number;
  readonly lasts: number;
  /** Hz; several sound together. */
  readonly frequencies: readonly number[];
  /** 0 to 1. */
  readonly level: number;
  /** `bell` fades like a struck bar, `steady` is a telephone tone. */
  readonly shape: 'bell' | 'steady';
}
interface Pattern {
  readonly seconds: number;
  readonly notes: readonly Note[];
}

const bell = (at: number, frequency: number, lasts = 0.9, level = 0.5): Note => ({
  at,
  lasts,
  frequencies: [frequency, frequency * 2, frequency * 3.01],
  level,
  shape: 'bell',
});
const steady = (at: number, lasts: number, frequency: number, level: number): Note => ({
  at,
  lasts,
  frequencies: [frequency],
  level,
  shape: 'steady',
});

/** All are heard through a door, and nobody takes one for an alarm. */
const RINGING: Readonly<Record<RingtoneId, Pattern>> = {
  // A rising phrase, twice, then quiet.
  chimes: {
    seconds: 3.2,
    notes: [0, 0.9].flatMap((at) => [bell(at, 659.3), bell(at + 0.16, 784), bell(at + 0.32, 1046.5)]),
  },
  // The double ring of a telephone with a bell: two gongs, struck 20 times a second in turn.
  telephone: {
    seconds: 3,
    notes: [0, 0.6].flatMap((ring) =>
      Array.from({ length: 8 }, (_, stroke) => bell(ring + stroke * 0.05, stroke % 2 ? 1318.5 : 1108.7, 0.3, 0.16)),
    ),
  },
  // Short wooden notes that walk up and down.
  marimba: {
    seconds: 2.8,
    notes: [523.3, 659.3, 784, 1046.5, 784, 659.3, 784, 523.3].map((frequency, index) =>
      bell(index * 0.22, frequency, 0.4, 0.55),
    ),
  },
  // Slow and low, for nights.
  lullaby: {
    seconds: 5.6,
    notes: [392, 392, 466.2, 392, 392, 466.2].map((frequency, index) => bell(index * 0.7, frequency, 1.4, 0.4)),
  },
  doorbell: { seconds: 3.6, notes: [bell(0, 659.3, 1.6, 0.6), bell(0.7, 523.3, 2, 0.6)] },
};

const PATTERNS: Readonly<Record<Exclude<LoopedSound, 'ringtone'> | Tone, Pattern>> = {
  waiting: { seconds: 6, notes: [bell(0, 1046.5, 1.2, 0.22)] },
  // The European cadence: 425 Hz, 1 s on, 4 s off (ITU-T E.180 supplement 2).
  ringback: { seconds: 5, notes: [steady(0, 1, 425, 0.25)] },
  // Soft, and unlike every ringtone: somebody is about to be here.
  'drop-in': { seconds: 2, notes: [bell(0, 880, 1.2, 0.3), bell(0.25, 1108.7, 1.4, 0.3)] },
  'drop-in-ticks': { seconds: 1, notes: [bell(0, 1760, 0.12, 0.35)] },
  connected: { seconds: 0.5, notes: [bell(0, 784, 0.45, 0.25)] },
  ended: { seconds: 0.8, notes: [bell(0, 659.3, 0.4, 0.35), bell(0.2, 494, 0.5, 0.35)] },
  busy: { seconds: 1.4, notes: [0, 0.5, 1].map((at) => steady(at, 0.25, 425, 0.3)) },
};

/**
 * One round of a sound as mono samples at {@link SAMPLE_RATE}; looped sounds join without a click.
 * @param ringtone which one, for `ringtone`
 */
export function renderTone(sound: LoopedSound | Tone, ringtone: RingtoneId = 'chimes'): Float32Array<ArrayBuffer> {
  const { seconds, notes } = sound === 'ringtone' ? RINGING[ringtone] : PATTERNS[sound];
  const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  for (const note of notes) addNote(samples, note);
  return samples;
}

/** Sines by recurrence and decays as products: calls of `Math.sin` for each sample kept the first ring waiting. */
function addNote(samples: Float32Array, { at, lasts, frequencies, level, shape }: Note): void {
  const first = Math.round(at * SAMPLE_RATE);
  const end = Math.min(first + Math.round(lasts * SAMPLE_RATE), samples.length);
  // Edges of 5 and 30 ms: a tone that begins or ends at full level clicks.
  const [rise, fall, length] = [0.005 * SAMPLE_RATE, 0.03 * SAMPLE_RATE, lasts * SAMPLE_RATE];
  const decay = shape === 'bell' ? Math.exp(-5 / length) : 1;
  frequencies.forEach((frequency, overtone) => {
    const angle = (2 * Math.PI * frequency) / SAMPLE_RATE;
    const turn = 2 * Math.cos(angle);
    let loudness = level / (1 + overtone) ** 2;
    let before = -Math.sin(angle);
    let sine = 0;
    for (let index = first; index < end; index++) {
      const edge = Math.min(1, (index - first) / rise, (length - index + first) / fall);
      samples[index] = (samples[index] ?? 0) + loudness * edge * sine;
      const next = turn * sine - before;
      before = sine;
      sine = next;
      loudness *= decay;
    }
  });
}
