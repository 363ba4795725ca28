import { expect } from '@open-wc/testing';
import type { EndReason } from '../../../../../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../../../../../src/runtime/call/events.ts';
import { Store } from '../../../../../../src/runtime/platform/readable.ts';
import type {
  CallSecurity,
  ProviderCall,
  ProviderIO,
  RemoteMedia,
} from '../../../../../../src/runtime/providers/provider.ts';
import { NO_STATS } from '../../../../../../src/runtime/providers/rtc/stats.ts';
import type { Protocol } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/choose.ts';
import { Doorbell } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/twins.ts';
import { fakePlatform } from '../../../../support/fake-platform.ts';
import { ANNA, MEDIA, peer, SILENCE } from './support/fake-rtc.ts';

/** A call of either protocol, which writes down what it is told. */
class FakeCall implements ProviderCall {
  readonly id: string;
  readonly told: string[] = [];
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security = new Store<CallSecurity>('on-the-way');

  constructor(id: string) {
    this.id = id;
  }

  get goodbye(): Readonly<Record<string, unknown>> {
    return { of: this.id };
  }

  prepare = (): void => void this.told.push('prepare');
  answer = (): void => void this.told.push('answer');
  decline = (reason: string): void => void this.told.push(reason);
  hangUp = (reason: EndReason): void => void this.told.push(reason);
  restart = (): void => void this.told.push('restart');
  setTracks = async (): Promise<void> => void this.told.push('tracks');
  stats = async (): Promise<typeof NO_STATS> => NO_STATS;
  close = async (): Promise<void> => void this.told.push('close');
}

class Door {
  readonly events: ProviderCallEvent[] = [];
  readonly calls: ProviderCall[] = [];
  readonly answered: string[] = [];
  readonly legacy = new FakeCall('legacy');
  readonly rtc = new FakeCall('rtc');
  readonly bell: Doorbell;

  constructor() {
    const io: ProviderIO = {
      platform: fakePlatform(),
      invited: (call, event) => {
        this.calls.push(call);
        this.events.push(event);
      },
      emit: (event) => void this.events.push(event),
      save: async () => {},
    };
    this.bell = new Doorbell(io, (protocol, address) => void this.answered.push(`${protocol} ${address}`));
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
    past.rings('legacy', { age: 60_000 });
    past.rings('matrixRtc');
    expect(past.calls).to.have.length(2);
  });

  it('are answered over the first, and the second ends without a word', () => {
    const door = new Door();
    door.rings('matrixRtc');
    door.rings('legacy');
    door.call.prepare(MEDIA);
    door.call.answer(MEDIA);
    expect(door.rtc.told).to.deep.equal(['prepare', 'answer']);
    expect(door.legacy.told).to.deep.equal(['close']);
    expect(door.answered).to.deep.equal([`matrixRtc ${ANNA}`]);
  });

  it('are prepared both, if the second comes while the first is', () => {
    const door = new Door();
    door.rings('legacy');
    door.call.prepare(MEDIA);
    door.rings('matrixRtc');
    expect(door.rtc.told).to.deep.equal(['prepare']);
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
    expect(door.answered).to.deep.equal([`matrixRtc ${ANNA}`]);
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
