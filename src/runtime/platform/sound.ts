import type { Platform } from './platform.ts';
import { Store, type Readable } from './readable.ts';
import type { RingtoneId } from './ringtones.ts';
import { renderTone, SAMPLE_RATE, type LoopedSound, type Tone } from './tones.ts';

/** The one ringer of the page, however many cards there are. */
export interface Sounds {
  /** Sounds from within 200 ms until stopped. `key` is the call; starting it again replaces its sound. */
  start(sound: LoopedSound, key: string, ringtone?: RingtoneId): void;
  /** Silent within 100 ms. For a key that sounds no more it does nothing. */
  stop(key: string): void;
  stopAll(): void;
  /** Once; not while something rings, and never later because it was blocked now. */
  play(tone: Tone): void;
  /** One round of a ringtone at the set volume, or silence: for choosing. Not while something rings. */
  preview(ringtone: RingtoneId | null): void;
  /** From now on, 0 to 1; what sounds changes with it. */
  setVolume(volume: number): void;
  /** What is audible now; null while it is blocked. */
  readonly sounding: Readable<LoopedSound | null>;
  /** The browser keeps the page silent until somebody touches it (autoplay policy). Found out before it matters. */
  readonly blocked: Readable<boolean>;
  /** Call in the handler of a touch. (Any touch of the page counts as well.) */
  allow(): void;
  close(): Promise<void>;
}

export interface SoundOptions {
  /** The set volume, 0 to 1. */
  readonly volume?: number;
  readonly createContext?: () => AudioContext;
  /** Where the sound goes; the speakers unless told otherwise. */
  readonly output?: (context: AudioContext) => AudioNode;
}

/** UI.md 9: begins at 20 % of the set volume and is full after 6 s. */
const FIRST_VOLUME = 0.2;
const RISE_SECONDS = 6;
const FADE_SECONDS = 0.03;
/** A running context costs power on a wall tablet: it rests when nothing has sounded for this long. */
const REST_AFTER = 2_000;
/** How long a context may take to run where it is allowed; then it counts as blocked. */
const STARTS_WITHIN = 150;
/** What gives a page the right to sound (HTML: activation triggering input events). */
const GESTURES = ['pointerdown', 'pointerup', 'touchend', 'keydown', 'click'] as const;

/** When several calls want to sound at once, the first of these is heard. */
const RANK: readonly LoopedSound[] = ['ringtone', 'drop-in-ticks', 'drop-in', 'waiting', 'ringback'];

export function createSounds(platform: Pick<Platform, 'clock' | 'log'>, options: SoundOptions = {}): Sounds {
  return new WebAudioSounds(platform, options);
}

interface HowToPlay {
  readonly loop: boolean;
  readonly ringtone?: RingtoneId | undefined;
}
interface Playing {
  readonly sound: LoopedSound;
  readonly ringtone: RingtoneId | undefined;
  readonly end: () => void;
  readonly setVolume: (volume: number) => void;
}

class WebAudioSounds implements Sounds {
  readonly sounding = new Store<LoopedSound | null>(null);
  readonly blocked = new Store(false);
  readonly #platform: Pick<Platform, 'clock' | 'log'>;
  readonly #options: SoundOptions;
  readonly #wanted = new Map<string, { readonly sound: LoopedSound; readonly ringtone: RingtoneId | undefined }>();
  #volume: number;
  #endPreview = (): void => {};
  #context: AudioContext | null = null;
  #playing: Playing | null = null;
  #cancelRest = (): void => {};
  #cancelCheck = (): void => {};
  #closed = false;

