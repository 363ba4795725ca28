import { expect } from '@open-wc/testing';
import type { EndReason } from '../../../../../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../../../../../src/runtime/call/events.ts';
import type { ProviderCall } from '../../../../../../src/runtime/providers/provider.ts';
import { Dialling } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/dialling.ts';
import { JOIN_AFTER, YIELD } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/dialled.ts';
import type { Protocol, Way } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/choose.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { FakeCall } from './support/fake-call.ts';
import { ANNA, MEDIA, peer, SILENCE } from './support/fake-rtc.ts';

type Type = Exclude<ProviderCallEvent['type'], 'invited' | 'remote-ended'>;

const BOTH: Way = { first: 'matrixRtc', second: 'legacy' };
const alone = (first: Protocol): Way => ({ first, second: null });

/** A person who calls Anna. */
class Phone {
  readonly clock = new FakeClock();
  readonly events: ProviderCallEvent[] = [];
  readonly remembered: string[] = [];
  readonly dialled = new Map<Protocol, FakeCall>();
  readonly dialling: Dialling;
  readonly call: ProviderCall;

  constructor(way: Way) {
    this.dialling = new Dialling({
      clock: this.clock,
      dial: (protocol, callId) => {
        const call = new FakeCall(callId);
        this.dialled.set(protocol, call);
        return call;
      },
      emit: (event) => void this.events.push(event),
      remember: (address, protocol) => void this.remembered.push(`${protocol} ${address}`),
    });
    this.call = this.dialling.dial('call', peer(), MEDIA, way);
  }

  get(protocol: Protocol): FakeCall {
    const call = this.dialled.get(protocol);
    if (!call) throw new Error(`nothing was dialled: ${protocol}`);
    return call;
  }

  /** A call of ours says something. */
  says(protocol: Protocol, type: Type): void {
    this.dialling.hear({ type, callId: this.get(protocol).id });
  }

  ends(protocol: Protocol, reason: EndReason): void {
    this.dialling.hear({ type: 'remote-ended', callId: this.get(protocol).id, reason });
  }

  /** Anna calls, too. */
  rings(protocol: Protocol, { address = ANNA, age = 0 } = {}): { theirs: FakeCall; isOurs: boolean } {
    const theirs = new FakeCall('theirs');
    const offered = { audio: true, video: true };
    const invited = { type: 'invited', callId: 'theirs', peer: peer(address), offered, age, lifetime: 60_000 } as const;
    return { theirs, isOurs: this.dialling.meets(protocol, theirs, invited) };
  }

  async joined(): Promise<void> {
    this.says('matrixRtc', 'delivered');
    await this.clock.advance(JOIN_AFTER);
  }

  get told(): readonly string[] {
    return this.events.map((event) => {
      expect(event.callId).to.equal('call');
      return event.type === 'remote-ended' ? event.reason : event.type;
    });
  }
}

