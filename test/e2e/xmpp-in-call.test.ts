import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { CallView } from '../../src/runtime/api.ts';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import { connect, faultless, peerEnds, tidy, timecode, voice, xmppMediaFlows, xmppPeer } from './support/xmpp.ts';

describe('in a call by XMPP', () => {
  let dora: XmppPeer;

  before(async () => {
    dora = await xmppPeer('dora');
  });
  after(() => dora?.stop());
  afterEach(async () => tidy((await house()).kiosk, dora));

  const shows = async (what: string, look: (call: CallView) => boolean): Promise<void> => {
    const { kiosk } = await house();
    await kiosk.until(what, async () => {
      const call = (await kiosk.snapshot()).calls.at(-1);
      return call !== undefined && look(call);
    });
  };
  const knows = async (what: string, look: () => Promise<boolean>): Promise<void> =>
    (await house()).kiosk.until(what, look);

  it('what they mute and hold is shown, and comes back', async () => {
    const { kiosk } = await house();
    const call = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, call, dora);
    assert.deepEqual([call.remoteAudioMuted, call.remoteVideo], [false, true]);
    await dora.mute('audio');
    await shows('their microphone off', ({ remoteAudioMuted, remoteVideo }) => remoteAudioMuted && remoteVideo);
    await dora.mute('video');
    await shows('their camera off', ({ remoteAudioMuted, remoteVideo }) => remoteAudioMuted && !remoteVideo);
    await dora.unmute();
    await shows('both back', ({ remoteAudioMuted, remoteVideo }) => !remoteAudioMuted && remoteVideo);
    await dora.hold();
    await shows('that they hold', ({ remoteOnHold, remoteVideo }) => remoteOnHold && !remoteVideo);
    await dora.unhold();
    await shows(
      'that they are back',
      ({ remoteOnHold, remoteAudioMuted, remoteVideo }) => !remoteOnHold && !remoteAudioMuted && remoteVideo,
    );
    await xmppMediaFlows(kiosk, call, dora);
    await dora.hangUp();
    await kiosk.quiet();
    await faultless(dora);
  });

  it('what is muted here is told, and nothing of it is sent', async () => {
    const { kiosk } = await house();
    const call = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, call, dora);
    await kiosk.touch('toggle-camera');
    await knows('that our camera is off', async () => (await dora.session())?.muted.video === true);
    await kiosk.sends({ video: false });
    await kiosk.touch('toggle-microphone');
    await knows('that our microphone is off', async () => (await dora.session())?.muted.audio === true);
    await kiosk.until('silence at the far end', async () => {
      const before = (await dora.stats()).audioEnergy;
      await kiosk.page.waitForTimeout(500); // The measure itself: how much energy half a second holds.
      return (await dora.stats()).audioEnergy - before < 1e-6;
    });
    await kiosk.touch('toggle-camera');
    await kiosk.touch('toggle-microphone');
    await knows('that both are back', async () => {
      const muted = (await dora.session())?.muted;
      return muted?.audio === false && muted.video === false;
    });
    await xmppMediaFlows(kiosk, call, dora);
    await kiosk.touch('hang-up');
    await kiosk.quiet();
    await faultless(dora);
  });

  for (const bundle of [true, false]) {
    const way = bundle ? 'the way of the sound' : 'a way of its own';
    it(`they add their picture on ${way}: it is shown, ours is not sent until somebody wants it; they take it out`, async () => {
      const { kiosk } = await house();
      await dora.configure({ bundle });
      try {
        const call = await connect(kiosk, dora, voice);
        await xmppMediaFlows(kiosk, call, dora, { seen: false, camera: false });
        await dora.addVideo();
        await dora.until('content-accept');
        await xmppMediaFlows(kiosk, call, dora, { camera: false });
        await shows('their picture', ({ remoteVideo }) => remoteVideo);
        assert.equal((await kiosk.snapshot()).calls.at(-1)?.sending.video, false);
        assert.equal(await timecode(dora), null, 'they see no camera');
        await kiosk.touch('toggle-camera');
        await kiosk.sends({ video: true });
        await xmppMediaFlows(kiosk, call, dora);
        await dora.removeVideo();
        await shows('no picture of theirs', ({ remoteVideo }) => !remoteVideo);
        await xmppMediaFlows(kiosk, call, dora, { seen: false, camera: false });
        assert.deepEqual((await dora.session())?.kinds, voice);
        await dora.hangUp();
        await kiosk.quiet();
        await faultless(dora);
      } finally {
        await dora.configure({ bundle: true });
      }
    });
  }

  it('they change who sends the picture, and begin ICE anew', async () => {
    const { kiosk } = await house();
    const call = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, call, dora);
    await dora.modify('video', 'responder');
    await shows('no picture of theirs', ({ remoteVideo }) => !remoteVideo);
    await dora.modify('video', 'both');
    await shows('their picture', ({ remoteVideo }) => remoteVideo);
    await dora.restart();
    await xmppMediaFlows(kiosk, call, dora);
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.phase, 'active');
    await kiosk.touch('hang-up');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await faultless(dora);
  });
});
