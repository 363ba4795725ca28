import type { CallMediaView, CallView } from '../../runtime/api.ts';
import type { CallId } from '../../runtime/call/call.ts';
import { findDevice } from '../../runtime/media/devices.ts';
import type { DeviceChoice } from '../../runtime/media/media.ts';
import type { RemoteMedia } from '../../runtime/providers/provider.ts';

const TALKING: ReadonlySet<CallView['phase']> = new Set(['connecting', 'active', 'reconnecting']);

/**
 * The other side's picture and sound: exactly one media element for each call, made once and never moved in the
 * document (moving pauses it).
 */
export class RemotePlayers {
  readonly #players = new Map<CallId, Player>();
  readonly #changed: () => void;

  /** @param changed hears when a player is blocked or freed. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Plays the media of those calls that have some in `container`, and of no other call. */
  sync(container: Element, calls: readonly CallView[], media: (id: CallId) => CallMediaView | null): void {
    const ids = calls.filter(({ phase }) => TALKING.has(phase)).map(({ id }) => id);
    for (const [id, player] of this.#players) {
      if (ids.includes(id)) continue;
      player.close();
      this.#players.delete(id);
    }
    for (const id of ids) {
      const view = this.#players.has(id) ? null : media(id);
      if (view) this.#players.set(id, new Player(container, id, view, this.#changed));
    }
  }

  /** Shows one call's picture, labelled with the person; the others are only heard. */
  show(id: CallId | null, label: string): void {
    for (const [of, { element }] of this.#players) {
      element.hidden = of !== id;
      element.setAttribute('aria-label', label);
    }
  }

  /** How loud all calls are, 0 to 1, and from which speaker, in browsers that can choose. 0 is silent everywhere. */
  sound(volume: number, speaker: DeviceChoice | null): void {
    for (const player of this.#players.values()) player.sound(volume, speaker);
  }

  /** The other side of this call shares a screen. */
  shares(id: CallId): boolean {
    return this.#players.get(id)?.shares ?? false;
  }

  /** The browser wants a touch before this call can be heard. */
  blocked(id: CallId): boolean {
    return this.#players.get(id)?.blocked ?? false;
  }

  /** Call it within the touch. */
  hear(): void {
    for (const player of this.#players.values()) player.hear();
  }

  close(): void {
    for (const player of this.#players.values()) player.close();
    this.#players.clear();
  }
}

class Player {
  readonly element = document.createElement('video');
  readonly #stream = new MediaStream();
  readonly #stop: () => void;
  readonly #changed: () => void;
  readonly #again: () => void;
  #closed = false;
  blocked = false;
  shares = false;
  #speaker: string | null = null;
  #silent = false;

  constructor(container: Element, id: CallId, view: CallMediaView, changed: () => void) {
    this.#changed = changed;
    this.element.playsInline = true;
    this.element.dataset['call'] = id;
    this.element.hidden = true;
    // Some systems pause what they think is in the background; a call is not.
    this.element.addEventListener('pause', this.#play);
    container.append(this.element);
    this.#again = () => this.#closed || this.#take(view.remote.value);
    this.#stop = view.remote.subscribe(this.#again);
    this.#again();
  }

  #take(remote: RemoteMedia): void {
    const wanted = new Set<MediaStreamTrack>();
    const large = remote.participants.find(({ id }) => id === remote.large) ?? remote.participants[0];
    for (const { audio } of remote.participants) if (audio) wanted.add(audio);
    const picture = large?.screen ?? large?.video;
    if (picture) {
      // Chromium plays no sound of a stream whose picture has not come yet: who has no camera would not be heard.
      if (picture.muted) picture.addEventListener('unmute', this.#again, { once: true });
      else wanted.add(picture);
    }
    for (const track of this.#stream.getTracks()) if (!wanted.has(track)) this.#stream.removeTrack(track);
    for (const track of wanted) this.#stream.addTrack(track);
    const shares = large?.screen != null;
    if (shares !== this.shares) {
      this.shares = shares;
      this.#changed();
    }
    if (!wanted.size) return;
    if (!this.element.srcObject) this.element.srcObject = this.#stream;
    this.#play();
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

  sound(volume: number, speaker: DeviceChoice | null): void {
    if (this.element.volume !== volume) this.element.volume = volume;
    // On some devices only the hardware has a volume.
    this.#silent = volume === 0;
    if (!this.blocked) this.element.muted = this.#silent;
    const wanted = speaker?.deviceId ?? '';
    if (this.#speaker === wanted || (this.#speaker === null && wanted === '')) return;
    this.#speaker = wanted;
    void this.#sink(wanted, speaker);
  }

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

  hear(): void {
    if (!this.blocked) return;
    this.element.muted = this.#silent;
    this.#block(false);
    this.#play();
  }

  #block(blocked: boolean): void {
    this.blocked = blocked;
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    this.element.removeEventListener('pause', this.#play);
    this.element.srcObject = null;
    this.element.remove();
  }
}
