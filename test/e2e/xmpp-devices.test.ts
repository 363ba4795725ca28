import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import { both, connect, faultless, peerEnds, ring, tidy, voice, xmppMediaFlows, xmppPeer } from './support/xmpp.ts';

describe('several calls and several devices by XMPP', () => {
  let dora: XmppPeer;
  let emil: XmppPeer;
  /** Another device of the kiosk's account. */
  let phone: XmppPeer | undefined;

  before(async () => {
    [dora, emil] = await Promise.all([xmppPeer('dora'), xmppPeer('emil')]);
  });
  after(() => Promise.all([dora?.stop(), emil?.stop(), phone?.stop()]));
  afterEach(async () => tidy((await house()).kiosk, dora, emil, phone));

  it('a second call waits while one runs; ending the first answers it', async () => {
    const { kiosk } = await house();
    await xmppMediaFlows(kiosk, await connect(kiosk, dora), dora);
    const { peer } = await ring(kiosk, emil);
    assert.equal(peer.name, 'Emil');
    await kiosk.helperIs('state', 'in_call');
    await kiosk.helperIs('with', 'Dora');
    await kiosk.touch('end-and-answer');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    const second = await kiosk.call('active');
    assert.equal(second.peer.name, 'Emil');
    await xmppMediaFlows(kiosk, second, emil);
    await emil.hangUp();
    await kiosk.quiet();
    await faultless(dora, emil);
  });

  it('a second call is declined while one runs, which goes on', async () => {
    const { kiosk } = await house();
    const first = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, first, dora);
    await ring(kiosk, emil);
    await kiosk.press('decline');
    await peerEnds(emil, { by: 'them', how: 'reject', reason: 'decline' });
    await xmppMediaFlows(kiosk, first, dora);
    await dora.hangUp();
    await kiosk.quiet();
    await faultless(dora, emil);
  });

  it('a third call finds the tablet busy', async () => {
    const { kiosk } = await house();
    const frieda = await xmppPeer('frieda');
    try {
      await connect(kiosk, dora, voice);
      await ring(kiosk, emil, voice);
      await frieda.call('kiosk@localhost', voice);
      await peerEnds(frieda, { by: 'them', how: 'reject', reason: 'busy' });
      assert.equal((await kiosk.snapshot()).calls.filter(({ phase }) => phase !== 'ended').length, 2);
      await faultless(dora, emil, frieda);
    } finally {
      await frieda.stop();
    }
  });

  it('they call again in a running call, as after a crash: it goes on in the new one without a touch', async () => {
    const { kiosk } = await house();
    await xmppMediaFlows(kiosk, await connect(kiosk, dora, voice), dora, { seen: false, camera: false });
    const again = await xmppPeer('dora', { resource: 'again' });
    try {
      await again.call('kiosk@localhost', voice);
      await again.until('connected');
      const call = await kiosk.call('active');
      await xmppMediaFlows(kiosk, call, again, { seen: false, camera: false });
      await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'expired' });
      assert.equal((await kiosk.snapshot()).calls.filter(({ phase }) => phase !== 'ended').length, 1);
      await again.hangUp();
      await kiosk.quiet();
      // XEP-0353, "Existing session": proceeded with at once, so nothing has rung.
      const complaints = (await again.complaints()).map(({ rule }) => rule);
      assert.deepEqual(complaints, ['XEP-0353 3.2: who answers has rung']);
      await faultless(dora);
    } finally {
      await again.stop();
    }
  });

  it('answered on another device of the family, or declined there: the tablet stops ringing', async () => {
    const { kiosk } = await house();
    phone = await xmppPeer('kiosk', { resource: 'phone' });
    for (const answers of [true, false]) {
      await ring(kiosk, dora, voice);
      await phone.until('ring');
      await (answers ? phone.answer(voice) : phone.reject());
      await kiosk.helperIs('last_result', 'answered_elsewhere');
      await kiosk.silent();
      await kiosk.quiet();
      if (answers) await dora.until('connected');
      await dora.hangUp();
      await tidy(kiosk, dora, phone);
    }
    await faultless(dora, phone);
  });

  it('answered or declined here: the other device stops ringing', async () => {
    const { kiosk } = await house();
    phone ??= await xmppPeer('kiosk', { resource: 'phone' });
    for (const action of ['answer-video', 'decline'] as const) {
      await ring(kiosk, dora, both);
      await phone.until('ring');
      await kiosk.touch(action);
      const answers = action === 'answer-video';
      await peerEnds(phone, {
        by: 'elsewhere',
        how: answers ? 'proceed' : 'reject',
        reason: answers ? null : 'decline',
      });
      if (answers) await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
      await dora.hangUp();
      await kiosk.quiet();
      await faultless(dora, phone);
      await tidy(kiosk, dora, phone);
    }
  });
});
