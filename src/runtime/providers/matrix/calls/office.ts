import type { EndReason, Peer } from '../../../call/call.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Content, TYPES } from './contents.ts';
import type { Link } from './link.ts';
import { hangupReason } from './reasons.ts';
import type { MatrixCall } from './call.ts';
import type { Wire } from './wire.ts';

/** What every call of an account works with. */
export interface Office {
  readonly wire: Wire;
  readonly platform: Platform;
  roomFor(peer: Peer): Promise<string>;
  /** ICE servers that hold now, and whether only relays may be used. */
  configuration(): Promise<RTCConfiguration>;
  emit(event: Exclude<ProviderCallEvent, { type: 'invited' }>): void;
  /** The call's link has changed: messages for it go to this call. */
  register(call: MatrixCall): void;
  /** It is over: nothing of its link is to ring or to be answered again. */
  forget(call: MatrixCall): void;
}

/** Ends an announced call. Version 0 peers know no reason for an ordinary end. */
export function sendHangup(link: Link, reason: EndReason): Promise<void> {
  return link.send(TYPES.hangup, hangupContent(link, reason));
}

export function hangupContent(link: Link, reason: EndReason): Content {
  const told = hangupReason(reason);
  return link.opponent?.legacy && told === 'user_hangup' ? {} : { reason: told };
}

/**
 * Declines what was never answered: `m.call.reject` (MSC2746), with `reason: user_busy` as matrix-js-sdk reads it there,
 * since it does not listen to a hangup of a party that never answered. Version 0 peers know hangup only.
 */
export function sendReject(link: Link, reason: EndReason): Promise<void> {
  if (link.opponent?.legacy) return sendHangup(link, reason);
  return link.send(TYPES.reject, reason === 'busy_here' ? { reason: hangupReason(reason) } : {});
}
