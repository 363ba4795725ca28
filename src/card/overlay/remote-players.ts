import type { CallMediaView, CallView } from '../../runtime/api.ts';
import type { CallId } from '../../runtime/call/call.ts';
import type { DeviceChoice } from '../../runtime/media/media.ts';
import type { RemoteMedia } from '../../runtime/providers/provider.ts';
import { MediaOutput } from './media-output.ts';

const TALKING: ReadonlySet<CallView['phase']> = new Set(['connecting', 'active', 'reconnecting']);

/**
 * The other side's picture and sound: one media element for each call, and one more for each further voice; made once
 * and never moved in the document (moving pauses them).
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
  readonly #main: MediaOutput;
  /** Who else speaks: of several sounds in a stream Chromium plays the first alone. A voice stays where it began. */
  readonly #voices = new Map<MediaStreamTrack, MediaOutput>();
  readonly #container: Element;
  readonly #changed: () => void;
  readonly #again: () => void;
  readonly #closing = new AbortController();
  #volume = 1;
  #speaker: DeviceChoice | null = null;
  shares = false;

  constructor(container: Element, id: CallId, view: CallMediaView, changed: () => void) {
    this.#container = container;
    this.#changed = changed;
    this.element.playsInline = true;
    this.element.dataset['call'] = id;
    this.element.hidden = true;
    this.#main = new MediaOutput(this.element, changed);
    container.append(this.element);
    this.#again = () => this.#take(view.remote.value);
    this.#closing.signal.addEventListener('abort', view.remote.subscribe(this.#again));
    this.#again();
  }

  get blocked(): boolean {
    return this.#outputs().some(({ blocked }) => blocked);
  }

  sound(volume: number, speaker: DeviceChoice | null): void {
    this.#volume = volume;
    this.#speaker = speaker;
    for (const output of this.#outputs()) output.sound(volume, speaker);
  }

  hear(): void {
    for (const output of this.#outputs()) output.hear();
  }

  close(): void {
    this.#closing.abort();
    for (const output of this.#outputs()) output.close();
    this.#voices.clear();
  }

  #outputs(): readonly MediaOutput[] {
    return [this.#main, ...this.#voices.values()];
  }

  #take(remote: RemoteMedia): void {
    const large = remote.participants.find(({ id }) => id === remote.large) ?? remote.participants[0];
    const wanted = new Set<MediaStreamTrack>();
    const first = this.#playVoices(new Set(remote.participants.flatMap(({ audio }) => audio ?? [])));
    if (first) wanted.add(first);
    const picture = large?.screen ?? large?.video;
    if (picture) {
      // Chromium plays no sound of a stream whose picture has not come yet: who has no camera would not be heard.
      if (picture.muted) picture.addEventListener('unmute', this.#again, { once: true, signal: this.#closing.signal });
      else wanted.add(picture);
    }
    this.#main.take(wanted);
    const shares = large?.screen != null;
    if (shares === this.shares) return;
    this.shares = shares;
    this.#changed();
  }

  /** Plays these voices and no others. @returns the one that goes with the picture */
  #playVoices(voices: ReadonlySet<MediaStreamTrack>): MediaStreamTrack | null {
    for (const [track, output] of this.#voices) {
      if (voices.has(track)) continue;
      output.close();
      this.#voices.delete(track);
    }
    const free = [...voices].filter((track) => !this.#voices.has(track));
    const first = this.#main.stream.getAudioTracks().find((track) => voices.has(track)) ?? free[0] ?? null;
    for (const track of free) if (track !== first) this.#addVoice(track);
    return first;
  }

  #addVoice(track: MediaStreamTrack): void {
    const output = new MediaOutput(document.createElement('audio'), this.#changed);
    this.#voices.set(track, output);
    this.#container.append(output.element);
    output.sound(this.#volume, this.#speaker);
    output.take(new Set([track]));
  }
}
