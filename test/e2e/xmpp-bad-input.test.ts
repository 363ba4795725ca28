import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import {
  answerTo,
  candidate,
  carbon,
  chat,
  content,
  delayed,
  jingle,
  medium,
  step,
  watchLog,
} from './support/xmpp-hostile.ts';
import { both, connect, faultless, peerEnds, ring, tidy, voice, xmppMediaFlows, xmppPeer } from './support/xmpp.ts';

/** Long enough for whatever would happen to happen. */
const MOMENT = 1_000;
const KIOSK = 'kiosk@localhost';

describe('bad input by XMPP, before there is a session', () => {
  let dora: XmppPeer;
  /** A contact, too, but none of the two of a call. */
  let emil: XmppPeer;
  let log: Awaited<ReturnType<typeof watchLog>>;

  before(async () => {
    log = await watchLog();
    [dora, emil] = await Promise.all([xmppPeer('dora'), xmppPeer('emil')]);
    await tidy((await house()).kiosk, dora, emil);
  });
  after(async () => {
    log?.stop();
    await Promise.all([dora?.stop(), emil?.stop()]);
  });
  afterEach(async () => tidy((await house()).kiosk, dora, emil));

  const moment = async (): Promise<void> => (await house()).kiosk.page.waitForTimeout(MOMENT);
  const stillRings = async (): Promise<void> => {
    await moment();
    const { calls, sounding } = await (await house()).kiosk.snapshot();
    assert.deepEqual(
      calls.map(({ phase }) => phase),
      ['ringing-in'],
    );
    assert.notEqual(sounding, null);
  };

  it('proposals that are none do not ring, and the next right one does', async () => {
    const { kiosk } = await house();
    const sound = medium('audio');
    const proposals: readonly string[] = [
      chat(KIOSK, step('propose', undefined, sound)),
      chat(KIOSK, step('propose', '', sound)),
      chat(KIOSK, step('propose', 'x'.repeat(1_000_000), sound)),
      chat(KIOSK, step('propose', randomUUID())),
      chat(KIOSK, step('propose', randomUUID(), medium('smell'))),
      chat(KIOSK, step('propose', randomUUID(), medium('audio', 'urn:xmpp:jingle:apps:file-transfer:5'))),
      chat(KIOSK, step('propose', randomUUID(), sound, 'urn:xmpp:jingle-message:1')),
      chat(KIOSK, step('propose', randomUUID(), sound), 'groupchat'),
      chat(KIOSK, step('propose', randomUUID(), sound), 'error'),
      chat(KIOSK, step('ring', randomUUID(), sound)),
      chat(KIOSK, `<body>propose</body>`),
      ...['ringing', 'proceed', 'reject', 'retract', 'finish'].map((name) => chat(KIOSK, step(name, randomUUID()))),
    ];
    for (const proposal of proposals) await dora.raw(proposal);
    assert.deepEqual(await dora.received(), [], 'nobody learns anything by it');
    const right = await ring(kiosk, dora, voice); // It comes after all of them.
    assert.deepEqual(
      (await kiosk.snapshot()).calls.map(({ id }) => id),
      [right.id],
    );
    await dora.retract();
    await kiosk.quiet();
  });

  it('a proposal that says to be old is a missed call; one from the future rings now', async () => {
    const { kiosk } = await house();
    await dora.raw(chat(KIOSK, step('propose', randomUUID(), medium('audio')) + delayed(600_000)));
    await kiosk.until('a missed call', async () => (await kiosk.snapshot()).lastResult === 'missed');
    assert.deepEqual((await kiosk.snapshot()).calls, []);
    const id = randomUUID();
    await dora.raw(chat(KIOSK, step('propose', id, medium('audio')) + delayed(-86_400_000)));
    const { deadline } = await kiosk.call('ringing-in');
    assert.ok(deadline !== null && deadline - Date.now() <= 60_000, 'no longer than any');
    await dora.raw(chat(KIOSK, step('retract', id)));
    await kiosk.quiet();
  });

  it('a third party and forged carbons can neither end nor answer what rings', async () => {
    const { kiosk } = await house();
    await ring(kiosk, dora);
    const { sid } = (await dora.session())!;
    for (const name of ['retract', 'reject', 'finish', 'proceed', 'ringing'])
      await emil.raw(chat(KIOSK, step(name, sid)));
    for (const name of ['proceed', 'accept', 'reject']) {
      for (const kind of ['sent', 'received'] as const)
        await emil.raw(chat(KIOSK, carbon(kind, `${KIOSK}/phone`, dora.jid, step(name, sid))));
      await dora.raw(chat(KIOSK, carbon('sent', `${KIOSK}/phone`, dora.jid, step(name, sid))));
    }
    await emil.raw(chat(KIOSK, carbon('received', dora.jid, KIOSK, step('retract', sid))));
    await stillRings();
    await kiosk.touch('answer-video');
    await xmppMediaFlows(kiosk, await kiosk.call('active'), dora);
    await dora.hangUp();
    await kiosk.quiet();
    await faultless(dora);
  });

  it('a proceed of somebody else begins no session with them', async () => {
    const { kiosk } = await house();
    await kiosk.callContact('dora@localhost');
    const { sid, sender } = await dora.until('ring');
    await kiosk.call('ringing-out');
    const count = await emil.stanzaCount();
    await emil.raw(chat(String(sender), step('proceed', String(sid))));
    await moment();
    assert.deepEqual(await emil.stanzas(count), []);
    await kiosk.helperIs('state', 'ringing_out');
    await dora.answer(both);
    const call = await kiosk.call('active');
    await xmppMediaFlows(kiosk, call, dora);
    const other = await xmppPeer('dora', { resource: 'other' });
    try {
      const from = await other.stanzaCount();
      await other.raw(chat(String(sender), step('proceed', String(sid)) + step('reject', String(sid))));
      await moment();
      assert.deepEqual(
        (await other.stanzas(from)).filter((stanza) => stanza.includes('jingle')),
        [],
      );
      await xmppMediaFlows(kiosk, call, dora);
    } finally {
      await other.stop();
    }
    await kiosk.touch('hang-up');
    await kiosk.quiet();
    await faultless(dora);
  });

  it('a session for other media than were proposed is ended for security', async () => {
    const { kiosk } = await house();
    const { device, sid } = await answered(voice);
    const since = await dora.stanzaCount();
    const payload = jingle(
      { action: 'session-initiate', sid, initiator: dora.jid },
      content('0', 'audio') + content('1', 'video'),
    );
    assert.equal(await answerTo(dora, device, payload), 'result');
    await kiosk.helperIs('last_result', 'protocol_error');
    await kiosk.until('the end to be told', async () =>
      (await dora.stanzas(since)).some((one) => one.includes('session-terminate') && one.includes('security-error')),
    );
    await kiosk.quiet();
  });

  const initiations: readonly [what: string, payload: string, answer: string][] = [
    ['without encryption', content('0', 'audio', { secure: false }), 'not-acceptable'],
    ['without contents', '', 'feature-not-implemented'],
    ['with a name of a page', content('n'.repeat(5_000), 'audio'), 'not-acceptable'],
    [
      'with a candidate of a page',
      content('0', 'audio', { candidates: candidate({ ip: '1'.repeat(5_000) }) }),
      'bad-request',
    ],
  ];
  for (const [what, payload, answer] of initiations) {
    it(`a session ${what} is refused, and the call ends`, async () => {
      const { kiosk } = await house();
      const { device, sid } = await answered(voice);
      const initiate = jingle({ action: 'session-initiate', sid, initiator: dora.jid }, payload);
      assert.equal(await answerTo(dora, device, initiate), answer);
      await kiosk.quiet();
    });
  }

  it('a session begun by another device than the one that proposed is unknown', async () => {
    const { kiosk } = await house();
    const other = await xmppPeer('dora', { resource: 'other' });
    try {
      const { device, sid } = await answered(voice);
      const initiate = jingle({ action: 'session-initiate', sid, initiator: other.jid }, content('0', 'audio'));
      assert.equal(await answerTo(other, device, initiate), 'item-not-found unknown-session');
      assert.equal((await kiosk.snapshot()).calls.at(-1)?.phase, 'connecting');
      await kiosk.touch('hang-up');
      await kiosk.quiet();
    } finally {
      await other.stop();
    }
  });

  it('a flood of proposals rings once or twice, and is over when they are', async () => {
    const { kiosk } = await house();
    const ids = Array.from({ length: 50 }, () => randomUUID());
    await dora.raw(ids.map((id) => chat(KIOSK, step('propose', id, medium('audio')))).join(''));
    await kiosk.call('ringing-in');
    await moment();
    const { calls } = await kiosk.snapshot();
    assert.ok(calls.length <= 2, `${calls.length} calls`);
    await dora.raw(ids.map((id) => chat(KIOSK, step('retract', id))).join(''));
    await kiosk.quiet();
    await tidy(kiosk, dora);
    await xmppMediaFlows(kiosk, await connect(kiosk, emil), emil);
    await kiosk.touch('hang-up');
    await peerEnds(emil, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await faultless(emil);
  });

  it('nothing secret and no device’s address is in the log', () => log.isHarmless());

  /** Dora proposes and does not begin; the kiosk has answered. */
  const answered = async (kinds: typeof both): Promise<{ readonly device: string; readonly sid: string }> => {
    const { kiosk } = await house();
    await dora.proposeOnly(KIOSK, kinds);
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-voice');
    await kiosk.until('the proceed', async () => (await dora.received()).includes('proceed'));
    const { peer, sid } = (await dora.session())!;
    return { device: peer!, sid };
  };
});
