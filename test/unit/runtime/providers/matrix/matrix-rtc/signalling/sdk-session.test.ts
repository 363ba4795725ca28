import { expect } from '@open-wc/testing';
import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { RoomStateEvent } from 'matrix-js-sdk/lib/models/room-state.js';
import { joinSession } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/sdk-session.ts';
import { sessionRoom } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/session-room.ts';
import { readMembership } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';
import { expectToBeMember } from './support/as-element-x.ts';
import { elementCallKey, HOUR, memberships } from './support/as-sent.ts';

const ROOM = '!room:test';
const US = '@us:test';
const ANNA = '@anna:test';
const MEMBER = 'org.matrix.msc3401.call.member';

/** What listens to things of the SDK. */
class Emitter {
  readonly #listeners = new Map<string, Set<(...given: never[]) => void>>();

  on(name: string, listener: (...given: never[]) => void): this {
    const present = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, present.add(listener));
    return this;
  }

  off(name: string, listener: (...given: never[]) => void): this {
    this.#listeners.get(name)?.delete(listener);
    return this;
  }

  emit(name: string, ...given: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (...all: unknown[]) => void)(...given);
  }

  get size(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

interface Sent {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/** A room and its server, as far as the SDK's session touches them. */
class House extends Emitter {
  readonly client = new Emitter();
  readonly sent: Sent[] = [];
  readonly devices: unknown[][] = [];
  state = new Map<string, MatrixEvent>();
  /** Milliseconds by which its clock is behind this device's. */
  behind = 0;
  #ids = 0;

  get room(): Room {
    const currentState = {
      getStateEvents: (type: string) => (type === MEMBER ? [...this.state.values()] : null),
    };
    return Object.assign(this, {
      currentState,
      roomId: ROOM,
      getVersion: () => '12',
      hasMembershipState: () => true,
      ['_unstable_getStickyEvents']: () => [],
    }) as unknown as Room;
  }

  get signedIn(): MatrixClient {
    const nothing = async (): Promise<object> => ({});
    return Object.assign(this.client, {
      getUserId: () => US,
      getSafeUserId: () => US,
      getDeviceId: () => 'TABLET',
      sendEvent: nothing,
      sendStateEvent: async (_room: string, type: string, content: Sent['content'], key: string) => {
        this.sent.push({ type, content, key });
        return this.put(US, content, key);
      },
      ['_unstable_sendDelayedStateEvent']: async () => ({ delay_id: 'leave' }),
      ['_unstable_getDelayedEvents']: nothing,
      ['_unstable_updateDelayedEvent']: nothing,
      ['_unstable_cancelScheduledDelayedEvent']: nothing,
      ['_unstable_restartScheduledDelayedEvent']: nothing,
      ['_unstable_sendScheduledDelayedEvent']: nothing,
      ['_unstable_sendStickyEvent']: nothing,
      ['_unstable_sendStickyDelayedEvent']: nothing,
      cancelPendingEvent: nothing,
      encryptAndSendToDevice: async (...given: unknown[]) => void this.devices.push(given),
      decryptEventIfNeeded: nothing,
    }) as unknown as MatrixClient;
  }

  /** An event of the room's state comes by sync. */
  put(sender: string, content: object, key: string): { readonly event_id: string } {
    const event_id = `$event${this.#ids++}`;
    const event = new MatrixEvent({
      type: MEMBER,
      state_key: key,
      sender,
      content,
      event_id,
      room_id: ROOM,
      origin_server_ts: Date.now() - this.behind,
      unsigned: { age: 1 },
    });
    this.state.set(key, event);
    this.emit(RoomStateEvent.Events, event);
    return { event_id };
  }

  /** A message comes to this device, by Olm. */
  hear(content: unknown, sender = ANNA, senderDevice = 'PHONE'): void {
    const encryptionInfo = { sender, senderDevice, senderCurve25519KeyBase64: 'key', senderVerified: true };
    this.client.emit(ClientEvent.ReceivedToDeviceMessage, {
      message: { type: elementCallKey.type, sender, content },
      encryptionInfo,
    });
  }
}

/** As the wire reads them. */
const counts = (event: MatrixEvent): boolean =>
  readMembership({
    id: event.getId()!,
    type: MEMBER,
    sender: event.getSender()!,
    content: event.getContent(),
    sentAt: event.getTs(),
    age: event.getLocalAge(),
  }) !== null;

describe('the SDK’s session', () => {
  const keys: string[] = [];
  let house: House;

  beforeEach(() => {
    house = new House();
    keys.length = 0;
  });

  const join = (encrypted: boolean, video = true): ReturnType<typeof joinSession> =>
    joinSession(house.signedIn, sessionRoom(house.room, counts), {
      roomId: ROOM,
      form: 'compatible',
      memberId: `${US}:TABLET`,
      transport: { serviceUrl: 'https://sfu.test/jwt' },
      video,
      encrypted,
      onKey: (identity, index, { length }) => void keys.push(`${identity} ${index} ${length}`),
      onFailed: (error) => {
        throw error;
      },
    });

  for (const video of [true, false])
    it(`makes us a member as Element X and we ourselves read it, video: ${video}`, async () => {
      const joined = join(false, video);
      await waitUntil(() => house.sent.length > 0);
      const [{ type, content, key }] = house.sent as [Sent];
      // As it is on the wire.
      const wire = JSON.parse(JSON.stringify(content)) as Sent['content'];
      expect(type).to.equal(MEMBER);
      expectToBeMember(wire, key, US, 'TABLET');
      expect(wire['m.call.intent']).to.equal(video ? 'video' : 'audio');
      const read = readMembership({ id: '$m', type, sender: US, content: wire, sentAt: Date.now(), age: 0 });
      expect(read).to.deep.include({ deviceId: 'TABLET', transport: { serviceUrl: 'https://sfu.test/jwt' } });
      expect(house.devices).to.deep.equal([]);
      await joined.leave();
    });

  for (const [what, behind] of [
    ['five hours ahead of the homeserver', 5],
    ['nine hours behind it', -9],
  ] as const)
    it(`sends and takes keys by a clock that is ${what}`, async () => {
      house.behind = behind * HOUR;
      house.put(ANNA, memberships.elementCall.content, '_@anna:test_PHONE_m.call');
      const joined = join(true);
      house.hear(elementCallKey.content);
      await waitUntil(() => house.devices.length > 0 && keys.includes(`${ANNA}:PHONE 0 16`));
      expect(house.sent[0]?.content).to.include({ expires: 4 * HOUR });
      await joined.leave();
    });

  it('sends none to whose membership does not count, and to nobody for long who says that it lasts for ever', async () => {
    house.put(ANNA, { ...memberships.elementCall.content, device_id: 'OLD', expires: 1 }, '_@anna:test_OLD_m.call');
    house.put(ANNA, { ...memberships.elementCall.content, expires: 1e15 }, '_@anna:test_PHONE_m.call');
    const joined = join(true);
    await waitUntil(() => house.devices.length > 0);
    expect(house.devices.map(([, targets]) => targets)).to.deep.equal([[{ userId: ANNA, deviceId: 'PHONE' }]]);
    await joined.leave();
  });

  it('sends our key as Element Call sends its own, to who is there', async () => {
    house.put(ANNA, memberships.elementCall.content, '_@anna:test_PHONE_m.call');
    const joined = join(true);
    await waitUntil(() => house.devices.length > 0 && keys.length > 0);
    const [[type, targets, content]] = house.devices as [[string, unknown, Sent['content']]];
    expect([type, targets]).to.deep.equal([elementCallKey.type, [{ userId: ANNA, deviceId: 'PHONE' }]]);
    const kinds = (value: object): object =>
      Object.fromEntries(
        Object.entries(value).map(([name, of]) => [name, typeof of === 'object' ? kinds(of) : typeof of]),
      );
    expect(kinds(content)).to.deep.equal(kinds(elementCallKey.content));
    expect(content['member']).to.deep.equal({ claimed_device_id: 'TABLET', id: `${US}:TABLET` });
    expect(keys).to.deep.equal([`${US}:TABLET 0 16`]);
    await joined.leave();
  });

  it('takes a key of theirs before and after their membership, and is not disturbed by what is none', async () => {
    const joined = join(true);
    const { content } = elementCallKey;
    const key = (change: object): object => ({ ...content, keys: { ...content.keys, ...change } });
    for (const hostile of [
      key({ key: 'no base64 at all' }),
      key({ key: { toString: null } }),
      key({ key: 'a' }),
      key({ index: 300 }),
      key({ index: null }),
      { ...content, keys: null },
      { ...content, member: null },
      {},
    ])
      house.hear(hostile);
    house.hear(content, '@eve:test');
    house.hear(content, ANNA, 'DESK');
    house.hear({ ...content, room_id: '!other:test' });
    house.hear(content);
    house.put(ANNA, memberships.elementCall.content, '_@anna:test_PHONE_m.call');
    await waitUntil(() => keys.includes(`${ANNA}:PHONE 0 16`));
    house.hear(key({ index: 1 }));
    await waitUntil(() => keys.includes(`${ANNA}:PHONE 1 16`));
    expect(keys.filter((one) => !one.startsWith(US))).to.have.length(2);
    await joined.leave();
  });

  it('leaves nothing that listens', async () => {
    const joined = join(true);
    await waitUntil(() => house.sent.length > 0);
    await Promise.all([joined.leave(), joined.leave()]);
    expect(house.client.size).to.equal(0);
    expect(house.size).to.equal(0);
  });
});
