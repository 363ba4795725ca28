import { expect } from '@open-wc/testing';
import { SendError } from '../../../../../../src/runtime/providers/matrix/calls/reasons.ts';
import { TokenError } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/token.ts';
import type { RtcSignal } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/wire.ts';
import type { RtcEvent } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';
import { ANNA, Desk, MEDIA, microtasks, participant, RING, ROOM, SFU, US } from './support/fake-rtc.ts';

const BEN = '@ben:test';
const declineOf = (id: string): RtcSignal['content'] => ({ 'm.relates_to': { rel_type: 'm.reference', event_id: id } });

describe('a MatrixRTC call that comes in', () => {
  it('rings once, with what is offered', async () => {
    const desk = new Desk();
    const call = await desk.ring({}, { id: '$ring', age: 700 });
    desk.hear({ id: '$ring' });
    expect(desk.events).to.deep.equal([
      {
        type: 'invited',
        callId: call.id,
        peer: { accountId: 'account', contactId: ROOM, address: ANNA, name: 'Anna' },
        offered: { audio: true, video: true },
        age: 700,
        lifetime: 60_000,
      },
    ]);
  });

  it('rings although an earlier page of ours has left a membership behind', async () => {
    const desk = new Desk();
    desk.wire.enter(US, 'TABLET');
    const leaves = desk.signal({ kind: 'membership', sender: US, content: {}, sentAt: 9e15 });
    desk.hear(leaves);
    await desk.ring();
    expect(desk.types).to.deep.equal(['invited']);
  });

  it('rings when its member comes after its notification', async () => {
    const desk = new Desk();
    desk.hear({});
    expect(desk.types).to.deep.equal([]);
    desk.wire.enter(ANNA, 'PHONE');
    expect(desk.types).to.deep.equal(['invited']);
  });

  it('was missed when nobody ever came, and nothing is left waiting', async () => {
    const desk = new Desk();
    desk.hear({});
    await desk.platform.clock.advance(60_000);
    await microtasks();
    expect(desk.events[0]).to.include({ type: 'invited', age: 60_000, lifetime: 60_000 });
    expect([desk.wire.watchers.size, desk.platform.clock.pending, desk.registry.live]).to.deep.equal([0, 0, 0]);
  });

  it('waits for no more notifications than a few', () => {
    const desk = new Desk();
    for (let index = 0; index < 100; index++) desk.hear({});
    expect(desk.wire.watchers.size).to.equal(20);
  });

  for (const [what, signals] of [
    ['for somebody else', [{ content: { ...RING, 'm.mentions': { user_ids: [BEN] } } }]],
    ['of a kind that nobody knows', [{ content: { ...RING, notification_type: 'whisper' } }]],
    ['that is broken', [{ content: {} }]],
    ['from somebody who is not in the room', [{ sender: '@eve:test' }]],
    [
      'that the same sync declines, by a device of ours',
      [{ id: '$r' }, { kind: 'decline', sender: US, content: declineOf('$r') }],
    ],
    [
      'that a device of ours has answered since',
      [
        { id: '$r', sentAt: 5 },
        { kind: 'membership', sender: US, content: { application: 'm.call' }, sentAt: 6 },
      ],
    ],
  ] as readonly (readonly [string, readonly Partial<RtcSignal>[]])[]) {
    it(`does not ring ${what}`, () => {
      const desk = new Desk();
      desk.wire.enter(ANNA, 'PHONE');
      desk.hear(...signals);
      expect(desk.types).to.deep.equal([]);
    });
  }

  it('prepares without a word: nothing is sent, nobody is a member, nothing is shown', async () => {
    const desk = new Desk();
    const call = await desk.ring();
    call.prepare(MEDIA);
    await microtasks();
    desk.sfu.participants.set([participant(`${ANNA}:PHONE`, { videoMuted: false })]);
    expect(desk.sfu.published).to.deep.equal([MEDIA.kinds]);
    expect(desk.sfu.admitted).to.deep.equal([`${ANNA}:PHONE`]);
    expect([desk.sfu.sent, desk.wire.sent, desk.wire.joined]).to.deep.equal([[], [], null]);
    expect(call.remote.value.participants).to.deep.equal([]);
    expect(desk.types).to.deep.equal(['invited']);
  });

  it('is answered by being a member, and shows and sends from then on', async () => {
    const desk = new Desk();
    const call = await desk.ring();
    call.prepare(MEDIA);
    await microtasks();
    call.answer(MEDIA);
    await microtasks();
    expect(desk.sfus).to.have.length(1);
    expect(desk.wire.joined).to.include({
      roomId: ROOM,
      form: 'compatible',
      memberId: `${US}:TABLET`,
      encrypted: false,
    });
    expect(desk.sfu.sent).to.deep.equal([MEDIA.tracks]);
    desk.sfu.participants.set([participant(`${ANNA}:PHONE`, { videoMuted: false }), participant('@eve:test:X')]);
    expect(call.remote.value.participants.map(({ id, videoMuted }) => [id, videoMuted])).to.deep.equal([[ANNA, false]]);
    expect(desk.types).to.deep.equal(['invited']);
  });

  it('sends at once when it is answered in a plain room, and in an encrypted one as a member', async () => {
    for (const encrypted of [false, true]) {
      const desk = new Desk();
      desk.wire.encrypted = encrypted;
      desk.wire.onJoin = () => {};
      const call = await desk.ring();
      call.prepare(MEDIA);
      await microtasks();
      call.answer(MEDIA);
      await microtasks();
      expect(desk.sfu.sent).to.have.length(encrypted ? 0 : 1);
      desk.wire.enter(US, 'TABLET');
      await microtasks();
      expect(desk.sfu.sent).to.have.length(1);
    }
  });

  it('is answered although preparing it has failed', async () => {
    const desk = new Desk();
    desk.onOpen = (sfu) => {
      if (desk.sfus.length > 0) return;
      sfu.refuses = new Error('gone');
      sfu.state.set({ lost: 'unreachable' });
    };
    const call = await desk.ring();
    call.prepare(MEDIA);
    await microtasks();
    call.answer(MEDIA);
    await microtasks();
    expect(desk.end).to.equal(undefined);
    expect(desk.sfus.map(({ sent }) => sent.length)).to.deep.equal([0, 1]);
  });

  it('is no answer before it is ready where preparing it has failed, and none at all where that fails again', async () => {
    const desk = new Desk();
    desk.token = () => Promise.reject(new TokenError('refused'));
    const call = await desk.ring();
    call.prepare(MEDIA);
    await microtasks();
    call.answer(MEDIA);
    await microtasks();
    expect([desk.end, desk.wire.joined, desk.wire.sent.length]).to.deep.equal(['server_failed', null, 1]);
  });

  it('declines with the notification that rang, and busy as well', async () => {
    for (const [reason, told] of [
      ['declined', {}],
      ['busy_here', { reason: 'user_busy' }],
    ] as const) {
      const desk = new Desk();
      (await desk.ring({}, { id: '$ring' })).decline(reason);
      await microtasks();
      expect(desk.wire.sent).to.deep.equal([
        { type: 'org.matrix.msc4310.rtc.decline', content: { ...declineOf('$ring'), ...told } },
      ]);
      expect([desk.registry.live, desk.wire.watchers.size]).to.deep.equal([0, 0]);
    }
  });

  for (const [what, prepare] of [
    ['the token is refused', (d: Desk) => (d.token = () => Promise.reject(new TokenError('refused')))],
    ['the SFU is out of reach', (d: Desk) => (d.onOpen = (sfu) => (sfu.refuses = new Error('x')))],
    [
      'the membership is refused',
      (d: Desk) => (d.wire.onJoin = (o) => o.onFailed(new SendError('cannot_call', null, 0))),
    ],
  ] as const) {
    it(`tells the caller that the answer has failed, once, where ${what}`, async () => {
      const desk = new Desk();
      prepare(desk);
      const call = await desk.ring({}, { id: '$ring' });
      call.answer(MEDIA);
      await microtasks();
      expect(desk.end).to.equal('server_failed');
      call.hangUp('server_failed');
      await call.close();
      expect(desk.wire.sent.map(({ content }) => content)).to.deep.equal([
        { ...declineOf('$ring'), reason: 'unknown_error' },
      ]);
      expect([...desk.wire.members.keys()]).to.deep.equal([`${ANNA} PHONE`]);
      expect([desk.registry.live, desk.wire.watchers.size, desk.platform.clock.pending]).to.deep.equal([0, 0, 0]);
    });
  }

  it('declines when somebody hangs up what was just answered, and just leaves when it runs', async () => {
    for (const [reason, told] of [
      ['hung_up', {}],
      ['no_connection', { reason: 'unknown_error' }],
    ] as const) {
      const desk = new Desk();
      desk.wire.onJoin = () => {};
      const call = await desk.ring({}, { id: '$ring' });
      call.answer(MEDIA);
      await microtasks();
      call.hangUp(reason);
      await microtasks();
      expect(desk.wire.sent.map(({ content }) => content)).to.deep.equal([{ ...declineOf('$ring'), ...told }]);
    }
    const desk = new Desk();
    const call = await desk.ring();
    call.answer(MEDIA);
    await microtasks();
    call.hangUp('hung_up');
    await microtasks();
    expect([desk.wire.sent, desk.wire.left]).to.deep.equal([[], 1]);
  });

  for (const reason of ['missed', 'account_away', 'kiosk_closed'] as const) {
    it(`tells nobody: ${reason}`, async () => {
      const desk = new Desk();
      (await desk.ring()).hangUp(reason);
      await microtasks();
      expect(desk.wire.sent).to.deep.equal([]);
    });
  }

  it('stops when the caller leaves', async () => {
    const desk = new Desk();
    await desk.ring();
    desk.wire.exit(ANNA, 'PHONE');
    expect(desk.end).to.equal('missed');
    expect(desk.registry.live).to.equal(0);
  });

  it('goes on while the caller changes the device', async () => {
    const desk = new Desk();
    await desk.ring();
    desk.wire.enter(ANNA, 'DESK');
    desk.wire.exit(ANNA, 'PHONE');
    expect(desk.end).to.equal(undefined);
  });

  it('stops when another device of ours answers or declines', async () => {
    const answered = new Desk();
    await answered.ring();
    answered.wire.enter(US, 'PHONE');
    expect(answered.types).to.deep.equal(['invited', 'answered-elsewhere']);
    const declined = new Desk();
    await declined.ring({}, { id: '$ring' });
    declined.hear({ kind: 'decline', sender: US, content: declineOf('$other') });
    expect(declined.types).to.deep.equal(['invited']);
    declined.hear({ kind: 'decline', sender: US, content: declineOf('$ring') });
    expect(declined.types).to.deep.equal(['invited', 'answered-elsewhere']);
  });

  it('ends with a reason where it cannot be answered', async () => {
    const desk = new Desk();
    desk.wire.allowed = [];
    (await desk.ring()).answer(MEDIA);
    await microtasks();
    expect(desk.end).to.equal('server_failed');
  });

  it('uses the SFU of the caller where ours has none', async () => {
    const desk = new Desk();
    desk.transport = null;
    (await desk.ring()).answer(MEDIA);
    await microtasks();
    expect(desk.wire.joined?.transport).to.deep.equal({ serviceUrl: SFU });
  });

  it('takes the form that the caller has, where the server can', async () => {
    const desk = new Desk();
    desk.wire.allowed = ['compatible', '2.0'];
    desk.wire.enter(ANNA, 'PHONE');
    const [[key, event]] = [...desk.wire.members] as [[string, RtcEvent]];
    desk.wire.members.set(key, {
      ...event,
      type: 'org.matrix.msc4143.rtc.member',
      content: {
        slot_id: 'm.call#ROOM',
        application: { type: 'm.call' },
        member: { id: 'uuid', user_id: ANNA, device_id: 'PHONE' },
        transports: { published: [{ type: 'livekit', livekit_service_url: SFU }], can_subscribe: [] },
      },
    });
    desk.wire.onJoin = () => {};
    desk.hear({});
    desk.rung[0]?.answer(MEDIA);
    await microtasks();
    expect(desk.wire.joined).to.include({ form: '2.0', memberId: 'id-1' });
  });
});
