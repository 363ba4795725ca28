import { expect } from '@open-wc/testing';
import { Scope } from '../../../../../../../src/runtime/platform/scope.ts';
import { loadRtcRoom } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/load.ts';
import type { RtcRoom, RtcRoomState } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/room.ts';
import { NO_STATS } from '../../../../../../../src/runtime/providers/rtc/stats.ts';
import { fakePlatform } from '../../../../../support/fake-platform.ts';

/** Nobody listens there. Rooms at a real SFU: test/e2e/matrix-rtc-room.long.test.ts. */
const NOWHERE = 'ws://127.0.0.1:9';

describe('a room whose SFU cannot be reached', () => {
  const failures: unknown[] = [];
  let scope: Scope;
  beforeEach(() => (scope = new Scope((error) => failures.push(error))));
  afterEach(async () => {
    await scope.close();
    expect(failures).to.deep.equal([]);
  });

  async function open(encrypted: boolean, platform = fakePlatform()): Promise<RtcRoom> {
    const openRoom = await loadRtcRoom();
    return openRoom({ url: NOWHERE, token: 'a.secret.token', encrypted, platform, scope });
  }

  const ended = (room: RtcRoom): Promise<RtcRoomState> =>
    new Promise((resolve) => {
      room.state.subscribe((state) => {
        if (typeof state === 'object') resolve(state);
      });
    });

  for (const encrypted of [false, true]) {
    it(`says so, ${encrypted ? 'encrypted' : 'plain'}, and then takes nothing any more`, async () => {
      const platform = fakePlatform();
      const room = await open(encrypted, platform);
      expect(room.state.value).to.equal('connecting');
      room.admit(['anna']);
      room.focus('anna');
      room.restart();
      expect(await ended(room)).to.deep.equal({ lost: 'unreachable' });
      expect(room.participants.value).to.deep.equal([]);
      const tracks = { audio: null, video: null, audioMuted: false, videoMuted: false };
      for (const step of [() => room.publish({ audio: true, video: true }), () => room.setTracks(tracks)]) {
        expect(await step().catch((error: unknown) => error)).to.be.instanceOf(Error);
      }
      expect(await room.stats()).to.deep.equal(NO_STATS);
      await room.close();
      const lines = JSON.stringify(platform.lines.map((line) => [line.message, String(line.detail)]));
      expect(lines).to.include('unreachable').and.not.include('secret');
    });
  }

  it('is closed while it still connects, without a word', async () => {
    const room = await open(false);
    const states: RtcRoomState[] = [];
    room.state.subscribe((state) => states.push(state));
    await Promise.all([scope.close(), room.close()]);
    expect(states).to.deep.equal([]);
  });

  it('gives up when nobody answers', async () => {
    const platform = fakePlatform();
    const silent = WebSocket;
    // A server that takes the connection and says nothing.
    window.WebSocket = class extends EventTarget {
      close(): void {}
    } as unknown as typeof WebSocket;
    try {
      const room = await open(false, platform);
      const end = ended(room);
      await platform.clock.advance(15_000);
      expect(await end).to.deep.equal({ lost: 'unreachable' });
      // Leaving has its limit, too.
      await Promise.all([room.close(), platform.clock.advance(2_000)]);
    } finally {
      window.WebSocket = silent;
    }
  });

  it('takes keys before it is connected, and refuses what is none', async () => {
    const room = await open(true);
    await room.setKey('anna', 0, new Uint8Array(16));
    const reason = await room.setKey('anna', 0, new Uint8Array(4)).catch((error: { reason: string }) => error.reason);
    expect(reason).to.equal('length');
  });
});
