import type { Millis } from '../../../../call/call.ts';
import { FAMILY } from '../../contacts.ts';
import type { Notification } from './contents.ts';
import type { Membership } from './memberships.ts';

/** Missed calls older than this were told by an earlier page, or are of no interest any more. */
const TOLD_WITHIN: Millis = 24 * 60 * 60_000;

/** What decides whether a notification rings here. */
export interface RingSituation {
  readonly ourUserId: string;
  readonly sender: string;
  /** By the server's clock. */
  readonly age: Millis;
  /** Joined and invited; null: a room that we are not in. */
  readonly people: number | null;
  readonly senderJoined: boolean;
  /** Whether the sender may call everybody in the room. */
  readonly mayCallAll: boolean;
  readonly memberships: readonly Membership[];
  /** Somebody of ours declined it, or was in the call since. */
  readonly settled: boolean;
}

/**
 * `rings`; `waits`: it would, but nobody is in the call (yet): membership and notification may come in either order, or
 * decrypted late; `missed`: it did, while nobody was here; `silent`: not for us, over, or not to be told.
 */
export type RingVerdict = 'rings' | 'waits' | 'missed' | 'silent';

/** Pure: no ring that nobody made. */
export function judgeRing(notification: Notification, situation: RingSituation): RingVerdict {
  const { ourUserId, sender, age, memberships, settled, senderJoined } = situation;
  if (sender === ourUserId || settled || !senderJoined) return 'silent';
  if (!isForUs(notification, situation)) return 'silent';
  if (!(age < notification.lifetime)) return age < TOLD_WITHIN ? 'missed' : 'silent';
  // Another device of ours is in it: whoever is there needs no ring here.
  if (memberships.some(({ userId }) => userId === ourUserId)) return 'silent';
  return memberships.some(({ userId }) => userId === sender) ? 'rings' : 'waits';
}

function isForUs(
  { type, mentions }: Notification,
  { people, ourUserId, mayCallAll }: Pick<RingSituation, 'people' | 'ourUserId' | 'mayCallAll'>,
): boolean {
  if (people === null) return false;
  const areFew = people <= FAMILY.most;
  // Where two are alone, who wants to ring asks for it. In any other room Element's apps only tell, a family included.
  if (type === 'notification' && !(areFew && people > 2)) return false;
  if (mentions.userIds.includes(ourUserId)) return true;
  // In a room of two everybody is us, whatever the power levels say.
  return mentions.room && (people <= 2 || (areFew && mayCallAll));
}
