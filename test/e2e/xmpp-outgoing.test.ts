import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import { both, faultless, kioskAccount, peerEnds, tidy, voice, xmppMediaFlows, xmppPeer } from './support/xmpp.ts';

describe('the tablet calls somebody by XMPP', () => {
  let dora: XmppPeer;

  before(async () => {
    dora = await xmppPeer('dora');
  });
  after(() => dora?.stop());
  afterEach(async () => tidy((await house()).kiosk, dora));

  it('with one touch: they ring, answer, both see and hear, the tablet hangs up', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    const ring = await dora.until('ring');
    assert.deepEqual(ring['kinds'], both);
    await kiosk.call('ringing-out');
    await kiosk.helperIs('state', 'ringing_out');
    await kiosk.helperIs('with', 'Dora');
    await dora.answer(both);
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
    await kiosk.helperIs('state', 'in_call');
    await kiosk.touch('hang-up');
    await kiosk.helperIs('last_result', 'hung_up');
    await kiosk.helperIs('state', 'idle');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await faultless(dora);
  });

  it('by name from a script; they answer with sound only and hang up', async () => {
    const { kiosk } = await house();
    await kiosk.dialByHelper('Dora');
    await dora.until('ring');
    await kiosk.helperIs('dial', '');
    await dora.answer(voice);
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora, { seen: false });
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.remoteVideo, false);
    await dora.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.quiet();
    await faultless(dora);
  });

  for (const text of ['dora@localhost', 'xmpp:dora@localhost']) {
    it(`«${text}» from a script; hung up while it rings there`, async () => {
      const { kiosk } = await house();
      await kiosk.dialByHelper(text);
      await dora.until('ring');
      await kiosk.call('ringing-out');
      await kiosk.press('hang_up');
      await peerEnds(dora, { by: 'them', how: 'retract', reason: 'cancel' });
      await kiosk.helperIs('last_result', 'hung_up');
      await kiosk.quiet();
      await faultless(dora);
    });
  }

  it('an address that is nobody’s in the roster: they ring and answer', async () => {
    const { kiosk, stack } = await house();
    const [newcomer] = stack.xmppPair(['newcomer', 'newcomersfriend']);
    const peer = await xmppPeer(newcomer);
    try {
      const dialled = kiosk.command({ type: 'dial', to: { text: newcomer.jid }, video: true, by: 'touch' });
      await peer.until('ring');
      assert.deepEqual(await dialled, { ok: true });
      await peer.answer(both);
      await xmppMediaFlows(kiosk, await kiosk.call('active'), peer);
      await kiosk.command({ type: 'hang-up', by: 'page' });
      await peerEnds(peer, { by: 'them', how: 'terminate', reason: 'success' });
      await kiosk.quiet();
      await faultless(peer);
    } finally {
      await peer.stop();
    }
  });

  it('they decline: said in plain words, and one touch calls again', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    await dora.until('ring');
    await dora.reject();
    await kiosk.helperIs('last_result', 'remote_declined');
    await kiosk.page.getByRole('heading', { name: 'Dora cannot talk right now' }).waitFor();
    await kiosk.quiet();
    await kiosk.touchOverlay('again');
    await dora.until('ring');
    await kiosk.touch('hang-up');
    await peerEnds(dora, { by: 'them', how: 'retract', reason: 'cancel' });
    await kiosk.quiet();
    await faultless(dora);
  });

  it('they are in another call: busy', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    await dora.until('ring');
    await dora.reject('busy');
    await kiosk.helperIs('last_result', 'busy');
    await kiosk.quiet();
    await faultless(dora);
  });

  it('an account that does not exist cannot be reached', async () => {
    const { kiosk } = await house();
    const result = await kiosk.command({
      type: 'dial',
      to: { text: 'xmpp:nobody@localhost' },
      video: true,
      by: 'touch',
    });
    assert.deepEqual(result, { ok: false, reason: 'unreachable' });
    await kiosk.helperIs('last_result', 'unreachable');
    await kiosk.quiet();
  });

  it('no device of theirs is on: when one comes, it learns that the call is over', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('frieda@localhost');
    await kiosk.call('ringing-out');
    await kiosk.touch('hang-up');
    await kiosk.helperIs('last_result', 'hung_up');
    await kiosk.quiet();
    const frieda = await xmppPeer('frieda');
    try {
      await peerEnds(frieda, { by: 'them', how: 'retract', reason: 'cancel' });
      assert.equal(await frieda.state(), 'idle');
    } finally {
      await frieda.stop();
    }
  });

  it('both call each other at once: one call, connected', async () => {
    const { kiosk } = await house();
    const dialled = kiosk.command({ type: 'dial', to: { text: 'xmpp:dora@localhost' }, video: true, by: 'touch' });
    // Too late where the tablet's proposal is there already: then it rings.
    await dora.call('kiosk@localhost', both).catch(() => undefined);
    await kiosk.until(
      'the call to be active',
      async () => {
        if ((await dora.state()) === 'ringing') await dora.answer(both);
        return (await kiosk.snapshot()).calls.some(({ phase }) => phase === 'active');
      },
      30_000,
    );
    assert.deepEqual(await dialled, { ok: true });
    assert.equal((await kiosk.snapshot()).calls.filter(({ phase }) => phase !== 'ended').length, 1);
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
    await kiosk.command({ type: 'hang-up', by: 'page' });
    await kiosk.quiet();
    // What wins is proceeded with at once, so that nothing has rung (XEP-0353, "No existing session").
    const complaints = (await dora.complaints()).filter(({ rule }) => rule !== 'XEP-0353 3.2: who answers has rung');
    assert.deepEqual(complaints, []);
  });

  it('only through the relay: the call is as good, and both know that it is relayed', async () => {
    const { kiosk } = await house();
    const { id } = await kioskAccount(kiosk);
    const only = (on: boolean) =>
      kiosk.page.evaluate(([account, value]) => window.callAssist!.setAccountOption(account, 'forceTURN', value), [
        id,
        on,
      ] as const);
    const before = await dora.stanzaCount();
    await only(true);
    try {
      await kiosk.callContact('dora@localhost');
      await dora.until('ring');
      await dora.answer(both);
      const call = await kiosk.call('active');
      await xmppMediaFlows(kiosk, call, dora);
      await kiosk.until(
        'the tablet to know that it is relayed',
        async () => (await kiosk.stats(call.id)).relayed === true,
      );
      const told = (await dora.stanzas(before)).flatMap((stanza) => stanza.match(/<candidate [^>]*>/g) ?? []);
      const types = told.map((candidate) => /type=["'](\w+)/.exec(candidate)?.[1]);
      assert.deepEqual([...new Set(types)], ['relay'], 'no address of the house is told');
      await dora.hangUp();
      await kiosk.quiet();
      await faultless(dora);
    } finally {
      await only(false);
    }
  });
});

describe('a client that does not keep its word', () => {
  let dora: XmppPeer;

  before(async () => {
    dora = await xmppPeer('dora');
  });
  after(() => dora?.stop());
  afterEach(async () => tidy((await house()).kiosk, dora));

  it('a device answers and refuses the session that it asked for: it ends at once', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    const { sid, sender } = await dora.until('ring');
    await dora.raw(proceed(String(sender), String(sid)));
    await kiosk.helperIs('last_result', 'unreachable');
    await kiosk.quiet();
  });

  const proceed = (to: string, sid: string): string =>
    `<message type='chat' to='${to}'><proceed xmlns='urn:xmpp:jingle-message:0' id='${sid}'/><store xmlns='urn:xmpp:hints'/></message>`;
});
