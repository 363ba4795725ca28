import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { largest } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/large.ts';
import type { RemoteParticipant } from '../../../../../../src/runtime/providers/provider.ts';

const track = new RTCPeerConnection().addTransceiver('video').receiver.track;
const somebody = (id: string, some: Partial<RemoteParticipant> = {}): RemoteParticipant => {
  return {
    id,
    audio: null,
    video: track,
    screen: null,
    audioMuted: false,
    videoMuted: false,
    speaking: false,
    ...some,
  };
};
const [anna, ben, cleo] = [somebody('anna'), somebody('ben'), somebody('cleo')];
const says = (one: RemoteParticipant): RemoteParticipant => ({ ...one, speaking: true });
const dark = (one: RemoteParticipant): RemoteParticipant => ({ ...one, videoMuted: true });
const shares = (one: RemoteParticipant): RemoteParticipant => ({ ...one, screen: track });

describe('largest', () => {
  const table: [string, readonly RemoteParticipant[], string | null, string | null][] = [
    ['nobody', [], null, null],
    ['the first', [anna, ben], null, 'anna'],
    ['who speaks', [anna, says(ben)], 'anna', 'ben'],
    ['who was, while nobody speaks', [anna, ben], 'ben', 'ben'],
    ['who was, while they speak as well', [says(anna), says(ben)], 'ben', 'ben'],
    ['another, when they have left', [anna, cleo], 'ben', 'anna'],
    ['a picture before a voice', [anna, dark(says(ben))], 'ben', 'anna'],
    ['a voice where there is no picture', [dark(anna), dark(says(ben))], 'anna', 'ben'],
    ['a screen that is shared', [says(anna), shares(dark(ben))], 'anna', 'ben'],
    ['whose screen was large, of two', [shares(anna), shares(ben)], 'ben', 'ben'],
  ];
  for (const [name, participants, before, large] of table) {
    it(name, () => expect(largest(participants, before)).to.equal(large));
  }

  it('is always one of them, and stays while nothing changes', () => {
    const anybody = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), speaking: fc.boolean(), videoMuted: fc.boolean() }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(anybody, fc.constantFrom(null, 'a', 'b', 'z'), (some, before) => {
        const all = some.map(({ id, ...rest }) => somebody(id, rest));
        const large = largest(all, before);
        expect(all.some(({ id }) => id === large)).to.equal(true);
        expect(largest(all, large)).to.equal(large);
      }),
    );
  });
});
