import type { Page } from 'playwright-core';
import { readTimecode } from '../../../demo/person/timecode.ts';
import { waitFor } from '../../../demo/wait.ts';

/** What has come since the last report. */
interface Report {
  /** When frames of the other person could be seen, in milliseconds since 1970. */
  readonly frames: readonly number[];
  /** Energy of what was heard: mean squares of full scale times seconds. */
  readonly heard: number;
}

declare global {
  interface Window {
    reportWatched?: (report: Report) => Promise<void>;
  }
}

/** What somebody in front of a page sees and hears of the other person. What was seen is known after the page is gone. */
export class Watch {
  static readonly #watches = new WeakMap<Page, Promise<Watch>>();
  readonly page: Page;
  readonly #frames: number[] = [];
  #heard = 0;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Watches a page from now on, also after it has been loaded anew. */
  static of(page: Page): Promise<Watch> {
    const known = Watch.#watches.get(page) ?? Watch.#begin(page);
    Watch.#watches.set(page, known);
    return known;
  }

  static async #begin(page: Page): Promise<Watch> {
    const watch = new Watch(page);
    await page.exposeFunction('reportWatched', ({ frames, heard }: Report) => {
      watch.#frames.push(...frames);
      watch.#heard += heard;
    });
    await page.addInitScript(watchPerson);
    // A page that is just being loaded anew is watched from its beginning.
    await page.evaluate(watchPerson).catch(() => {});
    return watch;
  }

  /** When frames were seen, in milliseconds since 1970. */
  get frames(): readonly number[] {
    return this.#frames;
  }

  get heard(): number {
    return this.#heard;
  }

  /** The time in the picture of the other person; null: there is none, or it is no time. */
  async timecode(): Promise<number | null> {
    for (const video of await this.page.locator('video:visible').all()) {
      const isPerson = await video.evaluate(isThePerson).catch(() => false);
      if (isPerson) return video.evaluate(readTimecode);
    }
    return null;
  }

  /** Resolves when as many more frames are seen. */
  async seesFrames(count = 10, timeout = 15_000): Promise<void> {
    const before = this.#frames.length;
    const more = async () => this.#frames.length >= before + count;
    await waitFor(`${count} frames of the other person`, more, { timeout, interval: 100 });
  }

  /** The clock that the other person films is fresh, and moves. */
  async isLive(timeout = 15_000): Promise<void> {
    const fresh = async () => {
      const time = await this.timecode();
      return time !== null && Math.abs(Date.now() - time) < FRESH && time;
    };
    const first = await waitFor('a fresh picture of the other person', fresh, { timeout, interval: 100 });
    const moves = async () => ((await this.timecode()) ?? first) !== first;
    await waitFor('the picture of the other person to move', moves, { timeout, interval: 100 });
  }
}

/** The oldest picture that still counts as live: encoders on a busy machine of two cores included. */
const FRESH = 3_000;

/** The longest time without a frame on any of these pages, in milliseconds. */
export function longestGap(watches: readonly Watch[], from: number, to = Date.now()): number {
  const seen = watches.flatMap(({ frames }) => frames.filter((at) => at >= from && at <= to));
  const times = [from, ...seen.toSorted((a, b) => a - b), to];
  return Math.max(...times.slice(1).map((at, index) => at - times[index]!));
}

/** What plays the other person's sound. */
interface Sounding {
  /** What was heard so far, as {@link Report}. */
  readonly heard: number;
}

/** The other person is heard, as energy of what is played there. */
export async function isHeard(one: Sounding): Promise<void> {
  const before = one.heard;
  await waitFor('the other person to be heard', async () => one.heard - before > AUDIBLE, { timeout: 15_000 });
}

/** Of two one is heard, and the other is silent for as long as it takes to tell. */
export async function isHeardOnlyOn(one: Sounding, other: Sounding): Promise<void> {
  await isSilent(other);
  const before = other.heard;
  await isHeard(one);
  const leaked = other.heard - before;
  if (leaked > AUDIBLE / 100) throw new Error(`both are heard: ${leaked} where silence is wanted`);
}

/** What has been heard before may still be reported. */
async function isSilent(one: Sounding): Promise<void> {
  let before = one.heard;
  const look = async () => {
    const quiet = one.heard === before;
    before = one.heard;
    return quiet;
  };
  await waitFor('silence of the other', look, { timeout: 15_000, interval: 300 });
}

/** About a second of the tone that the peer sends. */
const AUDIBLE = 0.02;

/** Runs in the page. The independent peer's film is 4:3, cameras of the house are 16:9. */
function isThePerson(video: Element): boolean {
  const { videoWidth, videoHeight } = video as HTMLVideoElement;
  return videoWidth > 0 && videoWidth * 3 === videoHeight * 4;
}

/** Runs in the page, before its own program or in the middle of it. */
function watchPerson(): void {
  const marked = window as { isWatched?: true };
  if (marked.isWatched || window !== window.top) return;
  marked.isWatched = true;
  const counted = new WeakSet<HTMLVideoElement>();
  const meters = new WeakMap<MediaStreamTrack, AnalyserNode>();
  const audio = new AudioContext();
  const samples = new Float32Array(2048);
  let frames: number[] = [];

  // What only sounds need not be in the document.
  const played: WeakRef<HTMLMediaElement>[] = [];
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (!played.some((ref) => ref.deref() === this)) played.push(new WeakRef(this));
    return play.call(this);
  };
  const inDocument = (root: ParentNode): HTMLMediaElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLMediaElement ? [element] : []),
      ...(element.shadowRoot ? inDocument(element.shadowRoot) : []),
    ]);
  const elements = (): HTMLMediaElement[] => {
    const all = new Set([...inDocument(document), ...played.flatMap((ref) => ref.deref() ?? [])]);
    return [...all].filter(({ srcObject }) => srcObject instanceof MediaStream);
  };
  const count = (video: HTMLVideoElement): void => {
    const { videoWidth, videoHeight } = video;
    const isPerson = videoWidth > 0 && videoWidth * 3 === videoHeight * 4;
    const isSeen = video.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (isPerson && isSeen) frames.push(Date.now());
    video.requestVideoFrameCallback(() => count(video));
  };
  /** Mean square of what a track carries now. */
  const loudness = (track: MediaStreamTrack): number => {
    let meter = meters.get(track);
    if (!meter) {
      meter = new AnalyserNode(audio, { fftSize: samples.length });
      new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream([track]) }).connect(meter);
      meters.set(track, meter);
    }
    meter.getFloatTimeDomainData(samples);
    return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  };
  let last = performance.now();
  const look = (): void => {
    const seconds = (performance.now() - last) / 1000;
    last = performance.now();
    let heard = 0;
    for (const element of elements()) {
      if (element instanceof HTMLVideoElement && !counted.has(element)) {
        counted.add(element);
        element.requestVideoFrameCallback(() => count(element));
      }
      if (element.muted || element.paused || element.volume === 0) continue;
      const tracks = (element.srcObject as MediaStream).getAudioTracks();
      for (const track of tracks.filter(({ readyState, enabled }) => readyState === 'live' && enabled))
        heard += element.volume ** 2 * loudness(track) * seconds;
    }
    if (frames.length > 0 || heard > 0) void window.reportWatched?.({ frames, heard });
    frames = [];
  };
  setInterval(look, 50);
}
