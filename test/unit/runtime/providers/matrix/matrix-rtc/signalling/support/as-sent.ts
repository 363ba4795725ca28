/**
 * Events as other clients send them: the fields that each was read to write, at the version named, with names and
 * addresses made up. What was also seen on the wire says so.
 */
import type { RtcEvent } from '../../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';

type Content = RtcEvent['content'];

/** What came by one event. */
export interface AsSent {
  readonly client: string;
  readonly type: string;
  readonly content: Content;
}

export const NOW = 1_790_000_000_000;
export const HOUR = 60 * 60_000;
const SERVICE = 'https://livekit.example.org/jwt';
const NOTIFICATION = 'org.matrix.msc4075.rtc.notification';
const DECLINE = 'org.matrix.msc4310.rtc.decline';
const STATE_MEMBER = 'org.matrix.msc3401.call.member';
const STICKY_MEMBER = 'org.matrix.msc4143.rtc.member';

const toMember = { rel_type: 'm.reference', event_id: '$member' };
const toRing = { rel_type: 'm.reference', event_id: '$ring' };

/**
 * Element Call 0.24 in Element X Android 26.08 and iOS 26.07, 0.26.1 in Element Web; the latter seen on the wire. Which
 * type it is, is the host's: `ring` in what the caller's account data holds for a direct room, `notification` in others.
 */
const elementCall = (type: 'ring' | 'notification', intent: 'audio' | 'video'): Content => ({
  'm.mentions': { user_ids: [], room: true },
  notification_type: type,
  'm.call.intent': intent,
  'm.relates_to': toMember,
  sender_ts: NOW,
  lifetime: 90_000,
});

export const rings = {
  elementXDirectVideo: {
    client: 'Element X Android 26.08, a video call in a direct room',
    type: NOTIFICATION,
    content: elementCall('ring', 'video'),
  },
  elementXDirectVoice: {
    client: 'Element X iOS 26.07, a voice call in a direct room',
    type: NOTIFICATION,
    content: elementCall('ring', 'audio'),
  },
  elementXGroup: {
    client: 'Element X Android 26.08, a call in any other room',
    type: NOTIFICATION,
    content: elementCall('notification', 'video'),
  },
  jsSdk43: {
    client: 'matrix-js-sdk 43.0.0, as a sticky event',
    type: NOTIFICATION,
    content: {
      ...elementCall('ring', 'video'),
      slot_id: 'm.call#ROOM',
      msc4354_sticky_key: 'm.call#ROOM',
    },
  },
  laterSdk: {
    client: 'what matrix-js-sdk 43 takes without its deprecated fields',
    type: 'm.rtc.notification',
    content: {
      slot_id: 'm.call#ROOM',
      'm.mentions': { user_ids: ['@us:test'] },
      'm.relates_to': toMember,
      sender_ts: NOW,
      lifetime: 30_000,
      msc4354_sticky_key: 'm.call#ROOM',
    },
  },
  msc4075June2026: {
    client: 'MSC4075 of June 2026, with everything below the application',
    type: NOTIFICATION,
    content: {
      application: {
        type: 'm.call',
        notification_type: 'ring',
        sender_ts: NOW,
        lifetime: 30_000,
        'm.call.intent': 'audio',
        device_id: 'PHONE',
      },
      'm.text': [{ body: 'Session started by Anna' }],
      'm.mentions': { user_ids: ['@us:test'], room: false },
      'm.relates_to': toMember,
    },
  },
} as const satisfies Record<string, AsSent>;

export const declines = {
  rustSdk: {
    client: 'matrix-rust-sdk 2026-08 (Element X)',
    type: DECLINE,
    content: { 'm.relates_to': toRing },
  },
  jsSdk43: {
    client: 'matrix-js-sdk 43.0.0 (Element Web)',
    type: DECLINE,
    content: { 'm.relates_to': toRing, msc4354_sticky_key: '$ring' },
  },
  stable: { client: 'MSC4310, as it is to be', type: 'm.rtc.decline', content: { 'm.relates_to': toRing } },
} as const satisfies Record<string, AsSent>;

