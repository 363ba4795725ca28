import { cameraError } from '../media/entity.ts';
import { type HaCameraEntity, cameraConnection, negotiate } from '../media/ha-offer.ts';
import type { Scope } from '../platform/scope.ts';
import type { CallStats } from '../providers/provider.ts';
import { callStats } from '../providers/rtc/stats.ts';
import { takesSound } from './talk-back.ts';

/** A connection to a door: its picture, its sound, and its loudspeaker where it has one. */
export interface DoorLink {
  readonly picture: MediaStreamTrack;
  readonly sound: MediaStreamTrack;
  /** Whether {@link say} reaches anybody. */
  readonly talk: boolean;
  /** What its loudspeaker says from now on; null: nothing. Nothing is renegotiated. */
  say(track: MediaStreamTrack | null): Promise<void>;
  stats(): Promise<CallStats>;
}

/**
 * Opens a door's camera with its sound both ways, until the scope closes. Nothing is sent before {@link DoorLink.say}.
 * @param onLost the connection is gone for good: it is opened anew, since Home Assistant cannot restart it
 * @throws CameraError
 */
export async function openDoor(camera: HaCameraEntity, own: Scope, onLost: () => void): Promise<DoorLink> {
  try {
    return await connect(camera, own, onLost);
  } catch (error) {
    throw own.closed ? error : cameraError(error, camera.entityId);
  }
}

async function connect(camera: HaCameraEntity, own: Scope, onLost: () => void): Promise<DoorLink> {
  const { connection } = await cameraConnection(camera, own);
  connection.addEventListener('connectionstatechange', () => {
    if (connection.connectionState === 'failed' && !own.closed) onLost();
  });
  // Audio before video: cameras that speak WebRTC themselves want it so.
  const { sender, receiver: ear } = connection.addTransceiver('audio', { direction: 'sendrecv' });
  const { receiver: eye } = connection.addTransceiver('video', { direction: 'recvonly' });
  own.add(() => [ear, eye].forEach(({ track }) => track.stop()));
  const answer = await negotiate(camera, own, connection);
  const talk = takesSound(answer);
  return {
    picture: eye.track,
    sound: ear.track,
    talk,
    say: async (track) => {
      if (talk && !own.closed && sender.track !== track) await sender.replaceTrack(track);
    },
    stats: async () => callStats(await connection.getStats()),
  };
}
