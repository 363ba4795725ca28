import { expect } from '@open-wc/testing';
import { anna, ben, kinds, START, Story, video, voice } from './story.ts';

describe('an invitation', () => {
  it('rings with the ringtone while the answer is made ready, for the rest of its lifetime', () => {
    const story = new Story();
    expect(story.tell('invited', { age: 10_000 })).to.deep.equal(['start-sound a ringtone', 'prepare a']);
    const { phase, direction, peer, offered, began, deadline } = story.call();
    expect({ phase, direction, peer, offered, began, deadline }).to.deep.equal({
      phase: 'ringing-in',
      direction: 'incoming',
      peer: anna,
      offered: video,
      began: START - 10_000,
      deadline: START + 50_000,
    });
  });

  /** [age, lifetime, how long it still rings; 0: never] */
  const ages: [number, number | null, number][] = [
    [0, null, 60_000],
    [59_999, null, 1],
    [60_000, null, 0],
    [7_200_000, null, 0],
    [0, 90_000, 90_000],
    [30_000, 30_000, 0],
    [0, 0, 0],
    [0, -1, 0],
    [0, NaN, 0],
    [-5_000, null, 60_000],
    [NaN, null, 60_000],
    [-Infinity, null, 60_000],
    [Infinity, null, 60_000],
    [0, 1e15, 120_000],
    [100_000, Infinity, 20_000],
  ];
  for (const [age, lifetime, left] of ages) {
    it(`of age ${age} and lifetime ${lifetime} ${left ? `rings for ${left} ms` : 'never rings'}`, () => {
      const story = new Story();
      const effects = story.tell('invited', { age, lifetime });
      if (left) {
        expect(story.call().deadline).to.equal(START + left);
      } else {
        expect(effects).to.deep.equal(['record a missed', 'release a']);
        expect(story.state.calls).to.deep.equal([]);
        expect(story.state.lastResult).to.equal('missed');
      }
    });
  }

  it('that was missed is written down with all that is known of it', () => {
    const story = new Story();
    story.tell('invited', { age: 7_200_000 });
    expect(story.effects[0]).to.deep.equal({
      type: 'record',
      record: {
        callId: 'a',
        direction: 'incoming',
        peer: anna,
        offered: video,
        began: START - 7_200_000,
        answered: null,
        connected: null,
        ended: START,
        reason: 'missed',
      },
    });
  });

  it('is silent while do not disturb is on, and the peer is told nothing', () => {
    const story = new Story({ doNotDisturb: true });
    expect(story.tell('invited')).to.deep.equal(['record a do_not_disturb', 'release a']);
    expect(story.phase()).to.equal('gone');
    expect(story.state.lastResult).to.equal('do_not_disturb');
  });

  it('goes on ringing when do not disturb is switched on meanwhile', () => {
    const story = new Story();
    story.tell('invited');
    expect(story.tell('policy', { policy: { ...story.state.policy, doNotDisturb: true } })).to.deep.equal([]);
    expect(story.phase()).to.equal('ringing-in');
  });

  it('never rings again once its call has left, however late the echo comes', () => {
    for (const end of ['hang-up', 'answered-elsewhere'] as const) {
      const story = new Story();
      story.tell('invited');
      story.tell(end);
      story.tell('released');
      story.tell('dismiss');
      expect(story.phase()).to.equal('gone');
      expect(story.tell('invited')).to.deep.equal([]);
    }
    const turnedAway = new Story({ doNotDisturb: true });
    turnedAway.tell('invited');
    expect(turnedAway.tell('invited')).to.deep.equal([]);
  });

  it('remembers only so many calls', () => {
    const story = new Story({ doNotDisturb: true });
    for (let call = 0; call < 300; call++) story.tell('invited', { callId: `call ${call}` });
    expect(story.state.past).to.have.length(200);
    expect(story.state.past.at(-1)).to.deep.equal({ id: 'call 299', reason: 'do_not_disturb' });
  });
});