const call = { application: 'm.call', call_id: '', scope: 'm.room', device_id: 'PHONE' };
const focus = { type: 'livekit', livekit_service_url: SERVICE, livekit_alias: '!room:test' };

export const memberships = {
  elementCall: {
    client: 'Element Call 0.24 to 0.26.1, compatibility mode; seen on the wire',
    type: STATE_MEMBER,
    content: {
      ...call,
      membershipID: '@anna:test:PHONE',
      expires: 4 * HOUR,
      'm.call.intent': 'video',
      focus_active: { type: 'livekit', focus_selection: 'multi_sfu' },
      foci_preferred: [focus],
    },
  },
  elementCallRenewed: {
    client: 'the same, when its camera is switched off',
    type: STATE_MEMBER,
    content: {
      ...call,
      membershipID: '@anna:test:PHONE',
      expires: 4 * HOUR,
      'm.call.intent': 'audio',
      focus_active: { type: 'livekit', focus_selection: 'multi_sfu' },
      foci_preferred: [focus],
      created_ts: NOW - 60_000,
    },
  },
  elementCallLegacy: {
    client: 'Element Call in its legacy mode, which 0.26.1 has no more: all at the oldest member’s SFU',
    type: STATE_MEMBER,
    content: {
      ...call,
      expires: 4 * HOUR,
      focus_active: { type: 'livekit', focus_selection: 'oldest_membership' },
      foci_preferred: [focus],
    },
  },
  sticky: {
    client: 'matrix-js-sdk 43.0.0, sticky (Element Call, Matrix 2.0 mode)',
    type: STICKY_MEMBER,
    content: {
      slot_id: 'm.call#ROOM',
      application: { type: 'm.call', 'm.call.intent': 'video' },
      transports: {
        published: [{ type: 'livekit', livekit_service_url: SERVICE }],
        can_subscribe: ['livekit'],
      },
      member: { device_id: 'PHONE', user_id: '@anna:test', id: 'b6d1c5f0-uuid' },
      versions: [],
      msc4354_sticky_key: 'b6d1c5f0-uuid',
    },
  },
  stickyBefore43: {
    client: 'matrix-js-sdk 42.0.0, sticky',
    type: STICKY_MEMBER,
    content: {
      slot_id: 'm.call#ROOM',
      application: { type: 'm.call', 'm.call.intent': 'video' },
      rtc_transports: [{ type: 'livekit', livekit_service_url: SERVICE }],
      member: { device_id: 'PHONE', user_id: '@anna:test', id: 'b6d1c5f0-uuid' },
      versions: [],
      msc4354_sticky_key: 'b6d1c5f0-uuid',
    },
  },
} as const satisfies Record<string, AsSent>;

/** What somebody leaves behind. */
export const departures = {
  compatible: { client: 'every client', type: STATE_MEMBER, content: {} },
  lost: {
    client: 'ruma 2026-08: taken away by the server',
    type: STATE_MEMBER,
    content: { leave_reason: 'm.lost_connection' },
  },
  sticky: {
    client: 'matrix-js-sdk 43.0.0',
    type: STICKY_MEMBER,
    content: { slot_id: 'm.call#ROOM', msc4354_sticky_key: 'b6d1c5f0-uuid' },
  },
  oldest: {
    client: 'Element Call of 2023: a list for each user',
    type: STATE_MEMBER,
    content: { memberships: [{ ...call, expires: 4 * HOUR, foci_active: [focus], membershipID: '0' }] },
  },
} as const satisfies Record<string, AsSent>;

/** Element Call 0.24 to 0.26.1 to each device in the call, encrypted by Olm. */
export const elementCallKey = {
  client: 'Element Call 0.26.1',
  type: 'io.element.call.encryption_keys',
  content: {
    keys: { index: 0, key: 'a2V5IG9mIDE2IGJ5dGVzIQ==' },
    room_id: '!room:test',
    member: { claimed_device_id: 'PHONE', id: '@anna:test:PHONE' },
    session: { call_id: '', application: 'm.call', scope: 'm.room' },
    sent_ts: NOW,
  },
} as const satisfies AsSent;
