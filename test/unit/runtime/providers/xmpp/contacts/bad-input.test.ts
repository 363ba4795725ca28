import { expect } from '@open-wc/testing';
import fc from '../../../../support/fast-check.ts';
import { type XmlElement, elements } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { parseXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { readDiscoInfo, verificationString } from '../../../../../../src/runtime/providers/xmpp/contacts/disco.ts';
import { readPublished, readVCard } from '../../../../../../src/runtime/providers/xmpp/contacts/published.ts';
import { NO_ROSTER, readRoster, withPush } from '../../../../../../src/runtime/providers/xmpp/contacts/roster.ts';
import { readJid, readName } from '../../../../../../src/runtime/providers/xmpp/contacts/text.ts';
import { readPage, readResult } from '../../../../../../src/runtime/providers/xmpp/archive/stanzas.ts';
import { StanzaRefusal } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { ACCOUNT, DISCO, House, OWN, VIDEO_PHONE, caps, discoXml, item, rosterXml } from './support/house.ts';

const client = (name: string, from: string, inner: string, type = ''): string =>
  `<${name} xmlns='jabber:client' from='${from}'${type && ` type='${type}'`}>${inner}</${name}>`;
const event = (node: string, inner: string): string =>
  `<event xmlns='http://jabber.org/protocol/pubsub#event'><items node='${node}'><item id='1'>${inner}</item></items></event>`;
const HASH = 'a'.repeat(40);

const STANZAS: readonly XmlElement[] = [
  client('presence', 'ann@a/phone', `<show>away</show>${caps('v')}`),
  client('presence', 'ann@a/phone', `<x xmlns='vcard-temp:x:update'><photo>${HASH}</photo></x>`),
  client('presence', 'ann@a/phone', '', 'unavailable'),
  client('presence', 'bob@b', `<nick xmlns='http://jabber.org/protocol/nick'>Bob</nick>`, 'subscribe'),
  client('presence', 'bob@b', '', 'unsubscribe'),
  client('presence', 'ann@a', `<error type='cancel'/>`, 'error'),
  client(
    'message',
    'ann@a',
    event(
      'urn:xmpp:avatar:metadata',
      `<metadata xmlns='urn:xmpp:avatar:metadata'><info id='${HASH}' type='image/png' bytes='10'/></metadata>`,
    ),
  ),
  client(
    'message',
    'ann@a',
    event('http://jabber.org/protocol/nick', `<nick xmlns='http://jabber.org/protocol/nick'>Ann</nick>`),
  ),
].map(parseXml);
const PUSHES = [
  rosterXml(item('carl@c', 'both', `name='Carl' ask='subscribe'`, '<group>Work</group>'), 'v2'),
  `<block xmlns='urn:xmpp:blocking'><item jid='ann@a'/></block>`,
  `<unblock xmlns='urn:xmpp:blocking'><item jid='ann@a'/></unblock>`,
].map(parseXml);

const ODD = [
  '',
  ' ',
  'x'.repeat(5_000),
  '\u0000',
  '\u202eevil',
  'a@b@c',
  '@',
  '/',
  'ann@a',
  'ann@a/phone',
  'mallory@m/x',
  ACCOUNT,
  OWN,
  '__proto__',
  'constructor',
  '\ud800',
  '-1',
  'NaN',
  '<x/>',
  'remove',
  'subscribe',
  'sha-256',
];

/** One small harm to an element or something in it. */
type Harm = { readonly at: number; readonly kind: number; readonly pick: number; readonly odd: string };
const harm: fc.Arbitrary<Harm> = fc.record({
  at: fc.nat(12),
  kind: fc.nat(6),
  pick: fc.nat(6),
  odd: fc.constantFrom(...ODD),
});

function harmed(root: XmlElement, { at, kind, pick, odd }: Harm): XmlElement {
  let left = at;
  const visit = (node: XmlElement): XmlElement => {
    if (left-- === 0) return hurt(node);
    return { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : visit(child))) };
  };
  const hurt = (node: XmlElement): XmlElement => {
    const names = Object.keys(node.attributes);
    const name = names[pick % Math.max(1, names.length)] ?? 'id';
    const { [name]: _, ...others } = node.attributes;
    switch (kind) {
      case 0:
        return { ...node, attributes: others };
      case 1:
        return { ...node, attributes: { ...node.attributes, [name]: odd } };
      case 2:
        return { ...node, ns: odd };
      case 3:
        return { ...node, children: [odd] };
      case 4:
        return { ...node, children: [...node.children, ...node.children] };
      case 5:
        return { ...node, children: [] };
      default:
        return { ...node, children: Array.from({ length: 300 }, () => elements(node)[0] ?? odd) };
    }
  };
  return visit(root);
}
const mutated = (all: readonly XmlElement[]): fc.Arbitrary<XmlElement> =>
  fc
    .tuple(fc.constantFrom(...all), fc.array(harm, { minLength: 1, maxLength: 3 }))
    .map(([stanza, harms]) => harms.reduce(harmed, stanza));

