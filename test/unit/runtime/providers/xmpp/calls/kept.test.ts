import { expect } from '@open-wc/testing';
import { type Initiation, Kept } from '../../../../../../src/runtime/providers/xmpp/calls/kept.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

const NOW = 1_000_000;

describe('what a server had kept', () => {
  let clock: FakeClock;
  let begin: (stream: { readonly resumed: boolean }) => void;
  let listening: boolean;
  let late: number;
  let kept: Kept;

  const initiation = (id: string, stamp: number | null): Initiation => ({
    type: 'initiation',
    receipt: null,
    envelope: {
      from: 'ann@a/phone',
      to: 'kitchen@home',
      stamp,
      message: { action: 'retract', id, reason: null, tieBreak: false },
    },
  });
  const ids = (): readonly string[] => kept.release().map(({ envelope }) => envelope.message.id);

  beforeEach(() => {
    clock = new FakeClock(NOW);
    [listening, late] = [true, 0];
    kept = new Kept({
      clock,
      wire: {
        onStream: (listener) => {
          begin = listener;
          return () => (listening = false);
        },
      },
      late: () => late++,
    });
  });
  afterEach(() => {
    kept.close();
    expect([listening, clock.pending]).to.deep.equal([false, 0]);
  });

  it('is held from the begin of a stream until it is released, with what follows of the same calls', () => {
    expect(kept.holds(initiation('before', NOW))).to.equal(false);
    begin({ resumed: false });
    expect(kept.holds(initiation('live', null))).to.equal(false);
    expect(kept.holds(initiation('a', NOW - 1))).to.equal(true);
    expect(kept.holds(initiation('a', null))).to.equal(true);
    begin({ resumed: false });
    expect(ids()).to.deep.equal(['a', 'a']);
    expect(kept.holds(initiation('a', NOW))).to.equal(false);
    expect(ids()).to.deep.equal([]);
  });

  it('is not held where a stream goes on', () => {
    begin({ resumed: true });
    expect(kept.holds(initiation('a', NOW))).to.equal(false);
  });

  it('is not held for longer than three seconds', async () => {
    begin({ resumed: false });
    await clock.advance(2_999);
    expect(late).to.equal(0);
    await clock.advance(1);
    expect(late).to.equal(1);
  });
});
