import type { Clock } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import { cameraError } from './entity.ts';
import { cameraConnection, type HaCameraEntity, negotiate } from './ha-offer.ts';
import { CameraError, type CameraSource, type OpenCamera } from './media.ts';
import { openWithin, pause, within } from '../platform/wait.ts';

export interface HaCameraOptions extends HaCameraEntity {
  /** From the first command to the first decoded frame, ms. A stopped camera needs up to 0.6 s, one that sleeps several. */
  readonly limit?: number;
}

/** How long between two looks for the first frame: it adds half of this to a camera's opening, once. */
const LOOK_EVERY = 40;

/**
 * A camera entity by WebRTC, through Home Assistant's own signalling. Open means: a frame has been decoded.
 * Each opening is one peer connection and one session; a lost one is never mended but opened anew, because
 * Home Assistant has neither renegotiation nor ICE restart.
 */
export function haCamera({ limit = 10_000, ...camera }: HaCameraOptions): CameraSource {
  const { entityId, platform } = camera;
  const open = (own: Scope): Promise<OpenCamera> => {
    const progress = { waitsFor: 'its capabilities' };
    return within(connect(own, progress), {
      clock: platform.clock,
      limit,
      signal: own.signal,
      expired: () => new CameraError('timeout', `${entityId}: no picture in time, waited for ${progress.waitsFor}`),
    });
  };

  const connect = async (own: Scope, progress: { waitsFor: string }): Promise<OpenCamera> => {
    const { connection, hls } = await cameraConnection(camera, own);
    const lost = Promise.withResolvers<CameraError>();
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'failed')
        lost.resolve(new CameraError('failed', `${entityId}: connection failed`));
    });
    // Cameras that speak WebRTC themselves (Nest) want audio before video; they are those without HLS. Of the others,
    // which go through go2rtc, nobody asks for sound that is not used: it would start a transcoder.
    if (!hls) connection.addTransceiver('audio', { direction: 'recvonly' }).receiver.track.stop();
    const { receiver } = connection.addTransceiver('video', { direction: 'recvonly' });
    own.add(() => receiver.track.stop()); // Closing the connection ends it too, but later.

    progress.waitsFor = 'its answer';
    await negotiate(camera, own, connection);
    progress.waitsFor = 'its first frame';
    const frames = () => framesDecoded(receiver);
    await Promise.race([
      firstFrame(frames, platform.clock, own.signal),
      lost.promise.then((error) => Promise.reject(error)),
    ]);
    return { track: receiver.track, path: 'webrtc', source: entityId, frames, lost: lost.promise };
  };

  return {
    id: entityId,
    open: (scope) =>
      openWithin(scope, open).catch((error: unknown) => {
        throw scope.closed ? error : cameraError(error, entityId);
      }),
  };
}

async function framesDecoded(receiver: RTCRtpReceiver): Promise<number> {
  for (const report of (await receiver.getStats()).values() as Iterable<RTCStats & { framesDecoded?: number }>) {
    if (report.type === 'inbound-rtp') return report.framesDecoded ?? 0;
  }
  return 0;
}

/** Statistics, because frame callbacks need an element that is shown, and events of the track come before its frames. */
async function firstFrame(frames: () => Promise<number>, clock: Clock, signal: AbortSignal): Promise<void> {
  while ((await frames()) === 0) {
    await pause(clock, LOOK_EVERY, signal);
    signal.throwIfAborted();
  }
}
