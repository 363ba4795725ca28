import type { Millis } from '../../call/call.ts';

const SIZE = { width: 320, height: 180 };
const INTERVAL: Millis = 500;

/**
 * A black picture, twice a second. A peer with one `<video autoplay>` for sound and picture plays neither before the
 * first frame, so a call about pictures sends this until there was a real one. Its metadata says that the camera is off.
 */
export class BlackPicture {
  readonly track: MediaStreamTrack | null;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor() {
    const canvas = Object.assign(document.createElement('canvas'), SIZE);
    const context = canvas.getContext('2d', { alpha: false });
    const paint = (): void => context?.fillRect(0, 0, SIZE.width, SIZE.height);
    paint();
    this.track = canvas.captureStream().getVideoTracks()[0] ?? null;
    this.#timer = setInterval(paint, INTERVAL);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.track?.stop();
  }
}
