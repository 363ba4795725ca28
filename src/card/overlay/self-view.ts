import type { CallMediaView } from '../../runtime/api.ts';

/** Our own picture: one muted video element that follows the preview track of the call on screen. */
export class SelfView {
  readonly #video = document.createElement('video');
  readonly #changed: () => void;
  #media: CallMediaView | null = null;
  #track: MediaStreamTrack | null = null;
  #stop: (() => void) | null = null;
  #own = false;

  /** @param changed hears when there is a picture, or none any more. */
  constructor(changed: () => void) {
    this.#changed = changed;
    Object.assign(this.#video, { muted: true, autoplay: true, playsInline: true });
  }

  /** The picture to draw, or null. */
  get element(): HTMLVideoElement | null {
    return this.#track ? this.#video : null;
  }

  /** @param own the picture comes from this device: like a mirror, where the camera looks at the person */
  follow(media: CallMediaView | null, label: string, own: boolean): void {
    this.#video.setAttribute('aria-label', label);
    this.#own = own;
    this.#turn();
    if (media === this.#media) return;
    this.#stop?.();
    this.#media = media;
    this.#stop = media?.preview.subscribe((track) => this.#take(track)) ?? null;
    this.#take(media?.preview.value ?? null);
  }

  #take(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    this.#video.srcObject = track ? new MediaStream([track]) : null;
    this.#turn();
    this.#changed();
  }

  #turn(): void {
    const mirror = this.#own && this.#track?.getSettings().facingMode !== 'environment';
    this.#video.classList.toggle('mirror', mirror);
  }

  close(): void {
    this.follow(null, '', false);
  }
}
