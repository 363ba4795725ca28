import { expect } from '@open-wc/testing';
import { Uplink } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/uplink.ts';

describe('the SFU at which we publish', () => {
  it('says nothing while it rings, since the answer opens it anew', () => {
    const uplink = new Uplink();
    for (const state of ['connecting', 'connected', 'reconnecting', { lost: 'gone' }, { lost: 'removed' }] as const)
      expect(uplink.turn(state, 'ringing')).to.equal(null);
  });

  it('ends a call that has not begun, whatever it is lost for', () => {
    for (const [lost, ended] of [
      ['gone', 'server_failed'],
      ['token', 'server_failed'],
      ['replaced', 'account_away'],
    ] as const)
      expect(new Uplink().turn({ lost }, 'joining')).to.deep.equal({ ended });
    expect(new Uplink().turn('reconnecting', 'joining')).to.equal(null);
  });

  it('is told once as lost and once as back in a call that runs, and again where it has to be opened anew', () => {
    const uplink = new Uplink();
    const turns = (['connected', 'reconnecting', 'reconnecting', 'connected', 'connected'] as const).map((state) =>
      uplink.turn(state, 'running'),
    );
    expect(turns).to.deep.equal([null, 'disconnected', null, 'reconnected', null]);
    expect(uplink.turn({ lost: 'gone' }, 'running')).to.equal('disconnected');
    expect(uplink.turn({ lost: 'gone' }, 'running')).to.equal('disconnected');
    expect(uplink.turn('connected', 'running')).to.equal('reconnected');
    expect(uplink.turn({ lost: 'removed' }, 'running')).to.deep.equal({ ended: 'remote_hung_up' });
  });
});
