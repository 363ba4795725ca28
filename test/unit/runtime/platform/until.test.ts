import { expect } from '@open-wc/testing';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { until } from '../../../../src/runtime/platform/until.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';

describe('waiting until something holds', () => {
  let clock: FakeClock;
  let number: Store<number>;
  const isBig = (value: number): boolean => value > 9;

  beforeEach(() => {
    clock = new FakeClock();
    number = new Store(1);
  });
  afterEach(() => expect([number.listeners, clock.pending]).to.deep.equal([0, 0]));

  it('is over at once where it does', async () => {
    number.set(10);
    expect(await until(number, isBig, { clock, limit: 1_000 })).to.equal(true);
  });

  it('is over when it does', async () => {
    let result: boolean | null = null;
    void until(number, isBig, { clock, limit: 1_000 }).then((held) => (result = held));
    number.set(9);
    await clock.advance(999);
    expect(result).to.equal(null);
    number.set(10);
    await settled();
    expect(result).to.equal(true);
  });

  it('is over after its time', async () => {
    const waiting = until(number, isBig, { clock, limit: 1_000 });
    await clock.advance(1_000);
    expect(await waiting).to.equal(false);
  });

  it('is over when nobody waits any more', async () => {
    const abort = new AbortController();
    const waiting = until(number, isBig, { clock, limit: Infinity, signal: abort.signal });
    abort.abort();
    expect(await waiting).to.equal(false);
  });
});
