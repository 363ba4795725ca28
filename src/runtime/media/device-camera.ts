import type { Scope } from '../platform/scope.ts';
import { deviceProblem, type MediaDevicesLike, openDevice } from './devices.ts';
import { CameraError, type CameraSource, type DeviceChoice, type OpenCamera } from './media.ts';
import { openWithin } from '../platform/wait.ts';

export interface DeviceCameraOptions {
  readonly devices: MediaDevicesLike | undefined;
  readonly choice: DeviceChoice | null;
  /** Where no certain camera is chosen: the front (`user`) or rear (`environment`) one, if it can be told. */
  readonly facingMode?: 'user' | 'environment' | undefined;
}

const PICTURE: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** This device's own camera. It never stands still without the browser saying so: `ended` is all there is to watch. */
export function deviceCamera({ devices, choice, facingMode }: DeviceCameraOptions): CameraSource {
  const open = async (own: Scope): Promise<OpenCamera> => {
    if (!devices)
      throw new CameraError('insecure_page', 'the browser gives no camera to a page without a secure context');
    const track = await openDevice(
      devices,
      'videoinput',
      choice,
      facingMode ? { ...PICTURE, facingMode } : PICTURE,
    ).catch((error: unknown) => {
      throw new CameraError(deviceProblem(error), `camera of this device: ${String(error)}`, { cause: error });
    });
    own.add(() => track.stop());
    own.signal.throwIfAborted();
    const lost = Promise.withResolvers<CameraError>();
    track.addEventListener('ended', () => lost.resolve(new CameraError('failed', 'camera of this device: unplugged')), {
      signal: own.signal,
    });
    let frames = 0;
    return {
      track,
      path: 'device',
      source: 'this_device',
      frames: () => Promise.resolve(frames++),
      lost: lost.promise,
    };
  };
  return { id: 'this_device', open: (scope) => openWithin(scope, open) };
}
