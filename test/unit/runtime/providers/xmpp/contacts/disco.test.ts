import { expect } from '@open-wc/testing';
import fc from '../../../../support/fast-check.ts';
import {
  readDiscoInfo,
  verificationHash,
  verificationString,
  writeDiscoInfo,
} from '../../../../../../src/runtime/providers/xmpp/contacts/disco.ts';
import { callableBy, ownInfo } from '../../../../../../src/runtime/providers/xmpp/contacts/features.ts';
import { parseXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { type XmlElement, element } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { DISCO, PHONE, VIDEO_PHONE, discoXml } from './support/house.ts';

/** XEP-0115, 5.2. */
const SIMPLE = `<query xmlns='${DISCO}' node='http://code.google.com/p/exodus#QgayPKawpkPSDYmwT/WM94uAlu0='>
  <identity category='client' type='pc' name='Exodus 0.9.1'/>
  <feature var='http://jabber.org/protocol/caps'/><feature var='http://jabber.org/protocol/disco#info'/>
  <feature var='http://jabber.org/protocol/disco#items'/><feature var='http://jabber.org/protocol/muc'/></query>`;

/** XEP-0115, 5.3. */
const field = (name: string, values: readonly string[], type?: string): XmlElement =>
  element(
    'jabber:x:data',
    'field',
    { var: name, type },
    values.map((value) => element('jabber:x:data', 'value', {}, [value])),
  );
const COMPLEX = element(DISCO, 'query', {}, [
  element(DISCO, 'identity', { category: 'client', type: 'pc', name: 'Psi 0.11', 'xml:lang': 'en' }),
  element(DISCO, 'identity', { category: 'client', type: 'pc', name: 'Ψ 0.11', 'xml:lang': 'el' }),
  ...['caps', 'disco#info', 'disco#items', 'muc'].map((name) =>
    element(DISCO, 'feature', { var: `http://jabber.org/protocol/${name}` }),
  ),
  element('jabber:x:data', 'x', { type: 'result' }, [
    field('FORM_TYPE', ['urn:xmpp:dataforms:softwareinfo'], 'hidden'),
    field('ip_version', ['ipv4', 'ipv6']),
    field('os', ['Mac']),
    field('os_version', ['10.5.1']),
    field('software', ['Psi']),
    field('software_version', ['0.11']),
  ]),
]);

describe('the hash of what a client can do', () => {
  it('is that of the simple example', async () => {
    expect(await verificationHash(readDiscoInfo(parseXml(SIMPLE)), 'sha-1')).to.equal('QgayPKawpkPSDYmwT/WM94uAlu0=');
  });

  it('is that of the complex example', async () => {
    expect(await verificationHash(readDiscoInfo(COMPLEX), 'sha-1')).to.equal('q07IKJEyjvHSyhy//CH0CxmKi8w=');
  });

  it('does not depend on the order', () => {
    const all = fc.shuffledSubarray([...COMPLEX.children], { minLength: COMPLEX.children.length });
    fc.assert(
      fc.property(all, (children) => {
        const info = readDiscoInfo({ ...COMPLEX, children });
        expect(verificationString(info)).to.equal(verificationString(readDiscoInfo(COMPLEX)));
        expect(info.sound).to.equal(true);
      }),
    );
  });

  it('is null by an algorithm that nobody knows', async () => {
    const info = readDiscoInfo(COMPLEX);
    expect([await verificationHash(info, 'md2'), await verificationHash(info, 'constructor')]).to.deep.equal([
      null,
      null,
    ]);
    expect(await verificationHash(info, 'sha-256')).to.match(/=$/);
  });

  const unsound: readonly [string, XmlElement][] = [
    ['a feature twice', parseXml(discoXml(['a', 'a']))],
    ['what would end an entry', parseXml(discoXml(['a&lt;b']))],
    ['an identity twice', element(DISCO, 'query', {}, [COMPLEX.children[0]!, COMPLEX.children[0]!])],
    ['a form twice', element(DISCO, 'query', {}, [COMPLEX.children[6]!, COMPLEX.children[6]!])],
    [
      'a form of two kinds',
      element(DISCO, 'query', {}, [element('jabber:x:data', 'x', {}, [field('FORM_TYPE', ['a', 'b'], 'hidden')])]),
    ],
    ['too much', parseXml(discoXml(Array.from({ length: 1_001 }, (_, index) => `f${index}`)))],
  ];
  for (const [what, query] of unsound) {
    it(`proves nothing with ${what}`, () => expect(readDiscoInfo(query).sound).to.equal(false));
  }

  it('leaves out forms that say nothing of the client', () => {
    const form = element('jabber:x:data', 'x', {}, [field('FORM_TYPE', ['a'])]);
    const info = readDiscoInfo(element(DISCO, 'query', {}, [form, element('jabber:x:data', 'x')]));
    expect([info.forms, info.sound]).to.deep.equal([[], true]);
  });
});

describe('what we say of ourselves', () => {
  it('is read as it was written', () => {
    const info = ownInfo(['urn:xmpp:ping', 'urn:xmpp:ping']);
    expect(readDiscoInfo(writeDiscoInfo(info, null))).to.deep.equal(info);
  });

  it('lets others call us with everything, and never asks them to gather first', () => {
    const { features } = ownInfo([]);
    expect(callableBy({ features })).to.deep.equal({ audio: true, video: true });
    expect(features).to.include.members(['urn:ietf:rfc:5888', 'urn:ietf:rfc:5576']);
    expect(features).not.to.include('urn:ietf:rfc:3264');
  });
});

describe('what others can be called with', () => {
  it('is what they say', () => {
    expect(callableBy({ features: PHONE })).to.deep.equal({ audio: true, video: false });
    expect(callableBy({ features: VIDEO_PHONE })).to.deep.equal({ audio: true, video: true });
  });
  for (const left of PHONE) {
    it(`is no sound without ${left}`, () => {
      expect(callableBy({ features: VIDEO_PHONE.filter((one) => one !== left) }).audio).to.equal(false);
    });
  }
});
