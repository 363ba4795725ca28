import { expect } from '@open-wc/testing';
import { DEFAULT_POLICY, END_REASONS, type EndReason } from '../../../../src/runtime/call/call.ts';
import { nextDeadline } from '../../../../src/runtime/call/deadlines.ts';
import { OUTCOMES, outcomeTime } from '../../../../src/runtime/call/end-reasons.ts';
import { situations, START, Story, voice } from './story.ts';

describe('decline and hang up', () => {
  it('decline what has rung longest, when they name no call', () => {
    for (const type of ['decline', 'hang-up'] as const) {
      const story = new Story();
      story.tell('invited');
      story.tell('invited', { callId: 'b' });
      story.tell(type, { callId: null });
      expect([story.phase('a'), story.phase('b')]).to.deep.equal(['ending declined', 'ringing-in']);
    }
  });

  it('differ when one call runs and another rings', () => {
    const declined = situations.active();
    declined.tell('invited', { callId: 'b' });
    declined.tell('decline', { callId: null });
    expect([declined.phase('a'), declined.phase('b')]).to.deep.equal(['active', 'ending declined']);
    const hungUp = situations.active();
    hungUp.tell('invited', { callId: 'b' });
    hungUp.tell('hang-up', { callId: null });
    expect([hungUp.phase('a'), hungUp.phase('b')]).to.deep.equal(['ending hung_up', 'ringing-in']);
  });

  it('are done when it is over already: pressing twice is no mistake', () => {
    for (const type of ['decline', 'hang-up'] as const) {
      for (const callId of ['a', null]) {
        const story = situations['ringing-in']();
        story.tell(type);
        expect(story.tell(type, { callId })).to.deep.equal([`fulfil ${type}`]);
        story.tell('released');
        expect(story.tell(type, { callId })).to.deep.equal([`fulfil ${type}`]);
        expect(story.state.lastResult).to.equal('declined');
      }
      const left = situations.ended();
      left.tell('dismiss');
      expect(left.tell(type)).to.deep.equal([`fulfil ${type}`]);
    }
  });

  it('are refused where there is nothing to end', () => {
    const story = new Story();
    expect(story.tell('decline', { callId: null })).to.deep.equal(['fail decline refused_nothing_rings']);
    expect(story.tell('hang-up', { callId: null })).to.deep.equal(['fail hang-up refused_not_ready']);
    expect(situations.active().tell('decline', { callId: null })).to.deep.equal(['fail decline refused_nothing_rings']);
  });
});

