import { expect } from '@open-wc/testing';
import { DEFAULT_POLICY } from '../../../src/runtime/call/call.ts';
import type { CallEvent } from '../../../src/runtime/call/events.ts';
import { initialState, reduce } from '../../../src/runtime/call/reduce.ts';
import { echoPeer } from '../../../src/runtime/providers/echo/peer.ts';
import { lastResultAfter } from '../../../src/runtime/test-calls.ts';
import { annasPeer } from './support/fake-provider.ts';

const media = { audio: true, video: true };
const dial = (callId: string, peer = annasPeer): CallEvent => ({ type: 'dial', command: callId, callId, peer, media });
const over = (callId: string): CallEvent => ({ type: 'remote-ended', callId, reason: 'remote_hung_up' });

/** What is shown after each of the events. */
function shown(...events: readonly CallEvent[]): readonly (string | null)[] {
  let state = initialState(DEFAULT_POLICY);
  let result = state.lastResult;
  return events.map((event, index) => {
    const before = state;
    state = reduce(before, event, index).state;
    return (result = lastResultAfter(result, before, state));
  });
}

describe('lastResultAfter', () => {
  it('is how calls ended and what was refused', () => {
    const busy: CallEvent = { type: 'refused', command: 'x', reason: 'refused_busy' };
    expect(shown(dial('1'), over('1'), busy)).to.deep.equal([null, 'remote_hung_up', 'refused_busy']);
  });

  it('is not how a test call ended, also when the next call ends in the same way', () => {
    const released: CallEvent = { type: 'released', callId: 't' };
    expect(shown(dial('t', echoPeer('Test')), over('t'), released, dial('1'), over('1'))).to.deep.equal([
      null,
      null,
      null,
      null,
      'remote_hung_up',
    ]);
  });

  it('is that of a call which was turned away', () => {
    const old = { audio: true, video: false };
    const late: CallEvent = {
      type: 'invited',
      callId: '1',
      peer: annasPeer,
      offered: old,
      age: 600_000,
      lifetime: null,
    };
    expect(shown(dial('t', echoPeer('Test')), late, over('t'))).to.deep.equal([null, 'missed', 'missed']);
  });
});
