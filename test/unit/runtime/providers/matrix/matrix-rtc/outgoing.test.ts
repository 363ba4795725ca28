import { expect } from '@open-wc/testing';
import { SendError } from '../../../../../../src/runtime/providers/matrix/calls/reasons.ts';
import type { RtcSignal } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/wire.ts';
import { TokenError } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/token.ts';
import { readNotification } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/contents.ts';
import {
  ANNA,
  Desk,
  type FakeSfu,
  MEDIA,
  microtasks,
  participant,
  peer,
  ROOM,
  SILENCE,
  US,
} from './support/fake-rtc.ts';

const BEN = '@ben:test';
const declineOf = (id: string): RtcSignal['content'] => ({ 'm.relates_to': { rel_type: 'm.reference', event_id: id } });
/** A call that Anna has answered. */
async function running(desk = new Desk()): Promise<Desk> {
  const call = await desk.dial();
  desk.wire.enter(ANNA, 'PHONE');
  await microtasks();
  desk.sfu.participants.set([participant(`${ANNA}:PHONE`)]);
  expect(call.over).to.equal(false);
  return desk;
}

describe('a MatrixRTC call that goes out', () => {
  it('is a member first, then rings exactly the contact; nothing is sent before somebody comes', async () => {
    const desk = new Desk();
    await desk.dial();
    const [notification] = desk.wire.sent;
    const own = [...desk.wire.members.values()][0]?.id;
    expect(readNotification(notification?.content ?? {})).to.deep.include({
      type: 'ring',
      mentions: { userIds: [ANNA], room: false },
      membership: own,
    });
    expect(desk.wire.sent).to.have.length(1);
    expect(desk.sfu.published).to.deep.equal([MEDIA.kinds]);
    expect(desk.sfu.sent).to.deep.equal([]);
    expect(desk.types).to.deep.equal(['delivered']);
  });

  it('is accepted when they come, and sends from then on', async () => {
    const desk = await running();
    expect(desk.types).to.deep.equal(['delivered', 'accepted']);
    expect(desk.sfu.sent).to.deep.equal([MEDIA.tracks]);
    expect(desk.sfu.admitted).to.deep.equal([`${ANNA}:PHONE`]);
  });

  it('is not accepted by another device of ours', async () => {
    const desk = new Desk();
    await desk.dial();
    desk.wire.enter(US, 'PHONE');
    expect(desk.types).to.deep.equal(['delivered']);
  });

  it('comes to a call that runs without ringing', async () => {
    const desk = new Desk();
    desk.wire.enter(ANNA, 'PHONE');
    desk.onOpen = (sfu) => sfu.participants.set([participant(`${ANNA}:PHONE`)]);
    await desk.dial();
    expect(desk.wire.sent).to.deep.equal([]);
    expect(desk.types).to.deep.equal(['delivered', 'accepted']);
  });

  it('rings where a membership is only left behind, until somebody really comes', async () => {
    const desk = new Desk();
    desk.wire.enter(ANNA, 'DEAD');
    await desk.dial();
    expect([desk.wire.sent.length, desk.types]).to.deep.equal([1, ['delivered']]);
    desk.sfu.participants.set([participant(`${ANNA}:DEAD`)]);
    expect(desk.types).to.deep.equal(['delivered', 'accepted']);
    const another = new Desk();
    another.wire.enter(ANNA, 'DEAD');
    await another.dial();
    another.wire.enter(ANNA, 'PHONE');
    expect(another.types).to.deep.equal(['delivered', 'accepted']);
  });

  it('takes what an earlier page left behind away first', async () => {
    const desk = new Desk();
    desk.wire.enter(US, 'TABLET');
    await desk.dial();
    expect(desk.wire.vacated).to.have.length(1);
    expect(desk.types).to.deep.equal(['delivered']);
  });

  it('ends when they decline, and not for anybody else’s or another decline', async () => {
    const desk = new Desk();
    await desk.dial();
    desk.hear({ kind: 'decline', sender: ANNA, content: declineOf('$other') });
    desk.hear({ kind: 'decline', sender: BEN, content: declineOf('$sent1') });
    expect(desk.end).to.equal(undefined);
    desk.hear({ kind: 'decline', sender: ANNA, content: declineOf('$sent1') });
    expect(desk.end).to.equal('remote_declined');
    await microtasks();
    expect(desk.wire.left).to.equal(1);
    expect(desk.sfu.closed).to.equal(true);
  });

  it('ends, too, when they decline before the server has told us which ring is ours', async () => {
    const desk = new Desk();
    const sent = Promise.withResolvers<string>();
    desk.wire.send = () => sent.promise;
    await desk.dial();
    desk.hear({ kind: 'decline', sender: ANNA, content: declineOf('$another') });
    desk.hear({ kind: 'decline', sender: ANNA, content: { ...declineOf('$ring'), reason: 'user_busy' } });
    expect(desk.types).to.deep.equal([]);
    sent.resolve('$ring');
    await microtasks();
    expect([desk.types, desk.end]).to.deep.equal([['delivered', 'remote-ended'], 'busy']);
  });

  it('says that they are busy, or could not be connected, where they say so, and of a family all do', async () => {
    const busy = (id: string): RtcSignal['content'] => ({ ...declineOf(id), reason: 'user_busy' });
    const desk = new Desk();
    await desk.dial();
    desk.hear({ kind: 'decline', sender: ANNA, content: busy('$sent1') });
    expect(desk.end).to.equal('busy');
    const failed = (id: string): RtcSignal['content'] => ({ ...declineOf(id), reason: 'unknown_error' });
    const broken = new Desk();
    await broken.dial();
    broken.hear({ kind: 'decline', sender: ANNA, content: failed('$sent1') });
    expect(broken.end).to.equal('no_connection');
    for (const [second, reason] of [
      [busy, 'busy'],
      [declineOf, 'remote_declined'],
      [failed, 'remote_declined'],
    ] as const) {
      const family = new Desk();
      family.wire.inRoom = [US, ANNA, BEN];
      await family.dial(peer(ROOM, ROOM));
      family.hear({ kind: 'decline', sender: ANNA, content: busy('$sent1') });
      family.hear({ kind: 'decline', sender: BEN, content: second('$sent1') });
      expect(family.end).to.equal(reason);
    }
  });

  it('rings all of a family, goes on while one of them may still come, and ends for us alone', async () => {
    const desk = new Desk();
    desk.wire.inRoom = [US, ANNA, BEN];
    const call = await desk.dial(peer(ROOM, ROOM));
    expect(readNotification(desk.wire.sent[0]?.content ?? {})?.mentions.userIds).to.deep.equal([ANNA, BEN]);
    desk.hear({ kind: 'decline', sender: ANNA, content: declineOf('$sent1') });
    expect(desk.end).to.equal(undefined);
    desk.wire.enter(BEN, 'PHONE');
    desk.wire.enter(ANNA, 'PHONE');
    await microtasks();
    expect(call.remote.value.participants.map(({ id }) => id)).to.deep.equal([BEN, ANNA]);
    desk.wire.exit(BEN, 'PHONE');
    await microtasks();
    expect(call.remote.value.participants.map(({ id }) => id)).to.deep.equal([ANNA]);
    call.hangUp('hung_up');
    await microtasks();
    expect([...desk.wire.members.keys()]).to.deep.equal([`${ANNA} PHONE`]);
  });

  for (const [what, prepare, reason] of [
    [
      'the membership is refused',
      (d: Desk) => (d.wire.onJoin = (o) => o.onFailed(new SendError('cannot_call', null, 0))),
      'server_failed',
    ],
    [
      'the homeserver is out of reach',
      (d: Desk) => (d.wire.sendFailure = new SendError('unreachable', 1, 0)),
      'server_failed',
    ],
    [
      'the homeserver asks to wait',
      (d: Desk) => (d.wire.sendFailure = new SendError('rate_limited', 1, 0)),
      'rate_limited',
    ],
    ['there is no SFU', (d: Desk) => (d.transport = null), 'server_failed'],
    ['the token is refused', (d: Desk) => (d.token = () => Promise.reject(new TokenError('refused'))), 'server_failed'],
    [
      'the token service is slow',
      (d: Desk) => (d.token = () => Promise.reject(new TokenError('slow'))),
      'server_failed',
    ],
    [
      'the token is of another room',
      (d: Desk) => (d.token = () => Promise.reject(new TokenError('foreign'))),
      'server_failed',
    ],
    ['the SFU is out of reach', (d: Desk) => (d.onOpen = (sfu) => (sfu.refuses = new Error('x'))), 'server_failed'],
  ] as const) {
    it(`ends with a reason, and is no member any more, where ${what}`, async () => {
      const desk = new Desk();
      prepare(desk);
      await desk.dial();
      expect(desk.end).to.equal(reason);
      await microtasks();
      expect([...desk.wire.members.keys()]).to.deep.equal([]);
      expect([desk.registry.live, desk.wire.watchers.size, desk.platform.clock.pending]).to.deep.equal([0, 0, 0]);
    });
  }

  it('rings there no longer when the SFU is lost while it waits', async () => {
    const desk = new Desk();
    await desk.dial();
    desk.sfu.lose('gone');
    await microtasks();
    expect(desk.end).to.equal('server_failed');
    expect([...desk.wire.members.keys(), ...desk.wire.watchers]).to.deep.equal([]);
  });

  it('leaves after a ring that is on its way, which would ring on otherwise, but not for ever', async () => {
    for (const arrives of [true, false]) {
      const desk = new Desk();
      const sent = Promise.withResolvers<string>();
      desk.wire.send = () => sent.promise;
      const call = await desk.dial();
      call.hangUp('hung_up');
      const closed = call.close();
      await microtasks();
      expect([desk.wire.left, desk.sfu.closed]).to.deep.equal([0, true]);
      if (arrives) sent.resolve('$ring');
      else await desk.platform.clock.advance(3_000);
      await closed;
      expect([desk.wire.left, desk.platform.clock.pending, desk.types]).to.deep.equal([1, 0, []]);
    }
  });

  it('begins after one that is still being left, which would take the new membership away', async () => {
    const desk = new Desk();
    const sent = Promise.withResolvers<string>();
    desk.wire.send = () => sent.promise;
    (await desk.dial()).hangUp('hung_up');
    const joins: number[] = [];
    desk.wire.onJoin = () => {
      joins.push(desk.wire.left);
      desk.wire.enter(US, 'TABLET');
    };
    desk.registry.dial('again', peer(), MEDIA);
    await microtasks();
    expect(joins).to.deep.equal([]);
    sent.resolve('$ring');
    await microtasks();
    expect(joins).to.deep.equal([1]);
    expect(desk.types).to.deep.equal(['delivered']);
  });

  it('does not wait for ever for its own membership', async () => {
    const desk = new Desk();
    desk.wire.onJoin = () => {};
    await desk.dial();
    await desk.platform.clock.advance(10_000);
    expect(desk.end).to.equal('server_failed');
  });

  it('is gone without a trace when it is given up at once', async () => {
    const desk = new Desk();
    const call = desk.registry.dial('call', peer(), MEDIA);
    call.hangUp('hung_up');
    await microtasks();
    expect([desk.types, desk.wire.sent, desk.wire.joined, desk.sfus]).to.deep.equal([[], [], null, []]);
  });
});

