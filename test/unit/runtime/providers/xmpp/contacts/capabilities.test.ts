import { expect } from '@open-wc/testing';
import { Capabilities, readCaps } from '../../../../../../src/runtime/providers/xmpp/contacts/capabilities.ts';
import { readDiscoInfo, verificationHash } from '../../../../../../src/runtime/providers/xmpp/contacts/disco.ts';
import { parseXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { FakeWire } from '../support/fake-wire.ts';
import { DISCO, PHONE, caps, discoXml } from './support/house.ts';

describe('kinds of clients', () => {
  const ann = 'ann@a/phone';
  const kind = (index: number): string => discoXml([...PHONE, `kind-${index}`]);
  const verOf = async (xml: string): Promise<string> =>
    (await verificationHash(readDiscoInfo(parseXml(xml)), 'sha-1')) ?? '';

  it('are remembered, the last five hundred of them', async () => {
    const wire = new FakeWire();
    const capabilities = new Capabilities(wire);
    const vers: string[] = [];
    for (let index = 0; index < 501; index++) {
      const ver = await verOf(kind(index));
      vers.push(ver);
      wire.answers('get', DISCO, 'query', () => kind(index));
      expect(await capabilities.learn(ann, { hash: 'sha-1', node: 'n', ver })).to.deep.equal({
        audio: true,
        video: false,
      });
    }
    const known = [vers[0]!, vers[1]!, vers[500]!].map((ver) => capabilities.known({ hash: 'sha-1', node: 'n', ver }));
    expect(known.map((kinds) => kinds !== null)).to.deep.equal([false, true, true]);
  });

  it('are not learned from an answer to something else, nor by a hash that nobody knows', async () => {
    const wire = new FakeWire();
    const capabilities = new Capabilities(wire);
    const odd = { hash: 'md2', node: 'n', ver: 'v' };
    wire.answers('get', DISCO, 'query', () => `<query xmlns='jabber:iq:roster'/>`);
    expect(await capabilities.learn(ann, odd)).to.equal(null);
    wire.answers('get', DISCO, 'query', () => kind(1));
    expect(await capabilities.learn(ann, odd)).to.deep.equal({ audio: true, video: false });
    expect(capabilities.known(odd)).to.equal(null);
  });

  it('are asked about in turn where those before gave no proof', async () => {
    const wire = new FakeWire();
    const capabilities = new Capabilities(wire);
    const ver = await verOf(kind(1));
    wire.answers('get', DISCO, 'query', ({ to }) => (to === 'carl@c/x' ? kind(1) : discoXml([])));
    const jids = ['ann@a/x', 'bob@b/x', 'carl@c/x', 'dora@d/x', 'emil@e/x'];
    const all = await Promise.all(jids.map((jid) => capabilities.learn(jid, { hash: 'sha-1', node: 'n', ver })));
    expect(all.map((kinds) => kinds?.audio)).to.deep.equal([false, false, true, true, true]);
    expect(wire.asked.map(({ to }) => to)).to.deep.equal(['ann@a/x', 'bob@b/x', 'carl@c/x']);
  });

  for (const [what, xml] of [
    ['nothing', ''],
    ['no hash', `<c xmlns='http://jabber.org/protocol/caps' node='n' ver='v'/>`],
    ['an endless one', caps('v'.repeat(600))],
  ] as const) {
    it(`say nothing with ${what}`, () => {
      expect(readCaps(parseXml(`<presence xmlns='jabber:client'>${xml}</presence>`))).to.equal(null);
    });
  }
});
