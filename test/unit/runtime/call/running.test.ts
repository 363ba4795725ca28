import { expect } from '@open-wc/testing';
import { kinds, situations, START, Story, voice, type Situation } from './story.ts';

describe('a lost connection', () => {
  it('is restarted after a moment, again and again, until the call is given up', () => {
    const story = situations.active();
    expect(story.tell('disconnected')).to.deep.equal([]);
    expect(story.call()).to.include({ phase: 'reconnecting', restartAt: START + 2_000, deadline: START + 30_000 });
    const tries: [number, string[]][] = [];
    while (story.phase() === 'reconnecting' && tries.length < 9) {
      const effects = story.wait();
      tries.push([story.now - START, effects]);
    }
    expect(tries).to.deep.equal([
      [2_000, ['restart-connection a']],
      [12_000, ['restart-connection a']],
      [22_000, ['restart-connection a']],
      [30_000, ['send-hang-up a connection_lost', 'record a connection_lost', 'release a']],
    ]);
    expect(story.call().restartAt).to.equal(null);
  });

  it('that comes back leaves nothing waiting, and is lost anew with all its time', () => {
    const story = situations.reconnecting();
    story.tell('reconnected', {}, 10_000);
    expect(story.call()).to.include({ phase: 'active', restartAt: null, deadline: null });
    story.tell('disconnected', {}, 10_000);
    expect(story.call()).to.include({ restartAt: START + 22_000, deadline: START + 50_000 });
  });

  it('told twice is lost once: the time to give up does not move', () => {
    const story = situations.reconnecting();
    story.tell('disconnected', {}, 5_000);
    expect(story.call().deadline).to.equal(START + 30_000);
  });

  it('keeps when it was connected', () => {
    const story = situations.reconnecting();
    story.tell('reconnected', {}, 5_000);
    expect(story.call().connected).to.equal(START);
  });
});

describe('what is sent', () => {
  for (const situation of ['dialing', 'placed', 'ringing-out', 'connecting', 'active', 'reconnecting'] as Situation[]) {
    it(`can be changed while ${situation}, one kind at a time`, () => {
      const story = situations[situation]();
      expect(story.tell('set-media', { video: false })).to.deep.equal(['set-media a audio', 'fulfil set-media']);
      expect(story.tell('set-media', { callId: null, audio: false, video: undefined })).to.deep.equal([
        'set-media a nothing',
        'fulfil set-media',
      ]);
      expect(story.tell('set-media', { video: true })).to.deep.equal(['set-media a video', 'fulfil set-media']);
      expect(kinds(story.call().wanted)).to.equal('video');
    });
  }

  it('can be asked for again, since what is sent may differ', () => {
    const story = situations.active();
    expect(story.tell('set-media', { video: true })).to.deep.equal(['set-media a audio+video', 'fulfil set-media']);
  });

  it('is not changed where no call runs', () => {
    for (const situation of ['idle', 'ringing-in', 'ending', 'ended'] as const) {
      const story = situations[situation]();
      expect(story.tell('set-media', { callId: null })).to.deep.equal(['fail set-media refused_not_ready']);
      expect(story.state.lastResult).to.equal('refused_not_ready');
    }
  });

  it('is what media reports, apart from what is wanted, to the last', () => {
    const story = situations.active();
    story.tell('sending-changed', { sending: voice });
    expect([kinds(story.call().wanted), kinds(story.call().sending)]).to.deep.equal(['audio+video', 'audio']);
    story.tell('hang-up');
    story.tell('sending-changed', { sending: { audio: false, video: true } });
    expect(kinds(story.call().sending)).to.equal('video');
    story.tell('released');
    expect(kinds(story.call().sending)).to.equal('nothing');
  });

  it('is still shown when releasing takes too long', () => {
    const story = situations.ending();
    story.tell('sending-changed', { sending: voice });
    story.wait();
    expect([story.phase(), kinds(story.call().sending)]).to.deep.equal(['ended hung_up', 'audio']);
    story.tell('released');
    expect([story.phase(), kinds(story.call().sending)]).to.deep.equal(['ended hung_up', 'nothing']);
  });
});

describe('another microphone', () => {
  const microphone = { deviceId: 'desk', label: 'Desk' };

  it('is passed on while a call runs, and what is wanted stays', () => {
    for (const situation of ['dialing', 'connecting', 'active', 'reconnecting'] as const) {
      const story = situations[situation]();
      const before = story.call();
      expect(story.tell('set-microphone', { callId: null, microphone })).to.deep.equal([
        'set-microphone a',
        'fulfil set-microphone',
      ]);
      expect(story.effects.at(-2)).to.deep.equal({ type: 'set-microphone', callId: 'a', microphone });
      expect(story.call()).to.equal(before);
    }
  });

  it('is refused where no call runs', () => {
    const story = situations['ringing-in']();
    expect(story.tell('set-microphone', { microphone })).to.deep.equal(['fail set-microphone refused_not_ready']);
    expect(story.state.lastResult).to.equal('refused_not_ready');
  });
});

describe('two calls', () => {
  it('never touch each other', () => {
    const story = situations.active();
    story.tell('invited', { callId: 'b' });
    const first = story.call('a');
    for (const type of ['delivered', 'accepted', 'disconnected', 'sending-changed', 'media-failed'] as const) {
      story.tell(type, { callId: 'b' });
    }
    story.tell('remote-ended', { callId: 'b' });
    story.tell('released', { callId: 'b' });
    expect(story.call('a')).to.equal(first);
    expect(story.phase('b')).to.equal('gone');
  });

  it('are each decided by their own deadline', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('invited', { callId: 'b' }, 10_000);
    story.wait();
    expect([story.phase('a'), story.phase('b')]).to.deep.equal(['ending missed', 'ringing-in']);
  });
});
