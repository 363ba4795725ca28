import { expect } from '@open-wc/testing';
import { DEFAULT_POLICY } from '../../../../src/runtime/call/call.ts';
import { nextDeadline } from '../../../../src/runtime/call/deadlines.ts';
import { ben, situations, START, Story } from './story.ts';

describe('a ring that somebody silences', () => {
  it('goes on without a sound, and can be answered, declined and missed as before', () => {
    const story = situations['ringing-in']();
    const { deadline } = story.call();
    expect(story.tell('silence')).to.deep.equal(['stop-sound a', 'fulfil silence']);
    expect(story.call()).to.include({ phase: 'ringing-in', silenced: true, deadline });
    expect(story.tell('answer')).to.deep.equal(['start-media a audio+video', 'send-answer a']);
    const declined = situations['ringing-in']();
    declined.tell('silence');
    expect(declined.tell('decline')[0]).to.equal('send-decline a declined');
    const missed = situations['ringing-in']();
    missed.tell('silence');
    expect(missed.wait()).to.deep.equal(['record a missed', 'release a']);
  });

  it('silenced again stays so', () => {
    const story = situations['ringing-in']();
    story.tell('silence');
    expect(story.tell('silence')).to.deep.equal(['fulfil silence']);
    expect(story.call().silenced).to.equal(true);
  });

  it('is the one that is heard where none is named; without any it is refused', () => {
    const story = situations['ringing-in']();
    story.tell('invited', { callId: 'b', peer: ben });
    expect(story.tell('silence', { callId: null })).to.deep.equal([
      'stop-sound a',
      'stop-sound b',
      'start-sound b ringtone',
      'fulfil silence',
    ]);
    expect(story.tell('silence', { callId: null })).to.deep.equal(['stop-sound b', 'fulfil silence']);
    expect([story.call('a').silenced, story.call('b').silenced]).to.deep.equal([true, true]);
    expect(story.tell('silence', { callId: null })).to.deep.equal(['fail silence refused_nothing_rings']);
    expect(story.state.lastResult).to.equal('refused_nothing_rings');
  });

  it('leaves a second call to ring anew', () => {
    const story = situations['ringing-in']();
    story.tell('silence');
    expect(story.tell('invited', { callId: 'b', peer: ben })).to.deep.equal(['start-sound b ringtone', 'prepare b']);
    expect(story.call('b').silenced).to.equal(false);
  });

  it('may be the one that waits in a call', () => {
    const story = situations.active();
    expect(story.tell('invited', { callId: 'b', peer: ben })[0]).to.equal('start-sound b waiting');
    expect(story.tell('silence', { callId: 'b' })).to.deep.equal(['stop-sound b', 'fulfil silence']);
    story.tell('hang-up');
    expect(story.effects.at(-1)).to.deep.equal({ type: 'fulfil', command: 'hang-up' });
    expect(story.call('b')).to.include({ phase: 'ringing-in', silenced: true });
  });

  it('does not answer itself any more', () => {
    const story = new Story();
    story.tell('invited', { caller: { autoAnswer: 'video', throughQuiet: false } });
    story.tell('ring-heard');
    expect(story.tell('silence')).to.deep.equal(['stop-sound a', 'fulfil silence']);
    expect(story.call().dropIn).to.equal(null);
    expect(nextDeadline(story.state)).to.equal(START + DEFAULT_POLICY.ringWindow);
    expect(story.wait()).to.deep.equal(['record a missed', 'release a']);
  });
});
