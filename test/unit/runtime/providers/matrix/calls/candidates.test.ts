import { expect } from '@open-wc/testing';
import { CandidateBatches } from '../../../../../../src/runtime/providers/matrix/calls/candidates.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

describe('CandidateBatches', () => {
  const one = { candidate: 'candidate:1', sdpMid: '0' };
  const two = { candidate: 'candidate:2', sdpMid: '0' };
  const start = () => {
    const clock = new FakeClock();
    const sent: (readonly RTCIceCandidateInit[])[] = [];
    return { clock, sent, batches: new CandidateBatches(clock, (batch) => sent.push(batch)) };
  };

  it('sends what 50 ms bring in one message', async () => {
    const { clock, sent, batches } = start();
    batches.release();
    batches.add(one);
    await clock.advance(30);
    batches.add(two);
    await clock.advance(19);
    expect(sent).to.deep.equal([]);
    await clock.advance(1);
    expect(sent).to.deep.equal([[one, two]]);
    expect(clock.pending).to.equal(0);
  });

  it('sends nothing before the description was sent, and leaves out what stands in it', async () => {
    const { clock, sent, batches } = start();
    batches.add(one);
    batches.flush();
    batches.discard();
    batches.add(two);
    await clock.advance(1_000);
    expect(sent).to.deep.equal([]);
    batches.release();
    await clock.advance(50);
    expect(sent).to.deep.equal([[two]]);
  });

  it('does not wait when gathering is complete, and sends no empty message', async () => {
    const { clock, sent, batches } = start();
    batches.release();
    batches.flush();
    batches.add(one);
    batches.flush();
    expect(sent).to.deep.equal([[one]]);
    await clock.advance(100);
    expect(sent).to.have.length(1);
  });

  it('sends nothing more after the end', async () => {
    const { clock, sent, batches } = start();
    batches.release();
    batches.add(one);
    batches.stop();
    batches.add(two);
    await clock.advance(100);
    expect(sent).to.deep.equal([]);
    expect(clock.pending).to.equal(0);
  });
});
