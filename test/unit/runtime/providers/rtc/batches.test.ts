import { expect } from '@open-wc/testing';
import { Batches } from '../../../../../src/runtime/providers/rtc/batches.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

describe('Batches', () => {
  const one = (name: string): RTCIceCandidateInit => ({ candidate: name });
  let clock: FakeClock;
  let sent: string[];
  let batches: Batches;
  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    batches = new Batches(clock, 20, (batch) => sent.push(batch.map(({ candidate }) => candidate).join()));
  });
  afterEach(() => expect(clock.pending).to.equal(0));

  it('lets nothing out before the description, then what came meanwhile at once, and the rest in turns', async () => {
    batches.add(one('a'));
    batches.add(one('b'));
    await clock.advance(100);
    expect(sent).to.deep.equal([]);
    batches.release();
    expect(sent).to.deep.equal(['a,b']);
    batches.add(one('c'));
    batches.add(one('d'));
    await clock.advance(20);
    batches.add(one('e'));
    await clock.advance(20);
    expect(sent).to.deep.equal(['a,b', 'c,d', 'e']);
  });

  it('waits no longer when all are found, and forgets what stood in the description', () => {
    batches.add(one('a'));
    batches.flush();
    batches.discard();
    batches.release();
    batches.flush();
    batches.add(one('b'));
    batches.flush();
    batches.flush();
    expect(sent).to.deep.equal(['b']);
  });

  it('holds what belongs to a description that is being made', async () => {
    batches.release();
    batches.add(one('a'));
    batches.hold();
    batches.add(one('b'));
    await clock.advance(100);
    expect(sent).to.deep.equal([]);
    batches.release();
    await clock.advance(20);
    expect(sent).to.deep.equal(['a,b']);
  });

  it('is silent once it is stopped', async () => {
    batches.release();
    batches.add(one('a'));
    batches.stop();
    batches.add(one('b'));
    await clock.advance(100);
    expect(sent).to.deep.equal([]);
  });

  it('says when the first one is there, or that it takes too long', async () => {
    const found: string[] = [];
    void batches.found(50).then(() => found.push('late'));
    await clock.advance(50);
    void batches.found(50).then(() => found.push('new'));
    batches.add(one('a'));
    await clock.advance(0);
    await batches.found(50);
    expect(found).to.deep.equal(['late', 'new']);
  });
});