describe('whatever comes', () => {
  const open = async (): Promise<House> => {
    const house = new House(`${item('ann@a')}${item('bob@b', 'to')}`);
    house.wire.answers('get', DISCO, 'query', () => discoXml(VIDEO_PHONE));
    await house.begin();
    return house;
  };

  it('breaks nothing, and contacts stay what they should be', async () => {
    const house = await open();
    const play = fc.array(fc.oneof(mutated(STANZAS), mutated(PUSHES), fc.constantFrom(...STANZAS, ...PUSHES)), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(play, async (all) => {
        for (const stanza of all) {
          if (stanza.name === 'presence' || stanza.name === 'message') house.wire.comes(stanza);
          else
            await house.wire.iq('set', stanza, ACCOUNT).catch((error: unknown) => {
              if (!(error instanceof StanzaRefusal)) throw error;
            });
        }
        await house.platform.clock.advance(200);
        const { contacts, requests } = house.people;
        const everybody = [...contacts.value, ...requests.value];
        expect(new Set(contacts.value.map(({ id }) => id)).size).to.equal(contacts.value.length);
        for (const { id, address, name } of everybody) {
          expect([address, readJid(id)]).to.deep.equal([id, id]);
          expect(name.length).to.be.within(1, 1_023);
          expect(name).to.equal(name.trim());
          expect(house.people.callerOf(id)).to.be.oneOf(['contact', 'blocked', 'stranger']);
          expect(id).not.to.equal(ACCOUNT);
        }
        for (const { groups } of contacts.value) expect(groups?.length ?? 1).to.be.within(1, 20);
        expect(requests.value.length).to.be.at.most(100);
      }),
      { numRuns: 300 },
    );
    expect(house.platform.lines.filter(({ level }) => level === 'error')).to.deep.equal([]);
    await house.scope.close();
    expect([house.failures, house.platform.clock.pending]).to.deep.equal([[], 0]);
  });

  it('changes no list where it is not from our own account', async () => {
    const house = await open();
    const before = house.people.contacts.value;
    const stranger = fc.constantFrom('ann@a', 'ann@a/phone', 'mallory@m', 'home', OWN, 'kiosk@home/other', 'a', ' ');
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(PUSHES), fc.constantFrom(...PUSHES)), stranger, async (push, from) => {
        const answer = await house.wire.iq('set', push, from).catch((error: unknown) => error);
        expect(answer).to.be.instanceOf(StanzaRefusal);
      }),
      { numRuns: 300 },
    );
    await house.platform.clock.advance(200);
    expect(house.people.contacts.value).to.equal(before);
    expect(house.people.callerOf('ann@a')).to.equal('contact');
    await house.scope.close();
  });

  it('is read or not, without an error', () => {
    const all = [
      ...STANZAS,
      ...PUSHES,
      parseXml(discoXml(VIDEO_PHONE)),
      parseXml(
        `<vCard xmlns='vcard-temp'><FN>Ann</FN><NICKNAME>A</NICKNAME><PHOTO><BINVAL>AAAA</BINVAL></PHOTO></vCard>`,
      ),
      parseXml(`<fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>1</first></set></fin>`),
      parseXml(
        client(
          'message',
          ACCOUNT,
          `<result xmlns='urn:xmpp:mam:2' queryid='q'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-11-21T11:00:00Z'/>` +
            `<message xmlns='jabber:client' from='ann@a/x'><propose xmlns='urn:xmpp:jingle-message:0' id='m'><description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/></propose></message></forwarded></result>`,
        ),
      ),
    ];
    fc.assert(
      fc.property(mutated(all), (stanza) => {
        readRoster(stanza, NO_ROSTER);
        withPush(NO_ROSTER, stanza);
        readPublished(stanza);
        readVCard(stanza);
        verificationString(readDiscoInfo(stanza));
        readPage(stanza);
        readResult(stanza, 'q', OWN);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('text of others', () => {
  it('is one line that keeps to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
        const name = readName(text);
        expect(name.length).to.be.at.most(200);
        expect(name.isWellFormed()).to.equal(true);
        // eslint-disable-next-line no-control-regex
        expect(name).not.to.match(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
      }),
    );
  });

  for (const [jid, read] of [
    ['ann@a', true],
    ['ann@a/b c/d@e', true],
    ['a.example', true],
    ['', false],
    ['@a', false],
    ['ann@', false],
    ['a@b@c', false],
    ['a b@c', false],
    ['ann@a\u0000', false],
    [`${'x'.repeat(1_024)}@a`, false],
    [`ann@a/${'x'.repeat(1_024)}`, false],
  ] as const) {
    it(`${jid.slice(0, 20)} is ${read ? 'a' : 'no'} JID`, () => expect(readJid(jid) !== null).to.equal(read));
  }
});