describe('an invitation of somebody whom we are calling', () => {
  const met = ['release first', 'fulfil dial', 'start-media a audio+video', 'send-answer a'];

  it('takes the place of our call while that has not left: one call is meant', () => {
    const story = new Story();
    story.tell('dial', { callId: 'first' });
    expect(story.tell('invited')).to.deep.equal(met);
    expect(story.state.calls.map(({ id, phase }) => [id, phase])).to.deep.equal([['a', 'connecting']]);
    expect(story.state.lastResult).to.equal(null);
  });

  it('does so by whatever policy, and with what our call wanted to send', () => {
    const story = new Story({ secondCall: 'busy', doNotDisturb: true });
    story.tell('dial', { callId: 'first', media: voice });
    expect(story.tell('invited')).to.deep.equal([
      'release first',
      'fulfil dial',
      'start-media a audio',
      'send-answer a',
    ]);
  });

  it('waits like any other once our call has left: then the provider knows both', () => {
    const story = new Story();
    story.tell('dial', { callId: 'first' });
    story.tell('media-ready', { callId: 'first' });
    expect(story.tell('invited')).to.deep.equal(['start-sound a waiting', 'prepare a']);
  });

  it('is another call when it comes for another account', () => {
    const story = new Story();
    story.tell('dial', { callId: 'first' });
    expect(story.tell('invited', { peer: { ...anna, accountId: 'other' } })).to.deep.equal([
      'start-sound a waiting',
      'prepare a',
    ]);
  });
});

describe('a second invitation', () => {
  it('waits with a quiet sound while a call runs, and rings when that has ended', () => {
    const story = new Story();
    story.tell('dial', { callId: 'first', peer: ben });
    expect(story.tell('invited')).to.deep.equal(['start-sound a waiting', 'prepare a']);
    expect(story.tell('remote-ended', { callId: 'first', reason: 'busy' })).to.deep.equal([
      'stop-sound a',
      'start-sound a ringtone',
      'record first busy',
      'release first',
      'fail dial busy',
    ]);
  });

  it('leaves the first its ringtone, and takes it over when the first has ended', () => {
    const story = new Story();
    story.tell('invited');
    expect(story.tell('invited', { callId: 'b' })).to.deep.equal(['start-sound b waiting', 'prepare b']);
    expect(story.tell('remote-ended')).to.deep.equal([
      'stop-sound a',
      'stop-sound b',
      'start-sound b ringtone',
      'record a missed',
      'release a',
    ]);
  });

  it('goes on waiting when the first is answered', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('invited', { callId: 'b' });
    expect(story.tell('answer')).to.deep.equal(['stop-sound a', 'start-media a audio+video', 'send-answer a']);
    expect(story.phase('b')).to.equal('ringing-in');
  });

  it('is busy by policy, and as the third in any case', () => {
    const busy = new Story({ secondCall: 'busy' });
    busy.tell('invited');
    const refused = ['send-decline b busy_here', 'record b busy_here', 'release b'];
    expect(busy.tell('invited', { callId: 'b' })).to.deep.equal(refused);
    expect(busy.state.calls).to.have.length(1);
    expect(busy.state.lastResult).to.equal('busy_here');

    const third = new Story();
    third.tell('dial', { callId: 'first', peer: ben });
    third.tell('invited');
    expect(third.tell('invited', { callId: 'b' })).to.deep.equal(refused);
  });

  it('rings alone beside a call that has ended', () => {
    const story = new Story({ secondCall: 'busy' });
    story.tell('invited');
    story.tell('decline');
    expect(story.tell('invited', { callId: 'b' })).to.deep.equal(['start-sound b ringtone', 'prepare b']);
  });
});

