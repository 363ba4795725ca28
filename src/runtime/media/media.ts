import type { CameraChoice, EndReason, MediaKinds } from '../call/call.ts';
import type { Readable } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { LocalTracks } from '../providers/provider.ts';

/** How a camera's picture reaches us, best first. `still`: no moving picture, a still instead (audio only for the peer). */
export type CameraPath = 'webrtc' | 'hls' | 'device' | 'still';

/** Where our picture comes from: an entity id of Home Assistant, or this device's camera. */
export type CameraSourceId = `camera.${string}` | 'this_device';

/** A camera that has shown its first frame. When it is lost it stays so: its owner closes the scope and opens it anew. */
export interface OpenCamera {
  /** Ends with the scope it was opened in. */
  readonly track: MediaStreamTrack;
  readonly path: CameraPath;
  /** What really gives the picture: `this_device` where the chosen camera could not be had. */
  readonly source: CameraSourceId;
  /** Frames since it was opened; that they stand still is how its owner notices a loss without any event. */
  frames(): Promise<number>;
  /** Resolves when the source itself knows that it is gone; never rejects. */
  readonly lost: Promise<CameraError>;
}

/** A camera source gives one live track, however it gets it. */
export interface CameraSource {
  readonly id: CameraSourceId;
  /**
   * @throws CameraError when no path of this source works; what was opened is closed again.
   */
  open(scope: Scope): Promise<OpenCamera>;
}

export type CameraProblem =
  'not_found' | 'unavailable' | 'not_supported' | 'denied' | 'in_use' | 'insecure_page' | 'timeout' | 'failed';

export class CameraError extends Error {
  readonly problem: CameraProblem;

  constructor(problem: CameraProblem, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'CameraError';
    this.problem = problem;
  }
}

/** What a station captures with. Device ids change when site data is cleared; labels find the device again. */
export interface MediaChoice {
  readonly camera: CameraSourceId;
  readonly microphone: DeviceChoice | null;
  readonly deviceCamera: DeviceChoice | null;
}
export interface DeviceChoice {
  readonly deviceId: string;
  readonly label: string;
}

export type CameraState =
  | { readonly state: 'off' }
  | { readonly state: 'opening' }
  | { readonly state: 'on'; readonly path: CameraPath; readonly source: CameraSourceId }
  /** A clear "camera lost" picture is sent; it comes back by itself. */
  | { readonly state: 'lost'; readonly source: CameraSourceId }
  /** The call goes on without a picture. */
  | { readonly state: 'failed'; readonly problem: CameraProblem; readonly source: CameraSourceId };

/** Which microphone a call uses. */
export interface MicrophoneState {
  /** null: the one that the browser chooses. */
  readonly choice: DeviceChoice | null;
  /** Why another one that was chosen since is not used; null: nothing is wrong. */
  readonly problem: MicrophoneError['reason'] | null;
}

/**
 * Our side of one call, from ring or dial to its end; owned by the call's scope.
 * Wanted is what commands ask for, actual is what `tracks` and `sending` say.
 */
export interface CallMedia {
  /** Opens a Home Assistant camera ahead of the answer. Never the device's camera or microphone. Idempotent. */
  prepare(): Promise<void>;
  /**
   * Opens the devices. Resolves when the call may go on: the microphone is open, the camera open or given up
   * (a camera never fails a call).
   * @throws MicrophoneError
   */
  start(wanted: MediaKinds): Promise<void>;
  /** Mutes and unmutes; a camera that was never open is opened. */
  set(wanted: MediaKinds): void;
  /** Another camera from now on; the one before is closed first. Black is sent until it shows, if one was seen before. */
  choose(camera: CameraChoice): void;
  /** Another microphone from now on; if it cannot be had, the one before stays and {@link microphone} says why. */
  listen(microphone: DeviceChoice | null): void;
  /** What the provider sends; changes at every switch, mute, loss. */
  readonly tracks: Readable<LocalTracks>;
  readonly sending: Readable<MediaKinds>;
  readonly camera: Readable<CameraState>;
  /** The microphone, muted or not; for listening to it here. Whoever does never stops it. */
  readonly voice: Readable<MediaStreamTrack | null>;
  readonly microphone: Readable<MicrophoneState>;
}

/** The microphone cannot be had; the reason ends the call. */
export class MicrophoneError extends Error {
  readonly reason: Extract<
    EndReason,
    'microphone_denied' | 'microphone_missing' | 'microphone_in_use' | 'insecure_page'
  >;

  constructor(reason: MicrophoneError['reason'], options: { cause?: unknown } = {}) {
    super(`microphone: ${reason}`, options);
    this.name = 'MicrophoneError';
    this.reason = reason;
  }
}
