import type { Millis } from '../call/call.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import { deviceProblem, findDevice, type MediaDevicesLike, openDevice, openExactly } from './devices.ts';
import { type DeviceChoice, MicrophoneError, type MicrophoneState } from './media.ts';
import { within } from '../platform/wait.ts';

export interface MicrophoneOptions {
  readonly scope: Scope;
  readonly devices: MediaDevicesLike | undefined;
  readonly choice: DeviceChoice | null;
  readonly platform: Platform;
}

export interface Microphone {
  /** null while no microphone is there: all were unplugged. It comes back by itself. */
  readonly track: Readable<MediaStreamTrack | null>;
  readonly state: Readable<MicrophoneState>;
  /**
   * Another one from now on; the one before stops when it is open, and stays when it cannot be had. Never rejects. Of
   * several choices the last one counts.
   */
  choose(choice: DeviceChoice | null): Promise<void>;
}

/** A browser that is asked for a microphone which it may give does so at once. Milliseconds. */
const CHOOSE_WAIT: Millis = 10_000;

const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * Opens the chosen microphone, or the default one while the chosen one is not there, until the scope closes.
 * @throws MicrophoneError
 */
export async function openMicrophone({ scope, devices, choice, platform }: MicrophoneOptions): Promise<Microphone> {
  if (!devices) throw new MicrophoneError('insecure_page');
  const current = new Store<MediaStreamTrack | null>(null);
  const state = new Store<MicrophoneState>({ choice, problem: null });
  let opening = false;
  let choices = 0;

  const stop = (): void => {
    current.value?.stop();
    current.set(null);
  };
  const use = (track: MediaStreamTrack): void => {
    if (scope.closed) return track.stop();
    const before = current.value;
    current.set(track);
    before?.stop();
    // Fires when it was unplugged or the permission was taken back, not after our own stop().
    track.addEventListener('ended', () => void replace(), { signal: scope.signal });
  };
  const open = async (): Promise<void> => use(await openDevice(devices, 'audioinput', state.value.choice, SOUND));
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
    const { choice } = state.value;
    if (track?.readyState === 'live') {
      const wanted = choice && findDevice(await devices.enumerateDevices(), 'audioinput', choice);
      if (!wanted || wanted === track.getSettings().deviceId) return;
    }
    await replace();
  };
  const choose = async (next: DeviceChoice | null): Promise<void> => {
    const mine = ++choices;
    const last = (): boolean => mine === choices && !scope.closed;
    const asked = openExactly(devices, 'audioinput', next, SOUND).then((track) => {
      if (!last()) return track.stop();
      use(track);
      state.set({ choice: next, problem: null });
    });
    try {
      const expired = (): DOMException => new DOMException('the microphone does not open', 'AbortError');
      await within(asked, { clock: platform.clock, limit: CHOOSE_WAIT, signal: scope.signal, expired });
    } catch (error) {
      if (!last()) return;
      choices++; // What opens too late is not used any more.
      platform.log.log('warn', 'the microphone was not changed', error);
      state.set({ ...state.value, problem: reason(error) });
    }
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
  return { track: current, state, choose };
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
