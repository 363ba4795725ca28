import { expect } from '@open-wc/testing';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { clientRtc } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/client-rtc.ts';
import { fakePlatform } from '../../../../../support/fake-platform.ts';

const ROOM = '!r:test';
const US = '@us:test';
const MEMBER = 'org.matrix.msc3401.call.member';
const STICKY = 'org.matrix.msc4143.rtc.member';

const event = (type: string, sender: string, content: object, ts: number, age?: number): MatrixEvent =>
  new MatrixEvent({
    type,
    sender,
    content,
    room_id: ROOM,
    event_id: `$${sender}${ts}`,
    origin_server_ts: ts,
    unsigned: age === undefined ? {} : { age },
  });

/** As much of a client as the wire reads, with one room. */
class FakeClient {
  version = '10';
  mayState = true;
  maySend = true;
  mayMention = true;
  joinRule = 'invite';
  sticky = true;
  state: MatrixEvent[] = [];
  stickyEvents: MatrixEvent[] = [];
  membership = 'join';
  readonly sent: unknown[] = [];
  readonly listeners = new Map<string, number>();
  device: { readonly signedByOwner: boolean } | null = null;
  failure: unknown = null;

  readonly room = {
    getVersion: () => this.version,
    getMyMembership: () => this.membership,
    getInvitedAndJoinedMemberCount: () => 3,
    getMember: (userId: string) => (userId === '@anna:test' ? { membership: 'join' } : null),
    getMembers: () => [
      { userId: US, membership: 'join' },
      { userId: '@anna:test', membership: 'join' },
      { userId: '@ben:test', membership: 'invite' },
      { userId: '@eve:test', membership: 'leave' },
    ],
    ['_unstable_getStickyEvents']: () => this.stickyEvents,
    on: (name: string) => void this.listeners.set(name, (this.listeners.get(name) ?? 0) + 1),
    off: (name: string) => void this.listeners.set(name, (this.listeners.get(name) ?? 0) - 1),
    currentState: {
      getStateEvents: (type: string, key?: string) => {
        const events = this.state.filter((state) => state.getType() === type);
        return key === undefined ? events : (events[0] ?? null);
      },
      mayTriggerNotifOfType: () => this.mayMention,
      getJoinRule: () => this.joinRule,
      maySendStateEvent: () => this.mayState,
      maySendEvent: () => this.maySend,
    },
  };

  getSafeUserId = (): string => US;
  getDeviceId = (): string => 'TABLET';
  getHomeserverUrl = (): string => `${location.origin}/hs/`;
  getAccessToken = (): string => 'token';
  getRooms = (): readonly unknown[] => [this.room];
  getRoom = (id: string): unknown => (id === ROOM ? this.room : null);
  doesServerSupportUnstableFeature = async (): Promise<boolean> => this.sticky;
  getOpenIdToken = async (): Promise<unknown> => ({ access_token: 'proof' });
  getCrypto = (): unknown => ({
    getUserDeviceInfo: async () => new Map(),
    getDeviceVerificationStatus: async () => this.device,
  });

  async sendStateEvent(...given: unknown[]): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.sent.push(given);
  }

  async ['_unstable_sendStickyEvent'](...given: unknown[]): Promise<void> {
    this.sent.push(given);
  }
}

