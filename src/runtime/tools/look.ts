import type { MicrophoneLook, PreviewedCamera } from './api.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import { openLadder } from '../media/camera-ladder.ts';
import { deviceCamera } from '../media/device-camera.ts';
import { haCamera } from '../media/ha-camera.ts';
import { hlsCamera } from '../media/hls-camera.ts';
import type { DeviceChoice } from '../media/media.ts';
import { openMicrophone } from '../media/microphone.ts';
import { followLevel } from '../platform/level.ts';
import type { Platform } from '../platform/platform.ts';
import { Scope } from '../platform/scope.ts';
import type { Station } from '../storage/storage.ts';

interface Looking {
  readonly platform: Platform;
  readonly homeAssistant: HomeAssistant;
  readonly signal: AbortSignal;
}

/** `navigator.mediaDevices`, which is not there on a page without a secure context. */
const devices = (): MediaDevices | undefined => (navigator as Partial<Navigator>).mediaDevices;

/** Closed with the signal, at the latest. */
function scopeOf({ platform, signal }: Pick<Looking, 'platform' | 'signal'>): Scope {
  signal.throwIfAborted();
  const scope = new Scope((error) => platform.log.log('warn', 'a preview left something', error));
  signal.addEventListener('abort', () => void scope.close(), { once: true });
  return scope;
}

/** Opens a camera by the same paths as a call. @throws CameraError */
export async function previewCamera(
  { camera, deviceCamera: choice }: Pick<Station, 'camera' | 'deviceCamera'>,
  { platform, homeAssistant, signal }: Looking,
): Promise<PreviewedCamera> {
  const scope = scopeOf({ platform, signal });
  const own = { source: deviceCamera({ devices: devices(), choice }) };
  const entity = camera === 'this_device' ? null : { entityId: camera, homeAssistant, platform };
  const rungs = entity ? [{ source: haCamera(entity) }, { source: hlsCamera(entity) }, own] : [own];
  try {
    const { track, path, source, lost } = await openLadder(rungs, scope, platform.log);
    return { track, path, source, lost: lost.then(({ problem }) => ({ problem })) };
  } catch (error) {
    await scope.close();
    throw error;
  }
}

/** Listens to a microphone as a call opens it. @throws MicrophoneError */
export async function followMicrophone(
  choice: DeviceChoice | null,
  { signal, onLevel }: MicrophoneLook,
  platform: Platform,
): Promise<{ readonly ended: Promise<void> }> {
  const scope = scopeOf({ platform, signal });
  const ended = Promise.withResolvers<void>();
  try {
    const { track } = await openMicrophone({ scope, devices: devices(), choice, platform });
    let meter = scope.child();
    const follow = (now: MediaStreamTrack | null): void => {
      void meter.close();
      if (scope.closed) return;
      if (!now) {
        void scope.close();
        return ended.resolve();
      }
      meter = scope.child();
      const createContext = (): AudioContext => new AudioContext();
      followLevel({ track: now, createContext, clock: platform.clock, scope: meter, onLevel });
    };
    scope.add(track.subscribe(follow));
    follow(track.value);
    return { ended: ended.promise };
  } catch (error) {
    await scope.close();
    throw error;
  }
}
