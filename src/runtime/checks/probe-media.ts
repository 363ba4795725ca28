import type { Millis } from '../call/call.ts';
import { deviceCamera } from '../media/device-camera.ts';
import { deviceProblem, openDevice } from '../media/devices.ts';
import { haCamera } from '../media/ha-camera.ts';
import { hlsCamera } from '../media/hls-camera.ts';
import { CameraError, type DeviceChoice } from '../media/media.ts';
import { openLadder } from '../media/camera-ladder.ts';
import { pause } from '../platform/wait.ts';
import { followLevel } from '../platform/level.ts';
import type { Clock } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import type { CheckBrowser } from './browser.ts';
import type { CheckContext } from './context.ts';
import type { CameraEntityFacts, CameraFacts, DeviceProblem, MicrophoneFacts } from './judge-media.ts';

/** A person needs a moment to say something. */
const LISTEN_FOR = 4_000;
/** Loud enough to stop listening. */
const LOUD = 0.02;
const FRAME_WITHIN: Millis = 6_000;
/** As it comes from the microphone: suppression makes silence of a quiet room. */
const RAW: MediaTrackConstraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

export async function probeMicrophone(
  { station, platform }: CheckContext,
  browser: CheckBrowser,
  own: Scope,
): Promise<MicrophoneFacts> {
  const nothing = { device: '', wanted: null, peak: null };
  const { devices, createAudioContext } = browser;
  if (!devices) return { ...nothing, problem: 'insecure_page' };
  // Asking again would be refused without a question.
  if ((await browser.permission('microphone')) === 'denied') return { ...nothing, problem: 'denied' };
  let track: MediaStreamTrack;
  try {
    track = await openDevice(devices, 'audioinput', station.microphone, RAW);
  } catch (error) {
    return { ...nothing, problem: deviceProblem(error) };
  }
  own.add(() => track.stop());
  own.signal.throwIfAborted();
  const peak = createAudioContext ? await listen(track, createAudioContext, platform.clock, own) : null;
  return { problem: null, device: track.label, wanted: missed(station.microphone, track), peak };
}

/** The loudest of a while; ends early when something was heard. null: the browser did not let us listen. */
async function listen(
  track: MediaStreamTrack,
  createContext: () => AudioContext,
  clock: Clock,
  own: Scope,
): Promise<number | null> {
  const listening = own.child();
  let loudest: number | null = null;
  const heard = new AbortController();
  const onLevel = (peak: number | null): void => {
    if (peak === null) return;
    loudest = Math.max(loudest ?? 0, peak);
    if (loudest > LOUD) heard.abort();
  };
  followLevel({ track, createContext, clock, scope: listening, onLevel });
  await pause(clock, LISTEN_FOR, AbortSignal.any([heard.signal, own.signal]));
  await listening.close();
  return loudest;
}

export async function probeCamera(
  { station, platform }: CheckContext,
  browser: CheckBrowser,
  own: Scope,
): Promise<CameraFacts> {
  const nothing = { device: '', wanted: null, size: null };
  if (browser.devices && (await browser.permission('camera')) === 'denied') return { ...nothing, problem: 'denied' };
  try {
    const { devices } = browser;
    const { track } = await deviceCamera({ devices, choice: station.deviceCamera }).open(own);
    const wanted = missed(station.deviceCamera, track);
    return { problem: null, device: track.label, wanted, size: await firstFrame(track, platform.clock, own) };
  } catch (error) {
    own.signal.throwIfAborted();
    return { ...nothing, problem: ownProblem(error) };
  }
}

/** Of this device's own camera only these can be. */
function ownProblem(error: unknown): DeviceProblem {
  const problem = error instanceof CameraError ? error.problem : 'failed';
  return problem === 'denied' || problem === 'not_found' || problem === 'in_use' || problem === 'insecure_page'
    ? problem
    : 'failed';
}

/** Size of the first frame that is decoded; null: none in time. A camera with its lid closed, or taken, gives none. */
async function firstFrame(track: MediaStreamTrack, clock: Clock, own: Scope): Promise<CameraFacts['size']> {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  own.add(() => void (video.srcObject = null));
  const shown = new AbortController();
  video.addEventListener('loadeddata', () => shown.abort(), { signal: own.signal });
  video.srcObject = new MediaStream([track]);
  video.play().catch(() => undefined);
  await pause(clock, FRAME_WITHIN, AbortSignal.any([shown.signal, own.signal]));
  return shown.signal.aborted ? { width: video.videoWidth, height: video.videoHeight } : null;
}

/** The name of what was chosen, if another device was opened. */
function missed(choice: DeviceChoice | null, track: MediaStreamTrack): string | null {
  if (!choice || choice.deviceId === track.getSettings().deviceId || choice.label === track.label) return null;
  return choice.label;
}

/** Opens the camera entity as a call would: WebRTC, else HLS; until its first frame. */
export async function probeCameraEntity(
  { homeAssistant, platform }: CheckContext,
  entityId: `camera.${string}`,
  own: Scope,
): Promise<CameraEntityFacts> {
  const named = homeAssistant.states.value[entityId]?.attributes['friendly_name'];
  const name = typeof named === 'string' ? named : entityId;
  const began = platform.clock.now();
  const options = { entityId, homeAssistant, platform };
  const rungs = [haCamera(options), hlsCamera(options)].map((source) => ({ source }));
  try {
    const { path } = await openLadder(rungs, own, platform.log);
    return { name, path, problem: null, milliseconds: platform.clock.now() - began };
  } catch (error) {
    own.signal.throwIfAborted();
    const problem = error instanceof CameraError ? error.problem : 'failed';
    return { name, path: null, problem, milliseconds: platform.clock.now() - began };
  }
}
