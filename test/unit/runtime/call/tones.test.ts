import { expect } from '@open-wc/testing';
import type { CallsState } from '../../../../src/runtime/call/call.ts';
import { toneBetween } from '../../../../src/runtime/call/tones.ts';
import { situations, type Story } from './story.ts';

describe('toneBetween', () => {
  const tone = (story: Story, then: (story: Story) => unknown): string | null => {
    const before: CallsState = story.state;
    then(story);
    return toneBetween(before.calls, story.state.calls);
  };

  it('tells that a call stands, once', () => {
    expect(tone(situations.connecting(), (story) => story.tell('media-flowing'))).to.equal('connected');
    expect(tone(situations.active(), (story) => story.tell('disconnected'))).to.equal(null);
  });

  it('tells how a call ended, once, and nothing after it was declined or missed', () => {
    expect(tone(situations.active(), (story) => story.tell('hang-up'))).to.equal('ended');
    expect(tone(situations.ending(), (story) => story.tell('released'))).to.equal(null);
    expect(tone(situations['ringing-out'](), (story) => story.tell('remote-ended', { reason: 'busy' }))).to.equal(
      'busy',
    );
    expect(tone(situations['ringing-in'](), (story) => story.tell('decline'))).to.equal(null);
    expect(tone(situations['ringing-in'](), (story) => story.wait())).to.equal(null);
  });

  it('tells nothing of what begins', () => {
    expect(tone(situations.idle(), (story) => story.tell('invited'))).to.equal(null);
  });
});
