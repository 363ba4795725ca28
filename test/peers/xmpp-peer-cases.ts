import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { XmppPeer, type XmppKind, type XmppPeerManners } from './xmpp-peer.ts';

export interface XmppPeerHouse {
  /** The interpreter that has slixmpp and aiortc. */
  readonly python: string;
  readonly port: number;
  readonly caFile: string;
  /** Two accounts that see each other's presence. */
  readonly people: readonly [XmppUser, XmppUser];
}

interface XmppUser {
  readonly jid: string;
  readonly password: string;
}

const eventually = (what: string, look: () => Promise<boolean>) =>
  waitFor(what, look, { timeout: 10_000, interval: 40 });
const both: readonly XmppKind[] = ['audio', 'video'];
const voice: readonly XmppKind[] = ['audio'];
const plain: XmppPeerManners = { trickle: true, bundle: true, relayOnly: false, onAdd: 'accept' };

/**
 * The strict peer with itself: everything it can do, without a complaint; and that it complains where it should.
 * @param calls in a row, of which nothing may be left
 */
export function xmppPeerCases(open: () => Promise<XmppPeerHouse>, calls: number): void {
  describe('the strict XMPP peer with itself', { timeout: 120_000 }, () => {
    let ann: XmppPeer;
    let ben: XmppPeer;
    /** Ben's other device. */
    let tab: XmppPeer;
    let [annJid, benJid] = ['', ''];

    before(async () => {
      const { people, python, port, caFile } = await open();
      const [one, other] = people;
      [annJid, benJid] = [one.jid, other.jid];
      const start = ({ jid, password }: XmppUser, resource: string) =>
        XmppPeer.start(python, { jid, password, port, caFile, resource });
      [ann, ben, tab] = await Promise.all([start(one, 'ann'), start(other, 'ben'), start(other, 'tab')]);
    });
    after(() => Promise.all([ann, ben, tab].map((peer) => peer?.stop())));
    afterEach(async () => {
      for (const peer of [ann, ben, tab]) {
        await peer.hangUp();
        await peer.configure(plain);
      }
      await idle();
      assert.deepEqual(
        [ann, ben, tab].flatMap(({ events }) => events.filter(({ event }) => event === 'error')),
        [],
      );
      for (const peer of [ann, ben, tab]) {
        peer.events.length = 0;
        await peer.forget();
      }
    });

    const idle = () =>
      eventually('nobody has a connection', async () => {
        const states = await Promise.all(
          [ann, ben, tab].map(async (peer) => [await peer.state(), await peer.openConnections()]),
        );
        return states.every(([state, open]) => state === 'idle' && open === 0);
      });
    const clean = async (...peers: readonly XmppPeer[]): Promise<void> => {
      for (const peer of peers) assert.deepEqual(await peer.complaints(), []);
    };
    /** What was told of earlier calls is forgotten. */
    const call = async (from: XmppPeer, to: XmppPeer, kinds = both): Promise<void> => {
      for (const { events } of [ann, ben, tab]) events.length = 0;
      await from.call(to === ann ? annJid : benJid, kinds);
      await to.until('ring');
    };
    const connect = async (from: XmppPeer, to: XmppPeer, kinds = both, answered = kinds): Promise<void> => {
      await call(from, to, kinds);
      await to.answer(answered);
      await Promise.all([from.until('connected'), to.until('connected')]);
    };
    const flows = (peer: XmppPeer, kinds = both) =>
      eventually(`${kinds.join(' and ')} at ${peer.jid}`, async () => {
        const { framesDecoded, audioEnergy, timecode } = await peer.stats();
        const behind = (Date.now() % 2 ** 32) - (timecode ?? -Infinity);
        return audioEnergy > 0.01 && (!kinds.includes('video') || (framesDecoded > 10 && behind < 2_000));
      });
    const frozen = async (peer: XmppPeer): Promise<boolean> => {
      const { framesDecoded } = await peer.stats();
      await new Promise((resolve) => setTimeout(resolve, 400));
      return (await peer.stats()).framesDecoded === framesDecoded;
    };

    it('calls with picture, says what is muted and held, and is hung up', async () => {
      await connect(ann, ben);
      await Promise.all([flows(ann), flows(ben)]);
      assert.equal((await ann.stats()).transports, 1);
      assert.equal((await ann.stats()).relayed, false);
      await ann.mute('video');
      await eventually('ben knows', async () => (await ben.session())?.muted.video === true);
      await ann.hold();
      await eventually('ben knows', async () => (await ben.session())?.held === true);
      await eventually('no picture comes', () => frozen(ann));
      await ann.unhold();
      await ann.unmute('video');
      await eventually('ben knows', async () => (await ben.session())?.muted.video === false);
      await ben.hangUp();
      await ann.until('ended');
      assert.equal(await ann.lastEnd(), 'hung_up');
      assert.deepEqual(await ann.end(), { by: 'them', how: 'terminate', reason: 'success' });
      await clean(ann, ben);
      const heard = new Set(await ann.received());
      for (const kind of [
        'ringing',
        'receipt',
        'proceed',
        'session-accept',
        'transport-info',
        'session-terminate',
        'finish',
      ])
        assert.ok(heard.has(kind), kind);
    });

    for (const [what, manners] of [
      ['on one transport, candidates in the description', { trickle: false, bundle: true }],
      ['on a transport each, trickled', { trickle: true, bundle: false }],
    ] as const) {
      it(`calls ${what}`, async () => {
        await ben.configure(manners);
        await connect(ann, ben);
        await Promise.all([flows(ann), flows(ben)]);
        assert.equal((await ann.stats()).transports, manners.bundle ? 1 : 2);
        await ann.hangUp();
        await ben.until('ended');
        await ann.configure(manners);
        await connect(ann, ben);
        await ann.hangUp();
        await ben.until('ended');
        await clean(ann, ben);
      });
    }

    it('answers a video call without picture of its own', async () => {
      await connect(ann, ben, both, voice);
      await Promise.all([flows(ben), flows(ann, voice)]);
      assert.equal((await ann.stats()).framesDecoded, 0);
      await ann.hangUp();
      await clean(ann, ben);
    });

    it('rejects, is busy, retracts', async () => {
      for (const [reason, end] of [
        ['decline', 'declined'],
        ['busy', 'busy'],
      ] as const) {
        await call(ann, ben, voice);
        await ben.reject(reason);
        await ann.until('ended');
        assert.equal(await ann.lastEnd(), end);
      }
      await call(ann, ben, voice);
      await ann.retract();
      await eventually('ben is idle', async () => (await ben.state()) === 'idle');
      assert.deepEqual(await ben.end(), { by: 'them', how: 'retract', reason: 'cancel' });
      await clean(ann, ben);
    });

    for (const bundle of [true, false]) {
      it(`adds the picture, changes who sends it, and removes it, ${bundle ? 'one transport' : 'a transport each'}`, async () => {
        await ann.configure({ bundle });
        await connect(ann, ben, voice);
        await ben.addVideo();
        await ben.until('content-accept');
        await Promise.all([flows(ann), flows(ben)]);
        await ann.modify('video', 'initiator');
        await eventually('no picture comes', () => frozen(ann));
        await ann.removeVideo();
        await ben.until('content-remove');
        assert.deepEqual((await ben.session())?.kinds, voice);
        await ann.hangUp();
        await clean(ann, ben);
      });
    }

    it('may reject an added picture', async () => {
      await ben.configure({ onAdd: 'reject' });
      await connect(ann, ben, voice);
      await ann.addVideo();
      await ann.until('content-reject');
      assert.deepEqual((await ann.session())?.kinds, voice);
      await ann.hangUp();
      await clean(ann, ben);
    });

    it('goes over the relay only', async () => {
      await ann.configure({ relayOnly: true });
      await connect(ann, ben);
      await Promise.all([flows(ann), flows(ben)]);
      assert.equal((await ann.stats()).relayed, true);
      await ann.hangUp();
      await clean(ann, ben);
    });

    it('initiates a session without a proposal', async () => {
      await ann.direct(ben.jid, both);
      await ben.until('ring');
      await ben.answer(both);
      await Promise.all([flows(ann), flows(ben)]);
      await ben.hangUp();
      await ann.until('ended');
      await ann.direct(ben.jid, voice);
      await ben.until('ring');
      await ben.reject();
      await ann.until('ended');
      assert.equal(await ann.lastEnd(), 'declined');
      await clean(ann, ben);
    });

    it('rings on two devices, and one stops when the other answers or rejects', async () => {
      for (const answers of [true, false]) {
        await call(ann, ben, voice);
        await tab.until('ring');
        await (answers ? tab.answer(voice) : tab.reject());
        await eventually('ben is idle', async () => (await ben.state()) === 'idle');
        assert.deepEqual(
          [(await ben.end())?.by, (await ben.end())?.how],
          ['elsewhere', answers ? 'proceed' : 'reject'],
        );
        if (answers) await tab.until('connected');
        await ann.hangUp();
        await idle();
      }
      await clean(ann, ben, tab);
    });

    it('restarts ICE, and takes a restart', async () => {
      await connect(ann, ben);
      for (const peer of [ann, ben]) {
        await Promise.all([flows(ann), flows(ben)]);
        await peer.restart();
        await (peer === ann ? ben : ann).until('restarted');
        await new Promise((resolve) => setTimeout(resolve, 300));
        assert.deepEqual(await Promise.all([frozen(ann), frozen(ben)]), [false, false]);
      }
      await ann.hangUp();
      await clean(ann, ben);
    });

    it('breaks a tie for the lower id, on both sides', async () => {
      const [low, high] = ['00000000-0000-4000-8000-000000000001', 'ffffffff-0000-4000-8000-000000000001'];
      await Promise.all([ann.call(benJid, voice, { sid: low }), ben.call(annJid, voice, { sid: high })]);
      await ben.until('ring');
      await ben.answer(voice);
      await Promise.all([ann.until('connected'), ben.until('connected')]);
      assert.equal((await ann.session())?.sid, low);
      await ann.hangUp();
      await idle();
      await clean(ann, ben);
    });

    it(`leaves nothing behind after ${calls} calls`, async () => {
      for (let count = 0; count < calls; count++) {
        const [from, to] = count % 2 === 0 ? [ann, ben] : [ben, ann];
        await connect(from, to, voice);
        await (count % 3 === 0 ? from : to).hangUp();
        await idle();
      }
      await clean(ann, ben);
    });

    it('complains about each thing a sloppy client does', async () => {
      const sid = () => crypto.randomUUID();
      const propose = (id: string, media = 'audio') =>
        `<propose xmlns='urn:xmpp:jingle-message:0' id='${id}'><description xmlns='urn:xmpp:jingle:apps:rtp:1' media='${media}'/></propose>`;
      const store = `<store xmlns='urn:xmpp:hints'/>`;
      const jmi = (name: string, id: string) => `<${name} xmlns='urn:xmpp:jingle-message:0' id='${id}'/>`;
      const expected = async (xml: string, rule: string) => {
        await ann.raw(xml);
        await eventually(`"${rule}"`, async () =>
          (await ben.complaints()).some((complaint) => complaint.rule === rule),
        );
        await ben.hangUp();
        await ben.forget();
      };
      const chat = (to: string, payload: string) => `<message type='chat' to='${to}'>${payload}</message>`;
      const jingle = (action: string, payload = '', attributes = '') =>
        `<iq type='set' id='${sid()}' to='${ben.jid}'><jingle xmlns='urn:xmpp:jingle:1' action='${action}' sid='${sid()}' ${attributes}>${payload}</jingle></iq>`;
      await expected(chat(benJid, propose(sid())), 'XEP-0353 3: every message has the store hint');
      await expected(chat(benJid, propose('7') + store), 'XEP-0353 3.1: ids are UUIDv4');
      await expected(chat(ben.jid, propose(sid()) + store), 'XEP-0353 3: propose goes to the bare JID');
      await expected(chat(benJid, propose(sid(), 'smell') + store), 'XEP-0353 3.1: one description for each medium');
      await expected(
        `<message type='normal' to='${benJid}'>${propose(sid())}${store}</message>`,
        'XEP-0353 3: every message is of type chat',
      );
      await expected(chat(benJid, jmi('retract', sid()) + store), 'XEP-0353 3: sessions begin with a proposal');
      await expected(chat(ben.jid, jmi('reject', sid()) + store), 'XEP-0353 3: reject has its reason (XEP-0166 7.4)');
      await expected(jingle('session-info'), 'XEP-0166 10: sessions begin with session-initiate');
      await expected(
        jingle('session-initiate', '', `initiator='somebody@localhost/x'`),
        'XEP-0166 7.1: session-initiate names its initiator',
      );
      const content = (transport: string) =>
        `<content creator='initiator' name='a'><description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/>
         <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1'>${transport}</transport></content>`;
      const fingerprint = `<fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='sha-256' setup='actpass'>00</fingerprint>`;
      ben.events.length = 0;
      await ann.raw(
        jingle(
          'session-initiate',
          content(`${fingerprint}<candidate ip='192.0.2.1' port='99999' protocol='tcp'/>`),
          `initiator='${ann.jid}'`,
        ),
      );
      await ben.until('ring');
      await ben.answer(voice);
      const rules = new Set((await ben.complaints()).map(({ rule }) => rule));
      for (const rule of [
        'XEP-0167 4: at least one payload type',
        'XEP-0167 4: RTP and RTCP share a port (RFC 5761)',
        'XEP-0176 5.3: every transport has its ufrag',
        'XEP-0176 5.3: every transport has its pwd',
        'XEP-0176 5.3: candidates are complete',
        'XEP-0176 5.3: candidates are UDP',
        'XEP-0176 13: numbers of candidates are in range',
        'XEP-0320 1: the fingerprint is of its hash',
      ])
        assert.ok(rules.has(rule), `${rule}; heard ${[...rules].join(', ')}`);
      await ben.hangUp();
      await ben.forget();
      await call(ann, ben, voice);
      await tab.raw(chat(benJid, jmi('retract', (await ben.session())!.sid) + store));
      await eventually('ben complains', async () => (await ben.complaints()).length > 0);
      assert.equal(await ben.state(), 'ringing', 'a third party ended the call');
    });
  });
}
