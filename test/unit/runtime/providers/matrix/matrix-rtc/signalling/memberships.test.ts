import { expect } from '@open-wc/testing';
import {
  MOST_MEMBERSHIPS,
  type RtcEvent,
  readMembership,
  readMemberships,
  transportOf,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';

const HOUR = 60 * 60_000;
const livekit = (url = 'https://sfu.test/tokens'): object => ({ type: 'livekit', livekit_service_url: url });

const content = {
  application: 'm.call',
  call_id: '',
  scope: 'm.room',
  device_id: 'PHONE',
  expires: 4 * HOUR,
  focus_active: { type: 'livekit', focus_selection: 'multi_sfu' },
  foci_preferred: [livekit()],
};
const compatible: RtcEvent = {
  id: '$m',
  type: 'org.matrix.msc3401.call.member',
  sender: '@anna:test',
  content,
  sentAt: 1e12,
  age: 1_000,
};
const stickyContent = {
  slot_id: 'm.call#ROOM',
  application: { type: 'm.call' },
  member: { id: 'uuid', user_id: '@anna:test', device_id: 'PHONE' },
  transports: { published: [livekit()], can_subscribe: ['livekit'] },
  versions: [],
  msc4354_sticky_key: 'uuid',
};
const sticky: RtcEvent = { ...compatible, type: 'org.matrix.msc4143.rtc.member', content: stickyContent };
const changed = (event: RtcEvent, change: object): RtcEvent => ({ ...event, content: { ...event.content, ...change } });

describe('readMembership', () => {
  it('reads the compatibility form', () => {
    expect(readMembership(compatible)).to.deep.equal({
      eventId: '$m',
      userId: '@anna:test',
      deviceId: 'PHONE',
      memberId: '@anna:test:PHONE',
      form: 'compatible',
      age: 1_000,
      left: 4 * HOUR - 1_000,
      transport: { serviceUrl: 'https://sfu.test/tokens' },
      followsOldest: false,
    });
  });

  it('reads the 2.0 form, with either names of the member’s fields', () => {
    const membership = readMembership(sticky);
    expect(membership).to.include({ form: '2.0', memberId: 'uuid', deviceId: 'PHONE', left: Infinity });
    const claimed = { id: 'uuid', claimed_user_id: '@anna:test', claimed_device_id: 'PHONE' };
    expect(readMembership(changed(sticky, { member: claimed }))).to.deep.equal(membership);
  });

  it('counts from its first event, by the server’s clock', () => {
    const renewed = changed(compatible, { created_ts: 1e12 - 3 * HOUR, expires: 8 * HOUR });
    expect(readMembership(renewed)).to.include({ age: 3 * HOUR + 1_000, left: 5 * HOUR - 1_000 });
  });

  it('ends with its lifetime, and a day after its last event whatever it says', () => {
    expect(readMembership({ ...compatible, age: 4 * HOUR })).to.equal(null);
    expect(readMembership(changed({ ...compatible, age: 3 * HOUR }, { expires: undefined }))?.left).to.equal(HOUR);
    expect(readMembership(changed({ ...compatible, age: 25 * HOUR }, { expires: 1e15 }))).to.equal(null);
    expect(readMembership(changed(compatible, { expires: 0 }))).to.equal(null);
  });

  it('takes one from the future for as old as its event', () => {
    expect(readMembership(changed(compatible, { created_ts: 9e15 }))?.age).to.equal(1_000);
  });

  for (const [what, event] of [
    ['nothing: somebody has left', { ...compatible, content: {} }],
    ['a list of the oldest form', { ...compatible, content: { memberships: [content] } }],
    ['another application', changed(compatible, { application: 'm.whiteboard' })],
    ['another call of the room', changed(compatible, { call_id: 'breakout' })],
    ['a call of somebody’s own', changed(compatible, { scope: 'm.user' })],
    ['no device', changed(compatible, { device_id: undefined })],
    ['a device that is a number', changed(compatible, { device_id: 7 })],
    ['a huge device', changed(compatible, { device_id: 'x'.repeat(10_000) })],
    ['no focus', changed(compatible, { focus_active: undefined })],
    ['a focus that is null', changed(compatible, { focus_active: null })],
    ['another kind of focus', changed(compatible, { focus_active: { type: 'mesh' } })],
    ['another type of event', { ...compatible, type: 'm.room.member' }],
    ['an event without an id', { ...compatible, id: '' }],
    ['nobody’s event', { ...compatible, sender: '' }],
    ['a sticky goodbye', { ...sticky, content: { slot_id: 'm.call#ROOM', msc4354_sticky_key: 'uuid' } }],
    ['another slot', changed(sticky, { slot_id: 'm.call#OTHER' })],
    ['a member of somebody else’s', changed(sticky, { member: { ...stickyContent.member, user_id: '@eve:test' } })],
    ['a member without an id', changed(sticky, { member: { user_id: '@anna:test', device_id: 'PHONE' } })],
    ['a member that is a text', changed(sticky, { member: 'anna' })],
    ['an application that is a text', changed(sticky, { application: 'm.call' })],
  ] as const) {
    it(`refuses ${what}`, () => expect(readMembership(event)).to.equal(null));
  }

  it('does without a transport that it cannot use', () => {
    for (const foci of [
      undefined,
      'x',
      [null],
      [{ type: 'livekit' }],
      [livekit('ftp://x')],
      [livekit('https://a:b@x')],
    ])
      expect(readMembership(changed(compatible, { foci_preferred: foci }))?.transport).to.equal(null);
  });
});

describe('readMemberships', () => {
  const from = (sender: string, device: string, age: number, id = `$${sender}${device}${age}`): RtcEvent => ({
    ...changed(compatible, { device_id: device }),
    sender,
    age,
    id,
  });

  it('lists each device once, by its newest word, oldest first', () => {
    const events = [from('@anna:test', 'A', 10), from('@ben:test', 'B', 30), from('@anna:test', 'A', 50)];
    const members = readMemberships(events, () => true);
    expect(members.map(({ userId, age }) => [userId, age])).to.deep.equal([
      ['@ben:test', 30],
      ['@anna:test', 10],
    ]);
  });

  it('leaves out who is not in the room any more', () => {
    const events = [from('@anna:test', 'A', 10), from('@ben:test', 'B', 30)];
    expect(readMemberships(events, (user) => user === '@ben:test').map(({ userId }) => userId)).to.deep.equal([
      '@ben:test',
    ]);
  });

  it('finds the one who is there among 200 that are stale', () => {
    const stale = Array.from({ length: 200 }, (_, index) => from('@anna:test', `OLD${index}`, 5 * HOUR));
    const left = Array.from({ length: 200 }, (_, index) => ({ ...from('@ben:test', `X${index}`, 1), content: {} }));
    expect(readMemberships([...stale, from('@ben:test', 'B', 30), ...left], () => true)).to.have.length(1);
  });

  it('looks at no more than a call can have', () => {
    const events = Array.from({ length: 2_000 }, (_, index) => from('@anna:test', `D${index}`, index));
    expect(readMemberships(events, () => true)).to.have.length(MOST_MEMBERSHIPS);
  });

  it('follows the oldest member’s transport where the older choice is made', () => {
    const old = {
      ...from('@ben:test', 'B', 30),
      content: { ...content, foci_preferred: [livekit('https://old.test')] },
    };
    const follower = changed(from('@anna:test', 'A', 10), {
      focus_active: { type: 'livekit', focus_selection: 'oldest_membership' },
    });
    const members = readMemberships([follower, old], () => true);
    expect(members.map((member) => transportOf(member, members)?.serviceUrl)).to.deep.equal([
      'https://old.test',
      'https://old.test',
    ]);
    expect(transportOf(members[1]!, [])).to.equal(null);
  });
});
