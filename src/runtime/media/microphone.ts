import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import { deviceProblem, findDevice, type MediaDevicesLike, openDevice } from './devices.ts';
import { type DeviceChoice, MicrophoneError } from './media.ts';

export interface MicrophoneOptions {
  readonly scope: Scope;
  readonly devices: MediaDevicesLike | undefined;
  readonly choice: DeviceChoice | null;
  readonly platform: Platform;
}

export interface Microphone {
  /** null while no microphone is there: all were unplugged. It comes back by itself. */
  readonly track: Readable<MediaStreamTrack | null>;
}

const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * Opens the chosen microphone, or the default one while the chosen one is not there, until the scope closes.
 * @throws MicrophoneError
 */
export async function openMicrophone({ scope, devices, choice, platform }: MicrophoneOptions): Promise<Microphone> {
  if (!devices) throw new MicrophoneError('insecure_page');
  const current = new Store<MediaStreamTrack | null>(null);
  let opening = false;

  const stop = (): void => {
    current.value?.stop();
    current.set(null);
  };
  const open = async (): Promise<void> => {
    const track = await openDevice(devices, 'audioinput', choice, SOUND);
    if (scope.closed) return track.stop();
    const before = current.value;
    current.set(track);
    before?.stop();
    // Fires when it was unplugged or the permission was taken back, not after our own stop().
    track.addEventListener('ended', () => void replace(), { signal: scope.signal });
  };
  const replace = async (): Promise<void> => {
    if (opening || scope.closed) return;
    opening = true;
    try {
      await open();
    } catch (error) {
      platform.log.log('warn', 'the microphone is gone', error);
      if (current.value?.readyState === 'ended') current.set(null);
    } finally {
      opening = false;
    }
  };
  /** The chosen one was plugged in again, or any at all while there was none. */
  const plugged = async (): Promise<void> => {
    const track = current.value;
    if (track?.readyState === 'live') {
      const wanted = choice && findDevice(await devices.enumerateDevices(), 'audioinput', choice);
      if (!wanted || wanted === track.getSettings().deviceId) return;
    }
    await replace();
  };

  try {
    await open();
  } catch (error) {
    throw new MicrophoneError(reason(error), { cause: error });
  }
  scope.signal.throwIfAborted();
  scope.add(stop);
  const listener = (): void =>
    void plugged().catch((error: unknown) => platform.log.log('warn', 'devices cannot be listed', error));
  devices.addEventListener('devicechange', listener);
  scope.add(() => devices.removeEventListener('devicechange', listener));
  return { track: current };
}

function reason(error: unknown): MicrophoneError['reason'] {
  switch (deviceProblem(error)) {
    case 'denied':
      return 'microphone_denied';
    case 'not_found':
      return 'microphone_missing';
    case 'insecure_page':
      return 'insecure_page';
    case 'in_use':
    case 'failed':
      return 'microphone_in_use';
  }
}
