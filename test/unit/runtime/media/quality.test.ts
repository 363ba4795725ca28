import { expect } from '@open-wc/testing';
import { quality } from '../../../../src/runtime/media/quality.ts';
import type { CallStats } from '../../../../src/runtime/providers/provider.ts';

const stats = (packetsReceived: number, framesDecoded: number, roundTrip: number | null): CallStats => ({
  audio: { packetsSent: 0, packetsReceived, energyReceived: 0 },
  video: { framesSent: 0, framesDecoded, width: 0, height: 0 },
  relayed: null,
  roundTrip,
});

describe('quality', () => {
  /** [what they send, packets and frames in two seconds, round trip, result] */
  const table: [string, number, number, number | null, string][] = [
    ['av', 100, 50, 40, 'good'],
    ['av', 100, 50, null, 'good'],
    ['av', 100, 50, 500, 'weak'],
    ['av', 100, 10, 40, 'weak'],
    ['av', 100, 0, 40, 'weak'],
    ['av', 0, 50, 40, 'weak'],
    ['av', 0, 0, 40, 'none'],
    ['a', 5, 0, 40, 'good'],
    ['a', 3, 0, 40, 'weak'],
    ['a', 0, 0, 40, 'none'],
    ['v', 0, 50, 40, 'good'],
    ['', 0, 0, 40, 'good'],
    ['', 0, 0, 500, 'weak'],
  ];
  for (const [kinds, packets, frames, roundTrip, expected] of table) {
    it(`"${kinds}": ${packets} packets, ${frames} frames, ${roundTrip} ms → ${expected}`, () => {
      const receive = { audio: kinds.includes('a'), video: kinds.includes('v') };
      const now = stats(1_000 + packets, 500 + frames, roundTrip);
      expect(quality(stats(1_000, 500, null), now, receive, 2_000)).to.equal(expected);
    });
  }
});
