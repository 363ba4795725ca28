import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.ts';
import { find } from '../../../src/runtime/directory.ts';
import type { Contact } from '../../../src/runtime/providers/provider.ts';

const contact = (name: string, address: string, accountId = 'a', callable = true): Contact => ({
  id: `!${address.slice(1).replace(':', '-room:')}`,
  accountId,
  address,
  name,
  avatar: null,
  presence: 'unknown',
  callable: { audio: callable, video: callable },
  encrypted: false,
});
const grandma = contact('Grandma', '@grandma:hs.test');
const anna = contact('Anna Berger', '@anna:hs.test');
const annika = contact('Annika', '@annika:hs.test');
const zoe = contact('Zoë', 'zoe@example.org');
const people = [grandma, anna, annika, zoe];
const look = (text: string, among: readonly Contact[] = people) => find(text, among, ['matrix', 'xmpp']);

describe('find', () => {
  const table: [text: string, found: ReturnType<typeof find>][] = [
    ['Grandma', { contact: grandma }],
    ['  grandma ', { contact: grandma }],
    ['GRAN', { contact: grandma }],
    ['zoe', { contact: zoe }],
    ['Anna Berger', { contact: anna }],
    ['Annik', { contact: annika }],
    ['Ann', { refused: 'refused_ambiguous_contact' }],
    ['Nobody', { refused: 'refused_unknown_contact' }],
    ['', { refused: 'refused_bad_value' }],
    ['   ', { refused: 'refused_bad_value' }],
    ['x'.repeat(256), { refused: 'refused_bad_value' }],
    ['Grand\u0000ma', { refused: 'refused_bad_value' }],
    ['Grand\nma', { refused: 'refused_bad_value' }],
    ['\u202eamdnarG', { refused: 'refused_bad_value' }],
    ['<b>Grandma</b>', { refused: 'refused_unknown_contact' }],
    ['x'.repeat(255), { refused: 'refused_unknown_contact' }],
    ['@anna:hs.test', { contact: anna }],
    [anna.id, { contact: anna }],
    ['matrix:@anna:hs.test', { contact: anna }],
    ['@new:hs.test', { address: '@new:hs.test', protocol: null }],
    ['new@example.org', { address: 'new@example.org', protocol: null }],
    ['xmpp:new@example.org', { address: 'new@example.org', protocol: 'xmpp' }],
    ['tel:123', { refused: 'refused_unknown_contact' }],
  ];
  for (const [text, found] of table) it(`«${text.slice(0, 30)}»`, () => expect(look(text)).to.deep.equal(found));

  it('takes an exact name although it is the beginning of another', () => {
    const ann = contact('Ann', '@ann:hs.test');
    expect(look('ann', [...people, ann])).to.deep.equal({ contact: ann });
  });

  it('takes a name before an alias, and an alias before a beginning', () => {
    const alias = { ...zoe, name: 'Annika', ownName: 'Zoë' };
    expect(look('annika', [alias, annika])).to.deep.equal({ contact: annika });
    const short = { ...zoe, name: 'Ann', ownName: 'Zoë' };
    expect(look('Ann', [anna, annika, short])).to.deep.equal({ contact: short });
  });

  it('refuses to choose between two people of one name', () => {
    const other = contact('Grandma', '@other:hs.test');
    expect(look('Grandma', [...people, other])).to.deep.equal({ refused: 'refused_ambiguous_contact' });
  });

  it('knows one person of two accounts as one person, and takes the account that can call', () => {
    const there = contact('Grandma', '@grandma:hs.test', 'b');
    const here = contact('Grandma', '@grandma:hs.test', 'a', false);
    expect(look('Grandma', [here, there])).to.deep.equal({ contact: there });
  });

  it('never throws and never calls somebody whose name does not begin so', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const found = look(text);
        if ('contact' in found) {
          const key = text
            .trim()
            .replace(/^[a-z]+:/, '')
            .toLowerCase();
          const { name, address, id } = found.contact;
          expect(
            [name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(), address, id].some((known) =>
              known.startsWith(key.normalize('NFKD').replace(/\p{M}/gu, '')),
            ),
          ).to.equal(true);
        }
      }),
    );
  });
});
