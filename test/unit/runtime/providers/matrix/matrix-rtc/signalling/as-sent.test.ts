import { expect } from '@open-wc/testing';
import {
  type Notification,
  readDecline,
  readNotification,
  rtcType,
  writeNotification,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/contents.ts';
import { sfuIdentity } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/identity.ts';
import {
  type Membership,
  readMembership,
  type RtcEvent,
  transportOf,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';
import {
  judgeRing,
  type RingSituation,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/ring.ts';
import { ANNA, Desk, microtasks, US } from '../support/fake-rtc.ts';
import { expectToRing } from './support/as-element-x.ts';
import { type AsSent, declines, departures, HOUR, memberships, NOW, rings } from './support/as-sent.ts';

const all = <T>(of: Record<string, T>): readonly T[] => Object.values(of);
const event = ({ type, content }: AsSent, change: Partial<RtcEvent> = {}): RtcEvent => {
  return { id: '$member', type, sender: '@anna:test', content, sentAt: NOW, age: 500, ...change };
};
const member = (sent: AsSent): Membership => {
  const read = readMembership(event(sent));
  if (!read) throw new Error(`no membership: ${sent.client}`);
  return read;
};
const notification = (sent: AsSent): Notification => {
  const read = readNotification(sent.content);
  if (!read) throw new Error(`no notification: ${sent.client}`);
  return read;
};

describe('what other clients send', () => {
  const situation: RingSituation = {
    ourUserId: '@us:test',
    sender: '@anna:test',
    age: 500,
    people: 2,
    senderJoined: true,
    mayCallAll: true,
    memberships: [member(memberships.elementCall)],
    settled: false,
  };

  for (const sent of all<AsSent>(rings).filter((ring) => ring !== rings.elementXGroup))
    it(`rings in a room of two, whichever form its caller’s membership has: ${sent.client}`, () => {
      expect(rtcType(sent.type)).to.equal('notification');
      expect(notification(sent).membership).to.equal('$member');
      for (const from of all<AsSent>(memberships))
        expect(judgeRing(notification(sent), { ...situation, memberships: [member(from)] })).to.equal('rings');
      expect(judgeRing(notification(sent), { ...situation, memberships: [] })).to.equal('waits');
    });

  for (const [what, sent, people, verdict] of [
    ['Element X in a family', rings.elementXGroup, 5, 'rings'],
    ['Element X in a room of two, where it did not ask to ring', rings.elementXGroup, 2, 'silent'],
    ['Element X in a large room', rings.elementXGroup, 60, 'silent'],
    ['Element X, which holds a room of 60 for a direct one', rings.elementXDirectVideo, 60, 'silent'],
    ['a ring for us alone in a large room', rings.laterSdk, 60, 'rings'],
  ] as const)
    it(`${what}: ${verdict}`, () => expect(judgeRing(notification(sent), { ...situation, people })).to.equal(verdict));

  it('offers what was meant, for as long as it was meant', () => {
    const read = ({ offered, lifetime }: Notification): unknown => [offered.video, lifetime];
    expect(all<AsSent>(rings).map((sent) => read(notification(sent)))).to.deep.equal([
      [true, 90_000],
      [false, 90_000],
      [true, 90_000],
      [true, 90_000],
      [true, 30_000],
      [false, 30_000],
    ]);
  });

  for (const sent of all<AsSent>(declines))
    it(`declines: ${sent.client}`, () => {
      expect(rtcType(sent.type)).to.equal('decline');
      expect(readDecline(sent.content)).to.deep.equal({ notification: '$ring', cause: null });
    });

  for (const sent of all<AsSent>(memberships))
    it(`is a member: ${sent.client}`, async () => {
      const read = member(sent);
      expect(read).to.include({ userId: '@anna:test', deviceId: 'PHONE' });
      expect(transportOf(read, [read])).to.deep.equal({ serviceUrl: 'https://livekit.example.org/jwt' });
      // What the SFU calls it is the token service's to say: by name in the one form, by a digest in the other.
      expect(await sfuIdentity(read)).to.match(read.form === '2.0' ? /^[\w+/]{43}$/ : /^@anna:test:PHONE$/);
    });

  it('is as old as its first event, whatever changes in a call', () => {
    expect(member(memberships.elementCallRenewed)).to.include({ age: 60_500, left: 4 * HOUR - 60_500 });
  });

  for (const sent of all<AsSent>(departures))
    it(`has left: ${sent.client}: ${JSON.stringify(sent.content).slice(0, 40)}`, () =>
      expect(readMembership(event(sent))).to.equal(null));
});

describe('somebody calls with Element X', () => {
  const FAMILY = [US, ANNA, '@ben:test', '@carla:test'];

  for (const [what, sent, inRoom] of [
    ['by voice, in a direct room', rings.elementXDirectVoice, [US, ANNA]],
    ['in the room of a family', rings.elementXGroup, FAMILY],
  ] as const)
    it(`${what}: it rings, is declined as they read it, and is over when they have left`, async () => {
      for (const end of ['declines', 'leaves'] as const) {
        const desk = new Desk();
        desk.wire.inRoom = inRoom;
        const call = await desk.ring(sent.content, { id: '$ring', content: sent.content });
        expect(desk.events[0]).to.deep.include({ offered: { audio: true, video: sent !== rings.elementXDirectVoice } });
        if (end === 'declines') call.decline('declined');
        else desk.wire.exit(ANNA, 'PHONE');
        await microtasks();
        expect(desk.wire.sent).to.deep.equal(end === 'declines' ? [declines.rustSdk].map(withoutClient) : []);
        expect(desk.end).to.equal(end === 'declines' ? undefined : 'missed');
        await call.close();
      }
    });

  it('in a room of sixty: nothing rings, and nothing is told later', async () => {
    const desk = new Desk();
    desk.wire.inRoom = [...FAMILY, ...Array.from({ length: 56 }, (_, index) => `@${index}:test`)];
    desk.wire.enter(ANNA, 'PHONE');
    desk.hear({ content: rings.elementXGroup.content });
    await microtasks();
    expect([desk.types, desk.platform.clock.pending]).to.deep.equal([[], 0]);
  });
});

function withoutClient({ type, content }: AsSent): Omit<AsSent, 'client'> {
  return { type, content };
}

describe('what we send', () => {
  for (const video of [true, false])
    it(`rings Element X, with whom it is for alone, video: ${video}`, () => {
      const content = writeNotification({ userIds: ['@anna:test'], video, membership: '$ours', sentAt: NOW + 0.25 });
      expectToRing(content, '@anna:test', '$ours');
    });
});