describe('a call that we make', () => {
  it('over one protocol is that call', async () => {
    const phone = new Phone(alone('legacy'));
    phone.says('legacy', 'delivered');
    await phone.clock.advance(2 * JOIN_AFTER);
    phone.says('legacy', 'accepted');
    phone.says('legacy', 'disconnected');
    phone.ends('legacy', 'remote_hung_up');
    expect(phone.told).to.deep.equal(['delivered', 'accepted', 'disconnected', 'remote_hung_up']);
    expect([...phone.dialled.keys()]).to.deep.equal(['legacy']);
    expect(phone.remembered).to.deep.equal([`legacy ${ANNA}`]);
    await phone.call.close();
    expect(phone.dialling.hear({ type: 'delivered', callId: 'call' })).to.equal(false);
  });

  it('rings over the other, too, seconds later, and is answered there', async () => {
    const phone = new Phone(BOTH);
    await phone.joined();
    const [first, second] = [phone.get('matrixRtc'), phone.get('legacy')];
    phone.says('legacy', 'delivered');
    await phone.clock.advance(60_000);
    expect([first.told, second.told]).to.deep.equal([[], []]);
    phone.says('legacy', 'accepted');
    expect(first.told).to.deep.equal(['answered_elsewhere', 'close']);
    second.security.set('end-to-end');
    expect(phone.call.security.value).to.equal('end-to-end');
    expect(phone.told).to.deep.equal(['delivered', 'accepted']);
    expect(phone.remembered).to.deep.equal([`legacy ${ANNA}`]);
  });

  it('is answered over the first, before and while it rings over the second', async () => {
    const early = new Phone(BOTH);
    early.says('matrixRtc', 'delivered');
    early.says('matrixRtc', 'accepted');
    await early.clock.advance(JOIN_AFTER);
    expect([...early.dialled.keys()]).to.deep.equal(['matrixRtc']);
    const late = new Phone(BOTH);
    await late.joined();
    late.says('legacy', 'delivered');
    late.says('matrixRtc', 'accepted');
    expect(late.get('legacy').told).to.deep.equal(['answered_elsewhere', 'close']);
    expect(late.get('matrixRtc').told).to.deep.equal([]);
    expect(late.told).to.deep.equal(['delivered', 'accepted']);
    expect(late.remembered).to.deep.equal([`matrixRtc ${ANNA}`]);
  });

  it('goes on as the first where the second fails', async () => {
    const phone = new Phone(BOTH);
    await phone.joined();
    phone.says('legacy', 'delivered');
    phone.ends('legacy', 'cannot_call');
    expect(phone.get('matrixRtc').told).to.deep.equal([]);
    expect(phone.told).to.deep.equal(['delivered']);
    phone.ends('matrixRtc', 'no_connection');
    expect(phone.told).to.deep.equal(['delivered', 'no_connection']);
  });

  it('goes over to the second at once where the first fails', async () => {
    for (const reason of ['cannot_call', 'unreachable', 'no_connection', 'protocol_error', 'internal_error'] as const) {
      const phone = new Phone(BOTH);
      phone.ends('matrixRtc', reason);
      phone.says('legacy', 'delivered');
      phone.says('legacy', 'accepted');
      expect(phone.told).to.deep.equal(['delivered', 'accepted']);
      expect(phone.get('matrixRtc').told).to.deep.equal(['close']);
    }
  });

  it('ends with what somebody says, and with what is wrong with both', async () => {
    for (const reason of ['remote_declined', 'busy', 'signed_out', 'rate_limited'] as const) {
      const phone = new Phone(BOTH);
      phone.ends('matrixRtc', reason);
      expect([phone.told, [...phone.dialled.keys()]]).to.deep.equal([[reason], ['matrixRtc']]);
    }
    const phone = new Phone(BOTH);
    await phone.joined();
    phone.ends('legacy', 'remote_declined');
    expect(phone.told).to.deep.equal(['delivered', 'remote_declined']);
    expect(phone.get('matrixRtc').told).to.deep.equal(['answered_elsewhere']);
  });

  it('is given up over both, and forgets what worked where nobody answered over that alone', async () => {
    const both = new Phone(BOTH);
    await both.joined();
    both.call.hangUp('no_answer');
    expect([both.get('matrixRtc').told, both.get('legacy').told]).to.deep.equal([['no_answer'], ['no_answer']]);
    expect(both.remembered).to.deep.equal([]);
    const one = new Phone(alone('legacy'));
    one.says('legacy', 'delivered');
    one.call.hangUp('no_answer');
    expect(one.remembered).to.deep.equal([`null ${ANNA}`]);
    const hungUp = new Phone(alone('legacy'));
    hungUp.call.hangUp('hung_up');
    expect(hungUp.remembered).to.deep.equal([]);
  });

  it('never begins anew once it is over', async () => {
    const phone = new Phone(BOTH);
    phone.says('matrixRtc', 'delivered');
    phone.call.hangUp('hung_up');
    await phone.clock.advance(JOIN_AFTER);
    expect([...phone.dialled.keys()]).to.deep.equal(['matrixRtc']);
  });

  it('has the present tracks in both, tells of both what is to be taken back, and closes both', async () => {
    const phone = new Phone(BOTH);
    await phone.joined();
    const calls = [phone.get('matrixRtc'), phone.get('legacy')];
    await phone.call.setTracks(SILENCE);
    expect(calls.map(({ told }) => told)).to.deep.equal([['tracks'], ['tracks']]);
    expect(phone.call.goodbye).to.deep.equal({ of: 'call legacy' });
    await phone.call.close();
    expect(calls.map(({ told }) => told.at(-1))).to.deep.equal(['close', 'close']);
    expect(calls.map(({ remote }) => remote.listeners)).to.deep.equal([0, 0]);
  });

  it('has nothing to answer', () => {
    const phone = new Phone(alone('legacy'));
    phone.call.prepare(MEDIA);
    phone.call.answer(MEDIA);
    phone.call.decline('declined');
    expect(phone.get('legacy').told).to.deep.equal([]);
  });
});

