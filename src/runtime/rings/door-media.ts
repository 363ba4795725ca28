import type { CameraChoice, MediaKinds } from '../call/call.ts';
import type { HaCameraEntity } from '../media/ha-offer.ts';
import { type CallMedia, type CameraState, MicrophoneError, type MicrophoneState } from '../media/media.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { LocalTracks, RemoteMedia } from '../providers/provider.ts';
import type { DoorLink } from './door-link.ts';

export interface DoorMediaOptions {
  /** The call's. */
  readonly scope: Scope;
  readonly camera: HaCameraEntity;
  readonly open: (camera: HaCameraEntity, scope: Scope, onLost: () => void) => Promise<DoorLink>;
  /** What comes from the other person of the call; null: the call has nothing yet. */
  readonly remote: () => Readable<RemoteMedia> | null;
  readonly onError: (message: string, error: unknown) => void;
}

const NOTHING: MediaKinds = { audio: false, video: false };

/**
 * Our side of a call whose camera, microphone and loudspeaker are a door's: the other person sees and hears who stands
 * there, and is heard there. Nothing of this device is used.
 */
export function createDoorMedia(options: DoorMediaOptions): CallMedia {
  return new DoorMedia(options);
}

class DoorMedia implements CallMedia {
  readonly tracks = new Store<LocalTracks>({ audio: null, video: null, audioMuted: false, videoMuted: false });
  readonly sending = new Store<MediaKinds>(NOTHING);
  readonly camera = new Store<CameraState>({ state: 'off' });
  /** Nobody here is heard through it. */
  readonly voice = new Store<MediaStreamTrack | null>(null);
  readonly microphone = new Store<MicrophoneState>({ choice: null, problem: null });
  readonly #options: DoorMediaOptions;
  #wanted: MediaKinds = NOTHING;
  #link: DoorLink | null = null;
  #own: Scope | null = null;

  constructor(options: DoorMediaOptions) {
    this.#options = options;
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  /** @throws MicrophoneError the door's sound is the microphone, and cannot be had */
  async start(wanted: MediaKinds): Promise<void> {
    this.#wanted = wanted;
    this.camera.set({ state: 'opening' });
    try {
      await this.#connect();
    } catch (error) {
      const { entityId: source } = this.#options.camera;
      this.camera.set({ state: 'failed', problem: 'failed', source });
      throw new MicrophoneError('microphone_missing', { cause: error });
    }
    this.#passOn();
  }

  set(wanted: MediaKinds): void {
    this.#wanted = wanted;
    this.#publish();
  }

  /** Camera and microphone are the door's: nothing else can be chosen. */
  choose(_camera: CameraChoice): void {}

  listen(): void {}

  async #connect(): Promise<void> {
    const { camera, scope, open } = this.#options;
    const own = scope.child();
    this.#own = own;
    this.#link = await open(camera, own, () => void this.#again(own));
    this.#publish();
    const say = this.#options.remote()?.value;
    if (say) this.#say(say);
  }

  /** Once: a door that is lost again is lost. */
  async #again(lost: Scope): Promise<void> {
    if (this.#own !== lost) return;
    const { entityId: source } = this.#options.camera;
    this.#link = null;
    this.camera.set({ state: 'lost', source });
    await lost.close();
    if (this.#options.scope.closed) return;
    await this.#connect().catch((error: unknown) => this.#options.onError('the door did not come back', error));
  }

  /** What the other person says comes out of the door. */
  #passOn(): void {
    const remote = this.#options.remote();
    if (!remote) return;
    this.#options.scope.add(remote.subscribe((media) => this.#say(media)));
    this.#say(remote.value);
  }

  #say({ participants }: RemoteMedia): void {
    const voice = participants.find(({ audio }) => audio)?.audio ?? null;
    this.#link?.say(voice).catch((error: unknown) => this.#options.onError('the door does not listen', error));
  }

  #publish(): void {
    const link = this.#link;
    if (!link || this.#options.scope.closed) return;
    const { audio, video } = this.#wanted;
    this.camera.set(video ? { state: 'on', path: 'webrtc', source: this.#options.camera.entityId } : { state: 'off' });
    this.tracks.set({
      audio: audio ? link.sound : null,
      video: video ? link.picture : null,
      audioMuted: !audio,
      videoMuted: !video,
    });
    this.sending.set({ audio, video });
  }
}
