import { expect } from '@open-wc/testing';
import { Liveness } from '../../../../../src/runtime/providers/rtc/liveness.ts';
import { Memory } from '../../../../../src/runtime/providers/rtc/memory.ts';

describe('Liveness', () => {
  it('tells of a loss and its end once each, and of a first failure', () => {
    const liveness = new Liveness();
    const states = [
      ['new', null],
      ['checking', null],
      ['disconnected', null],
      ['failed', 'failed'],
      ['connected', null],
      ['completed', null],
      ['disconnected', 'disconnected'],
      ['disconnected', null],
      ['failed', 'disconnected'],
      ['checking', null],
      ['connected', 'reconnected'],
      ['closed', null],
    ] as const;
    expect(liveness.connected).to.equal(false);
    expect(states.map(([state]) => liveness.turn(state))).to.deep.equal(states.map(([, turn]) => turn));
    expect(liveness.connected).to.equal(true);
  });
});

describe('Memory', () => {
  it('forgets the oldest, not what was renewed', () => {
    const memory = new Memory<number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.set('a', 3);
    memory.set('c', 4);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).to.deep.equal([3, undefined, 4]);
    expect(memory.take('a')).to.equal(3);
    expect(memory.get('a')).to.equal(undefined);
  });
});
