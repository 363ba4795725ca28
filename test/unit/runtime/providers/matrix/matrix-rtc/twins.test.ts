import { expect } from '@open-wc/testing';
import type { ProviderCallEvent } from '../../../../../../src/runtime/call/events.ts';
import type { ProviderCall, ProviderIO } from '../../../../../../src/runtime/providers/provider.ts';
import { NO_STATS } from '../../../../../../src/runtime/providers/rtc/stats.ts';
import type { Protocol } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/choose.ts';
import { Doorbell, KEPT } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/twins.ts';
import { type FakePlatform, fakePlatform } from '../../../../support/fake-platform.ts';
import { FakeCall } from './support/fake-call.ts';
import { ANNA, MEDIA, peer, SILENCE } from './support/fake-rtc.ts';

class Door {
  readonly events: ProviderCallEvent[] = [];
  readonly calls: ProviderCall[] = [];
  readonly heard: string[] = [];
  readonly platform: FakePlatform = fakePlatform();
  readonly legacy = new FakeCall('legacy');
  readonly rtc = new FakeCall('rtc');
  readonly bell: Doorbell;

  constructor() {
    const io: ProviderIO = {
      platform: this.platform,
      invited: (call, event) => {
        this.calls.push(call);
        this.events.push(event);
      },
      emit: (event) => void this.events.push(event),
      save: async () => {},
    };
    this.bell = new Doorbell(io, (protocol, address) => void this.heard.push(`${protocol} ${address}`));
  }

  rings(protocol: Protocol, { age = 0, address = ANNA } = {}): void {
    const call = protocol === 'legacy' ? this.legacy : this.rtc;
    const offered = { audio: true, video: true };
    this.bell.rings(protocol, call, {
      type: 'invited',
      callId: call.id,
      peer: peer(address),
      offered,
      age,
      lifetime: 60_000,
    });
  }

  get call(): ProviderCall {
    return this.calls[0]!;
  }

  get types(): readonly string[] {
    return this.events.map(({ type, callId }) => `${type} ${callId}`);
  }
}

