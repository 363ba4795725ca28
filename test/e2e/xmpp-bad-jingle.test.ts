import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import type { CallView } from '../../src/runtime/api.ts';
import type { XmppPeer } from '../peers/xmpp-peer.ts';
import { house } from './support/house.ts';
import { answerTo, candidate, chat, content, jingle, step, transport, watchLog } from './support/xmpp-hostile.ts';
import { connect, peerEnds, tidy, xmppMediaFlows, xmppPeer } from './support/xmpp.ts';

describe('bad input by XMPP, in a running call', () => {
  let dora: XmppPeer;
  /** A contact, too, but none of the two of the call. */
  let emil: XmppPeer;
  let call: CallView;
  let [device, sid] = ['', ''];
  let log: Awaited<ReturnType<typeof watchLog>>;

  before(async () => {
    const { kiosk } = await house();
    log = await watchLog();
    [dora, emil] = await Promise.all([xmppPeer('dora'), xmppPeer('emil')]);
    call = await connect(kiosk, dora);
    const session = (await dora.session())!;
    [device, sid] = [session.peer!, session.sid];
  });
  after(async () => {
    const { kiosk } = await house();
    log?.stop();
    await kiosk.touch('hang-up');
    await peerEnds(dora, { by: 'them', how: 'terminate', reason: 'success' });
    await kiosk.quiet();
    await tidy(kiosk, dora, emil);
    await Promise.all([dora?.stop(), emil?.stop()]);
  });
  /** Whatever was said: the call is as good as before. */
  afterEach(async () => {
    const { kiosk } = await house();
    await xmppMediaFlows(kiosk, call, dora);
    assert.equal((await kiosk.snapshot()).calls.at(-1)?.phase, 'active');
  });

  const many = (count: number) => Array.from({ length: count }, () => candidate()).join('');
  const info = (inside: string) => `<content creator='initiator' name='audio'>${inside}</content>`;
  /** Of this session. */
  type Said = readonly [what: string, action: string | undefined, payload: string, answer: string, id?: string];
  const refuses = async (all: readonly Said[]): Promise<void> => {
    for (const [what, action, payload, answer, id = sid] of all) {
      const payloadOf = jingle({ action, sid: id === 'none' ? undefined : id }, payload);
      assert.equal(await answerTo(dora, device, payloadOf), answer, what);
    }
  };

  it('what names no session and no action of one is refused', async () => {
    await refuses([
      ['no session', 'session-info', '', 'bad-request', 'none'],
      ['no action', undefined, '', 'bad-request'],
      ['an unknown action', 'session-explode', '', 'bad-request'],
      ['an unknown session', 'session-terminate', '', 'item-not-found unknown-session', randomUUID()],
      ['a session of a page', 'session-info', '', 'not-acceptable', 's'.repeat(5_000)],
    ]);
    const other = jingle({ action: 'session-terminate', sid }, '', 'urn:xmpp:jingle:0');
    assert.equal(await answerTo(dora, device, other), 'service-unavailable');
    assert.equal(await answerTo(dora, device, jingle({ action: 'session-info', sid }), 'get'), 'service-unavailable');
  });

  it('what does not fit the state of the session is refused', async () => {
    const again = content('audio', 'audio') + content('video', 'video');
    const weather = `<weather xmlns='urn:example:weather'/>`;
    const nowhere = `<content creator='initiator' name='nowhere'/>`;
    await refuses([
      ['the same session again', 'session-initiate', again, 'unexpected-request out-of-order'],
      ['an acceptance of what they began', 'session-accept', again, 'unexpected-request out-of-order'],
      ['an acceptance of nothing', 'content-accept', content('x', 'video'), 'unexpected-request out-of-order'],
      ['information that nobody knows', 'session-info', weather, 'feature-not-implemented unsupported-info'],
      ['candidates for nothing', 'transport-info', transport('nowhere', candidate()), 'item-not-found'],
      ['the end of nothing', 'content-remove', nowhere, 'item-not-found'],
    ]);
  });

  it('what would break out of its place is refused', async () => {
    const crowd = info(`<transport xmlns='urn:example:transport'/>`);
    const address = candidate({ ip: '192.0.2.1&#13;&#10;a=x' });
    const nobody = `<content creator='initiator' name='video' senders='everybody'/>`;
    const plain = content('plain', 'video', { secure: false });
    await refuses([
      ['no transport', 'transport-info', info(''), 'feature-not-implemented'],
      ['another transport', 'transport-info', crowd, 'feature-not-implemented'],
      ['an address of two lines', 'transport-info', transport('audio', address), 'bad-request'],
      ['a port out of range', 'transport-info', transport('audio', candidate({ port: '99999' })), 'bad-request'],
      ['a content without encryption', 'content-add', plain, 'not-acceptable'],
      ['senders that are none', 'content-modify', nobody, 'bad-request'],
    ]);
  });

  it('what is too much is refused', async () => {
    const huge = { ufrag: 'u'.repeat(1_000_000), pwd: 'p'.repeat(22) };
    const long = { ufrag: 'u'.repeat(5_000), pwd: 'p'.repeat(22) };
    await refuses([
      ['a megabyte', 'transport-info', transport('audio', candidate(), huge), 'resource-constraint'],
      ['a page', 'transport-info', transport('audio', candidate(), long), 'not-acceptable'],
      ['5,000 candidates', 'transport-info', transport('audio', many(5_000)), 'not-acceptable'],
      ['100 contents', 'content-add', content('x', 'video').repeat(100), 'not-acceptable'],
    ]);
  });

  it('an end said by a third party or by another device of theirs counts for nothing', async () => {
    const { kiosk } = await house();
    const other = await xmppPeer('dora', { resource: 'other' });
    try {
      const reason = `<reason xmlns='urn:xmpp:jingle:1'><success/></reason>`;
      const mute = `<mute xmlns='urn:xmpp:jingle:apps:rtp:info:1'/>`;
      for (const peer of [emil, other]) {
        for (const payload of [
          jingle({ action: 'session-terminate', sid }, reason),
          jingle({ action: 'session-info', sid }, mute),
          jingle({ action: 'transport-info', sid }, transport('audio', candidate())),
        ])
          assert.equal(await answerTo(peer, device, payload), 'item-not-found unknown-session');
        for (const name of ['retract', 'reject', 'finish', 'proceed'])
          await peer.raw(chat(device, step(name, sid, reason)));
      }
      assert.equal((await kiosk.snapshot()).calls.at(-1)?.remoteAudioMuted, false);
    } finally {
      await other.stop();
    }
  });

  it('2,000 right candidates that lead nowhere are taken, and the call goes on', async () => {
    for (let batch = 0; batch < 20; batch++) {
      const payload = jingle({ action: 'transport-info', sid }, transport('audio', many(100)));
      assert.equal(await answerTo(dora, device, payload), 'result');
    }
  });

  it('nothing secret and no device’s address is in the log', () => log.isHarmless());
});
