import { expect } from '@open-wc/testing';
import { Machine } from '../../../../../../src/runtime/providers/xmpp/calls/machine.ts';
import type { JmiEffect } from '../../../../../../src/runtime/providers/xmpp/jmi/state.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { context, dials, hangsUp, plain, proposes, says, word } from '../jmi/support/story.ts';

describe('the machine at work', () => {
  let clock: FakeClock;
  let done: string[];
  let failed: string[];
  let machine: Machine<string>;
  let also: (effect: JmiEffect) => void;

  beforeEach(() => {
    clock = new FakeClock();
    done = [];
    failed = [];
    also = () => {};
    machine = new Machine({
      clock,
      context: () => ({ ...context, now: clock.now() }),
      run: (effect, arrival) => {
        also(effect);
        done.push(arrival === null ? word(effect) : `${word(effect)} (${arrival})`);
      },
      failed: ({ type }, error) => failed.push(`${type} ${String(error)}`),
    });
  });
  afterEach(() => {
    machine.close();
    expect([machine.sessions, clock.pending]).to.deep.equal([[], 0]);
  });

  it('runs what follows from an event, with what came along', () => {
    const effects = machine.tell(proposes('m'), 'receipt');
    expect(effects.map(word)).to.deep.equal(['ringing → ann@a/phone', 'ring']);
    expect(done).to.deep.equal(['ringing → ann@a/phone (receipt)', 'ring (receipt)']);
    expect([machine.session('m')?.phase, machine.knows('m'), machine.knows('n')]).to.deep.equal([
      'ringing-in',
      true,
      false,
    ]);
  });

  it('lets what happens meanwhile wait until everything before is done', () => {
    also = ({ type }) => {
      if (type !== 'delivered') return;
      expect(machine.tell(hangsUp('m'))).to.deep.equal([]);
      expect(machine.session('m')?.phase).to.equal('accepted');
    };
    machine.tell(dials('m'));
    machine.tell(says(plain('proceed', 'm')));
    expect(done).to.deep.equal(['propose → ann@a', 'delivered', 'initiate → ann@a/phone', 'retract cancel → ann@a']);
  });

  it('goes on where something could not be done', () => {
    also = ({ type }) => {
      if (type === 'send') throw new Error('no stream');
    };
    machine.tell(proposes('m'));
    expect([done, failed]).to.deep.equal([['ring'], ['send Error: no stream']]);
  });

  it('gives up when the time of a phase is up', async () => {
    machine.tell(proposes('m'));
    await clock.advance(44_999);
    expect(done.at(-1)).to.equal('ring');
    await clock.advance(1);
    expect(done.at(-1)).to.equal('ended missed');
    expect(clock.pending).to.equal(0);
  });

  it('drops sessions, but not one that somebody has', () => {
    machine.tell(dials('m'));
    machine.forget('m', () => true);
    expect(machine.session('m')).not.to.equal(null);
    machine.forget('m', () => false);
    machine.forget('n', () => false);
    expect([machine.session('m'), machine.knows('m'), machine.knows('n')]).to.deep.equal([null, true, false]);
    machine.drop('o', { type: 'missed', id: 'o', from: 'ann@a/phone', media: ['audio'], age: 1 });
    expect([done.at(-1), machine.knows('o')]).to.deep.equal(['missed', true]);
  });
});
