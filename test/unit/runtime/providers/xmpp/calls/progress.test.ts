import { expect } from '@open-wc/testing';
import { Progress } from '../../../../../../src/runtime/providers/xmpp/calls/progress.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

describe('how far a proposal has come', () => {
  const start = (reached: 'accepted' | null = null) => {
    const clock = new FakeClock();
    const told: string[] = [];
    return { clock, told, progress: new Progress(clock, reached, (stage) => told.push(stage)) };
  };

  it('is told once for each stage', () => {
    const { told, progress } = start();
    progress.delivered();
    progress.delivered();
    progress.accepted();
    progress.accepted();
    progress.delivered();
    expect(told).to.deep.equal(['delivered', 'accepted']);
  });

  it('leaves none out', () => {
    const { told, progress } = start();
    progress.accepted();
    expect(told).to.deep.equal(['delivered', 'accepted']);
  });

  it('has arrived where nobody returns it, though nobody says that it rings', async () => {
    const { clock, told, progress } = start();
    progress.sent();
    await clock.advance(2_999);
    expect(told).to.deep.equal([]);
    await clock.advance(1);
    expect(told).to.deep.equal(['delivered']);
    progress.sent();
    expect(clock.pending).to.equal(0);
  });

  it('goes no further after the end', async () => {
    const { clock, told, progress } = start();
    progress.sent();
    progress.stop();
    await clock.advance(10_000);
    expect([told, clock.pending]).to.deep.equal([[], 0]);
  });

  it('is nothing to tell of a call of theirs', () => {
    const { clock, told, progress } = start('accepted');
    progress.sent();
    progress.delivered();
    progress.accepted();
    expect([told, clock.pending]).to.deep.equal([[], 0]);
  });
});
