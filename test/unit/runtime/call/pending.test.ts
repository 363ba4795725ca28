import { expect } from '@open-wc/testing';
import { nextDeadline } from '../../../../src/runtime/call/deadlines.ts';
import { ben, START, Story, voice } from './story.ts';

describe('an answer before its invitation', () => {
  const answered = ['prepare a', 'start-media a audio', 'send-answer a'];

  for (const callId of ['a', null]) {
    const whose = callId === null ? 'whatever rings' : 'a call that is not known yet';

    it(`waits for ${whose}, and takes it without a sound`, () => {
      const story = new Story();
      expect(story.tell('answer', { callId, media: voice })).to.deep.equal([]);
      expect(story.tell('invited', {}, 29_999)).to.deep.equal(answered);
      expect(story.state.pendingAnswer).to.equal(null);
      expect(story.tell('media-flowing')).to.deep.equal(['fulfil answer']);
    });

    it(`waits no longer than its time for ${whose}`, () => {
      const story = new Story();
      story.tell('answer', { callId });
      expect(nextDeadline(story.state)).to.equal(START + 30_000);
      expect(story.wait()).to.deep.equal(['fail answer refused_nothing_rings']);
      expect(story.state.lastResult).to.equal('refused_nothing_rings');
      expect(story.state.pendingAnswer).to.equal(null);
    });
  }

  it('does not go on air by surprise when the timer was late', () => {
    const story = new Story();
    story.tell('answer', { callId: null });
    expect(story.tell('invited', {}, 30_000)).to.deep.equal([
      'start-sound a ringtone',
      'fail answer refused_nothing_rings',
      'prepare a',
    ]);
    expect(story.phase()).to.equal('ringing-in');
  });

  it('is a person who is there: stronger than do not disturb and than busy', () => {
    const disturbed = new Story({ doNotDisturb: true });
    disturbed.tell('answer', { media: voice });
    expect(disturbed.tell('invited')).to.deep.equal(answered);

    const busy = new Story({ secondCall: 'busy' });
    busy.tell('dial', { callId: 'first', peer: ben });
    busy.tell('answer', { media: voice });
    expect(busy.tell('invited')).to.deep.equal([
      'prepare a',
      'record first hung_up',
      'release first',
      'fail dial hung_up',
      'start-media a audio',
      'send-answer a',
    ]);
  });

  it('finds no room beside two calls that ring', () => {
    const story = new Story();
    story.tell('invited', { callId: 'b' });
    story.tell('invited', { callId: 'c' });
    story.tell('answer');
    expect(story.tell('invited')).to.deep.equal([
      'send-decline a busy_here',
      'record a busy_here',
      'release a',
      'fail answer busy_here',
    ]);
  });

  it('silences what rings when its own call comes', () => {
    const story = new Story();
    story.tell('invited', { callId: 'b' });
    story.tell('answer', { media: voice });
    expect(story.tell('invited')).to.deep.equal(['stop-sound b', 'start-sound b waiting', ...answered]);
  });

  it('fails with a call that is too old, if it is for that one', () => {
    const named = new Story();
    named.tell('answer');
    expect(named.tell('invited', { age: 1e9 }).at(-1)).to.equal('fail answer missed');
    const unnamed = new Story();
    unnamed.tell('answer', { callId: null });
    unnamed.tell('invited', { callId: 'old', age: 1e9 });
    expect(unnamed.tell('invited').at(-1)).to.equal('send-answer a');
  });

  it('leaves other calls ringing', () => {
    const story = new Story();
    story.tell('answer');
    story.tell('invited', { callId: 'b' });
    expect(story.phase('b')).to.equal('ringing-in');
    expect(story.tell('invited').at(-1)).to.equal('send-answer a');
  });

  it('pressed again waits together, each press for its own time', () => {
    const story = new Story();
    story.tell('answer', { callId: null });
    expect(story.tell('answer', { callId: null, command: 'again', media: voice }, 20_000)).to.deep.equal([]);
    expect(story.wait()).to.deep.equal(['fail answer refused_nothing_rings']);
    expect(story.now).to.equal(START + 30_000);
    story.tell('answer', { callId: null, command: 'third', media: voice });
    expect(story.tell('invited')).to.deep.equal(answered);
    expect(story.tell('media-flowing')).to.deep.equal(['fulfil again', 'fulfil third']);
  });

  it('gives way to an answer for another call, waiting or ringing', () => {
    const story = new Story();
    story.tell('answer', { callId: 'x' });
    expect(story.tell('answer', { callId: null, command: 'any' })).to.deep.equal(['fail answer refused_nothing_rings']);
    expect(story.tell('answer', { callId: 'x', command: 'x' })).to.deep.equal(['fail any refused_nothing_rings']);
    story.tell('invited');
    expect(story.tell('answer', { command: 'ringing' })).to.include('fail x refused_nothing_rings');
    expect(story.state.pendingAnswer).to.equal(null);
  });

  it('gives way to a dial', () => {
    const story = new Story();
    story.tell('answer', { callId: null });
    expect(story.tell('dial')).to.deep.equal(['fail answer refused_nothing_rings', 'start-media a audio+video']);
  });

  for (const type of ['decline', 'hang-up'] as const) {
    it(`is taken back by ${type} when nothing rings`, () => {
      for (const callId of ['a', null]) {
        const story = new Story();
        story.tell('answer');
        expect(story.tell(type, { callId })).to.deep.equal(['fail answer refused_nothing_rings', `fulfil ${type}`]);
        expect(story.state.pendingAnswer).to.equal(null);
      }
    });

    it(`outlives a ${type} that names another call`, () => {
      const story = new Story();
      story.tell('answer');
      story.tell(type, { callId: 'b' });
      expect(story.state.pendingAnswer).not.to.equal(null);
    });
  }

  it('fails when the page closes', () => {
    const story = new Story();
    story.tell('answer', { callId: null });
    expect(story.tell('page-closing')).to.deep.equal(['fail answer kiosk_closed']);
  });
});
