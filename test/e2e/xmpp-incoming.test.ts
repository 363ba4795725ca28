import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import {
  both,
  connect,
  faultless,
  peerEnds,
  ring,
  tidy,
  timecode,
  voice,
  xmppMediaFlows,
  xmppPeer,
} from './support/xmpp.ts';

describe('somebody calls the tablet by XMPP', () => {
  let dora: XmppPeer;

  before(async () => {
    dora = await xmppPeer('dora');
  });
  after(() => dora?.stop());
  afterEach(async () => tidy((await house()).kiosk, dora));

  it('it rings, one touch answers, both see and hear, they hang up', async () => {
    const { kiosk } = await house();
    const { peer, offered } = await ring(kiosk, dora);
    assert.equal(peer.name, 'Dora');
    assert.deepEqual(offered, { audio: true, video: true });
    await kiosk.helperIs('state', 'ringing');
    await kiosk.helperIs('with', 'Dora');
    await kiosk.until('the ringtone', () => kiosk.sounding());
    await kiosk.touch('answer-video');
    const call = await kiosk.call('active');
    await kiosk.silent();
    await xmppMediaFlows(kiosk, call, dora);
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.security, 'on-the-way');
    assert.equal((await dora.stats()).transports, 1, 'one way for all');
    await kiosk.helperIs('state', 'in_call');
    await dora.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.helperIs('state', 'idle');
    await kiosk.helperIs('with', '');
    await kiosk.quiet();
    await faultless(dora);
    const heard = new Set(await dora.received());
    for (const kind of ['ringing', 'receipt', 'proceed', 'session-accept', 'finish']) assert.ok(heard.has(kind), kind);
  });

  it('answered with sound only: nothing of the camera is sent, they are seen all the same', async () => {
    const { kiosk } = await house();
    await ring(kiosk, dora);
    await kiosk.touch('answer-voice');
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora, { camera: false });
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.sending.video, false);
    assert.equal(await timecode(dora), null, 'they see no camera');
    await kiosk.touch('hang-up');
    await kiosk.helperIs('last_result', 'hung_up');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await faultless(dora);
  });

  it('a call with sound only rings as one, and is one', async () => {
    const { kiosk } = await house();
    const { offered } = await ring(kiosk, dora, voice);
    assert.deepEqual(offered, { audio: true, video: false });
    await kiosk.press('answer');
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora, { seen: false, camera: false });
    assert.deepEqual((await dora.session())?.kinds, voice);
    await kiosk.press('hang_up');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await faultless(dora);
  });

  for (const [how, decline] of [
    ['by a touch', 'touch'],
    ['by a script', 'press'],
  ] as const) {
    it(`declined ${how}: they are told, the ring stops`, async () => {
      const { kiosk } = await house();
      await ring(kiosk, dora);
      await kiosk[decline]('decline');
      await kiosk.helperIs('last_result', 'declined');
      await peerEnds(dora, { by: 'them', how: 'reject', reason: 'decline' });
      await kiosk.silent();
      await kiosk.quiet();
      await faultless(dora);
    });
  }

  it('they give up: a missed call that is counted, and silence', async () => {
    const { kiosk } = await house();
    const missed = Number(await kiosk.helper('missed'));
    await ring(kiosk, dora);
    await dora.retract();
    await kiosk.helperIs('last_result', 'missed');
    await kiosk.helperIs('missed', String(missed + 1));
    await kiosk.silent();
    await kiosk.until('it in history', async () => {
      const [newest] = (await kiosk.snapshot()).history;
      return newest?.reason === 'missed' && newest.peer.name === 'Dora';
    });
    await kiosk.quiet();
    await faultless(dora);
  });

  it('do not disturb: nothing rings, nobody is told anything, history knows', async () => {
    const { kiosk } = await house();
    const entity = { entity_id: 'input_boolean.call_assist_kitchen_do_not_disturb' };
    await kiosk.service('input_boolean', 'turn_on', entity);
    try {
      await kiosk.until('do not disturb', async () => (await kiosk.snapshot()).quiet);
      await dora.call('kiosk@localhost', both);
      await kiosk.helperIs('last_result', 'do_not_disturb');
      await kiosk.silent();
      await kiosk.until('it in history', async () => (await kiosk.snapshot()).history[0]?.reason === 'do_not_disturb');
      assert.equal(await dora.state(), 'calling', 'it rings on for them');
      await dora.retract();
      await kiosk.quiet();
      await faultless(dora);
    } finally {
      await kiosk.service('input_boolean', 'turn_off', entity);
      await kiosk.until('no more do not disturb', async () => !(await kiosk.snapshot()).quiet);
    }
  });

  it('a session without any proposal rings, too, and can be answered and declined', async () => {
    const { kiosk } = await house();
    const device = (await connectAndHangUp(dora)).peer!;
    await dora.direct(device, both);
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
    await dora.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.quiet();
    await dora.direct(device, voice);
    await kiosk.call('ringing-in');
    await kiosk.touch('decline');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'decline' });
    await kiosk.quiet();
    await faultless(dora);
  });

  /** The session that was, which says which device of the kiosk has answered. */
  const connectAndHangUp = async (peer: XmppPeer) => {
    const { kiosk } = await house();
    await connect(kiosk, peer, voice);
    const session = (await peer.session())!;
    await peer.hangUp();
    await kiosk.quiet();
    return session;
  };

  for (const [what, manners] of [
    ['whose candidates all come in the description', { trickle: false }],
    ['with a transport for each of sound and picture', { bundle: false }],
    ['that says neither that it rings nor that anything arrived', { ringing: false, receipts: false }],
  ] as const) {
    it(`a client ${what} is understood`, async () => {
      const { kiosk } = await house();
      await dora.configure(manners);
      try {
        const call = await connect(kiosk, dora);
        await xmppMediaFlows(kiosk, call, dora);
        assert.equal((await dora.stats()).transports, 'bundle' in manners ? 2 : 1);
        await kiosk.touch('hang-up');
        await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
        await kiosk.quiet();
        await faultless(dora);
      } finally {
        await dora.configure({ trickle: true, bundle: true, ringing: true, receipts: true });
      }
    });
  }
});