describe('a call of theirs that crosses ours', () => {
  it('over an SFU is answered at once, and our legacy one is taken back', () => {
    const phone = new Phone(alone('legacy'));
    phone.says('legacy', 'delivered');
    const { theirs, isOurs } = phone.rings('matrixRtc');
    expect(isOurs).to.equal(true);
    expect(theirs.told).to.deep.equal(['prepare', 'answer']);
    expect(phone.get('legacy').told).to.deep.equal(['answered_elsewhere', 'close']);
    expect(phone.told).to.deep.equal(['delivered', 'accepted']);
    phone.dialling.hear({ type: 'remote-ended', callId: 'theirs', reason: 'remote_hung_up' });
    expect(phone.told.at(-1)).to.equal('remote_hung_up');
    expect(phone.remembered).to.deep.equal([`matrixRtc ${ANNA}`]);
  });

  it('by a legacy invitation is answered where they do not come to our SFU', async () => {
    const phone = new Phone(BOTH);
    const { theirs } = phone.rings('legacy');
    expect([theirs.told, phone.told]).to.deep.equal([['prepare'], []]);
    await phone.clock.advance(YIELD);
    expect(theirs.told).to.deep.equal(['prepare', 'answer']);
    expect(phone.get('matrixRtc').told).to.deep.equal(['answered_elsewhere', 'close']);
    expect(phone.told).to.deep.equal(['delivered', 'accepted']);
  });

  it('by a legacy invitation is nothing where they come to our SFU, or take it back', async () => {
    const comes = new Phone(alone('matrixRtc'));
    const { theirs } = comes.rings('legacy');
    comes.says('matrixRtc', 'delivered');
    comes.says('matrixRtc', 'accepted');
    await comes.clock.advance(YIELD);
    expect(theirs.told).to.deep.equal(['prepare', 'close', 'close']);
    expect(comes.told).to.deep.equal(['delivered', 'accepted']);
    const back = new Phone(BOTH);
    const taken = back.rings('legacy').theirs;
    back.says('matrixRtc', 'delivered');
    back.dialling.hear({ type: 'remote-ended', callId: 'theirs', reason: 'missed' });
    await back.clock.advance(YIELD);
    expect([taken.told, back.told]).to.deep.equal([['prepare', 'close'], ['delivered']]);
    // It rings over the second all the same.
    await back.clock.advance(JOIN_AFTER);
    expect([...back.dialled.keys()]).to.deep.equal(['matrixRtc', 'legacy']);
  });

  it('is answered at once where ours fails', () => {
    const phone = new Phone(alone('matrixRtc'));
    const { theirs } = phone.rings('legacy');
    phone.ends('matrixRtc', 'no_connection');
    expect(theirs.told).to.deep.equal(['prepare', 'answer']);
    expect(phone.told).to.deep.equal(['delivered', 'accepted']);
  });

  it('rings by itself where it is another’s, of the past, of our protocol, or ours is answered', () => {
    const phone = new Phone(alone('legacy'));
    expect(phone.rings('matrixRtc', { address: '@ben:test' }).isOurs).to.equal(false);
    expect(phone.rings('matrixRtc', { age: 60_000 }).isOurs).to.equal(false);
    expect(phone.rings('legacy').isOurs).to.equal(false);
    phone.says('legacy', 'accepted');
    expect(phone.rings('matrixRtc').isOurs).to.equal(false);
  });
});
