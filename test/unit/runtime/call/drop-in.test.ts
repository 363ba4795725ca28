import { expect } from '@open-wc/testing';
import { DEFAULT_POLICY, type CallPolicy } from '../../../../src/runtime/call/call.ts';
import { autoAnswerAt, cameraOnAt } from '../../../../src/runtime/call/drop-in.ts';
import type { CallerChoice } from '../../../../src/runtime/call/events.ts';
import { ben, START, Story, video, voice } from './story.ts';

const caller = (autoAnswer: CallerChoice['autoAnswer'] = 'video', throughQuiet = false): CallerChoice => ({
  autoAnswer,
  throughQuiet,
});
const dropIn = (policy: Partial<CallPolicy> = {}, choice = caller()): Story => {
  const story = new Story(policy);
  story.tell('invited', { caller: choice });
  return story;
};
const counting = (choice = caller()): Story => {
  const story = dropIn({}, choice);
  story.tell('ring-heard', {}, 100);
  return story;
};
const talking = (): Story => {
  const story = counting();
  story.wait();
  story.wait();
  story.tell('media-flowing', {}, 1_000);
  return story;
};
const at = (story: Story): number | null => autoAnswerAt(story.call(), DEFAULT_POLICY);

describe('a call that answers itself', () => {
  it('sounds softly, counts down from when it is heard, ticks, and is answered with sound alone', () => {
    const story = new Story();
    expect(story.tell('invited', { caller: caller() })).to.deep.equal(['start-sound a drop-in', 'prepare a']);
    expect(at(story)).to.equal(null);
    expect(story.tell('ring-heard', {}, 100)).to.deep.equal([]);
    expect(at(story)).to.equal(START + 10_100);
    expect(story.wait()).to.deep.equal(['stop-sound a', 'start-sound a drop-in-ticks']);
    expect(story.now).to.equal(START + 7_100);
    expect(at(story)).to.equal(START + 10_100);
    expect(story.wait()).to.deep.equal(['stop-sound a', 'start-media a audio', 'send-answer a']);
    expect(story.now).to.equal(START + 10_100);
    expect(story.call()).to.deep.include({ phase: 'connecting', wanted: voice });
    expect(at(story)).to.equal(null);
  });

  it('shows its camera 5 s after the pictures flow, and not before', () => {
    const story = talking();
    expect(story.call().wanted).to.deep.equal(voice);
    expect(cameraOnAt(story.call())).to.equal(story.now + 5_000);
    const flowing = story.now;
    expect(story.wait()).to.deep.equal(['set-media a audio+video']);
    expect(story.now).to.equal(flowing + 5_000);
    expect(story.call()).to.deep.include({ wanted: video, dropIn: null });
  });

  it('never shows a camera for voice, nor to a caller who offers none', () => {
    for (const [choice, offered] of [
      [caller('voice'), video],
      [caller('video'), voice],
    ] as const) {
      const story = new Story();
      story.tell('invited', { caller: choice, offered });
      story.tell('ring-heard');
      story.wait();
      story.wait();
      expect(story.phase()).to.equal('connecting');
      story.tell('media-flowing');
      expect(story.call().dropIn).to.equal(null);
      expect(story.wait()).to.deep.equal([]);
    }
  });

  it('only rings for who is not on the list', () => {
    for (const choice of [caller('off'), undefined]) {
      const story = new Story();
      expect(story.tell('invited', { caller: choice })).to.include('start-sound a ringtone');
      expect(story.call().dropIn).to.equal(null);
      expect(story.tell('ring-heard')).to.deep.equal([]);
    }
  });

  it('only rings when its sound is not heard in 2 s', () => {
    const story = dropIn();
    expect(story.wait()).to.deep.equal(['stop-sound a', 'start-sound a ringtone']);
    expect(story.now).to.equal(START + 2_000);
    expect(story.tell('ring-heard')).to.deep.equal([]);
    expect(story.call().dropIn).to.equal(null);
  });

  it('only rings when its sound goes away', () => {
    const story = counting();
    expect(story.tell('ring-heard', { heard: true }, 500)).to.deep.equal([]);
    expect(at(story)).to.equal(START + 10_100);
    expect(story.tell('ring-heard', { heard: false }, 500)).to.include('start-sound a ringtone');
    story.wait();
    expect(story.phase()).to.equal('ending missed');
  });

  it('only rings from then on when somebody says so', () => {
    for (const callId of ['a', null]) {
      const story = counting();
      expect(story.tell('only-ring', { callId })).to.deep.equal([
        'stop-sound a',
        'start-sound a ringtone',
        'fulfil only-ring',
      ]);
      expect(story.tell('only-ring', { callId })).to.deep.equal(['fulfil only-ring']);
    }
  });

  it('only rings when the page has slept over a stage', () => {
    for (const stages of [0, 1]) {
      const story = counting();
      for (let stage = 0; stage < stages; stage++) story.wait();
      story.tell('tick', {}, 10_000);
      expect(story.phase()).to.equal('ringing-in');
      expect(story.call().dropIn).to.equal(null);
    }
  });

  it('only rings while another call lives, and when a second one comes', () => {
    const busy = new Story();
    busy.tell('invited', { callId: 'b', peer: ben });
    busy.tell('invited', { caller: caller() });
    expect(busy.call().dropIn).to.equal(null);

    const story = counting();
    story.tell('invited', { callId: 'b', peer: ben, caller: caller() });
    expect(story.call('a').dropIn).to.equal(null);
    expect(story.call('b').dropIn).to.equal(null);
  });

  it('is as any call when somebody answers first, with what they want to send', () => {
    const story = counting();
    expect(story.tell('answer')).to.deep.equal(['stop-sound a', 'start-media a audio+video', 'send-answer a']);
    expect(story.call().dropIn).to.equal(null);
  });

  it('is as any call when an answer waited for it', () => {
    const story = new Story();
    story.tell('answer');
    story.tell('invited', { caller: caller() });
    expect(story.call()).to.deep.include({ phase: 'connecting', dropIn: null, wanted: video });
  });

  it('can be declined, and its caller can give up', () => {
    expect(counting().tell('decline')).to.include('send-decline a declined');
    const story = counting();
    story.tell('remote-ended');
    expect(story.call()).to.deep.include({ reason: 'missed', dropIn: null });
  });

  it('never while do not disturb is on, not even for who may ring through it', () => {
    expect(dropIn({ doNotDisturb: true }).phase()).to.equal('gone');
    const through = dropIn({ doNotDisturb: true }, caller('video', true));
    expect(through.phase()).to.equal('ringing-in');
    expect(through.call().dropIn).to.equal(null);
    expect(through.tell('ring-heard')).to.deep.equal([]);

    const quiet = { policy: { ...DEFAULT_POLICY, doNotDisturb: true } };
    const story = counting();
    expect(story.tell('policy', quiet)).to.deep.equal(['stop-sound a', 'start-sound a ringtone']);
    const call = talking();
    call.tell('policy', quiet);
    expect(cameraOnAt(call.call())).to.equal(null);
  });

  it('goes on over other changes of the policy', () => {
    const story = counting();
    story.tell('policy');
    expect(at(story)).to.equal(START + 10_100);
  });

  it('leaves the camera to whoever touched it', () => {
    const story = talking();
    story.tell('set-media', { audio: false, video: undefined });
    expect(cameraOnAt(story.call())).not.to.equal(null);
    story.tell('set-media', { video: false });
    expect(cameraOnAt(story.call())).to.equal(null);
    expect(story.wait()).to.deep.equal([]);
  });

  it('shows its camera though the connection is lost for a moment', () => {
    const story = talking();
    story.tell('disconnected');
    story.wait();
    expect(story.wait()).to.deep.equal(['set-media a audio+video']);
  });
});

describe('the camera of a call', () => {
  it('is changed for the call that runs', () => {
    const story = talking();
    expect(story.tell('set-camera', { callId: null })).to.deep.equal(['set-camera a', 'fulfil set-camera']);
    const idle = new Story();
    expect(idle.tell('set-camera', { callId: null })).to.deep.equal(['fail set-camera refused_not_ready']);
  });
});
