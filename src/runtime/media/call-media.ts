import type { CameraChoice, MediaKinds, Millis } from '../call/call.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import { Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { LocalTracks } from '../providers/provider.ts';
import { type CameraKeeper, keepCamera } from './camera-keeper.ts';
import { openLadder, type Rung } from './camera-ladder.ts';
import { deviceCamera } from './device-camera.ts';
import type { MediaDevicesLike } from './devices.ts';
import { haCamera } from './ha-camera.ts';
import { hlsCamera } from './hls-camera.ts';
import type { CallMedia, CameraPath, CameraState, DeviceChoice, MediaChoice, MicrophoneState } from './media.ts';
import { type Microphone, openMicrophone } from './microphone.ts';
import { placeholder } from './placeholder.ts';
import { plainRelay, type Relay } from './relay.ts';
import { pause } from '../platform/wait.ts';

export interface CallMediaOptions {
  /** The call's. Closing it leaves no connection, track, element, timer or listener. */
  readonly scope: Scope;
  readonly homeAssistant: HomeAssistant;
  readonly platform: Platform;
  readonly choice: MediaChoice;
  /** `navigator.mediaDevices`, which is undefined on a page without a secure context. */
  readonly devices: MediaDevicesLike | undefined;
  readonly relay?: Relay;
  /** What the peer reads while the camera is lost. */
  readonly lostText?: string;
  /** A file that a camera needs could not be loaded. */
  readonly onChunkLost?: (error: unknown) => void;
}

/** A call goes on without a camera that takes longer; its picture follows. */
const CAMERA_WAIT: Millis = 4_000;
/** A camera that was switched off stays open so long, for somebody who switches it on again. */
const RELEASE_AFTER: Millis = 5_000;
const NOTHING: MediaKinds = { audio: false, video: false };
const OFF: CameraState = { state: 'off' };

/** {@link CallMedia} of one call. Opens nothing before `prepare` or `start`. */
export function createCallMedia(options: CallMediaOptions): CallMedia {
  return new CallMediaOfScope(options);
}

class CallMediaOfScope implements CallMedia {
  readonly tracks = new Store<LocalTracks>({ audio: null, video: null, audioMuted: false, videoMuted: false });
  readonly sending = new Store<MediaKinds>(NOTHING);
  readonly camera = new Store<CameraState>(OFF);
  readonly voice = new Store<MediaStreamTrack | null>(null);
  readonly microphone: Store<MicrophoneState>;
  readonly #options: CallMediaOptions;
  /** null until the start. */
  #wanted: MediaKinds | null = null;
  #started: Promise<void> | undefined;
  #microphone: Microphone | undefined;
  #microphoneOpening: Promise<void> | undefined;
  #keeper: { readonly camera: CameraKeeper; readonly scope: Scope } | undefined;
  /** Black, for a camera that is switched off after it was seen. */
  #black: { readonly track: MediaStreamTrack; readonly scope: Scope } | undefined;
  #cancelRelease = (): void => {};
  #choice: MediaChoice;
  #facingMode: CameraChoice['facingMode'];
  /** Counts choices: only the last one is opened. */
  #choices = 0;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    this.#choice = options.choice;
    this.microphone = new Store<MicrophoneState>({ choice: options.choice.microphone, problem: null });
    const { scope, homeAssistant, devices } = options;
    const retry = (): void => this.#keeper?.camera.retry();
    scope.add(homeAssistant.connected.subscribe((connected) => connected && retry()));
    devices?.addEventListener('devicechange', retry);
    scope.add(() => devices?.removeEventListener('devicechange', retry));
    scope.add(() => this.#cancelRelease());
  }