describe('an answer', () => {
  it('is done when media flows, and not before', () => {
    const story = new Story();
    story.tell('invited');
    expect(story.tell('answer', {}, 5_000)).to.deep.equal([
      'stop-sound a',
      'start-media a audio+video',
      'send-answer a',
    ]);
    expect(story.call()).to.include({ phase: 'connecting', answered: START + 5_000, deadline: START + 35_000 });
    expect(story.tell('media-flowing', {}, 700)).to.deep.equal(['fulfil answer']);
    expect(story.call()).to.include({ phase: 'active', connected: START + 5_700, deadline: null });
  });

  it('sends sound always, and video when it was offered and asked for', () => {
    const nothing = { audio: false, video: false };
    const asked = [video, voice, nothing].flatMap((media) =>
      [video, voice].map((offered) => {
        const story = new Story();
        story.tell('invited', { offered });
        story.tell('answer', { media });
        return `${kinds(offered)} / ${kinds(media)} = ${kinds(story.call().wanted)}`;
      }),
    );
    expect(asked).to.deep.equal([
      'audio+video / audio+video = audio+video',
      'audio / audio+video = audio',
      'audio+video / audio = audio',
      'audio / audio = audio',
      'audio+video / nothing = audio',
      'audio / nothing = audio',
    ]);
  });

  it('means the call that has rung longest when it names none', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('invited', { callId: 'b' });
    story.tell('answer', { callId: null });
    expect([story.phase('a'), story.phase('b')]).to.deep.equal(['connecting', 'ringing-in']);
  });

  it('ends the call that runs, then answers', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('answer');
    story.tell('invited', { callId: 'b' });
    expect(story.tell('answer', { callId: null, command: 'end and answer', media: voice })).to.deep.equal([
      'stop-sound b',
      'send-hang-up a hung_up',
      'record a hung_up',
      'release a',
      'fail answer hung_up',
      'start-media b audio',
      'send-answer b',
    ]);
    expect([story.phase('a'), story.phase('b')]).to.deep.equal(['ending hung_up', 'connecting']);
    story.tell('released');
    expect(story.phase('a'), 'no outcome over a running call').to.equal('gone');
  });

  it('takes away outcomes that are shown', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('decline');
    story.tell('released');
    story.tell('invited', { callId: 'b' });
    expect(story.phase('a')).to.equal('ended declined');
    story.tell('answer', { callId: 'b' });
    expect(story.phase('a')).to.equal('gone');
  });

  it('given twice is one answer, and both are done with it', () => {
    for (const callId of ['a', null]) {
      const story = new Story();
      story.tell('invited');
      story.tell('answer');
      expect(story.tell('answer', { command: 'again', callId })).to.deep.equal([]);
      expect(story.tell('media-flowing')).to.deep.equal(['fulfil answer', 'fulfil again']);
      expect(story.tell('answer', { command: 'late', callId })).to.deep.equal(['fulfil late']);
    }
  });

  it('given twice fails twice', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('answer');
    story.tell('answer', { command: 'again' });
    expect(story.wait().slice(-2)).to.deep.equal(['fail answer no_connection', 'fail again no_connection']);
  });

  it('fails with the reason of a call that has ended, also when that has left', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('remote-ended');
    expect(story.tell('answer')).to.deep.equal(['fail answer missed']);
    story.tell('dismiss');
    expect(story.tell('answer', { command: 'late' })).to.deep.equal(['fail late missed']);
    expect(story.state.lastResult).to.equal('missed');
  });

  it('is refused for a call that we make', () => {
    for (const callId of ['a', null]) {
      const story = new Story();
      story.tell('dial');
      expect(story.tell('answer', { callId })).to.deep.equal(['fail answer refused_nothing_rings']);
      expect(story.state.lastResult).to.equal('refused_nothing_rings');
    }
  });

  it('loses against another device that answered as well', () => {
    const story = new Story();
    story.tell('invited');
    story.tell('answer');
    expect(story.tell('answered-elsewhere')).to.deep.equal([
      'record a answered_elsewhere',
      'release a',
      'fail answer answered_elsewhere',
    ]);
  });
});
