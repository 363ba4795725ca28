import { expect } from '@open-wc/testing';
import { readAction, readLink, type Deed } from '../../../../src/card/actions/read.ts';

describe('readLink', () => {
  const table: [link: string, deed: Deed | null][] = [
    ['dial:Grandma', { do: 'dial', text: 'Grandma', video: true }],
    ['dial: @anna:example.org ', { do: 'dial', text: '@anna:example.org', video: true }],
    ['dial_voice:xmpp:anna@example.org', { do: 'dial', text: 'xmpp:anna@example.org', video: false }],
    ['dial:a\nb', { do: 'dial', text: 'a\nb', video: true }],
    ['dial:', null],
    ['dial', null],
    [`dial:${'x'.repeat(256)}`, null],
    ['answer', { do: 'answer' }],
    ['decline', { do: 'decline' }],
    ['hang_up', { do: 'hang-up' }],
    ['hang_up:now', null],
    ['open:history', { do: 'open', view: 'history' }],
    ['open:sign-in', null],
    ['toString', null],
    ['', null],
  ];
  for (const [link, deed] of table)
    it(`«${link.slice(0, 30)}»`, () => expect(readLink(link, null)).to.deep.equal(deed));

  it('may name a station', () => {
    expect(readLink('answer', 'hall')).to.deep.equal({ do: 'answer', station: 'hall' });
  });
});

describe('readAction', () => {
  const table: [given: unknown, deed: Deed | null][] = [
    ['dial:Grandma', { do: 'dial', text: 'Grandma', video: true }],
    [
      { dial: 'Grandma', video: false, station: 'hall' },
      { do: 'dial', text: 'Grandma', video: false, station: 'hall' },
    ],
    [{ answer: true }, { do: 'answer' }],
    [
      { hang_up: true, station: 'hall' },
      { do: 'hang-up', station: 'hall' },
    ],
    [{ microphone: 'toggle' }, { do: 'switch', what: 'microphone', to: 'toggle' }],
    [{ camera: false }, { do: 'switch', what: 'camera', to: false }],
    [{ do_not_disturb: true }, { do: 'switch', what: 'do_not_disturb', to: true }],
    [{ open: 'settings' }, { do: 'open', view: 'settings' }],
    [{ open: 5 }, null],
    [{ dial: 5 }, null],
    [{ dial: 'Grandma', video: 'yes' }, null],
    [{ dial: 'Grandma', answer: true }, null],
    [{ answer: 'yes' }, null],
    [{ camera: 'on' }, null],
    [{ answer: true, station: 5 }, null],
    [{ toString: true }, null],
    [{}, null],
    [null, null],
    [5, null],
  ];
  for (const [given, deed] of table) it(JSON.stringify(given), () => expect(readAction(given)).to.deep.equal(deed));
});
