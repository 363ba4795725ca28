import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { EndReason } from '../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../src/runtime/call/events.ts';
import type { Harness, KioskSide, PeerSide } from './harness.ts';
import { eventually, eventOf, types } from './eventually.ts';

const both = { audio: true, video: true };
const voice = { audio: true, video: false };
const nothing = { audio: false, video: false };

/** What every provider promises, whatever its protocol. Call it at the top level of a test file. */
export function contract(name: string, start: () => Promise<Harness>): void {
  describe(`provider contract: ${name}`, { timeout: 300_000 }, () => {
    let harness: Harness;
    let kiosk: KioskSide;
    let peer: PeerSide;

    before(async () => {
      harness = await start();
      peer = await harness.peer();
      kiosk = await harness.kiosk();
    });
    after(() => harness?.close());
    afterEach(async () => {
      if ((await peer.state()) !== 'idle') await peer.hangUp();
      await eventually('the peer is idle', async () => (await peer.state()) === 'idle');
      await kiosk.reset();
    });

    /** The one call that rings. */
    const ring = async (kinds = both): Promise<Extract<ProviderCallEvent, { type: 'invited' }>> => {
      await peer.call(kinds);
      return eventOf(kiosk, 'invited');
    };
    const flows = async (callId: string, { video = true } = {}): Promise<void> => {
      await eventually('media flows both ways', async () => {
        const [ours, theirs] = await Promise.all([kiosk.stats(callId), peer.stats()]);
        const pictures = !video || (ours.video.framesDecoded > 5 && theirs.framesDecoded > 5);
        return pictures && ours.audio.energyReceived > 0 && theirs.audioEnergy > 0;
      });
    };
    const over = async (): Promise<void> => {
      await eventually('no connection is left', async () => {
        const [here, there] = await Promise.all([kiosk.openConnections(), peer.openConnections()]);
        return here === 0 && there === 0;
      });
      assert.equal(await kiosk.tracksLive(), true, 'the provider stopped a track of the runtime');
      assert.equal(await kiosk.devicesOpened(), 0, 'the provider opened a device');
    };
    const endedBy = async (callId: string, reason: EndReason): Promise<void> => {
      const event = await eventOf(kiosk, 'remote-ended');
      assert.deepEqual({ callId: event.callId, reason: event.reason }, { callId, reason });
      await kiosk.closeCall(callId);
    };

    it('incoming, prepared while it rings: media both ways, full picture at once, the peer hangs up', async () => {
      const { callId, peer: from, offered, age, lifetime } = await ring();
      assert.equal(from.address, peer.address);
      assert.deepEqual(offered, both);
      assert.ok(age >= 0 && age < 5_000, `age ${age}`);
      assert.ok(lifetime === null || lifetime > 5_000);
      await kiosk.prepare(callId, both);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await kiosk.answer(callId, both);
      await flows(callId);
      const { width, height } = await peer.stats();
      assert.deepEqual([width, height], [1280, 720]);
      assert.deepEqual(await kiosk.remote(callId), { muted: nothing, tracks: both });
      await peer.hangUp();
      await endedBy(callId, 'remote_hung_up');
      await over();
      assert.deepEqual(await types(kiosk), ['invited', 'remote-ended']);
    });

    it('incoming, not prepared, answered with sound only: their picture comes all the same', async () => {
      const { callId } = await ring();
      await kiosk.answer(callId, voice);
      await eventually('sound both ways, their picture here', async () => {
        const [ours, theirs] = await Promise.all([kiosk.stats(callId), peer.stats()]);
        return ours.video.framesDecoded > 5 && ours.audio.energyReceived > 0 && theirs.audioEnergy > 0;
      });
      assert.ok((await peer.stats()).width < 640, 'a picture was sent');
      await kiosk.hangUp(callId, 'hung_up');
      await eventually('the peer has heard it', async () => (await peer.lastEnd()) === 'hung_up');
      await kiosk.closeCall(callId);
      await over();
      assert.deepEqual(await types(kiosk), ['invited']);
    });

    it('incoming without pictures', async () => {
      const { callId, offered } = await ring(voice);
      assert.deepEqual(offered, voice);
      await kiosk.prepare(callId, nothing);
      await kiosk.answer(callId, voice);
      await flows(callId, { video: false });
      await peer.hangUp();
      await endedBy(callId, 'remote_hung_up');
      await over();
    });

    it('tells nobody anything while it rings, prepared or not, until the caller gives up', async () => {
      const { callId } = await ring();
      await kiosk.prepare(callId, both);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      assert.deepEqual(await peer.received(), []);
      assert.equal((await kiosk.stats(callId)).roundTrip, null);
      await peer.hangUp();
      await endedBy(callId, 'missed');
      assert.deepEqual(await peer.received(), []);
      await over();
    });

    for (const [reason, heard] of [
      ['declined', 'declined'],
      ['busy_here', 'busy'],
    ] as const) {
      it(`declines: ${reason}`, async () => {
        const { callId } = await ring();
        await kiosk.prepare(callId, both);
        await kiosk.decline(callId, reason);
        const said = harness.traits.saysBusy ? heard : 'declined';
        await eventually('the caller has heard it', async () => (await peer.lastEnd()) === said);
        await kiosk.closeCall(callId);
        await over();
        assert.deepEqual(await types(kiosk), ['invited']);
      });
    }

    it('outgoing: delivered, accepted, media both ways, we hang up; commands twice do no harm', async () => {
      const callId = await kiosk.dial(both);
      await eventOf(kiosk, 'delivered');
      await eventually('the peer rings', async () => (await peer.state()) === 'ringing');
      await peer.answer(both);
      await eventOf(kiosk, 'accepted');
      await flows(callId);
      const { width, height } = await peer.stats();
      assert.deepEqual([width, height], [1280, 720]);
      const { relayed, roundTrip } = await kiosk.stats(callId);
      assert.equal(relayed, false);
      assert.ok(roundTrip !== null);
      await kiosk.answer(callId, both);
      await kiosk.decline(callId, 'declined');
      await kiosk.hangUp(callId, 'hung_up');
      await kiosk.hangUp(callId, 'hung_up');
      await eventually('the peer has heard it', async () => (await peer.lastEnd()) === 'hung_up');
      await kiosk.closeCall(callId);
      await kiosk.closeCall(callId);
      await over();
      assert.deepEqual(await types(kiosk), ['delivered', 'accepted']);
    });

    it('outgoing: the peer declines', async () => {
      const callId = await kiosk.dial(both);
      await eventually('the peer rings', async () => (await peer.state()) === 'ringing');
      await peer.reject();
      await endedBy(callId, 'remote_declined');
      await over();
    });

    it('outgoing: we give up, and the peer stops ringing', async () => {
      const callId = await kiosk.dial(voice);
      await eventually('the peer rings', async () => (await peer.state()) === 'ringing');
      await kiosk.hangUp(callId, 'no_answer');
      await eventually('the peer is idle', async () => (await peer.state()) === 'idle');
      await kiosk.closeCall(callId);
      await over();
    });

    it('outgoing: given up at once, nobody rings for long', async () => {
      const callId = await kiosk.dial(voice);
      await kiosk.hangUp(callId, 'hung_up');
      await kiosk.closeCall(callId);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await eventually('the peer is idle', async () => (await peer.state()) === 'idle');
      await over();
      // Where the way is short it may have been delivered before it was given up.
      assert.deepEqual(
        (await types(kiosk)).filter((type) => type !== 'delivered'),
        [],
      );
    });

    it('begins with nothing to send, sends later, mutes, and sends again, on the same connection', async () => {
      const { callId } = await ring();
      await kiosk.prepare(callId, nothing);
      await kiosk.answer(callId, nothing);
      await eventually('their picture is here', async () => (await kiosk.stats(callId)).video.framesDecoded > 5);
      assert.ok((await peer.stats()).width < 640, 'a picture was sent');
      await kiosk.send(callId, both);
      await flows(callId);
      await eventually('the full picture', async () => (await peer.stats()).width === 1280);
      await kiosk.send(callId, nothing);
      await new Promise((resolve) => setTimeout(resolve, 700));
      const before = await peer.stats();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const muted = await peer.stats();
      assert.ok(muted.framesDecoded - before.framesDecoded <= 1, 'pictures came while the camera was off');
      await kiosk.send(callId, both);
      await eventually('pictures come again', async () => (await peer.stats()).framesDecoded > muted.framesDecoded + 5);
      assert.equal(await kiosk.openConnections(), 1);
      await peer.hangUp();
      await endedBy(callId, 'remote_hung_up');
      await over();
    });

    it('restarts the connection in a call', async () => {
      const { callId } = await ring();
      await kiosk.answer(callId, both);
      await flows(callId);
      await kiosk.restart(callId);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const { framesDecoded } = await peer.stats();
      await eventually('pictures go on', async () => (await peer.stats()).framesDecoded > framesDecoded + 20);
      assert.equal(await peer.state(), 'connected');
      await peer.hangUp();
      await endedBy(callId, 'remote_hung_up');
      await over();
    });

    it('a closed session leaves no connection, in the middle of a call', async () => {
      const { callId } = await ring();
      await kiosk.answer(callId, both);
      await flows(callId);
      await kiosk.closeSession();
      await kiosk.closeSession();
      assert.equal(await kiosk.openConnections(), 0);
      await peer.hangUp();
      kiosk = await harness.kiosk();
    });

    it('a page that vanished in a call tells the peer when it is back', async () => {
      const { callId } = await ring();
      await kiosk.answer(callId, both);
      await flows(callId);
      const goodbye = JSON.parse(JSON.stringify(await kiosk.goodbye(callId))) as Record<string, unknown>;
      await kiosk.vanish();
      assert.equal(await peer.state(), 'connected');
      await kiosk.abandon(goodbye);
      await eventually('the peer has heard it', async () => (await peer.state()) === 'idle');
      assert.deepEqual(await types(kiosk), [], 'the old call rang again');
    });

    it('a page that closes in a call tells the peer at once; one that only rings does not, and rings again', async () => {
      const first = await ring();
      await kiosk.answer(first.callId, both);
      await flows(first.callId);
      await kiosk.pageClosing();
      await eventually('the peer has heard it', async () => (await peer.state()) === 'idle');
      await kiosk.closeCall(first.callId);
      await kiosk.reset();
      const { callId } = await ring();
      await kiosk.prepare(callId, both);
      await kiosk.pageClosing();
      await kiosk.vanish();
      const again = await eventOf(kiosk, 'invited');
      await kiosk.answer(again.callId, both);
      await flows(again.callId);
      await peer.hangUp();
      await endedBy(again.callId, 'remote_hung_up');
      await over();
    });

    it('goes over the relay only where that is asked for', async (test) => {
      if (!harness.traits.relayOnly) return test.skip('media always goes over the server');
      const relayed = await harness.kiosk({ relayOnly: true });
      kiosk = relayed;
      const { callId } = await ring();
      await kiosk.prepare(callId, both);
      await kiosk.answer(callId, both);
      await flows(callId);
      assert.equal((await kiosk.stats(callId)).relayed, true);
      await peer.hangUp();
      await endedBy(callId, 'remote_hung_up');
      await over();
      kiosk = await harness.kiosk();
    });
  });
}