describe('the end of a call', () => {
  it('is written down at the moment of its reason', () => {
    const story = situations.active();
    story.tell('hang-up', {}, 60_000);
    expect(story.call()).to.include({ phase: 'ending', reason: 'hung_up', ended: START + 60_000 });
    expect(story.effects.filter((effect) => effect.type === 'record')).to.deep.equal([
      {
        type: 'record',
        record: {
          callId: 'a',
          direction: 'incoming',
          peer: story.call().peer,
          offered: { audio: true, video: true },
          began: START,
          answered: START,
          connected: START,
          ended: START + 60_000,
          reason: 'hung_up',
        },
      },
    ]);
    expect(story.state.lastResult).to.equal('hung_up');
    story.tell('released', {}, 1_000);
    expect(story.call().ended).to.equal(START + 60_000);
  });

  it('does not wait for ever for what is to be released', () => {
    const story = situations.ending();
    expect(nextDeadline(story.state)).to.equal(START + 5_000);
    story.wait();
    expect(story.phase()).to.equal('ended hung_up');
  });

  it('is a missed call when the caller gives up, and keeps any other reason', () => {
    for (const [given, reason] of [
      ['remote_hung_up', 'missed'],
      ['answered_elsewhere', 'answered_elsewhere'],
      ['protocol_error', 'protocol_error'],
    ] as const) {
      const story = situations['ringing-in']();
      story.tell('remote-ended', { reason: given });
      expect(story.phase()).to.equal(`ending ${reason}`);
    }
  });

  it('accepted fulfils the answer, and nothing was opened for a question that offered nothing', () => {
    const story = new Story();
    story.tell('invited', { offered: { audio: false, video: false } });
    expect(story.tell('answer')).to.include.members(['start-media a nothing', 'send-answer a']);
    const end = story.tell('remote-ended', { reason: 'accepted' });
    expect(end).to.include.members(['record a accepted', 'fulfil answer']);
    expect(story.phase()).to.equal('ending accepted');
  });

  /** How long each outcome stays in ms: UI.md 5. */
  const shown: Readonly<Record<EndReason, number | null>> = {
    hung_up: 5_000,
    remote_hung_up: 5_000,
    accepted: 2_000,
    declined: 5_000,
    missed: 30_000,
    answered_elsewhere: 2_000,
    do_not_disturb: 2_000,
    busy_here: 2_000,
    remote_declined: 30_000,
    no_answer: 30_000,
    busy: 30_000,
    unreachable: 30_000,
    cannot_call: 30_000,
    microphone_denied: null,
    microphone_missing: null,
    microphone_in_use: null,
    insecure_page: null,
    no_connection: 30_000,
    connection_lost: 30_000,
    signed_out: null,
    account_away: 30_000,
    server_failed: 30_000,
    rate_limited: 30_000,
    protocol_error: 30_000,
    internal_error: null,
    kiosk_closed: 30_000,
  };
  for (const reason of END_REASONS) {
    const time = shown[reason];
    it(`shows ${reason} ${time === null ? 'until it is dismissed' : `for ${time} ms`}`, () => {
      expect(outcomeTime(DEFAULT_POLICY, reason)).to.equal(time);
      const story = situations.active();
      story.tell('remote-ended', { reason });
      story.tell('released');
      expect(story.phase()).to.equal(`ended ${reason}`);
      expect(nextDeadline(story.state)).to.equal(time === null ? null : START + time);
      if (time === null) story.tell('dismiss');
      else story.wait();
      expect(story.phase()).to.equal('gone');
    });
  }

  it('has an outcome for every reason', () => {
    expect(Object.keys(OUTCOMES).toSorted()).to.deep.equal(END_REASONS.toSorted());
  });
});

describe('dismiss', () => {
  it('takes away all outcomes, or the one that is named; live calls stay', () => {
    const story = new Story();
    for (const callId of ['a', 'b']) {
      story.tell('invited', { callId });
      story.tell('decline', { callId });
    }
    story.tell('released');
    story.tell('invited', { callId: 'live' });
    expect(story.tell('dismiss')).to.deep.equal(['fulfil dismiss']);
    expect(story.state.calls.map(({ id }) => id)).to.deep.equal(['b', 'live']);
    story.tell('dismiss', { callId: null });
    expect(story.state.calls.map(({ id }) => id)).to.deep.equal(['live']);
    expect(story.tell('dismiss', { callId: 'live' })).to.deep.equal(['fail dismiss refused_not_ready']);
    expect(story.tell('dismiss', { callId: 'nobody' })).to.deep.equal(['fulfil dismiss']);
    expect(story.phase('live')).to.equal('ringing-in');
  });
});

describe('a page that closes', () => {
  it('ends what runs, and lets what rings ring again after the reload', () => {
    const story = situations.active();
    story.tell('invited', { callId: 'b' });
    expect(story.tell('page-closing')).to.deep.equal([
      'stop-sound b',
      'send-hang-up a kiosk_closed',
      'record a kiosk_closed',
      'release a',
      'release b',
    ]);
    expect([story.phase('a'), story.phase('b')]).to.deep.equal(['ending kiosk_closed', 'gone']);
    expect(story.tell('invited', { callId: 'b' })).to.deep.equal(['start-sound b ringtone', 'prepare b']);
  });
});

describe('a refusal', () => {
  it('from before the core is settled here, and told', () => {
    const story = new Story();
    expect(story.tell('refused', { reason: 'refused_ambiguous_contact' })).to.deep.equal([
      'fail refused refused_ambiguous_contact',
    ]);
    expect(story.state.lastResult).to.equal('refused_ambiguous_contact');
  });
});

describe('a policy', () => {
  it('holds from now on; deadlines that run stay', () => {
    const story = situations.connecting();
    story.tell('policy', { policy: { ...DEFAULT_POLICY, connectTimeout: 1, endTimeout: 7 } });
    expect(nextDeadline(story.state)).to.equal(START + 30_000);
    story.tell('set-media', voice);
    story.wait();
    expect(nextDeadline(story.state)).to.equal(START + 30_007);
  });
});
