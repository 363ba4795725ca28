import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { AiortcPeer } from '../peers/aiortc-peer.ts';
import { aiortcPython } from './support/aiortc.ts';
import { house } from './support/house.ts';

describe('a peer that is no browser (aiortc)', () => {
  let peer: AiortcPeer;
  let room: string;

  before(async () => {
    const { stack } = await house();
    const carla = stack.accounts.people.find(({ name }) => name === 'Carla')!;
    room = carla.roomId;
    const user = carla.userId;
    peer = await AiortcPeer.start(aiortcPython(), {
      baseUrl: stack.endpoints.matrix.baseUrl,
      user,
      password: carla.password,
    });
  });
  after(() => peer?.stop());
  afterEach(async () => (await house()).kiosk.endAll());

  const mediaOnBothSides = async (callId: string): Promise<void> => {
    const { kiosk } = await house();
    await waitFor(
      'frames, sound and the camera’s clock on both sides',
      async () => {
        const [theirs, ours] = [await peer.stats(), await kiosk.stats(callId)];
        const age = theirs.timecode === null ? Infinity : (Date.now() % 2 ** 32) - theirs.timecode;
        return (
          theirs.frames > 10 &&
          theirs.audio_energy > 0 &&
          age < 3_000 &&
          ours.video.framesDecoded > 10 &&
          ours.audio.energyReceived > 0
        );
      },
      { timeout: 20_000, interval: 200 },
    );
  };

  it('calls the tablet', async () => {
    const { kiosk } = await house();
    peer.tell({ do: 'call', room, video: true });
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await peer.until('answered');
    const call = await kiosk.call('active');
    await mediaOnBothSides(call.id);
    peer.tell({ do: 'hangup' });
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.quiet();
    assert.equal((await peer.stats()).peer_connections, 0);
  });

  it('is called by the tablet', async () => {
    const { kiosk } = await house();
    await kiosk.dialByHelper('Carla');
    await peer.until('ring');
    peer.tell({ do: 'answer' });
    const call = await kiosk.call('active');
    await mediaOnBothSides(call.id);
    await kiosk.touch('hang-up');
    await peer.until('ended');
    await kiosk.quiet();
  });

  it('declines the tablet’s call', async () => {
    const { kiosk } = await house();
    await kiosk.dialByHelper('Carla');
    await peer.until('ring');
    peer.tell({ do: 'reject' });
    await kiosk.helperIs('last_result', 'remote_declined');
    await kiosk.quiet();
  });
});
