import type { MediaKinds, Millis } from '../../../../call/call.ts';
import { type Content, record, text } from '../../calls/contents.ts';

/** Event types of MatrixRTC (MSC4143, MSC4075, MSC4310, MSC3401), as deployed, and under their later names. */
export const RTC_TYPES = {
  /** Membership as room state, one event for each device. */
  stateMember: 'org.matrix.msc3401.call.member',
  /** Membership as a sticky event (MSC4354), the 2.0 form. */
  stickyMember: 'org.matrix.msc4143.rtc.member',
  notification: 'org.matrix.msc4075.rtc.notification',
  decline: 'org.matrix.msc4310.rtc.decline',
} as const;
export type RtcType = 'notification' | 'decline' | 'membership';

const TYPE_OF = new Map<string, RtcType>([
  [RTC_TYPES.notification, 'notification'],
  ['m.rtc.notification', 'notification'],
  [RTC_TYPES.decline, 'decline'],
  ['m.rtc.decline', 'decline'],
  [RTC_TYPES.stateMember, 'membership'],
  [RTC_TYPES.stickyMember, 'membership'],
]);

/** What an event type is to a call; null for everything else. */
export function rtcType(type: string): RtcType | null {
  return TYPE_OF.get(type) ?? null;
}

/** The one call that a room has: the slot of the 2.0 form, and the empty call id of the compatibility form. */
export const SLOT = 'm.call#ROOM';

/** How long ours rings: as long as the core lets it. */
export const RING_LIFETIME: Millis = 60_000;
/** MSC4075 allows two minutes at most. */
const LONGEST: Millis = 120_000;
const MAX_MENTIONS = 1_000;

export interface Notification {
  /** Whether it asks to ring, or only tells that there is a call. */
  readonly type: 'ring' | 'notification';
  readonly mentions: { readonly userIds: readonly string[]; readonly room: boolean };
  readonly offered: MediaKinds;
  /** From when it was sent, at most two minutes. */
  readonly lifetime: Millis;
  /** The sender's membership that it is about; null where it names none. */
  readonly membership: string | null;
}

/**
 * A notification in any form of its fields: beside each other (deployed) or below `application` (MSC4075, June 2026).
 * null: broken, of a kind that nobody knows, or of another call than the room's.
 */
export function readNotification(content: Content): Notification | null {
  const application = record(content['application']) ?? {};
  const field = (name: string): unknown => content[name] ?? application[name];
  const slot = field('slot_id') ?? SLOT;
  if (slot !== SLOT || (application['type'] ?? 'm.call') !== 'm.call') return null;
  const mentions = record(content['m.mentions']);
  // Later revisions leave the type out: how it is shown is for the receiver to say.
  const type = field('notification_type') ?? 'ring';
  if (type !== 'ring' && type !== 'notification') return null;
  const lifetime = field('lifetime') ?? RING_LIFETIME;
  if (!mentions || typeof lifetime !== 'number' || !(lifetime >= 0)) return null;
  const users = mentions['user_ids'];
  return {
    type,
    mentions: {
      userIds: Array.isArray(users) ? users.slice(0, MAX_MENTIONS).filter((user) => typeof user === 'string') : [],
      room: mentions['room'] === true,
    },
    offered: { audio: true, video: field('m.call.intent') !== 'audio' },
    lifetime: Math.min(lifetime, LONGEST),
    membership: reference(content),
  };
}

export interface NotificationOptions {
  /** Whom to ring. */
  readonly userIds: readonly string[];
  readonly video: boolean;
  /** Event id of our membership. */
  readonly membership: string;
  /** Now, by the server's clock as far as it is known: receivers count from it. */
  readonly sentAt: Millis;
}

/** Ours, in both forms of its fields. It names whom it rings, which needs no power in the room. */
export function writeNotification({ userIds, video, membership, sentAt }: NotificationOptions): Content {
  const ring = {
    notification_type: 'ring',
    'm.call.intent': video ? 'video' : 'audio',
    // Element X reads no content that has anything but whole numbers here (ruma's `UInt`).
    sender_ts: Math.round(sentAt),
    lifetime: RING_LIFETIME,
  };
  return {
    slot_id: SLOT,
    'm.mentions': { user_ids: userIds, room: false },
    'm.relates_to': { rel_type: 'm.reference', event_id: membership },
    ...ring,
    application: { type: 'm.call', ...ring },
  };
}

/** Why somebody does not come, other than that they have declined: they are in another call, or their answer failed. */
export type DeclineCause = 'busy' | 'failed';

export interface Decline {
  /** What it is about. */
  readonly notification: string;
  /** null: a person has declined. */
  readonly cause: DeclineCause | null;
}

/**
 * MSC4310 knows no causes: who does not come, declines, and that is how every app shows it. Between our own the cause is
 * told beside it, in the words of legacy calls; others do not read the field.
 */
const CAUSES: Readonly<Record<DeclineCause, string>> = { busy: 'user_busy', failed: 'unknown_error' };

/** null: broken. */
export function readDecline(content: Content): Decline | null {
  const notification = reference(content);
  const { reason } = content;
  const cause = reason === CAUSES.busy ? 'busy' : reason === CAUSES.failed ? 'failed' : null;
  return notification === null ? null : { notification, cause };
}

export function writeDecline({ notification, cause }: Decline): Content {
  return {
    'm.relates_to': { rel_type: 'm.reference', event_id: notification },
    ...(cause && { reason: CAUSES[cause] }),
  };
}

function reference(content: Content): string | null {
  const relation = record(content['m.relates_to']);
  const id = relation?.['rel_type'] === 'm.reference' ? text(relation['event_id']) : null;
  return id?.startsWith('$') ? id : null;
}
