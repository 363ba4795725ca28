import { findDevice } from '../../runtime/media/devices.ts';
import type { DeviceChoice } from '../../runtime/media/media.ts';

/** One media element that plays a stream of its own for as long as it is open. */
export class MediaOutput {
  readonly element: HTMLMediaElement;
  readonly stream = new MediaStream();
  readonly #changed: () => void;
  #blocked = false;
  #closed = false;
  #speaker: string | null = null;
  #silent = false;

  /** @param changed hears when it is blocked or freed */
  constructor(element: HTMLMediaElement, changed: () => void) {
    this.element = element;
    this.#changed = changed;
    // Some systems pause what they think is in the background; a call is not.
    element.addEventListener('pause', this.#play);
  }

  /** The browser wants a touch before it can be heard. */
  get blocked(): boolean {
    return this.#blocked;
  }

  /** These tracks and no others; with none of them it goes on to wait for some. */
  take(tracks: ReadonlySet<MediaStreamTrack>): void {
    for (const track of this.stream.getTracks()) if (!tracks.has(track)) this.stream.removeTrack(track);
    for (const track of tracks) this.stream.addTrack(track);
    if (tracks.size === 0) return;
    if (!this.element.srcObject) this.element.srcObject = this.stream;
    this.#play();
  }

  /** How loud, 0 to 1, and from which speaker, in browsers that can choose. 0 is silent everywhere. */
  sound(volume: number, speaker: DeviceChoice | null): void {
    if (this.element.volume !== volume) this.element.volume = volume;
    // On some devices only the hardware has a volume.
    this.#silent = volume === 0;
    if (!this.#blocked) this.element.muted = this.#silent;
    const wanted = speaker?.deviceId ?? '';
    if (this.#speaker === wanted || (this.#speaker === null && wanted === '')) return;
    this.#speaker = wanted;
    void this.#sink(wanted, speaker);
  }

  /** Call it within the touch. */
  hear(): void {
    if (!this.#blocked) return;
    this.element.muted = this.#silent;
    this.#block(false);
    this.#play();
  }

  close(): void {
    this.#closed = true;
    this.element.removeEventListener('pause', this.#play);
    this.element.srcObject = null;
    this.element.remove();
  }

  readonly #play = (): void => {
    if (this.#closed || !this.element.srcObject) return;
    this.element.play().catch((error: unknown) => {
      if (this.#closed || this.element.muted || (error as DOMException).name !== 'NotAllowedError') return;
      // Without sound the picture may play; the sound waits for a touch, and the screen says so.
      this.element.muted = true;
      this.#block(true);
      this.#play();
    });
  };

  /** One that is not there, or not allowed, leaves the sound where it is. Ids change when site data is cleared. */
  async #sink(id: string, speaker: DeviceChoice | null): Promise<void> {
    try {
      await this.element.setSinkId?.(id);
    } catch {
      const listed = await navigator.mediaDevices.enumerateDevices().catch(() => []);
      const found = speaker && findDevice(listed, 'audiooutput', speaker);
      if (found) await this.element.setSinkId(found).catch(() => {});
    }
  }

  #block(blocked: boolean): void {
    this.#blocked = blocked;
    this.#changed();
  }
}
