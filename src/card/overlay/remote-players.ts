import type { CallMediaView } from '../../runtime/api.ts';
import type { CallId } from '../../runtime/call/call.ts';
import type { RemoteMedia } from '../../runtime/providers/provider.ts';

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

  /** Plays the media of `ids` in `container`, and of no other call. */
  sync(container: Element, ids: readonly CallId[], media: (id: CallId) => CallMediaView | null): void {
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
  #closed = false;
  blocked = false;

  constructor(container: Element, id: CallId, view: CallMediaView, changed: () => void) {
    this.#changed = changed;
    this.element.playsInline = true;
    this.element.dataset['call'] = id;
    this.element.hidden = true;
    // Some systems pause what they think is in the background; a call is not.
    this.element.addEventListener('pause', this.#play);
    container.append(this.element);
    this.#stop = view.remote.subscribe((remote) => this.#take(remote));
    this.#take(view.remote.value);
  }

  #take(remote: RemoteMedia): void {
    const wanted = new Set<MediaStreamTrack>();
    for (const { audio, screen, video } of remote.participants) {
      for (const track of [audio, screen ?? video]) if (track) wanted.add(track);
    }
    for (const track of this.#stream.getTracks()) if (!wanted.has(track)) this.#stream.removeTrack(track);
    for (const track of wanted) this.#stream.addTrack(track);
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

  hear(): void {
    if (!this.blocked) return;
    this.element.muted = false;
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
