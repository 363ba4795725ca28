import type { Millis } from '../../../../call/call.ts';
import { type Content, record, text } from '../../calls/contents.ts';
import { RTC_TYPES, SLOT } from './contents.ts';
import { type Transport, readTransports } from './transports.ts';

/** Longest that a membership counts after its last event: those who are there renew it every few hours. */
const LONGEST: Millis = 24 * 60 * 60_000;
/** Where a membership names no lifetime of its own (matrix-js-sdk: `DEFAULT_EXPIRE_DURATION`). */
const EXPIRES: Millis = 4 * 60 * 60_000;
/** More than anybody's rooms have in a call; what is beyond is not looked at. */
export const MOST_MEMBERSHIPS = 500;

/** An event as it came, decrypted. */
export interface RtcEvent {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly content: Content;
  /** By the server's clock, in ms since 1970. */
  readonly sentAt: Millis;
  /** By the server's clock, and the time since in our memory. */
  readonly age: Millis;
}

/** One device in the call of a room. */
export interface Membership {
  readonly eventId: string;
  readonly userId: string;
  readonly deviceId: string;
  /** Names the participation in the 2.0 form; in the compatibility form user and device do. */
  readonly memberId: string;
  readonly form: 'compatible' | '2.0';
  /** Since when, counted back from now by the server's clock. */
  readonly age: Millis;
  /** Until when it counts, from now; Infinity in the 2.0 form, where the server takes it away. */
  readonly left: Millis;
  /** Where its media is published; null: nowhere that we know. */
  readonly transport: Transport | null;
  /** The compatibility form's older choice: all meet at the transport of the oldest member. */
  readonly followsOldest: boolean;
}

/** null: not a member (any more), broken, or of another call than the room's. What anybody may write is not believed. */
export function readMembership(event: RtcEvent): Membership | null {
  if (!event.id.startsWith('$') || !event.sender.startsWith('@')) return null;
  const membership =
    event.type === RTC_TYPES.stateMember
      ? readCompatible(event)
      : event.type === RTC_TYPES.stickyMember
        ? readSticky(event)
        : null;
  return membership && membership.left > 0 ? membership : null;
}

function readCompatible({ id, sender, content, age, sentAt }: RtcEvent): Membership | null {
  if (content['application'] !== 'm.call' || content['call_id'] !== '' || (content['scope'] ?? 'm.room') !== 'm.room')
    return null;
  const deviceId = text(content['device_id']);
  const focus = record(content['focus_active']);
  if (!deviceId || focus?.['type'] !== 'livekit') return null;
  const { created_ts: created, expires } = content;
  // Its first event; one from the future is as old as this one.
  const since = typeof created === 'number' && created < sentAt ? age + sentAt - created : age;
  const lifetime = typeof expires === 'number' && expires >= 0 ? expires : EXPIRES;
  return {
    eventId: id,
    userId: sender,
    deviceId,
    memberId: `${sender}:${deviceId}`,
    form: 'compatible',
    age: since,
    left: Math.min(lifetime - since, LONGEST - age),
    transport: readTransports(content['foci_preferred'])[0] ?? null,
    followsOldest: focus['focus_selection'] === 'oldest_membership',
  };
}

function readSticky({ id, sender, content, age }: RtcEvent): Membership | null {
  const member = record(content['member']);
  const application = record(content['application']);
  if (content['slot_id'] !== SLOT || application?.['type'] !== 'm.call' || !member) return null;
  const deviceId = text(member['device_id'] ?? member['claimed_device_id']);
  const memberId = text(member['id']);
  if (!deviceId || !memberId || (member['user_id'] ?? member['claimed_user_id']) !== sender) return null;
  const transports = record(content['transports'])?.['published'] ?? content['rtc_transports'];
  return {
    eventId: id,
    userId: sender,
    deviceId,
    memberId,
    form: '2.0',
    age,
    left: Infinity,
    transport: readTransports(transports)[0] ?? null,
    followsOldest: false,
  };
}

/** The members of a call, one for each device, oldest first. `isJoined`: who is still in the room. */
export function readMemberships(
  events: readonly RtcEvent[],
  isJoined: (userId: string) => boolean,
): readonly Membership[] {
  const all = events.flatMap((event) => readMembership(event) ?? []).filter(({ userId }) => isJoined(userId));
  const devices = new Map<string, Membership>();
  for (const membership of all.toSorted((a, b) => a.age - b.age || (a.eventId > b.eventId ? -1 : 1))) {
    const key = `${membership.userId} ${membership.deviceId}`;
    // The newest word of a device counts: it may have come again in the other form.
    if (!devices.has(key)) devices.set(key, membership);
  }
  return [...devices.values()].slice(0, MOST_MEMBERSHIPS).toReversed();
}

/** Where a member publishes; `members` oldest first. */
export function transportOf(member: Membership, members: readonly Membership[]): Transport | null {
  return member.followsOldest ? (members[0]?.transport ?? null) : member.transport;
}