describe('a MatrixRTC call that runs', () => {
  it('ends when everybody else has left', async () => {
    const desk = await running();
    desk.sfu.participants.set([]);
    desk.wire.exit(ANNA, 'PHONE');
    expect(desk.end).to.equal('remote_hung_up');
  });

  it('waits shortly while their media is still there', async () => {
    const desk = await running();
    desk.wire.exit(ANNA, 'PHONE');
    expect(desk.end).to.equal(undefined);
    desk.wire.enter(ANNA, 'PHONE');
    await desk.platform.clock.advance(10_000);
    expect(desk.end).to.equal(undefined);
    desk.wire.exit(ANNA, 'PHONE');
    await desk.platform.clock.advance(3_000);
    expect(desk.end).to.equal('remote_hung_up');
  });

  it('ends when their media is gone for good, although their membership stays', async () => {
    const desk = await running();
    desk.sfu.participants.set([]);
    await desk.platform.clock.advance(59_999);
    desk.sfu.participants.set([participant(`${ANNA}:PHONE`)]);
    await desk.platform.clock.advance(120_000);
    expect(desk.end).to.equal(undefined);
    desk.sfu.participants.set([]);
    await desk.platform.clock.advance(60_000);
    expect(desk.end).to.equal('connection_lost');
  });

  it('tells of a lost SFU, and comes back with another token', async () => {
    const desk = await running();
    const call = [...desk.events].length;
    desk.sfu.state.set('reconnecting');
    desk.sfu.state.set('connected');
    expect(desk.types.slice(call)).to.deep.equal(['disconnected', 'reconnected']);
    desk.sfu.lose('gone');
    expect(desk.types.slice(call + 2)).to.deep.equal(['disconnected']);
  });

  for (const [lost, reason] of [
    ['removed', 'remote_hung_up'],
    ['replaced', 'account_away'],
    ['unsupported', 'internal_error'],
  ] as const) {
    it(`ends when we are ${lost}`, async () => {
      const desk = await running();
      desk.sfu.lose(lost);
      expect(desk.end).to.equal(reason);
    });
  }

  it('ends when our membership cannot be kept, and when we are out of the room', async () => {
    const failed = await running();
    failed.wire.joined?.onFailed(new SendError('rate_limited', null, 0));
    expect(failed.end).to.equal('rate_limited');
    const lost = await running();
    lost.wire.joined?.onFailed(new SendError('unreachable', null, 0));
    expect(lost.end).to.equal('connection_lost');
    const removed = await running();
    removed.registry.left(ROOM);
    expect(removed.end).to.equal('remote_hung_up');
    const waiting = new Desk();
    await waiting.dial();
    waiting.registry.left(ROOM);
    expect(waiting.end).to.equal('server_failed');
  });

  it('restarts what is in doubt, and opens what is lost anew', async () => {
    const desk = new Desk();
    const call = await desk.dial();
    desk.wire.enter(ANNA, 'PHONE');
    await microtasks();
    call.restart();
    expect(desk.sfu.restarts).to.equal(1);
    desk.sfu.lose('gone');
    call.restart();
    await microtasks();
    expect(desk.sfus).to.have.length(2);
    expect(desk.sfu.sent).to.deep.equal([MEDIA.tracks]);
    expect(desk.sfu.admitted).to.deep.equal([`${ANNA}:PHONE`]);
    expect(desk.types.slice(-2)).to.deep.equal(['disconnected', 'reconnected']);
  });

  it('passes tracks on, and no longer once it is over', async () => {
    const desk = new Desk();
    const call = await desk.dial();
    const muted = { ...SILENCE, audioMuted: false };
    await call.setTracks(muted);
    expect(desk.sfu.sent).to.deep.equal([]);
    desk.wire.enter(ANNA, 'PHONE');
    await microtasks();
    expect(desk.sfu.sent).to.deep.equal([muted]);
    await call.setTracks(SILENCE);
    expect(desk.sfu.sent.at(-1)).to.equal(SILENCE);
    await call.close();
    await call.setTracks(muted);
    expect(desk.sfu.sent).to.have.length(2);
  });

  it('gives keys to every SFU, also those that come before it', async () => {
    const desk = new Desk();
    desk.wire.encrypted = true;
    await desk.dial();
    desk.wire.joined?.onKey(`${US}:TABLET`, 0, new Uint8Array(16));
    desk.wire.enter(ANNA, 'PHONE', 'https://other.test');
    await microtasks();
    desk.wire.joined?.onKey(`${ANNA}:PHONE`, 0, new Uint8Array(16));
    expect(desk.sfus.map(({ keys }) => keys)).to.deep.equal([
      [`${US}:TABLET 0`, `${ANNA}:PHONE 0`],
      [`${US}:TABLET 0`, `${ANNA}:PHONE 0`],
    ]);
    desk.wire.enter(ANNA, 'PHONE');
    await microtasks();
    expect(desk.sfus.map(({ closed }) => closed)).to.deep.equal([false, true]);
  });

  it('adds up what its SFUs have sent and received', async () => {
    const desk = new Desk();
    const call = await desk.dial();
    desk.wire.enter(ANNA, 'PHONE', 'https://other.test');
    await microtasks();
    const [own, other] = desk.sfus as [FakeSfu, FakeSfu];
    own.totals = {
      audio: { packetsSent: 5, packetsReceived: 0, energyReceived: 0 },
      video: { framesSent: 7, framesDecoded: 0, width: 0, height: 0 },
      relayed: false,
      roundTrip: 20,
    };
    other.totals = {
      audio: { packetsSent: 0, packetsReceived: 3, energyReceived: 0.5 },
      video: { framesSent: 0, framesDecoded: 9, width: 640, height: 360 },
      relayed: true,
      roundTrip: 30,
    };
    expect(await call.stats()).to.deep.equal({
      audio: { packetsSent: 5, packetsReceived: 3, energyReceived: 0.5 },
      video: { framesSent: 7, framesDecoded: 9, width: 640, height: 360 },
      relayed: true,
      roundTrip: 30,
    });
    call.hangUp('hung_up');
    expect((await call.stats()).audio.packetsSent).to.equal(0);
  });

  it('goes on where the SFU of a member is out of reach', async () => {
    const desk = new Desk();
    await desk.dial();
    desk.token = () => Promise.reject(new TokenError('unreachable'));
    desk.wire.enter(ANNA, 'PHONE', 'https://other.test');
    await microtasks();
    expect(desk.types).to.deep.equal(['delivered', 'accepted']);
    expect(desk.platform.lines.at(-1)?.message).to.equal('the SFU of a member is out of reach');
    desk.registry.left(ROOM);
    expect(desk.end).to.equal('remote_hung_up');
  });

  it('says when a key does not come', async () => {
    const desk = new Desk();
    desk.wire.encrypted = true;
    const call = await desk.dial();
    desk.wire.enter(ANNA, 'PHONE');
    await microtasks();
    const unreadable = (): unknown => call.remote.value.participants[0]?.unreadable;
    desk.sfu.participants.set([participant(`${ANNA}:PHONE`, { key: 'waiting' })]);
    await desk.platform.clock.advance(9_999);
    expect(unreadable()).to.equal(false);
    await desk.platform.clock.advance(1);
    expect(unreadable()).to.equal(true);
    desk.sfu.participants.set([participant(`${ANNA}:PHONE`, { key: 'ready' })]);
    expect(unreadable()).to.equal(false);
  });

  it('is as safe as the least verified of their devices, and says nothing of it in a plain room', async () => {
    const plain = await running();
    expect(plain.registry.live).to.equal(1);
    const desk = new Desk();
    const call = await desk.dial();
    expect(call.security.value).to.equal('on-the-way');
    for (const [verified, level] of [
      [[ANNA], 'end-to-end'],
      [[], 'end-to-end-unverified'],
    ] as const) {
      const encrypted = new Desk();
      encrypted.wire.encrypted = true;
      for (const user of verified) encrypted.wire.verified.add(user);
      const safe = await encrypted.dial();
      expect(safe.security.value).to.equal('end-to-end-unverified');
      encrypted.wire.enter(ANNA, 'PHONE');
      await microtasks();
      expect(safe.security.value).to.equal(level);
    }
  });

  it('goes with the page, and tells the next one where we were', async () => {
    const desk = await running();
    const seat = { roomId: ROOM, form: 'compatible', key: `${US}:TABLET` };
    desk.registry.pageClosing();
    desk.registry.pageClosing();
    expect(desk.wire.posted).to.deep.equal([seat]);
  });

  it('leaves nothing behind when the account closes', async () => {
    const desk = await running();
    desk.hear({ roomId: '!other:test', sender: ANNA });
    await desk.registry.close();
    expect([desk.registry.live, desk.wire.watchers.size, desk.platform.clock.pending]).to.deep.equal([0, 0, 0]);
    expect([desk.sfu.closed, desk.wire.left]).to.deep.equal([true, 1]);
    desk.hear({});
    expect(desk.rung).to.have.length(0);
  });
});
