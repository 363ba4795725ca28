import type { EndReason } from '../../../call/call.ts';
import { SendError } from '../calls/reasons.ts';
import type { RtcRoomLost } from './room/room.ts';

/** Failures over one protocol, which say nothing of another. */
export const ONE_WAY_FAILED: ReadonlySet<EndReason> = new Set<EndReason>([
  'cannot_call',
  'unreachable',
  'no_connection',
  'server_failed',
  'protocol_error',
  'internal_error',
]);

/**
 * What a lost SFU means for a call. `again`: a running call may come back with another token, when the runtime wants it
 * restarted.
 * @param running whether the call was answered
 */
export function lostReason(lost: RtcRoomLost, running: boolean): EndReason | 'again' {
  switch (lost) {
    case 'removed':
      return running ? 'remote_hung_up' : 'server_failed';
    case 'replaced':
      return 'account_away';
    case 'unsupported':
      return 'internal_error';
    case 'token':
    case 'unreachable':
    case 'gone':
      return running ? 'again' : 'server_failed';
    default:
      return lost satisfies never;
  }
}

/**
 * Why a call could not be placed or answered. Nothing here is said by the other person's devices: what is out of reach,
 * or does not let us in, is the homeserver, the service that gives out tokens, or the SFU; which one, the log says.
 */
export function failureReason(error: unknown): EndReason {
  const reason = error instanceof SendError ? error.reason : 'server_failed';
  return reason === 'cannot_call' || reason === 'unreachable' ? 'server_failed' : reason;
}
