import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import { both, faultless, kioskAccount, peerEnds, tidy, voice, xmppMediaFlows, xmppPeer } from './support/xmpp.ts';

/** Long enough for whatever would happen to happen. */
const MOMENT = 1_000;

describe('who may ring by XMPP, and when', () => {
  let dora: XmppPeer;
  let stranger: XmppPeer;

  before(async () => {
    const { stack, kiosk } = await house();
    // How a call of another file ended may still be shown.
    await tidy(kiosk);
    const [one] = stack.xmppPair(['stranger', 'strangersfriend']);
    [dora, stranger] = await Promise.all([xmppPeer('dora'), xmppPeer(one)]);
  });
  after(() => Promise.all([dora?.stop(), stranger?.stop()]));
  afterEach(async () => tidy((await house()).kiosk, dora, stranger));

  const nothingHappens = async (): Promise<void> => {
    const { kiosk } = await house();
    await kiosk.page.waitForTimeout(MOMENT);
    const { calls, sounding } = await kiosk.snapshot();
    assert.deepEqual([calls, sounding], [[], null]);
    await kiosk.helperIs('state', 'idle');
  };
  const missedCalls = async () => {
    const { kiosk } = await house();
    const missed = await kiosk.page.evaluate(() => window.callAssist!.history({ filter: 'missed', limit: 200 }));
    return missed.filter(({ peer }) => peer.address === 'dora@localhost').length;
  };

  it('a stranger does not ring and learns nothing, whatever it tries', async () => {
    const { kiosk } = await house();
    const device = await deviceOfKiosk();
    const history = (await kiosk.snapshot()).history[0]?.id;
    await stranger.call('kiosk@localhost', both);
    await nothingHappens();
    assert.equal(await stranger.state(), 'calling');
    await stranger.retract();
    await stranger.direct(device, both);
    // What a server says of an account without anybody.
    await peerEnds(stranger, { by: 'them', how: 'error', reason: 'service-unavailable' });
    const count = await stranger.stanzaCount();
    await stranger.raw(jmi(device, 'proceed') + jmi(device, 'reject') + jmi('kiosk@localhost', 'retract'));
    await nothingHappens();
    assert.deepEqual(await stranger.received(), []);
    assert.deepEqual(await stranger.stanzas(count), []);
    assert.equal((await kiosk.snapshot()).history[0]?.id, history);
  });

  it('with the option on, a stranger rings and can be answered', async () => {
    const { kiosk } = await house();
    const { id } = await kioskAccount(kiosk);
    const strangers = (on: boolean) =>
      kiosk.page.evaluate(([account, value]) => window.callAssist!.setAccountOption(account, 'strangers', value), [
        id,
        on,
      ] as const);
    await strangers(true);
    try {
      await stranger.call('kiosk@localhost', both);
      const { peer } = await kiosk.call('ringing-in');
      assert.equal(peer.address, 'stranger@localhost');
      assert.deepEqual(await stranger.received(), [], 'they do not learn that it rings');
      await kiosk.touch('answer-video');
      await xmppMediaFlows(kiosk, await kiosk.call('active'), stranger);
      await kiosk.touch('hang-up');
      await peerEnds(stranger, { by: 'them', how: 'terminate', reason: 'success' });
      await kiosk.quiet();
    } finally {
      await strangers(false);
    }
  });

  it('who is blocked does not ring; no longer blocked, they do', async () => {
    const { kiosk } = await house();
    const phone = await xmppPeer('kiosk', { resource: 'blocker' });
    const order = async (name: 'block' | 'unblock'): Promise<void> => {
      const item = `<item jid='dora@localhost'/>`;
      await phone.raw(`<iq type='set' id='${name}-1'><${name} xmlns='urn:xmpp:blocking'>${item}</${name}></iq>`);
      const done = new RegExp(`^<iq[^>]*id="${name}-1"`);
      await kiosk.until(`${name} to be done`, async () => (await phone.stanzas()).some((stanza) => done.test(stanza)));
    };
    try {
      await order('block');
      await dora.call('kiosk@localhost', voice);
      await peerEnds(dora, { by: 'them', how: 'error', reason: 'service-unavailable' });
      await nothingHappens();
      assert.equal(await phone.state(), 'idle');
    } finally {
      await order('unblock');
      await phone.stop();
    }
    await dora.call('kiosk@localhost', voice);
    await kiosk.call('ringing-in');
    await dora.retract();
    await kiosk.quiet();
    await faultless(dora);
  });

  it('a call that came and went while the page was away is one missed call, found once', async () => {
    const { kiosk } = await house();
    const [missed, counted] = [await missedCalls(), Number(await kiosk.helper('missed'))];
    await kiosk.page.goto('about:blank');
    await dora.call('kiosk@localhost', voice);
    await dora.retract();
    await kiosk.open();
    await kiosk.until('the missed call in history', async () => (await missedCalls()) > missed);
    assert.equal((await kiosk.snapshot()).history[0]?.peer.name, 'Dora');
    await kiosk.helperIs('missed', String(counted + 1));
    await nothingHappens();
    await kiosk.open();
    await nothingHappens();
    assert.equal(await missedCalls(), missed + 1);
    assert.equal(await kiosk.helper('missed'), String(counted + 1));
    await faultless(dora);
  });

  it('a call that still waits when the page comes back rings, and can be answered', async () => {
    const { kiosk, stack } = await house();
    const missed = await missedCalls();
    await kiosk.page.goto('about:blank');
    await dora.call('kiosk@localhost', both);
    await kiosk.page.goto(stack.endpoints.homeAssistant.url + stack.endpoints.homeAssistant.dashboardPath);
    await kiosk.call('ringing-in', 30_000);
    await kiosk.touch('answer-video');
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
    await dora.hangUp();
    await kiosk.quiet();
    assert.equal(await missedCalls(), missed);
    await faultless(dora);
  });

  it('a call that was answered on another device while the page was away is no missed call', async () => {
    const { kiosk } = await house();
    const missed = await missedCalls();
    const phone = await xmppPeer('kiosk', { resource: 'phone' });
    try {
      await kiosk.page.goto('about:blank');
      await dora.call('kiosk@localhost', voice);
      await phone.until('ring');
      await phone.answer(voice);
      await dora.until('connected');
      await dora.hangUp();
      await kiosk.open();
      await nothingHappens();
      assert.equal(await missedCalls(), missed);
    } finally {
      await phone.stop();
    }
  });

  /** Learned in an earlier call, as somebody who is no contact any more may have. */
  const deviceOfKiosk = async (): Promise<string> => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    const { sender } = await dora.until('ring');
    await kiosk.touch('hang-up');
    await kiosk.quiet();
    await kiosk.command({ type: 'dismiss', by: 'page' });
    return String(sender);
  };
  const jmi = (to: string, name: string): string =>
    `<message type='chat' to='${to}'><${name} xmlns='urn:xmpp:jingle-message:0' id='${crypto.randomUUID()}'/><store xmlns='urn:xmpp:hints'/></message>`;
});
