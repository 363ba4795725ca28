import { expect } from '@open-wc/testing';
import { flows, watchFlow } from '../../../../src/runtime/media/flow.ts';
import type { CallStats } from '../../../../src/runtime/providers/provider.ts';
import { eventually, failingScope, RealPlatform } from './fakes.ts';

/** "AaVv": audio sent, audio received, video sent, video received; "r": a transport is known. */
function stats(flowing: string): CallStats {
  const count = (letter: string) => (flowing.includes(letter) ? 1 : 0);
  return {
    audio: { packetsSent: count('A'), packetsReceived: count('a'), energyReceived: 0 },
    video: { framesSent: count('V'), framesDecoded: count('v'), width: 0, height: 0 },
    relayed: flowing.includes('r') ? false : null,
    roundTrip: null,
  };
}
const kinds = (text: string) => ({ audio: text.includes('a'), video: text.includes('v') });

describe('flows', () => {
  /** [sent, expected, what flows, from the beginning, after 3 s] */
  const table: [string, string, string, boolean, boolean][] = [
    ['av', 'av', 'AaVv', true, true],
    ['av', 'av', 'AaV', false, true],
    ['av', 'av', 'Aav', false, true],
    ['av', 'av', 'Aa', false, true],
    ['av', 'av', 'AV', false, false],
    ['av', 'av', 'av', false, false],
    ['av', 'av', 'r', false, false],
    ['a', 'a', 'Aa', true, true],
    ['a', 'a', 'A', false, false],
    ['a', 'a', 'a', false, false],
    ['a', 'av', 'Aa', false, true],
    ['a', 'av', 'Av', false, true],
    ['', 'a', 'a', true, true],
    ['a', '', 'A', false, true],
    ['a', '', 'Aa', false, true],
    ['a', '', 'r', false, false],
    ['', '', '', false, false],
    ['', '', 'r', false, true],
  ];
  for (const [send, receive, flowing, early, late] of table) {
    it(`we send "${send}", they send "${receive}", flowing "${flowing}" → ${early}, later ${late}`, () => {
      const expected = { send: kinds(send), receive: kinds(receive) };
      expect(flows(stats(flowing), expected, 0)).to.equal(early);
      expect(flows(stats(flowing), expected, 2_999)).to.equal(early);
      expect(flows(stats(flowing), expected, 3_000)).to.equal(late);
    });
  }
});

describe('watchFlow', () => {
  const expects = () => ({ send: kinds('a'), receive: kinds('a') });

  it('tells once, whatever the statistics did before', async () => {
    const platform = new RealPlatform(20);
    const answers = [() => Promise.reject(new Error('not yet')), async () => stats('A'), async () => stats('Aa')];
    let asked = 0;
    let told = 0;
    watchFlow({
      platform,
      scope: failingScope(),
      expects,
      stats: () => answers[Math.min(asked++, 2)]!(),
      onFlowing: () => told++,
    });
    await eventually('flow', () => told > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([told, asked, platform.pending]).to.deep.equal([1, 3, 0]);
  });

  it('looks less often later, and stops with its scope', async () => {
    const platform = new RealPlatform(20);
    const scope = failingScope();
    let asked = 0;
    watchFlow({ platform, scope, expects, stats: async () => (asked++, stats('A')), onFlowing: () => expect.fail() });
    await eventually('the later looks', () => asked > 20);
    await scope.close();
    expect(platform.pending).to.equal(0);
  });

  it('says nothing after its scope has closed', async () => {
    const platform = new RealPlatform();
    const scope = failingScope();
    watchFlow({ platform, scope, expects, stats: async () => stats('Aa'), onFlowing: () => expect.fail() });
    await scope.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