describe('the wire of MatrixRTC over a client', () => {
  let fake: FakeClient;
  let encrypted = false;
  const wire = (): ReturnType<typeof clientRtc> =>
    clientRtc(fake as unknown as MatrixClient, fakePlatform(5_000), () => encrypted);

  beforeEach(() => {
    fake = new FakeClient();
    encrypted = false;
  });

  it('knows who is in a room', () => {
    expect(wire().people(ROOM)).to.equal(3);
    expect(wire().others(ROOM)).to.deep.equal(['@anna:test', '@ben:test']);
    expect([wire().isJoined(ROOM, '@anna:test'), wire().isJoined(ROOM, '@eve:test')]).to.deep.equal([true, false]);
    fake.membership = 'leave';
    expect(wire().people(ROOM)).to.equal(null);
    expect([wire().people('!none'), wire().others('!none'), wire().memberEvents('!none')]).to.deep.equal([
      null,
      [],
      [],
    ]);
  });

  for (const [joinRule, mayMention, expected] of [
    ['invite', false, true],
    ['restricted', false, true],
    ['public', false, false],
    ['public', true, true],
  ] as const) {
    it(`everybody may be called in a room that is ${joinRule}, power to mention all: ${mayMention}: ${expected}`, () => {
      Object.assign(fake, { joinRule, mayMention });
      expect(wire().mayCallAll(ROOM, '@anna:test')).to.equal(expected);
      expect(wire().mayCallAll('!none', '@anna:test')).to.equal(false);
    });
  }

  for (const [what, change, forms] of [
    ['both', {}, ['compatible', '2.0']],
    ['state alone', { sticky: false }, ['compatible']],
    ['sticky alone, without power', { mayState: false }, ['2.0']],
    ['none', { mayState: false, maySend: false }, []],
    ['none, where the server has no sticky events', { mayState: false, sticky: false }, []],
  ] as const) {
    it(`may be a member in forms: ${what}`, async () => {
      Object.assign(fake, change);
      const rtc = wire();
      expect(await rtc.forms(ROOM)).to.deep.equal(forms);
      expect(rtc.mayJoin(ROOM)).to.equal(forms.length > 0);
    });
  }

  it('takes it for possible to join while nobody can say whether the server has sticky events', async () => {
    fake.mayState = false;
    fake.doesServerSupportUnstableFeature = () => Promise.reject(new Error('gone'));
    const rtc = wire();
    expect(await rtc.forms(ROOM)).to.deep.equal([]);
    expect(rtc.mayJoin(ROOM)).to.equal(true);
    fake.mayState = true;
    expect(await rtc.forms(ROOM)).to.deep.equal(['compatible']);
  });

  it('may do everything in a room that is to be made', async () => {
    expect(wire().mayJoin('@anna:test')).to.equal(true);
    expect(await wire().forms('@anna:test')).to.deep.equal([]);
  });

  it('reads memberships of both forms, and learns the server’s clock from them', () => {
    const rtc = wire();
    expect(rtc.serverNow()).to.equal(5_000);
    fake.state = [event(MEMBER, '@anna:test', { a: 1 }, 1_000, 100)];
    fake.stickyEvents = [event(STICKY, '@ben:test', { b: 1 }, 2_000), event('m.other', '@ben:test', {}, 3_000)];
    const read = rtc.memberEvents(ROOM);
    expect(read.map(({ type, sender, sentAt }) => [type, sender, sentAt])).to.deep.equal([
      [MEMBER, '@anna:test', 1_000],
      [STICKY, '@ben:test', 2_000],
    ]);
    expect(read[0]?.age).to.be.within(100, 60_000);
    // The event of 1,000 was 100 ms old when it came, which is now by this device's clock.
    const ahead = 1_000 - (Date.now() - (read[0]?.age ?? 0));
    expect(rtc.serverNow()).to.be.closeTo(5_000 + ahead, 100);
  });

  it('knows whose app has been in such calls, or made a room for them', () => {
    const able = (): readonly boolean[] => ['@anna:test', '@ben:test'].map((user) => wire().isAble(user));
    expect(able()).to.deep.equal([false, false]);
    // Who has left a call leaves an empty event.
    fake.state = [event(MEMBER, '@anna:test', {}, 1_000)];
    expect(able()).to.deep.equal([true, false]);
    const created = event('m.room.create', '@ben:test', {}, 1);
    const levels = (sender: string, events: unknown): MatrixEvent =>
      event('m.room.power_levels', sender, { events }, 2);
    for (const [state, expected] of [
      [[created, levels('@ben:test', { [MEMBER]: 0 })], true],
      [[created, levels('@ben:test', { 'm.room.name': 50 })], false],
      [[created, levels('@ben:test', 'broken')], false],
      [[created, levels('@anna:test', { [MEMBER]: 0 })], false],
      [[created], false],
      [[levels('@ben:test', { [MEMBER]: 0 })], false],
    ] as const) {
      fake.state = [...state];
      expect(wire().isAble('@ben:test')).to.equal(expected);
    }
  });

  it('names a membership as the room’s version wants it', () => {
    const key = (): string => wire().seat(ROOM, 'compatible', 'x').key;
    expect(key()).to.equal('_@us:test_TABLET_m.call');
    fake.version = 'org.matrix.msc3757.11';
    expect(key()).to.equal('@us:test_TABLET_m.call');
    expect(wire().seat(ROOM, '2.0', 'uuid').key).to.equal('uuid');
  });

  it('takes a membership away in its form, and says in words of ours why it cannot', async () => {
    await wire().vacate({ roomId: ROOM, form: 'compatible', key: 'k' });
    await wire().vacate({ roomId: ROOM, form: '2.0', key: 'uuid' });
    expect(fake.sent).to.deep.equal([
      [ROOM, MEMBER, {}, 'k'],
      [ROOM, 3_600_000, null, STICKY, { slot_id: 'm.call#ROOM', msc4354_sticky_key: 'uuid' }],
    ]);
    fake.failure = { errcode: 'M_FORBIDDEN', httpStatus: 403 };
    const failed: unknown = await wire()
      .vacate({ roomId: ROOM, form: 'compatible', key: 'k' })
      .catch((error: unknown) => error);
    expect(failed).to.include({ name: 'SendError', reason: 'cannot_call' });
  });

  it('leaves with the page by a request of the browser’s own, but for what it would have to encrypt', () => {
    const asked: [string, RequestInit | undefined][] = [];
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      asked.push([input as string, init]);
      throw new TypeError('gone');
    };
    try {
      wire().sealLeave({ roomId: ROOM, form: 'compatible', key: '_k' })?.post();
      wire().sealLeave({ roomId: ROOM, form: '2.0', key: 'uuid' })?.post();
      encrypted = true;
      expect(wire().sealLeave({ roomId: ROOM, form: '2.0', key: 'uuid' })).to.equal(null);
    } finally {
      globalThis.fetch = real;
    }
    const base = `${location.origin}/hs/_matrix/client/v3/rooms/${encodeURIComponent(ROOM)}`;
    expect(asked.map(([url, init]) => [url, init?.method, init?.keepalive, init?.body])).to.deep.equal([
      [`${base}/state/${MEMBER}/_k`, 'PUT', true, '{}'],
      [
        `${base}/send/${STICKY}/caid-1?org.matrix.msc4354.sticky_duration_ms=3600000`,
        'PUT',
        true,
        JSON.stringify({ slot_id: 'm.call#ROOM', msc4354_sticky_key: 'uuid' }),
      ],
    ]);
  });

  it('watches a room, and stops', () => {
    const stop = wire().watch(ROOM, () => {});
    expect([...fake.listeners.values()]).to.deep.equal([1, 1, 1]);
    stop();
    expect([...fake.listeners.values()]).to.deep.equal([0, 0, 0]);
    wire().watch('!none', () => {})();
  });

  it('asks whether a device is its owner’s', async () => {
    expect(await wire().isVerified('@anna:test', 'PHONE')).to.equal(false);
    fake.device = { signedByOwner: true };
    expect(await wire().isVerified('@anna:test', 'PHONE')).to.equal(true);
    expect(await wire().openIdToken()).to.deep.equal({ access_token: 'proof' });
  });
});
