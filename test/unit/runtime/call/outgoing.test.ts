import { expect } from '@open-wc/testing';
import { anna, ben, START, Story, video, voice } from './story.ts';

describe('a dialled call', () => {
  it('opens the devices, is placed, rings there, is answered and connects', () => {
    const story = new Story();
    expect(story.tell('dial', { media: voice })).to.deep.equal(['start-media a audio']);
    expect(story.call()).to.deep.equal({
      id: 'a',
      direction: 'outgoing',
      peer: anna,
      phase: 'dialing',
      offered: voice,
      wanted: voice,
      sending: { audio: false, video: false },
      began: START,
      answered: null,
      connected: null,
      ended: null,
      reason: null,
      deadline: START + 30_000,
      restartAt: null,
      dropIn: null,
      silenced: false,
      placed: false,
      waiting: ['dial'],
    });
    expect(story.tell('media-ready', {}, 1_000)).to.deep.equal(['place a']);
    expect(story.call()).to.include({ phase: 'dialing', placed: true, deadline: START + 30_000 });
    expect(story.tell('delivered', {}, 1_000)).to.deep.equal(['start-sound a ringback', 'fulfil dial']);
    expect(story.call()).to.include({ phase: 'ringing-out', deadline: START + 62_000 });
    expect(story.tell('accepted', {}, 8_000)).to.deep.equal(['stop-sound a']);
    expect(story.call()).to.include({ phase: 'connecting', answered: START + 10_000, deadline: START + 40_000 });
    expect(story.tell('media-flowing', {}, 500)).to.deep.equal([]);
    expect(story.call()).to.include({ phase: 'active', connected: START + 10_500, deadline: null });
  });

  it('is answered without having rung when both dialled each other; then the dial is done', () => {
    const story = new Story();
    story.tell('dial');
    story.tell('media-ready');
    expect(story.tell('accepted')).to.deep.equal(['fulfil dial']);
    expect(story.phase()).to.equal('connecting');
  });

  it('is connected when media overtakes the answer', () => {
    const story = new Story();
    story.tell('dial');
    story.tell('media-ready');
    expect(story.tell('media-flowing')).to.deep.equal(['fulfil dial']);
    expect(story.call()).to.include({ phase: 'active', answered: START, connected: START, deadline: null });
    expect(story.tell('accepted')).to.deep.equal([]);
    expect(story.phase()).to.equal('active');
  });

  it('is refused while another lives', () => {
    for (const first of ['dial', 'invited'] as const) {
      const story = new Story();
      story.tell(first, { callId: 'first', peer: ben });
      expect(story.tell('dial', { command: 'second' })).to.deep.equal(['fail second refused_busy']);
      expect(story.state.lastResult).to.equal('refused_busy');
      expect(story.phase()).to.equal('gone');
    }
  });

  it('answers with what it wanted to send when they ring here already; then the dial is done', () => {
    const story = new Story();
    story.tell('invited', { callId: 'theirs' });
    expect(story.tell('dial', { media: voice })).to.deep.equal([
      'stop-sound theirs',
      'fulfil dial',
      'start-media theirs audio',
      'send-answer theirs',
    ]);
    expect(story.phase()).to.equal('gone');
    expect(story.call('theirs')).to.include({ phase: 'connecting', direction: 'incoming' });
  });

  it('is refused under the id of another call, even one that has left', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('decline');
    expect(story.tell('dial')).to.deep.equal(['fail dial refused_bad_value']);
    story.tell('dismiss');
    expect(story.tell('dial', { command: 'again' })).to.deep.equal(['fail again refused_bad_value']);
  });

  it('does not wait for a call that is still ending, and shows no outcome but its own', () => {
    const story = new Story();
    story.tell('invited', { callId: 'shown' });
    story.tell('decline', { callId: 'shown' });
    story.tell('released', { callId: 'shown' });
    story.tell('invited', { callId: 'ending' });
    story.tell('decline', { callId: 'ending' });
    expect(story.tell('dial', { media: video })).to.deep.equal(['start-media a audio+video']);
    expect([story.phase('shown'), story.phase('ending')]).to.deep.equal(['gone', 'ending declined']);
    story.tell('released', { callId: 'ending' });
    expect(story.phase('ending')).to.equal('gone');
  });

  it('whose devices fail was never placed: nobody is told', () => {
    const story = new Story();
    story.tell('dial');
    expect(story.tell('media-failed', { reason: 'microphone_missing' })).to.deep.equal([
      'record a microphone_missing',
      'release a',
      'fail dial microphone_missing',
    ]);
    expect(story.state.lastResult).to.equal('microphone_missing');
  });

  it('ends with the reason that the provider gives', () => {
    for (const reason of ['busy', 'remote_declined', 'cannot_call', 'unreachable'] as const) {
      const story = new Story();
      story.tell('dial');
      story.tell('media-ready');
      story.tell('delivered');
      expect(story.tell('remote-ended', { reason })).to.deep.equal(['stop-sound a', `record a ${reason}`, 'release a']);
    }
  });
});
