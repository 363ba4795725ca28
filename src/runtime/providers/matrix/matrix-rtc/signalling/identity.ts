import { toBase64 } from '../../../../platform/base64.ts';
import type { Membership } from './memberships.ts';
import { SLOT } from './contents.ts';

/** Who a member is at the SFU: in the 2.0 form nothing of the name shows there. */
export async function sfuIdentity(
  member: Pick<Membership, 'userId' | 'deviceId' | 'memberId' | 'form'>,
): Promise<string> {
  const { userId, deviceId, memberId, form } = member;
  return form === '2.0' ? digest(JSON.stringify([userId, deviceId, memberId])) : `${userId}:${deviceId}`;
}

/**
 * The names that token services give to a room's call at the SFU: MSC4195, an older service's, and the oldest one's, the
 * room id itself.
 */
export async function sfuRooms(roomId: string): Promise<readonly string[]> {
  return [await digest(JSON.stringify([roomId, SLOT])), await digest(`${roomId}|${SLOT}`), roomId];
}

/** Unpadded base64 of the SHA-256, as MSC4195 names things. */
async function digest(given: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(given));
  return toBase64(new Uint8Array(hash)).replace(/=+$/, '');
}
