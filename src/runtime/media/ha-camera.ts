import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Clock, Platform } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import { type CameraCapabilities, type CameraEntityId, cameraError, checkEntity } from './entity.ts';
import { CameraError, type CameraSource, type OpenCamera } from './media.ts';
import { openWithin, pause, within } from './wait.ts';

export interface HaCameraOptions {
  readonly entityId: CameraEntityId;
  readonly homeAssistant: HomeAssistant;
  readonly platform: Platform;
  /** From the first command to the first decoded frame, ms. A stopped camera needs up to 0.6 s, one that sleeps several. */
  readonly limit?: number;
}

/** Events of the subscription `camera/webrtc/offer` (Home Assistant core, camera/webrtc.py). */
type OfferEvent =
  | { readonly type: 'session'; readonly session_id: string }
  | { readonly type: 'answer'; readonly answer: string }
  | { readonly type: 'candidate'; readonly candidate: RTCIceCandidateInit }
  | { readonly type: 'error'; readonly code: string; readonly message: string };

interface ClientConfig {
  readonly configuration?: RTCConfiguration;
  readonly dataChannel?: string;
}

/** Home Assistant never answers while its go2rtc is away: do not wait for that as long as for a camera that wakes up. */
const ANSWER_LIMIT = 6_000;
/** How long between two looks for the first frame: it adds half of this to a camera's opening, once. */
const LOOK_EVERY = 40;

/**
 * A camera entity by WebRTC, through Home Assistant's own signalling. Open means: a frame has been decoded.
 * Each opening is one peer connection and one session; a lost one is never mended but opened anew, because
 * Home Assistant has neither renegotiation nor ICE restart.
 */
export function haCamera({ entityId, homeAssistant, platform, limit = 10_000 }: HaCameraOptions): CameraSource {
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
    checkEntity(homeAssistant, entityId);
    const ask = <T>(type: string): Promise<T> => homeAssistant.request<T>({ type, entity_id: entityId });
    const [{ frontend_stream_types: types }, { configuration, dataChannel }] = await Promise.all([
      ask<CameraCapabilities>('camera/capabilities'),
      ask<ClientConfig>('camera/webrtc/get_client_config'),
    ]);
    if (!types.includes('web_rtc')) throw new CameraError('not_supported', `${entityId} has no WebRTC`);
    own.signal.throwIfAborted();

    const connection = new RTCPeerConnection(configuration);
    own.add(() => connection.close());
    const lost = Promise.withResolvers<CameraError>();
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'failed')
        lost.resolve(new CameraError('failed', `${entityId}: connection failed`));
    });
    if (dataChannel) connection.createDataChannel(dataChannel);
    // Cameras that speak WebRTC themselves (Nest) want audio before video; they are those without HLS. Of the others,
    // which go through go2rtc, nobody asks for sound that is not used: it would start a transcoder.
    if (!types.includes('hls')) connection.addTransceiver('audio', { direction: 'recvonly' }).receiver.track.stop();
    const { receiver } = connection.addTransceiver('video', { direction: 'recvonly' });
    own.add(() => receiver.track.stop()); // Closing the connection ends it too, but later.

    progress.waitsFor = 'its answer';
    await within(negotiate(own, connection), {
      clock: platform.clock,
      limit: ANSWER_LIMIT,
      signal: own.signal,
      expired: () => new CameraError('timeout', `${entityId}: no answer`),
    });
    progress.waitsFor = 'its first frame';
    const frames = () => framesDecoded(receiver);
    await Promise.race([
      firstFrame(frames, platform.clock, own.signal),
      lost.promise.then((error) => Promise.reject(error)),
    ]);
    return { track: receiver.track, path: 'webrtc', source: entityId, frames, lost: lost.promise };
  };

  /** Resolves when the answer is set; candidates keep flowing for as long as `own` is open. */
  const negotiate = async (own: Scope, connection: RTCPeerConnection): Promise<void> => {
    const answered = Promise.withResolvers<void>();
    answered.promise.catch(() => undefined); // Also when the subscription itself fails and nobody waits for it.
    const early: RTCIceCandidateInit[] = [];
    let session: string | undefined;
    const debug = (what: string) => (error: unknown) => {
      if (!own.closed) platform.log.log('debug', `${entityId}: ${what}`, error);
    };
    const send = (candidate: RTCIceCandidateInit): void => {
      if (session === undefined) return void early.push(candidate);
      homeAssistant
        .request({ type: 'camera/webrtc/candidate', entity_id: entityId, session_id: session, candidate })
        .catch(debug('a candidate was not taken'));
    };
    connection.addEventListener('icecandidate', ({ candidate }) => {
      // The end of candidates (null or empty) has no message here.
      if (candidate?.candidate) send(candidate.toJSON());
    });
    const receive = async (event: OfferEvent): Promise<void> => {
      if (own.closed) return;
      switch (event.type) {
        case 'session':
          session = event.session_id;
          return early.splice(0).forEach(send);
        case 'answer':
          await connection.setRemoteDescription({ type: 'answer', sdp: event.answer });
          return answered.resolve();
        case 'candidate':
          await answered.promise;
          // go2rtc sends the candidate only; everything is bundled on the first m-line.
          return connection
            .addIceCandidate({
              ...event.candidate,
              sdpMid: event.candidate.sdpMid ?? (event.candidate.sdpMLineIndex == null ? '0' : null),
            })
            .catch(debug('a candidate of the camera was not taken'));
        case 'error':
          throw new CameraError('failed', `${entityId}: ${event.message} (${event.code})`);
      }
    };
    await connection.setLocalDescription();
    const offer = connection.localDescription?.sdp;
    const unsubscribe = await homeAssistant.subscribeOnce<OfferEvent>(
      { type: 'camera/webrtc/offer', entity_id: entityId, offer },
      (event) => void receive(event).catch(answered.reject),
    );
    // Tells Home Assistant to close the session; pointless, and harmless, when the socket went away meanwhile.
    own.add(unsubscribe);
    await answered.promise;
    if (
      connection
        .getTransceivers()
        .every((it) => it.receiver.track.kind !== 'video' || it.currentDirection !== 'recvonly')
    ) {
      throw new CameraError('not_supported', `${entityId} has no video that this browser can decode`);
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
