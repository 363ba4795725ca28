import { expect } from '@open-wc/testing';
import { twice } from '../../../../src/runtime/displays/twice.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';

describe('what puts a display back', () => {
  let clock: FakeClock;
  let asked: number;
  const refused = (times: number) => async (): Promise<void> => {
    await Promise.resolve();
    asked += 1;
    if (asked <= times) throw new Error(`refused ${asked}`);
  };
  beforeEach(() => {
    [clock, asked] = [new FakeClock(), 0];
  });

  it('is asked for once where that is enough', async () => {
    await twice(refused(0), clock);
    expect([asked, clock.pending]).to.deep.equal([1, 0]);
  });

  it('is asked for again a second later, and not a third time', async () => {
    const done = twice(refused(1), clock);
    await settled();
    await clock.advance(999);
    expect(asked).to.equal(1);
    await clock.advance(1);
    await done;
    expect(asked).to.equal(2);

    asked = 0;
    const failed = twice(refused(2), clock).catch((error: Error) => error.message);
    await settled();
    await clock.advance(1_000);
    expect([await failed, asked, clock.pending]).to.deep.equal(['refused 2', 2, 0]);
  });
});
