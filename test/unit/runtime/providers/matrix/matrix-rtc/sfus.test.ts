import { expect } from '@open-wc/testing';
import type { RtcRoomLost } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/room/room.ts';
import { Sfus } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/sfus.ts';
import { TokenError } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/token.ts';
import { type FakePlatform, fakePlatform } from '../../../../support/fake-platform.ts';
import { settled } from '../../../../support/fake-clock.ts';
import { FakeSfu } from './support/fake-rtc.ts';

const OURS = 'https://ours.test';
const THEIRS = 'https://theirs.test';
const ANNA = '@anna:test:PHONE';

describe('the SFUs of a call', () => {
  let platform: FakePlatform;
  let entered: FakeSfu[];
  let refused: boolean;
  let sfus: Sfus;

  beforeEach(async () => {
    platform = fakePlatform();
    entered = [];
    refused = false;
    sfus = new Sfus({
      open: async () => async (options) => {
        const sfu = new FakeSfu(options);
        entered.push(sfu);
        return sfu;
      },
      token: async (url) => {
        if (refused && url === THEIRS) throw new TokenError('ill');
        return { url, token: 'secret' };
      },
      encrypted: false,
      platform,
      events: { changed: () => {}, own: () => {}, note: () => {} },
    });
    await sfus.prepare(OURS, { audio: true, video: true });
  });
  afterEach(async () => {
    await sfus.close();
    expect(platform.clock.pending).to.equal(0);
    expect(entered.every(({ closed }) => closed)).to.equal(true);
  });

  const at = (url: string): readonly FakeSfu[] => entered.filter(({ options }) => options.url === url);
  const follow = async (...urls: readonly string[]): Promise<void> => {
    sfus.follow(urls, [ANNA]);
    await settled();
  };

  it('are ours and those of the others, each entered once, and left when nobody is there any more', async () => {
    await follow(THEIRS, OURS, THEIRS);
    await follow(THEIRS);
    expect([at(OURS).length, at(THEIRS).length]).to.deep.equal([1, 1]);
    expect(at(THEIRS)[0]?.admitted).to.deep.equal([ANNA]);
    await follow();
    expect([at(OURS)[0]?.closed, at(THEIRS)[0]?.closed]).to.deep.equal([false, true]);
  });

  it('are tried again where a member publishes: who calls may be there before its SFU has their room', async () => {
    refused = true;
    await follow(THEIRS);
    for (const wait of [2_000, 4_000]) {
      await platform.clock.advance(wait - 1);
      expect(platform.clock.pending).to.equal(1);
      await platform.clock.advance(1);
    }
    expect(at(THEIRS)).to.have.length(0);
    refused = false;
    await platform.clock.advance(8_000);
    expect(at(THEIRS)).to.have.length(1);
    await platform.clock.advance(60_000);
    expect(at(THEIRS)).to.have.length(1);
  });

  it('are never waited for longer than half a minute, and at first shortly once they were reached', async () => {
    await follow(THEIRS);
    for (let count = 1; count <= 8; count++) {
      at(THEIRS).at(-1)?.lose('unreachable');
      await platform.clock.advance(30_000);
      expect(at(THEIRS)).to.have.length(count + 1);
    }
    at(THEIRS).at(-1)?.state.set('connected');
    at(THEIRS).at(-1)?.lose('gone');
    await platform.clock.advance(2_000);
    expect(at(THEIRS)).to.have.length(10);
  });

  it('are not entered again when their member has left meanwhile', async () => {
    await follow(THEIRS);
    at(THEIRS)[0]?.lose('gone');
    await follow();
    await platform.clock.advance(60_000);
    expect(at(THEIRS)).to.have.length(1);
  });

  for (const lost of ['removed', 'replaced', 'unsupported'] as const satisfies readonly RtcRoomLost[])
    it(`are let be where we were ${lost}`, async () => {
      await follow(THEIRS);
      at(THEIRS)[0]?.lose(lost);
      await platform.clock.advance(60_000);
      expect(at(THEIRS)).to.have.length(1);
    });

  it('leave it to the call what a loss of ours means', async () => {
    at(OURS)[0]?.lose('gone');
    await platform.clock.advance(60_000);
    expect(at(OURS)).to.have.length(1);
  });
});