  async prepare(): Promise<void> {
    if (this.#choice.camera === 'this_device' || this.#started) return;
    await this.#cameraSettled(this.#keep(), Infinity);
  }

  start(wanted: MediaKinds): Promise<void> {
    if (this.#started) this.set(wanted);
    return (this.#started ??= this.#start(wanted));
  }

  set(wanted: MediaKinds): void {
    if (!this.#wanted) return;
    this.#wanted = wanted;
    this.#apply(wanted);
    this.#publish();
  }

  choose({ source, facingMode, device }: CameraChoice): void {
    const mine = ++this.#choices;
    this.#choice = {
      ...this.#choice,
      camera: source,
      deviceCamera: device ?? (facingMode ? null : this.#choice.deviceCamera),
    };
    this.#facingMode = facingMode;
    this.#cancelRelease();
    // A telephone gives its rear camera only when the front one is closed.
    this.#release()
      .then(() => {
        if (mine !== this.#choices || this.#options.scope.closed || !this.#wanted) return;
        this.#apply(this.#wanted);
        this.#publish();
      })
      .catch((error: unknown) => this.#options.platform.log.log('warn', 'the camera was not changed', error));
  }

  listen(microphone: DeviceChoice | null): void {
    if (this.#microphoneOpening) {
      // What cannot be opened at all has told so already.
      this.#microphoneOpening.then(() => this.#microphone?.choose(microphone)).catch(() => undefined);
    } else {
      this.#choice = { ...this.#choice, microphone };
      this.microphone.set({ choice: microphone, problem: null });
    }
  }

  async #start(wanted: MediaKinds): Promise<void> {
    this.#wanted = wanted;
    const microphone = wanted.audio ? this.#openMicrophone() : Promise.resolve();
    this.#apply({ ...wanted, audio: false });
    this.#publish();
    const camera = this.#keeper && wanted.video ? this.#cameraSettled(this.#keeper.camera, CAMERA_WAIT) : undefined;
    await microphone;
    await camera;
    this.#options.scope.signal.throwIfAborted();
  }

  /** Makes what is open fit what is wanted; what takes time follows by itself. */
  #apply(wanted: MediaKinds): void {
    const { log, clock } = this.#options.platform;
    if (wanted.audio) this.#openMicrophone().catch((error: unknown) => log.log('warn', 'no microphone', error));
    this.#cancelRelease();
    if (wanted.video) this.#keep();
    else if (this.#keeper) this.#cancelRelease = clock.after(RELEASE_AFTER, () => void this.#release());
  }

  #openMicrophone(): Promise<void> {
    const { scope, devices, platform } = this.#options;
    const { microphone: choice } = this.#choice;
    return (this.#microphoneOpening ??= openMicrophone({ scope, devices, choice, platform }).then(
      (microphone) => {
        this.#microphone = microphone;
        scope.add(microphone.track.subscribe(() => this.#publish()));
        scope.add(microphone.state.subscribe((state) => this.microphone.set(state)));
        this.#publish();
      },
      (error: unknown) => {
        this.#microphoneOpening = undefined; // Asked for again, it is tried again.
        throw error;
      },
    ));
  }

  /** The camera, opened if it is not. One that had failed is tried again, now with the device's own as the last rung. */
  #keep(): CameraKeeper {
    if (this.#keeper) {
      if (this.#keeper.camera.state.value.state === 'failed') this.#keeper.camera.retry();
      return this.#keeper.camera;
    }
    const { platform, relay = plainRelay, lostText = 'Camera lost' } = this.#options;
    const scope = this.#options.scope.child();
    const camera = keepCamera({
      scope,
      platform,
      source: this.#choice.camera,
      relay,
      lostPicture: (own) => placeholder({ scope: own, clock: platform.clock, text: lostText }),
      open: (own, lost) => openLadder(this.#rungs(lost?.path ?? null), own, platform.log),
    });
    this.#keeper = { camera, scope };
    scope.add(camera.track.subscribe(() => this.#publish()));
    scope.add(camera.state.subscribe(() => this.#publish()));
    this.#publish();
    return camera;
  }

  /** A lost camera is not replaced by another one behind the family's back: only its own paths are tried again. */
  #rungs(lost: CameraPath | null): readonly Rung[] {
    const { homeAssistant, platform, devices } = this.#options;
    const choice = this.#choice;
    const device: Rung = {
      source: deviceCamera({ devices, choice: choice.deviceCamera, facingMode: this.#facingMode }),
      allowed: () => this.#wanted?.video === true && (lost === null || lost === 'device'),
    };
    if (choice.camera === 'this_device' || lost === 'device') return [device];
    const entity = { entityId: choice.camera, homeAssistant, platform };
    return [
      { source: haCamera(entity) },
      { source: hlsCamera({ ...entity, onChunkLost: this.#options.onChunkLost }) },
      device,
    ];
  }

  async #release(): Promise<void> {
    const keeper = this.#keeper;
    this.#keeper = undefined;
    this.#publish();
    await keeper?.scope.close();
  }

  /** Resolves when the first picture is there or cannot be had, or after `limit` ms. */
  async #cameraSettled({ state }: CameraKeeper, limit: number): Promise<void> {
    const { clock } = this.#options.platform;
    const settled = new AbortController();
    const look = (): void => {
      if (state.value.state !== 'opening') settled.abort();
    };
    const unsubscribe = state.subscribe(look);
    look();
    await pause(clock, limit, AbortSignal.any([settled.signal, this.#options.scope.signal]));
    unsubscribe();
  }

  #publish(): void {
    if (this.#options.scope.closed) return;
    const wanted = this.#wanted;
    const keeper = this.#keeper?.camera;
    const state = keeper?.state.value ?? OFF;
    const picture = keeper?.track.value ?? null;
    const microphone = this.#microphone?.track.value ?? null;
    if (microphone) microphone.enabled = wanted?.audio === true;
    this.voice.set(microphone);

    const audio = wanted?.audio ? microphone : null;
    // Before the start the open camera is shown to the provider, which prepares with it and sends nothing.
    const showing = wanted ? wanted.video : true;
    const video = showing && picture ? picture : this.#blackIfSeen();
    this.#update({
      audio,
      video,
      audioMuted: wanted !== null && audio === null,
      videoMuted: wanted !== null && (!wanted.video || state.state === 'failed'),
    });
    if (picture && video === picture) this.#dropBlack();
    this.#sending({ audio: audio !== null, video: wanted?.video === true && picture !== null });
    this.camera.set(showing ? state : OFF);
  }

  /** Black for a camera that the peer has seen and that is off (or opening) now; null for one it never saw. */
  #blackIfSeen(): MediaStreamTrack | null {
    if (!this.#black && this.sending.value.video) {
      const scope = this.#options.scope.child();
      this.#black = { scope, track: placeholder({ scope, clock: this.#options.platform.clock }) };
    }
    return this.#black?.track ?? null;
  }

  #dropBlack(): void {
    void this.#black?.scope.close();
    this.#black = undefined;
  }

  #update(next: LocalTracks): void {
    const now = this.tracks.value;
    const keys = ['audio', 'video', 'audioMuted', 'videoMuted'] as const;
    if (keys.some((key) => now[key] !== next[key])) this.tracks.set(next);
  }

  #sending(next: MediaKinds): void {
    const now = this.sending.value;
    if (now.audio !== next.audio || now.video !== next.video) this.sending.set(next);
  }
}
