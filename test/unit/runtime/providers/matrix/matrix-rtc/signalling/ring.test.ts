import { expect } from '@open-wc/testing';
import type { Notification } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/contents.ts';
import type { Membership } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';
import {
  judgeRing,
  type RingSituation,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/ring.ts';

const member = (userId: string): Membership => ({
  eventId: '$m',
  userId,
  deviceId: 'D',
  memberId: 'm',
  form: 'compatible',
  age: 0,
  left: 1,
  transport: null,
  followsOldest: false,
});
const notification: Notification = {
  type: 'ring',
  mentions: { userIds: ['@us:test'], room: false },
  offered: { audio: true, video: true },
  lifetime: 60_000,
  membership: '$m',
};
const situation: RingSituation = {
  ourUserId: '@us:test',
  sender: '@anna:test',
  age: 1_000,
  people: 2,
  senderJoined: true,
  mayCallAll: false,
  memberships: [member('@anna:test')],
  settled: false,
};
const everybody: Notification = { ...notification, mentions: { userIds: [], room: true } };
const tells: Notification = { ...everybody, type: 'notification' };

describe('judgeRing', () => {
  for (const [what, change, verdict, given] of [
    ['fresh, for us, and somebody is there', {}, 'rings', notification],
    ['for everybody in a room of two, without any power', {}, 'rings', everybody],
    ['for everybody in a family, from who may', { people: 8, mayCallAll: true }, 'rings', everybody],
    ['for everybody in a family, from who may not', { people: 8 }, 'silent', everybody],
    ['for everybody in a large room', { people: 9, mayCallAll: true }, 'silent', everybody],
    ['a call that is only told of, in a room of two', {}, 'silent', tells],
    ['a call that is only told of, in a family', { people: 8, mayCallAll: true }, 'rings', tells],
    ['a call that is only told of, in a large room', { people: 9, mayCallAll: true }, 'silent', tells],
    ['one that is told of to us, in a large room', { people: 9 }, 'silent', { ...notification, type: 'notification' }],
    ['for us in a large room', { people: 900 }, 'rings', notification],
    ['for others', {}, 'silent', { ...notification, mentions: { userIds: ['@ben:test'], room: false } }],
    ['our own', { sender: '@us:test' }, 'silent', notification],
    ['from somebody who has left', { senderJoined: false }, 'silent', notification],
    ['in a room that we are not in', { people: null }, 'silent', notification],
    ['declined or answered by a device of ours', { settled: true }, 'silent', notification],
    ['nobody is in the call', { memberships: [] }, 'waits', notification],
    ['somebody else is in the call', { memberships: [member('@ben:test')] }, 'waits', notification],
    ['a device of ours is in it', { memberships: [member('@anna:test'), member('@us:test')] }, 'silent', notification],
    ['too old', { age: 60_000 }, 'missed', notification],
    ['too old, and nobody is there', { age: 60_000, memberships: [] }, 'missed', notification],
    ['of yesterday', { age: 25 * 60 * 60_000 }, 'silent', notification],
    ['of an age that is no number', { age: NaN }, 'silent', notification],
    ['without any lifetime', {}, 'missed', { ...notification, lifetime: 0 }],
  ] as const) {
    it(`${what}: ${verdict}`, () => expect(judgeRing(given, { ...situation, ...change })).to.equal(verdict));
  }
});
