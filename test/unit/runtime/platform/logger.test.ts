import { expect } from '@open-wc/testing';
import { createLogger } from '../../../../src/runtime/platform/logger.ts';
import { FakeClock } from '../../support/fake-clock.ts';

describe('createLogger', () => {
  const told: [string, string][] = [];
  const sink = {
    debug: (text: string) => void told.push(['debug', text]),
    info: (text: string) => void told.push(['info', text]),
    warn: (text: string) => void told.push(['warn', text]),
    error: (text: string) => void told.push(['error', text]),
  };
  beforeEach(() => told.splice(0));

  it('tells the console and remembers, both redacted, with the names of its parts', () => {
    const clock = new FakeClock(5);
    const log = createLogger(clock, sink);
    log.child('matrix').child('sync').log('warn', 'failed with access_token=abc', new Error('no network'));
    const text = 'call-assist matrix sync: failed with access_token=… (Error no network)';
    expect(told).to.deep.equal([['warn', text]]);
    expect(log.recent()).to.deep.equal([{ at: 5, level: 'warn', text }]);
  });

  it('remembers the last 300 lines', () => {
    const log = createLogger(new FakeClock(), sink);
    for (let line = 0; line < 305; line++) log.log('info', `line ${line}`);
    expect(log.recent().length).to.equal(300);
    expect(log.recent()[0]?.text).to.equal('call-assist: line 5');
  });
});
