import type { Millis } from '../call/call.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import { type CameraCapabilities, type CameraEntityId, checkEntity } from './entity.ts';
import { CameraError } from './media.ts';
import { within } from '../platform/wait.ts';

export interface HaCameraEntity {
  readonly entityId: CameraEntityId;
  readonly homeAssistant: HomeAssistant;
  readonly platform: Platform;
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
const ANSWER_LIMIT: Millis = 6_000;

/**
 * A peer connection as Home Assistant wants it for this camera; nothing is asked of the camera yet. Closed with `own`.
 * @returns `hls`: Home Assistant has the camera's picture as a stream of its own as well
 * @throws CameraError
 */
export async function cameraConnection(
  { entityId, homeAssistant }: HaCameraEntity,
  own: Scope,
): Promise<{ readonly connection: RTCPeerConnection; readonly hls: boolean }> {
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
  if (dataChannel) connection.createDataChannel(dataChannel);
  return { connection, hls: types.includes('hls') };
}

/**
 * Home Assistant's signalling for one connection, which can be neither renegotiated nor restarted. Resolves when the
 * answer is set; candidates keep flowing for as long as `own` is open.
 * @returns the camera's answer
 * @throws CameraError
 */
export async function negotiate(camera: HaCameraEntity, own: Scope, connection: RTCPeerConnection): Promise<string> {
  const { entityId, platform } = camera;
  return within(exchange(camera, own, connection), {
    clock: platform.clock,
    limit: ANSWER_LIMIT,
    signal: own.signal,
    expired: () => new CameraError('timeout', `${entityId}: no answer`),
  });
}

async function exchange(
  { entityId, homeAssistant, platform }: HaCameraEntity,
  own: Scope,
  connection: RTCPeerConnection,
): Promise<string> {
  const answered = Promise.withResolvers<string>();
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
        return answered.resolve(event.answer);
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
  const answer = await answered.promise;
  if (!connection.getTransceivers().some(receivesVideo))
    throw new CameraError('not_supported', `${entityId} has no video that this browser can decode`);
  return answer;
}

const receivesVideo = ({ receiver, currentDirection }: RTCRtpTransceiver): boolean =>
  receiver.track.kind === 'video' && currentDirection === 'recvonly';
