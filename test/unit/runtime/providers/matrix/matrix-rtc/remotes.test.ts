import { expect } from '@open-wc/testing';
import { KEY_WAIT, Remotes, type Seen } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/remotes.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { participant } from './support/fake-rtc.ts';

const anna = { userId: '@anna:t', deviceId: 'A', identity: 'a' };
const phone = { userId: '@anna:t', deviceId: 'B', identity: 'b' };

describe('Remotes', () => {
  const clock = new FakeClock();
  let seen: Seen = { members: [], participants: [], name: (userId) => userId.slice(1) };
  const remotes = new Remotes(clock, () => seen);
  const show = (next: Partial<Seen>): void => {
    seen = { ...seen, ...next };
    remotes.update();
  };

  it('shows members, at the SFU or not yet there, and nobody else', () => {
    show({ members: [anna], participants: [participant('x', { audioMuted: false })] });
    expect(remotes.media.value.participants).to.deep.equal([
      {
        id: '@anna:t',
        name: 'anna:t',
        audio: null,
        video: null,
        screen: null,
        audioMuted: true,
        videoMuted: true,
        speaking: false,
        unreadable: false,
      },
    ]);
    show({ participants: [participant('a', { audioMuted: false, speaking: true })] });
    expect(remotes.media.value.participants[0]).to.include({ audioMuted: false, speaking: true });
  });

  it('names devices where somebody has several', () => {
    show({ members: [anna, phone] });
    expect(remotes.media.value.participants.map(({ id }) => id)).to.deep.equal(['@anna:t A', '@anna:t B']);
  });

  it('says whom to show large among several', () => {
    const large = (): readonly unknown[] => [remotes.media.value.large, remotes.large];
    show({ participants: [participant('a'), participant('b')] });
    expect(large()).to.deep.equal(['@anna:t A', 'a']);
    show({ participants: [participant('a'), participant('b', { speaking: true })] });
    expect(large()).to.deep.equal(['@anna:t B', 'b']);
    show({ members: [anna] });
    expect(large()).to.deep.equal([undefined, null]);
    show({ members: [anna, phone] });
  });

  it('says nothing where nothing has changed', () => {
    const before = remotes.media.value;
    show({});
    expect(remotes.media.value).to.equal(before);
  });

  it('counts for each from when a key was first awaited', async () => {
    const waiting = [participant('a', { key: 'waiting' }), participant('b', { key: 'waiting' })];
    show({ participants: waiting.slice(0, 1) });
    await clock.advance(KEY_WAIT - 1_000);
    show({ participants: waiting });
    const unreadable = (): readonly unknown[] => remotes.media.value.participants.map((one) => one.unreadable);
    await clock.advance(1_000);
    expect(unreadable()).to.deep.equal([true, false]);
    await clock.advance(KEY_WAIT);
    expect(unreadable()).to.deep.equal([true, true]);
    show({ participants: [participant('a', { key: 'ready' }), participant('b', { key: 'waiting' })] });
    expect(unreadable()).to.deep.equal([false, true]);
  });

  it('ends', () => {
    show({ participants: [participant('a', { key: 'waiting' })] });
    remotes.close();
    expect(remotes.media.value.participants).to.deep.equal([]);
    expect(clock.pending).to.equal(0);
  });
});
