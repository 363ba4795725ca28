import type { Millis } from '../call/call.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import {
  CameraError,
  type CameraPath,
  type CameraProblem,
  type CameraSourceId,
  type CameraState,
  type OpenCamera,
} from './media.ts';
import type { Relay } from './relay.ts';
import { pause } from '../platform/wait.ts';

export interface KeeperOptions {
  readonly scope: Scope;
  readonly platform: Platform;
  /** What was chosen, for the state while nothing is open. */
  readonly source: CameraSourceId;
  /** Opens the camera; again after each loss and failure. */
  readonly open: (scope: Scope, lost: OpenCamera | null) => Promise<OpenCamera>;
  readonly relay: Relay;
  /** The picture that is sent while the camera is lost. */
  readonly lostPicture: (scope: Scope) => MediaStreamTrack;
}

export interface CameraKeeper {
  /** What is to be sent: the camera's picture, the lost picture, or null before the first frame. */
  readonly track: Readable<MediaStreamTrack | null>;
  readonly state: Readable<CameraState>;
  /** The world changed (Home Assistant is back, a device was plugged in, a person asked again): try now instead of later. */
  retry(): void;
}

/** So long without a frame is a loss. HLS comes in pieces of seconds. */
const STALLED: Readonly<Record<CameraPath, number>> = { webrtc: 3_000, device: 3_000, hls: 10_000, still: Infinity };
const LOOK_EVERY: Millis = 500;
/** Before each attempt after a failure, ms, doubling; jittered, because Home Assistant comes back to all kiosks at once. */
const FIRST_PAUSE: Millis = 500;
const LONGEST_PAUSE: Millis = 15_000;
/** Only a person can mend these, so nothing is tried until {@link CameraKeeper.retry}. */
const FOR_A_PERSON: ReadonlySet<CameraProblem> = new Set<CameraProblem>(['denied', 'insecure_page']);

/**
 * Keeps a camera open until the scope closes: notices that its picture has stopped, has something clear sent instead
 * of a frozen frame, and brings the camera back. Never fails; the state says how it stands.
 */
export function keepCamera({ scope, platform, source, open, relay, lostPicture }: KeeperOptions): CameraKeeper {
  const track = new Store<MediaStreamTrack | null>(null);
  const state = new Store<CameraState>({ state: 'opening' });
  let lost: OpenCamera | null = null;
  /** Of the lost picture. */
  let pictures: Scope | undefined;
  let failures = 0;
  let asked = false;
  let wake = (): void => {};

  const attempt = async (own: Scope): Promise<CameraError> => {
    try {
      const camera = await open(own, lost);
      track.set(relay(camera, own));
      state.set({ state: 'on', path: camera.path, source: camera.source });
      lost = camera;
      failures = 0;
      asked = false;
      await pictures?.close();
      return await loss(camera, own, platform);
    } catch (error) {
      return error instanceof CameraError ? error : new CameraError('failed', String(error), { cause: error });
    }
  };

  const run = async (): Promise<void> => {
    while (!scope.closed) {
      const own = scope.child();
      const error = await attempt(own);
      if (scope.closed) return;
      platform.log.log('warn', `camera ${lost ? 'lost' : 'failed'}: ${error.problem}`, error.message);
      if (!lost) {
        state.set({ state: 'failed', problem: error.problem, source });
      } else if (state.value.state === 'on') {
        pictures = scope.child();
        track.set(lostPicture(pictures));
        state.set({ state: 'lost', source: lost.source });
      }
      // Only now, when nobody sends its track any more.
      await own.close();
      await untilNext(error);
    }
  };

  const untilNext = async ({ problem }: CameraError): Promise<void> => {
    const step = Math.min(FIRST_PAUSE * 2 ** failures++, LONGEST_PAUSE);
    const delay = FOR_A_PERSON.has(problem) ? Infinity : step * (0.75 + platform.random() / 2);
    const woken = new AbortController();
    wake = () => woken.abort();
    if (!asked) await pause(platform.clock, delay, AbortSignal.any([woken.signal, scope.signal]));
    wake = () => {};
    if (asked) failures = 0;
    asked = false;
  };

  void run();
  return {
    track,
    state,
    retry: () => {
      if (state.value.state === 'failed') state.set({ state: 'opening' });
      // Asked during an attempt that is going to fail: the next one follows at once.
      asked = true;
      wake();
    },
  };
}

/** Resolves when the camera is gone or its frames stand still, or when the scope closes. */
async function loss(camera: OpenCamera, own: Scope, { clock }: Platform): Promise<CameraError> {
  let frames = -1;
  let moved = clock.now();
  for (;;) {
    const now = await camera.frames().catch(() => frames);
    if (now !== frames) moved = clock.now();
    else if (clock.now() - moved >= STALLED[camera.path]) return new CameraError('failed', 'no frames come any more');
    frames = now;
    const known = await Promise.race([camera.lost, pause(clock, LOOK_EVERY, own.signal)]);
    if (known) return known;
    if (own.closed) return new CameraError('failed', 'closed');
  }
}
