import type { HomeAssistant, HomeAssistantError } from '../home-assistant/home-assistant.ts';
import { CameraError, type CameraSourceId } from './media.ts';

export type CameraEntityId = Exclude<CameraSourceId, 'this_device'>;

/** What `camera/capabilities` answers, as far as we use it. */
export interface CameraCapabilities {
  readonly frontend_stream_types: readonly string[];
}

/**
 * Says at once what would otherwise come as a vague error of Home Assistant or as a timeout.
 * @throws CameraError `unavailable` or `not_found`
 */
export function checkEntity({ states, connected }: HomeAssistant, entityId: CameraEntityId): void {
  if (!connected.value) throw new CameraError('unavailable', 'Home Assistant is not connected');
  const entity = states.value[entityId];
  // Without any states yet nothing can be said; Home Assistant will.
  if (!entity && Object.keys(states.value).length > 0) throw new CameraError('not_found', `${entityId} does not exist`);
  if (entity?.state === 'unavailable') throw new CameraError('unavailable', `${entityId} is unavailable`);
}

/** Any failure of a command to Home Assistant as one of our reasons. */
export function cameraError(error: unknown, doing: string): CameraError {
  if (error instanceof CameraError) return error;
  const message = `${doing}: ${error instanceof Error ? error.message : String(error)}`;
  const code = error instanceof Error && 'code' in error ? (error as HomeAssistantError).code : null;
  const problem =
    code === 'connection_lost'
      ? 'unavailable'
      : code === 'timeout'
        ? 'timeout'
        : code === 'webrtc_get_client_config_failed' // The camera has no WebRTC (core camera/webrtc.py).
          ? 'not_supported'
          : 'failed';
  return new CameraError(problem, message, { cause: error });
}