  constructor(platform: Pick<Platform, 'clock' | 'log'>, options: SoundOptions) {
    this.#platform = platform;
    this.#options = options;
    this.#volume = options.volume ?? 1;
    this.blocked.subscribe((blocked) => this.#listen(blocked));
    // Said on the card before the first call rings, not only while it does.
    this.#wake();
  }

  start(sound: LoopedSound, key: string, ringtone?: RingtoneId): void {
    this.#endPreview();
    this.#wanted.set(key, { sound, ringtone });
    this.#settle();
  }

  stop(key: string): void {
    if (this.#wanted.delete(key)) this.#settle();
  }

  stopAll(): void {
    this.#wanted.clear();
    this.#settle();
  }

  play(tone: Tone): void {
    if (this.#closed || this.blocked.value || this.#wanted.size > 0) return;
    const context = this.#wake();
    if (context) this.#sourceOf(context, tone, { loop: false });
  }

  preview(ringtone: RingtoneId | null): void {
    this.#endPreview();
    this.#endPreview = () => {};
    if (ringtone === null || this.#closed || this.#wanted.size > 0) return;
    const context = this.#wake();
    if (!context) return;
    const { end } = this.#sourceOf(context, 'ringtone', { loop: false, ringtone });
    this.#endPreview = end;
  }

  setVolume(volume: number): void {
    this.#volume = volume;
    this.#playing?.setVolume(volume);
  }

  allow(): void {
    this.#wake();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.stopAll();
    this.#endPreview();
    this.#closed = true;
    this.#cancelRest();
    this.#cancelCheck();
    this.#listen(false);
    const context = this.#context;
    this.#context = null;
    await context?.close();
  }

  /** Makes true what is wanted now. */
  #settle(): void {
    if (this.#closed) return;
    const all = [...this.#wanted.values()];
    const first = RANK.flatMap((each) => all.find(({ sound }) => sound === each) ?? [])[0];
    const sound = first?.sound ?? null;
    if (this.#playing?.sound !== sound || this.#playing?.ringtone !== first?.ringtone) {
      this.#playing?.end();
      this.#playing = null;
      const context = first && this.#wake();
      if (first && context)
        this.#playing = { ...first, ...this.#sourceOf(context, first.sound, { ...first, loop: true }) };
    }
    this.#tell();
    if (!sound) this.#restLater();
  }

  #tell(): void {
    const audible = this.#context?.state === 'running' && !this.blocked.value;
    this.sounding.set(audible ? (this.#playing?.sound ?? null) : null);
  }

  /** Starts a sound. On a blocked context it begins when that is allowed to run. */
  #sourceOf(context: AudioContext, sound: LoopedSound | Tone, how: HowToPlay): Pick<Playing, 'end' | 'setVolume'> {
    const samples = renderTone(sound, how.ringtone);
    const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(context, { buffer, loop: how.loop });
    // Two stages, so that a volume that changes does not cut the rise short.
    const rising = new GainNode(context);
    const volume = new GainNode(context, { gain: this.#volume });
    if (sound === 'ringtone' && how.loop) this.#rise(context, rising.gain);
    source
      .connect(rising)
      .connect(volume)
      .connect(this.#options.output?.(context) ?? context.destination);
    source.addEventListener('ended', () => volume.disconnect());
    source.start();
    return {
      setVolume: (next) => volume.gain.setTargetAtTime(next, context.currentTime, FADE_SECONDS / 3),
      end: () => {
        const now = context.currentTime;
        volume.gain.cancelScheduledValues(now);
        volume.gain.setTargetAtTime(0, now, FADE_SECONDS / 3);
        source.stop(now + FADE_SECONDS * 2);
      },
    };
  }

  #rise(context: AudioContext, gain: AudioParam): void {
    const full = gain.value;
    gain.setValueAtTime(full * FIRST_VOLUME, context.currentTime);
    gain.linearRampToValueAtTime(full, context.currentTime + RISE_SECONDS);
  }

  /** The context, running or asked to run. null where the browser has no sound at all. */
  #wake(): AudioContext | null {
    if (this.#closed) return null;
    this.#cancelRest();
    try {
      this.#context ??= this.#create();
    } catch (error) {
      this.#platform.log.log('warn', 'no sound', error);
      this.blocked.set(true);
      return null;
    }
    const context = this.#context;
    if (context.state === 'running') {
      this.#changed(context);
    } else {
      // Where it is blocked the promise waits for a gesture, so it is asked what became of it instead.
      context.resume().catch(() => {});
      this.#cancelCheck();
      this.#cancelCheck = this.#platform.clock.after(STARTS_WITHIN, () => this.#blockedUnlessRunning(context));
    }
    return context;
  }

  #create(): AudioContext {
    const context = this.#options.createContext?.() ?? new AudioContext({ latencyHint: 'interactive' });
    context.addEventListener('statechange', () => this.#changed(context));
    return context;
  }

  #changed(context: AudioContext): void {
    if (context !== this.#context) return;
    if (context.state === 'running') {
      this.#cancelCheck();
      this.blocked.set(false);
      if (this.#wanted.size === 0) this.#restLater();
    } else if (this.#playing) {
      // Taken from us while it rings (another app, the system): as good as blocked.
      this.#blockedUnlessRunning(context);
    }
    this.#tell();
  }

  #blockedUnlessRunning(context: AudioContext): void {
    if (context.state !== 'running') this.blocked.set(true);
    this.#tell();
  }

  #restLater(): void {
    this.#cancelRest();
    this.#cancelRest = this.#platform.clock.after(REST_AFTER, () => {
      // A blocked context stays asked to run, so that the first gesture lifts the block.
      if (this.#wanted.size > 0 || this.blocked.value) return;
      this.#cancelCheck();
      void this.#context?.suspend();
    });
  }

  readonly #onGesture = (): void => this.allow();

  #listen(on: boolean): void {
    for (const type of GESTURES) {
      if (on) window.addEventListener(type, this.#onGesture, { capture: true, passive: true });
      else window.removeEventListener(type, this.#onGesture, { capture: true });
    }
  }
}