describe('two rings of the same caller', () => {
  for (const [first, second] of [
    ['legacy', 'matrixRtc'],
    ['matrixRtc', 'legacy'],
  ] as const) {
    it(`are one call: ${first}, then ${second}`, () => {
      const door = new Door();
      door.rings(first);
      door.rings(second);
      expect(door.types).to.deep.equal([`invited ${first === 'legacy' ? 'legacy' : 'rtc'}`]);
    });
  }

  it('are two of two people, and of one protocol, and where one is of the past', () => {
    const others = new Door();
    others.rings('legacy');
    others.rings('matrixRtc', { address: '@ben:test' });
    expect(others.calls).to.have.length(2);
    const past = new Door();
    past.rings('legacy', { age: 121_000 });
    past.rings('matrixRtc');
    expect(past.calls).to.have.length(2);
  });

  it('are answered over the first, and the second ends without a word', async () => {
    const door = new Door();
    door.rings('matrixRtc');
    door.call.prepare(MEDIA);
    door.rings('legacy');
    door.call.answer(MEDIA);
    expect(door.rtc.told).to.deep.equal(['prepare', 'answer']);
    expect(door.heard).to.deep.equal([`matrixRtc ${ANNA}`]);
    await door.platform.clock.advance(KEPT - 1);
    expect(door.legacy.told).to.deep.equal(['prepare']);
    await door.platform.clock.advance(1);
    expect(door.legacy.told).to.deep.equal(['prepare', 'close']);
    expect(door.types).to.deep.equal(['invited rtc']);
  });

  it('are nothing more once the caller has taken the second back, or it was answered elsewhere', () => {
    for (const event of [
      { type: 'remote-ended', callId: 'legacy', reason: 'missed' },
      { type: 'answered-elsewhere', callId: 'legacy' },
    ] as const) {
      const door = new Door();
      door.rings('matrixRtc');
      door.rings('legacy');
      door.call.answer(MEDIA);
      door.bell.emit(event);
      door.bell.emit({ type: 'remote-ended', callId: 'rtc', reason: 'server_failed' });
      expect(door.types).to.deep.equal(['invited rtc', 'remote-ended rtc']);
      expect(door.legacy.told).to.deep.equal([]);
    }
  });

  it('are answered over the second where the first cannot be, with the present tracks', async () => {
    for (const reason of ['server_failed', 'no_connection', 'internal_error'] as const) {
      const door = new Door();
      door.rings('matrixRtc');
      door.call.prepare(MEDIA);
      door.rings('legacy');
      door.call.answer(MEDIA);
      await door.call.setTracks({ ...SILENCE, audioMuted: false });
      let answered: unknown;
      door.legacy.answer = (media?: unknown): void => void (answered = media);
      door.bell.emit({ type: 'remote-ended', callId: 'rtc', reason });
      expect(answered).to.deep.equal({ ...MEDIA, tracks: { ...SILENCE, audioMuted: false } });
      await door.platform.clock.advance(KEPT);
      expect(door.legacy.told).to.deep.equal(['prepare']);
      door.bell.emit({ type: 'remote-ended', callId: 'legacy', reason });
      expect(door.types).to.deep.equal(['invited rtc', 'remote-ended rtc']);
    }
  });

  it('are one, too, where the second was on its way when the first was answered, and two where it was not', async () => {
    const door = new Door();
    door.rings('matrixRtc');
    door.call.answer(MEDIA);
    door.rings('legacy');
    expect(door.types).to.deep.equal(['invited rtc']);
    door.bell.emit({ type: 'remote-ended', callId: 'legacy', reason: 'missed' });
    expect(door.types).to.deep.equal(['invited rtc']);
    await door.platform.clock.advance(KEPT);
    door.rings('legacy');
    expect(door.types).to.deep.equal(['invited rtc', 'invited legacy']);
  });

  it('end both where the caller hangs up what was answered', () => {
    const door = new Door();
    door.rings('matrixRtc');
    door.rings('legacy');
    door.call.answer(MEDIA);
    door.bell.emit({ type: 'remote-ended', callId: 'rtc', reason: 'remote_hung_up' });
    expect(door.types).to.deep.equal(['invited rtc', 'remote-ended rtc']);
    expect(door.legacy.told).to.deep.equal(['close']);
  });

  it('are prepared both, in whichever order that comes', () => {
    for (const second of ['before', 'after'] as const) {
      const door = new Door();
      door.rings('legacy');
      if (second === 'before') door.rings('matrixRtc');
      door.call.prepare(MEDIA);
      if (second === 'after') door.rings('matrixRtc');
      expect([door.legacy.told, door.rtc.told]).to.deep.equal([['prepare'], ['prepare']]);
    }
  });

  it('are declined both, and given up both', () => {
    for (const end of ['declined', 'missed'] as const) {
      const door = new Door();
      door.rings('legacy');
      door.rings('matrixRtc');
      if (end === 'declined') door.call.decline(end);
      else door.call.hangUp(end);
      expect([door.legacy.told, door.rtc.told]).to.deep.equal([[end], [end]]);
    }
  });

  it('go on as the second, under the name of the first, when only the first ends', async () => {
    const door = new Door();
    door.rings('legacy');
    door.rings('matrixRtc');
    door.bell.emit({ type: 'remote-ended', callId: 'legacy', reason: 'missed' });
    expect(door.types).to.deep.equal(['invited legacy']);
    door.rtc.security.set('end-to-end');
    expect(door.call.security.value).to.equal('end-to-end');
    door.call.answer(MEDIA);
    expect(door.rtc.told).to.deep.equal(['answer']);
    await door.call.setTracks(SILENCE);
    door.call.restart();
    expect(door.rtc.told).to.deep.equal(['answer', 'tracks', 'restart']);
    expect(door.call.goodbye).to.deep.equal({ of: 'rtc' });
    expect(await door.call.stats()).to.equal(NO_STATS);
    door.bell.emit({ type: 'remote-ended', callId: 'rtc', reason: 'remote_hung_up' });
    expect(door.types).to.deep.equal(['invited legacy', 'remote-ended legacy']);
  });

  it('go on as the first when only the second ends', () => {
    const door = new Door();
    door.rings('legacy');
    door.rings('matrixRtc');
    door.bell.emit({ type: 'remote-ended', callId: 'rtc', reason: 'missed' });
    expect(door.types).to.deep.equal(['invited legacy']);
    door.bell.emit({ type: 'remote-ended', callId: 'legacy', reason: 'missed' });
    expect(door.types).to.deep.equal(['invited legacy', 'remote-ended legacy']);
  });

  it('end both when another device of ours has answered', () => {
    const door = new Door();
    door.rings('legacy');
    door.rings('matrixRtc');
    door.bell.emit({ type: 'answered-elsewhere', callId: 'rtc' });
    expect(door.types).to.deep.equal(['invited legacy', 'answered-elsewhere legacy']);
    expect(door.rtc.told).to.deep.equal(['answered_elsewhere']);
  });

  it('are told of once where the first is turned away without a word, for as long as it would have rung', async () => {
    const door = new Door();
    door.rings('matrixRtc');
    await door.call.close();
    await door.platform.clock.advance(30_000);
    door.rings('legacy');
    expect(door.calls).to.have.length(1);
    expect(door.legacy.told).to.deep.equal(['close']);
    await door.platform.clock.advance(30_000);
    door.rings('legacy');
    expect(door.calls).to.have.length(2);
  });

  it('are told of once where both were missed while nobody was here, or one while the other rings', () => {
    const both = new Door();
    both.rings('matrixRtc', { age: 300_000 });
    both.rings('legacy', { age: 270_000 });
    expect(both.types).to.deep.equal(['invited rtc']);
    const late = new Door();
    late.rings('legacy', { age: 30_000 });
    late.rings('matrixRtc', { age: 60_000 });
    expect(late.types).to.deep.equal(['invited legacy']);
    // Whoever still rings is not kept from it by what was missed.
    const still = new Door();
    still.rings('matrixRtc', { age: 61_000 });
    still.rings('legacy', { age: 31_000 });
    expect(still.types).to.deep.equal(['invited rtc', 'invited legacy']);
  });

  for (const [what, end] of [
    ['was declined', (door: Door) => door.call.decline('declined')],
    ['was answered', (door: Door) => door.call.answer(MEDIA)],
    ['was given up', (door: Door) => door.bell.emit({ type: 'remote-ended', callId: 'rtc', reason: 'missed' })],
  ] as const) {
    it(`are two where the first ${what}`, async () => {
      const door = new Door();
      door.rings('matrixRtc');
      end(door);
      await door.call.close();
      door.rings('legacy');
      expect(door.calls).to.have.length(2);
    });
  }

  it('leave nothing when the call is closed', async () => {
    const door = new Door();
    door.rings('legacy');
    door.rings('matrixRtc');
    await door.call.close();
    expect([door.legacy.told, door.rtc.told]).to.deep.equal([['close'], ['close']]);
    expect([door.legacy.remote.listeners, door.legacy.security.listeners]).to.deep.equal([0, 0]);
    door.bell.emit({ type: 'delivered', callId: 'another' });
    expect(door.types.at(-1)).to.equal('delivered another');
  });
});
