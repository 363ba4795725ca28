import { expect } from '@open-wc/testing';
import { ringingCall, runningCall } from '../../../../src/runtime/call/find.ts';
import { helperState, type HelperState } from '../../../../src/runtime/call/helper-state.ts';
import { situations, type Situation } from './story.ts';

describe('helperState', () => {
  const table: Readonly<Record<Situation, HelperState>> = {
    idle: 'idle',
    dialing: 'dialing',
    placed: 'dialing',
    'ringing-out': 'ringing_out',
    'ringing-in': 'ringing',
    connecting: 'connecting',
    active: 'in_call',
    reconnecting: 'reconnecting',
    ending: 'idle',
    ended: 'idle',
  };
  for (const situation of Object.keys(table) as Situation[]) {
    const word = table[situation];
    it(`says ${word} when ${situation}${word === 'idle' ? ', offline without an account' : ''}`, () => {
      const { state } = situations[situation]();
      expect(helperState(state, true)).to.equal(word);
      expect(helperState(state, false)).to.equal(word === 'idle' ? 'offline' : word);
    });
  }

  it('speaks of the running call, though another rings', () => {
    const story = situations['ringing-in']();
    story.tell('invited', { callId: 'b' });
    story.tell('answer', { callId: 'b' });
    expect(helperState(story.state, true)).to.equal('connecting');
    expect([runningCall(story.state)?.id, ringingCall(story.state)?.id]).to.deep.equal(['b', 'a']);
    story.tell('hang-up', { callId: 'b' });
    expect(helperState(story.state, true)).to.equal('ringing');
  });
});
