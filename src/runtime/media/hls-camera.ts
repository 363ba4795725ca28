import type { Millis } from '../call/call.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import { type CameraCapabilities, type CameraEntityId, cameraError, checkEntity } from './entity.ts';
import { CameraError, type CameraSource, type OpenCamera } from './media.ts';
import { openWithin, pause, within } from '../platform/wait.ts';

export interface HlsCameraOptions {
  readonly entityId: CameraEntityId;
  readonly homeAssistant: HomeAssistant;
  readonly platform: Platform;
  /** From the first command to the first frame, ms. Home Assistant needs about 7 s to its first playlist. */
  readonly limit?: number;
  /** hls.js could not be loaded: most likely an update replaced the files of the open page. */
  readonly onChunkLost?: ((error: unknown) => void) | undefined;
}

/** A video element as Chromium has it; the DOM library does not know `captureStream` of elements. */
type CapturableVideo = HTMLVideoElement & { captureStream?: () => MediaStream };

/** How long between two looks for the first frame. */
const LOOK_EVERY: Millis = 100;

/**
 * A camera entity by HLS, some seconds late: for cameras, networks and proxies where WebRTC does not come through.
 * A muted element that is in no document plays it, and its picture is captured. Only by hls.js: a browser without
 * MediaSource that plays HLS itself (an old iPhone) cannot capture an element either.
 */
export function hlsCamera(options: HlsCameraOptions): CameraSource {
  const { entityId, homeAssistant, platform, limit = 25_000, onChunkLost } = options;
  const open = (own: Scope): Promise<OpenCamera> =>
    within(play(own), {
      clock: platform.clock,
      limit,
      signal: own.signal,
      expired: () => new CameraError('timeout', `${entityId}: no picture by HLS in time`),
    });

  const play = async (own: Scope): Promise<OpenCamera> => {
    checkEntity(homeAssistant, entityId);
    const ask = <T>(message: { type: string; format?: string }): Promise<T> =>
      homeAssistant.request<T>({ ...message, entity_id: entityId });
    const { frontend_stream_types: types } = await ask<CameraCapabilities>({ type: 'camera/capabilities' });
    if (!types.includes('hls')) throw new CameraError('not_supported', `${entityId} has no HLS`);
    const [{ default: Hls }, { url }] = await Promise.all([
      import('hls.js/light').catch((error: unknown) => {
        onChunkLost?.(error);
        throw error;
      }),
      ask<{ url: string }>({ type: 'camera/stream', format: 'hls' }),
    ]);
    own.signal.throwIfAborted();
    const video: CapturableVideo = document.createElement('video');
    if (!Hls.isSupported() || !video.captureStream) {
      throw new CameraError('not_supported', 'this browser cannot capture a picture from HLS');
    }
    const lost = Promise.withResolvers<CameraError>();
    const hls = new Hls({ lowLatencyMode: true, maxLiveSyncPlaybackRate: 1.5, backBufferLength: 5 });
    own.add(() => {
      hls.destroy();
      video.removeAttribute('src');
      video.load(); // Frees the decoder now, not when the element is collected.
    });
    hls.on(Hls.Events.ERROR, (_, { fatal, details }) => {
      if (fatal) lost.resolve(new CameraError('failed', `${entityId}: HLS stopped (${details})`));
    });
    video.muted = true;
    video.playsInline = true;
    hls.loadSource(homeAssistant.url(url));
    hls.attachMedia(video);
    // Refused while there is nothing to play yet; tried again when there is.
    const start = (): void => void video.play().catch(() => undefined);
    video.addEventListener('canplay', start);
    const frames = () => Promise.resolve(video.getVideoPlaybackQuality().totalVideoFrames);
    await Promise.race([firstFrame(frames, own.signal), lost.promise.then((error) => Promise.reject(error))]);
    const track = video.captureStream().getVideoTracks()[0];
    if (!track) throw new CameraError('failed', `${entityId}: HLS without a picture`);
    own.add(() => track.stop());
    return { track, path: 'hls', source: entityId, frames, lost: lost.promise };
  };

  const firstFrame = async (frames: () => Promise<number>, signal: AbortSignal): Promise<void> => {
    while ((await frames()) === 0) {
      await pause(platform.clock, LOOK_EVERY, signal);
      signal.throwIfAborted();
    }
  };

  return {
    id: entityId,
    open: (scope) =>
      openWithin(scope, open).catch((error: unknown) => {
        throw scope.closed ? error : cameraError(error, entityId);
      }),
  };
}
