import { fitOf } from './fit.ts';

/** A video track on the screen. What was shown before stays until the next one has its first frame. */
export class Picture {
  readonly element = document.createElement('div');
  #track: MediaStreamTrack | null = null;
  /** The newest one is the last. */
  #videos: readonly HTMLVideoElement[] = [];

  constructor(className: string) {
    this.element.className = className;
  }

  show(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    if (!track) return this.#keep([]);
    const video = document.createElement('video');
    // Its sound is played apart, so that a browser that keeps it back shows the picture all the same.
    Object.assign(video, { muted: true, playsInline: true, autoplay: true, disablePictureInPicture: true });
    video.srcObject = new MediaStream([track]);
    video.addEventListener('loadeddata', () => {
      if (this.#videos.at(-1) === video) this.#keep([video]);
    });
    video.addEventListener('resize', () => this.#fit(video));
    // Of the ones before, one at most has been seen.
    this.#keep([...this.#videos.slice(0, 1), video]);
    this.element.append(video);
    this.play();
  }

  /** Again, after it was out of the document: that pauses it. */
  play(): void {
    // A picture that begins later says so by itself.
    for (const video of this.#videos) video.play().catch(() => {});
  }

  /** Of the newest picture. */
  get seen(): { readonly frames: number; readonly width: number; readonly height: number } {
    const video = this.#videos.at(-1);
    if (!video) return { frames: 0, width: 0, height: 0 };
    const { totalVideoFrames: frames } = video.getVideoPlaybackQuality();
    return { frames, width: video.videoWidth, height: video.videoHeight };
  }

  #fit(video: HTMLVideoElement): void {
    const { videoWidth: width, videoHeight: height } = video;
    const { clientWidth, clientHeight } = this.element;
    video.dataset['fit'] = fitOf({ width, height }, { width: clientWidth, height: clientHeight });
  }

  #keep(videos: readonly HTMLVideoElement[]): void {
    for (const video of this.#videos) {
      if (videos.includes(video)) continue;
      video.srcObject = null;
      video.remove();
    }
    this.#videos = videos;
  }
}
