import { after, afterEach, before, describe, it } from 'node:test';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import { both, faultless, peerEnds, tidy, xmppPeer } from './support/xmpp.ts';

describe('clients that go silent', () => {
  let dora: XmppPeer;

  before(async () => {
    dora = await xmppPeer('dora');
  });
  after(() => dora?.stop());
  afterEach(async () => tidy((await house()).kiosk, dora));

  it('nobody says a word: after a minute it says that nobody answers, and they are told', async () => {
    const { kiosk } = await house();
    await dora.configure({ ringing: false, receipts: false });
    try {
      await kiosk.callContact('dora@localhost');
      await dora.until('ring');
      await kiosk.helperIs('state', 'ringing_out');
      await kiosk.helperIs('last_result', 'no_answer', 75_000);
      await peerEnds(dora, { by: 'them', how: 'retract', reason: 'cancel' });
      await kiosk.quiet();
      await faultless(dora);
    } finally {
      await dora.configure({ ringing: true, receipts: true });
    }
  });

  it('they call, are answered, and never begin: it ends in bounded time and says why', async () => {
    const { kiosk } = await house();
    await dora.proposeOnly('kiosk@localhost', both);
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await kiosk.helperIs('state', 'connecting');
    await peerEnds(dora, { by: 'them', how: 'finish', reason: 'connectivity-error' }, 20_000);
    await kiosk.helperIs('last_result', 'no_connection');
    await kiosk.quiet();
    await faultless(dora);
  });

  it('a device answers and never agrees on a session: it ends in bounded time and says why', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    const { sid, sender } = await dora.until('ring');
    // It comes after the proposal, so that it does not ring by itself; then it answers all the same.
    const late = await xmppPeer('dora', { resource: 'late' });
    try {
      await late.raw(proceed(String(sender), String(sid)));
      await late.until('ring');
      await kiosk.helperIs('state', 'connecting');
      await peerEnds(late, { by: 'them', how: 'terminate', reason: 'connectivity-error' }, 35_000);
      await kiosk.helperIs('last_result', 'no_connection');
      await kiosk.quiet();
    } finally {
      await late.stop();
    }
  });

  const proceed = (to: string, sid: string): string =>
    `<message type='chat' to='${to}'><proceed xmlns='urn:xmpp:jingle-message:0' id='${sid}'/><store xmlns='urn:xmpp:hints'/></message>`;
});
