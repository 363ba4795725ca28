import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ports } from '../../demo/ports.ts';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import { startTcpProxy, type TcpProxy } from './support/tcp-proxy.ts';
import {
  both,
  connect,
  faultless,
  kioskAccount,
  peerEnds,
  ring,
  tidy,
  xmppMediaFlows,
  xmppPeer,
} from './support/xmpp.ts';

/** Longer than the stream's pings wait, shorter than the server remembers who was here. */
const OUTAGE = 20_000;

describe('the network and the page in a call by XMPP', () => {
  let dora: XmppPeer;
  let network: TcpProxy;

  before(async () => {
    dora = await xmppPeer('dora');
    network = await startTcpProxy({ port: ports.xmppProxy, target: ports.xmppHttp });
    await signInThrough(ports.xmppProxy);
  });
  after(async () => {
    await signInThrough(ports.xmppHttp);
    await network?.close();
    await dora?.stop();
  });
  afterEach(async () => tidy((await house()).kiosk, dora));

  const signInThrough = async (port: number): Promise<void> => {
    const { kiosk, stack } = await house();
    const { jid, password } = stack.endpoints.xmpp.kiosk;
    const values = { jid, password, websocket: `ws://127.0.0.1:${port}/xmpp-websocket` };
    const { id } = await kioskAccount(kiosk);
    await kiosk.page.evaluate(([account, form]) => window.callAssist!.addAccount('xmpp', form, { again: account }), [
      id,
      values,
    ] as const);
    await kiosk.ready();
  };
  const status = async () => {
    const { accounts } = await (await house()).kiosk.snapshot();
    return accounts.find(({ protocol }) => protocol === 'xmpp')?.status.state;
  };
  /** That others see the kiosk come: whoever resumes a session has never been away, and a server that stops may say bye. */
  const presences = async (since: number): Promise<string[]> =>
    (await dora.stanzas(since)).filter((stanza) => /^<presence(?![^>]*type=)[^>]*from=["']kiosk@/.test(stanza));

  it('a TCP reset: media flows on, the session is resumed, what follows arrives', async () => {
    const { kiosk } = await house();
    const call = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, call, dora);
    const since = await dora.stanzaCount();
    network.cut();
    await kiosk.touch('toggle-microphone');
    await kiosk.until('them to hear of it', async () => (await dora.session())?.muted.audio === true);
    await kiosk.touch('toggle-microphone');
    await xmppMediaFlows(kiosk, call, dora);
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.phase, 'active');
    assert.deepEqual(await presences(since), [], 'nobody has seen it leave or come');
    await dora.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.quiet();
    await faultless(dora);
  });

  it('an outage of 20 s: media flows on, and what was said meanwhile arrives', async () => {
    const { kiosk } = await house();
    const call = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, call, dora);
    const since = await dora.stanzaCount();
    const over = network.hold(OUTAGE);
    await kiosk.touch('toggle-camera');
    await kiosk.sends({ video: false });
    await xmppMediaFlows(kiosk, call, dora, { camera: false });
    await over;
    await kiosk.until(
      'them to hear what was said in the outage',
      async () => (await dora.session())?.muted.video === true,
    );
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.phase, 'active');
    await kiosk.touch('toggle-camera');
    await xmppMediaFlows(kiosk, call, dora);
    assert.deepEqual(await presences(since), [], 'nobody has seen it leave or come');
    await kiosk.touch('hang-up');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await faultless(dora);
  });

  it('they hang up in an outage: it ends here when the network is back', async () => {
    const { kiosk } = await house();
    const call = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, call, dora);
    const over = network.hold(1_500);
    await dora.hangUp();
    await over;
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await kiosk.quiet();
    await faultless(dora);
  });

  it('the server restarts: media flows on, the call is hung up by a new stream, a new one rings', async () => {
    const { kiosk, stack } = await house();
    const call = await connect(kiosk, dora);
    await xmppMediaFlows(kiosk, call, dora);
    const since = await dora.stanzaCount();
    await stack.restartProsody();
    await xmppMediaFlows(kiosk, call, dora);
    await kiosk.until('the account to be back', async () => (await status()) === 'online', 40_000);
    await xmppMediaFlows(kiosk, call, dora);
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.phase, 'active');
    await kiosk.until('their client to see it again', async () => (await presences(since)).length > 0);
    await kiosk.touch('hang-up');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await connect(kiosk, dora);
    await dora.hangUp();
    await kiosk.quiet();
    await faultless(dora);
  });

  it('the page is loaded anew in a call: they are told why', async () => {
    const { kiosk } = await house();
    await xmppMediaFlows(kiosk, await connect(kiosk, dora), dora);
    await kiosk.page.reload();
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'gone' });
    await kiosk.ready();
    await kiosk.helperIs('last_result', 'kiosk_closed');
    await kiosk.quiet();
    // The page that comes cannot know what the one before could still say: it may say it again.
    const again = ['XEP-0166 6.7: nothing is sent after the end', 'XEP-0353 3.7: a session is finished once'];
    assert.deepEqual(
      (await dora.complaints()).filter(({ rule }) => !again.includes(rule)),
      [],
    );
  });

  it('the page is loaded anew while it rings: it rings again, and can be answered', async () => {
    const { kiosk } = await house();
    const before = await ring(kiosk, dora);
    await kiosk.page.reload();
    const again = await kiosk.call('ringing-in', 30_000);
    assert.equal(again.peer.address, before.peer.address);
    await kiosk.touch('answer-video');
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
    await dora.hangUp();
    await kiosk.quiet();
    await faultless(dora);
  });

  it('the page is loaded anew while it rings there: they are told, nobody waits for nothing', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    await dora.until('ring');
    await kiosk.page.reload();
    await peerEnds(dora, { by: 'them', how: 'retract', reason: 'cancel' });
    await kiosk.ready();
    await kiosk.helperIs('last_result', 'kiosk_closed');
    await kiosk.quiet();
    await faultless(dora);
  });

  it('a call that a new load of the page cut off is in history, and one touch calls again', async () => {
    const { kiosk } = await house();
    await connect(kiosk, dora);
    await kiosk.page.reload();
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'gone' });
    await kiosk.ready();
    await kiosk.until('it in history', async () => (await kiosk.snapshot()).history[0]?.reason === 'kiosk_closed');
    await kiosk.touchOverlay('again');
    await dora.until('ring');
    await dora.answer(both);
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
    await dora.hangUp();
    await kiosk.quiet();
  });
});
