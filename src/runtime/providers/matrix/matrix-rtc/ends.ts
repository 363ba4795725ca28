import type { EndReason } from '../../../call/call.ts';
import { SendError } from '../calls/reasons.ts';
import type { RtcRoomLost } from './room/room.ts';
import { TokenError } from './signalling/token.ts';

/**
 * What a lost SFU means for a call. `again`: a running call may come back with another token, when the runtime wants it
 * restarted.
 * @param running whether the call was answered
 */
export function lostReason(lost: RtcRoomLost, running: boolean): EndReason | 'again' {
  switch (lost) {
    case 'removed':
      return 'remote_hung_up';
    case 'replaced':
      return 'account_away';
    case 'unsupported':
      return 'cannot_call';
    case 'token':
      return running ? 'again' : 'cannot_call';
    case 'unreachable':
    case 'gone':
      return running ? 'again' : 'no_connection';
    default:
      return lost satisfies never;
  }
}

/** Why a call could not be placed or answered. What says nothing of itself is a connection that was not made. */
export function failureReason(error: unknown): EndReason {
  return error instanceof SendError || error instanceof TokenError ? error.reason : 'no_connection';
}
