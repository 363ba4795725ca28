import { expect } from '@open-wc/testing';
import { parseXml, serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { elements } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';

describe('XML as plain data', () => {
  it('keeps the language of an element, there and back, and no other namespace of an attribute', () => {
    const xml = `<identity xmlns="a" xmlns:o="b" type="pc" o:type="x" xml:lang="el"/>`;
    expect(parseXml(xml).attributes).to.deep.equal({ type: 'pc', 'xml:lang': 'el' });
    const again = serializeXml(parseXml(xml));
    expect(again).to.equal(`<identity xmlns="a" type="pc" xml:lang="el"/>`);
    expect(parseXml(again)).to.deep.equal(parseXml(xml));
  });

  it('takes a roster of 5,000 people with groups', () => {
    const one = (at: number) =>
      `<item jid="person-${at}@example.org" name="Person ${at}" subscription="both"><group>Family</group><group>School</group></item>`;
    const roster = Array.from({ length: 5_000 }, (_, at) => one(at)).join('');
    const read = parseXml(`<iq xmlns="jabber:client"><query xmlns="jabber:iq:roster">${roster}</query></iq>`);
    expect(elements(elements(read)[0]!)).to.have.lengthOf(5_000);
  });
});
