import { ConnectionError, ConnectionErrorReason, DisconnectReason } from 'livekit-client';
import type { RtcRoomLost } from './room.ts';

const { NotAllowed } = ConnectionErrorReason;
const { DUPLICATE_IDENTITY, PARTICIPANT_REMOVED, ROOM_DELETED, ROOM_CLOSED } = DisconnectReason;

/** Why connecting has failed. */
export function refused(error: unknown): RtcRoomLost {
  return error instanceof ConnectionError && error.reason === NotAllowed ? 'token' : 'unreachable';
}

/** Why a room that was connected is over. Without a reason, connecting again was given up. */
export function ended(reason: DisconnectReason | undefined): RtcRoomLost {
  switch (reason) {
    case DUPLICATE_IDENTITY:
      return 'replaced';
    case PARTICIPANT_REMOVED:
    case ROOM_DELETED:
    case ROOM_CLOSED:
      return 'removed';
    default:
      return 'gone';
  }
}
