import type { CallMediaView, CallView } from '../../runtime/api.ts';
import { t } from '../localize/more.ts';

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

  /** From this device it is like a mirror, where the camera looks at the person. */
  follow({ camera }: Pick<CallView, 'camera'>, media: CallMediaView | null): void {
    this.#video.setAttribute('aria-label', t('call.self_label'));
    this.#own = camera.state === 'on' && camera.path === 'device';
    this.#turn();
    this.#look(media);
  }

  #look(media: CallMediaView | null): void {
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
    this.#look(null);
  }
}
