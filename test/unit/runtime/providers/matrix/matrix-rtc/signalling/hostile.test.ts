import { expect } from '@open-wc/testing';
import { toBase64 } from '../../../../../../../src/runtime/platform/base64.ts';
import {
  readDecline,
  readNotification,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/contents.ts';
import {
  MOST_MEMBERSHIPS,
  readMemberships,
  type RtcEvent,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';
import { judgeRing } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/ring.ts';
import {
  readToken,
  requestForm,
  TokenError,
  type TokenRequest,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/token.ts';
import { readTransports } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/transports.ts';
import fc from '../../../../../support/fast-check.ts';
import { ANNA, Desk, microtasks, ROOM, US } from '../support/fake-rtc.ts';
import { type AsSent, declines, departures, HOUR, memberships, NOW, rings } from './support/as-sent.ts';

const BEN = '@ben:test';
const EVE = '@eve:test';
const WORLD: readonly AsSent[] = [rings, declines, memberships, departures].flatMap((of) => Object.values(of));

/** What a field may be instead of what it should. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    true,
    -1,
    0.5,
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
    1e308,
    '',
    '$',
    'ring',
    'm.call',
    'm.call#ROOM',
    US,
    ANNA,
    BEN,
    'x'.repeat(70_000),
    '\u0000\u2028\ud800',
    [],
    {},
    Array.from({ length: 5_000 }, () => US),
    { __proto__: null, user_ids: [US] },
    NOW - 400 * 24 * HOUR,
    NOW + 400 * 24 * HOUR,
  ),
);

/** A content with some of its fields, at any depth, gone or replaced. */
const broken: fc.Arbitrary<AsSent> = fc
  .tuple(
    fc.constantFrom(...WORLD),
    fc.array(fc.tuple(fc.nat(40), fc.option(wrong, { nil: undefined })), { maxLength: 4 }),
  )
  .map(([sent, changes]) => {
    const content = structuredClone(sent.content) as Record<string, unknown>;
    for (const [where, value] of changes) {
      const places = placesOf(content);
      const place = places[where % Math.max(1, places.length)];
      if (!place) continue;
      const [holder, key] = place;
      if (value === undefined) delete holder[key];
      // A copy: what is put in may be changed itself.
      else holder[key] = structuredClone(value);
    }
    return { ...sent, content };
  });

function placesOf(holder: Record<string, unknown>): readonly (readonly [Record<string, unknown>, string])[] {
  return Object.entries(holder).flatMap(([key, value]) => [
    [holder, key] as const,
    ...(typeof value === 'object' && value !== null ? placesOf(value as Record<string, unknown>) : []),
  ]);
}

const eventOf: fc.Arbitrary<RtcEvent> = fc
  .record({
    sent: broken,
    id: fc.constantFrom('$member', '$other', '', 'member'),
    sender: fc.constantFrom(US, ANNA, BEN, EVE, '', 'anna'),
    sentAt: fc.oneof(fc.constant(NOW), fc.double({ noNaN: true, min: -1e15, max: 1e16 })),
    age: fc.oneof(fc.nat(10_000), fc.double({ noNaN: true, min: 0, max: 1e15 })),
  })
  .map(({ sent: { type, content }, ...event }) => ({ ...event, type, content }));

const joined = (user: string): boolean => user !== EVE;

describe('hostile contents of MatrixRTC', () => {
  it('never throw, and what is read of them is within bounds', () => {
    fc.assert(
      fc.property(broken, ({ content }) => {
        readDecline(content);
        const read = readNotification(content);
        if (!read) return;
        expect(read.lifetime).to.be.within(0, 120_000);
        expect(read.mentions.userIds.length).to.be.at.most(1_000);
        expect(read.membership ?? '$').to.match(/^\$/);
        expect(read.mentions.userIds.every((user) => typeof user === 'string')).to.equal(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('make nobody a member who is none: memberships are of who sent them, in the room, for a day at most', () => {
    fc.assert(
      fc.property(fc.array(eventOf, { maxLength: 30 }), (events) => {
        const members = readMemberships(events, joined);
        expect(members.length).to.be.at.most(MOST_MEMBERSHIPS);
        for (const { eventId, userId, deviceId, age, left, form, transport } of members) {
          const from = events.find(({ id, sender }) => id === eventId && sender === userId);
          expect(from, 'an event of theirs').to.not.equal(undefined);
          expect(userId).to.be.oneOf([US, ANNA, BEN]);
          expect(deviceId.length).to.be.within(1, 255);
          expect(age).to.be.at.least(0);
          expect(left).to.be.greaterThan(0);
          if (form === 'compatible') expect(left).to.be.at.most(24 * HOUR);
          if (transport) expect(transport.serviceUrl).to.match(/^https?:\/\/[^/]/);
        }
        expect(new Set(members.map((m) => `${m.userId} ${m.deviceId}`)).size).to.equal(members.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('ring only for what is fresh, meant for us, and of somebody in the call', () => {
    fc.assert(
      fc.property(
        broken,
        fc.array(eventOf, { maxLength: 10 }),
        fc.constantFrom(US, ANNA, BEN, EVE),
        fc.oneof(fc.nat(200_000), fc.double({ min: 0, max: 1e15 })),
        fc.constantFrom(null, 1, 2, 5, 60),
        ({ content }, events, sender, age, people) => {
          const notification = readNotification(content);
          if (!notification) return;
          const members = readMemberships(events, joined);
          const verdict = judgeRing(notification, {
            ourUserId: US,
            sender,
            age,
            people,
            senderJoined: joined(sender),
            mayCallAll: true,
            memberships: members,
            settled: false,
          });
          if (verdict !== 'rings') return;
          expect(sender).to.be.oneOf([ANNA, BEN]);
          expect(age).to.be.lessThan(120_000);
          expect(people).to.not.equal(null);
          expect(members.some(({ userId }) => userId === sender)).to.equal(true);
          expect(notification.mentions.userIds.includes(US) || Number(people) <= 8).to.equal(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('let us in nowhere: what a token service answers is a token for us and this room, or an error with a name', async () => {
    const request: TokenRequest = {
      serviceUrl: 'https://sfu.test',
      roomId: ROOM,
      userId: US,
      deviceId: 'TABLET',
      memberId: 'm',
      form: 'compatible',
    };
    const base64 = (claims: unknown): string => toBase64(new TextEncoder().encode(JSON.stringify(claims) ?? ''));
    const claims = fc.record(
      {
        sub: fc.oneof(fc.constant(`${US}:TABLET`), wrong),
        exp: fc.oneof(fc.integer({ min: 0, max: 4_000_000_000 }), wrong),
        video: fc.oneof(fc.record({ room: fc.oneof(fc.constant(ROOM), wrong) }), wrong),
      },
      { requiredKeys: [] },
    );
    const jwt = fc.oneof(
      fc.oneof(claims, wrong).map((payload) => `head.${base64(payload)}.sign`),
      fc.string(),
      wrong,
    );
    const answer = fc.oneof(
      fc.record({ url: fc.oneof(fc.constant('wss://sfu.test'), fc.webUrl(), wrong), jwt }),
      wrong,
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(answer, async (given) => {
        try {
          const { url, token } = await readToken(given, request, NOW);
          taken++;
          expect(url).to.match(/^(wss?|https?):/);
          expect(JSON.parse(atob(token.split('.')[1] ?? ''))).to.deep.include({ sub: `${US}:TABLET` });
        } catch (error) {
          expect(error).to.be.instanceOf(TokenError);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(taken, 'tokens that are right').to.be.greaterThan(0);
  });

  it('name no SFU but by an address of the web', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(
            fc.oneof(
              wrong,
              fc.record({ type: fc.constant('livekit'), livekit_service_url: fc.oneof(fc.webUrl(), wrong) }),
            ),
          ),
          wrong,
        ),
        (given) => {
          for (const { serviceUrl } of readTransports(given)) {
            expect(serviceUrl).to.match(/^https?:\/\/[^@/]+(\/|$)/);
            expect(
              requestForm({ serviceUrl, roomId: ROOM, userId: US, deviceId: 'D', memberId: 'm', form: '2.0' }, {})[0],
            ).to.equal('/get_token');
          }
        },
      ),
    );
  });
});

describe('hostile rooms of MatrixRTC', () => {
  const stale = (desk: Desk, count: number): void => {
    for (let index = 0; index < count; index++) {
      desk.wire.members.set(`stale ${index}`, {
        id: `$stale${index}`,
        type: memberships.elementCall.type,
        sender: index % 2 === 0 ? ANNA : EVE,
        sentAt: NOW - 9 * HOUR,
        age: 9 * HOUR,
        content: { ...memberships.elementCall.content, device_id: `OLD${index}` },
      });
    }
  };

  it('nothing rings for a call in which 200 memberships are stale, and the one that is not rings', async () => {
    const desk = new Desk();
    stale(desk, 200);
    desk.hear({ id: '$ring', content: rings.elementXDirectVideo.content });
    await microtasks();
    expect(desk.types).to.deep.equal([]);
    desk.wire.enter(ANNA, 'PHONE');
    await microtasks();
    expect(desk.types).to.deep.equal(['invited']);
    desk.wire.exit(ANNA, 'PHONE');
    await microtasks();
    expect(desk.types).to.deep.equal(['invited', 'remote-ended']);
  });

  it('whatever comes by sync, nothing throws and nothing is left waiting', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(eventOf, fc.constantFrom('notification', 'decline', 'membership')), { maxLength: 12 }),
        async (signals) => {
          const desk = new Desk();
          desk.wire.enter(ANNA, 'PHONE');
          for (const [event, kind] of signals) desk.hear({ ...event, kind, roomId: ROOM });
          await microtasks();
          desk.wire.exit(ANNA, 'PHONE');
          await microtasks();
          await desk.registry.close();
          expect([desk.wire.watchers.size, desk.platform.clock.pending, desk.registry.live]).to.deep.equal([0, 0, 0]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
