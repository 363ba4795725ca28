import { expect } from '@open-wc/testing';
import { unknownCardKeys } from '../../../src/card/cards.ts';
import { checkConfig, unknownKeys, type CardConfig } from '../../../src/card/config.ts';
import { CallAssistCard } from '../../../src/card/card.ts';
import { densityOf, type Density } from '../../../src/card/density.ts';
import './support/page.ts';

describe('card configuration', () => {
  /** [what is given, the sentence on the error card] */
  const wrong: [unknown, string][] = [
    [null, 'configuration: a set of keys is needed, got null'],
    ['text', 'configuration: a set of keys is needed, got "text"'],
    [[], 'configuration: a set of keys is needed, got []'],
    [{ name: 5 }, 'name: a text is needed, got 5'],
    [{ name: ['a'] }, 'name: a text is needed, got ["a"]'],
    [{ contacts: 'Anna' }, 'contacts: a list of names or addresses is needed, got "Anna"'],
    [{ contacts: ['Anna', 5] }, 'contacts: a list of names or addresses is needed, got ["Anna",5]'],
    [{ call_on_tap: 'swipe' }, 'call_on_tap: choose ask, voice or video, got "swipe"'],
    [{ layout: 'huge' }, 'layout: choose automatic, tile, list or panel, got "huge"'],
    [{ mode: 'fridge' }, 'mode: choose phone or tv, got "fridge"'],
    [{ names: true }, 'names: choose show, while_ringing or always, got true'],
    [{ station: 1 }, 'station: a text is needed, got 1'],
    [{ recents: 'no' }, 'recents: true or false is needed, got "no"'],
    [{ presence: 'yes' }, 'presence: true or false is needed, got "yes"'],
    [{ search: 1 }, 'search: true or false is needed, got 1'],
    [{ name: { a: 'x'.repeat(100) } }, `name: a text is needed, got {"a":"${'x'.repeat(54)}…`],
  ];
  for (const [given, sentence] of wrong) {
    it(sentence, () => expect(() => checkConfig(given)).to.throw(Error, sentence));
  }

  const right: object[] = [
    {},
    { type: 'custom:call-assist-card' },
    { name: '', contacts: [], call_on_tap: 'ask', presence: false, search: true },
    { name: 'Hall', contacts: ['Anna', '@ben:example.org'], call_on_tap: 'video' },
    { layout: 'panel', station: 'kitchen', recents: false, stations: false, names: 'always' },
    { grid_options: { rows: 'auto', columns: 6 }, visibility: [] },
  ];
  for (const given of right) {
    it(`takes ${JSON.stringify(given)}`, () => expect(checkConfig(given)).to.deep.equal(given));
  }

  it('takes null and undefined as absent, as form editors give them', () => {
    expect(checkConfig({ name: null, contacts: undefined })).to.deep.equal({});
  });

  it('keeps unknown keys and names them for diagnostics', () => {
    const config = checkConfig({
      type: 'custom:call-assist-card',
      name: 'Hall',
      grid_options: { rows: 5 },
      colour: 'red',
    });
    expect(config).to.have.property('colour', 'red');
    expect(unknownKeys(config)).to.deep.equal(['colour']);
  });

  it('is what the card throws', () => {
    const card = document.createElement('call-assist-card') as CallAssistCard;
    expect(() => card.setConfig({ name: 5 })).to.throw('name: a text is needed, got 5');
    card.setConfig({ colour: 'red' });
    expect(card.unknownKeys).to.deep.equal(['colour']);
  });

  /** [configuration, what Home Assistant says it stands in, wide, density, height in units of 50 px] */
  const densities: [CardConfig, string | undefined, boolean, Density, number][] = [
    [{}, 'grid', true, 'medium', 6],
    [{ grid_options: { rows: 2 } }, 'grid', false, 'compact', 3],
    [{ grid_options: { rows: 3 } }, 'grid', true, 'compact', 3],
    [{ grid_options: { rows: 4 } }, 'grid', false, 'medium', 6],
    [{ grid_options: { rows: 9 } }, 'grid', true, 'panel', 12],
    [{ grid_options: { rows: 9 } }, 'grid', false, 'medium', 6],
    [{ grid_options: { rows: 'auto' } }, 'grid', true, 'medium', 6],
    [{ grid_options: { rows: 2 } }, undefined, true, 'medium', 6],
    [{}, 'panel', false, 'panel', 12],
    [{ layout: 'automatic' }, 'panel', true, 'panel', 12],
    [{ layout: 'tile' }, 'panel', true, 'compact', 3],
    [{ layout: 'list', grid_options: { rows: 2 } }, 'grid', true, 'medium', 6],
    [{ layout: 'panel' }, undefined, false, 'panel', 12],
  ];
  for (const [config, layout, wide, density, size] of densities) {
    it(`is ${density} with ${JSON.stringify(config)} in ${layout ?? 'anything'}${wide ? ', wide' : ''}`, () => {
      expect(densityOf(config, layout, wide)).to.equal(density);
      const card = document.createElement('call-assist-card') as CallAssistCard;
      card.setConfig(config);
      Object.assign(card, { layout, wide });
      expect(card.getCardSize()).to.equal(size);
    });
  }

  it('names the unknown keys of the cards on the page', () => {
    const card = document.createElement('call-assist-card') as CallAssistCard;
    document.body.append(card);
    card.setConfig({ type: 'custom:call-assist-card', colour: 'red' });
    expect(unknownCardKeys()).to.deep.equal(['colour']);
    // Home Assistant's own are no mistake.
    card.setConfig({ colour: 'red', grid_options: { rows: 2 }, visibility: [], view_layout: {}, layout_options: {} });
    expect(unknownCardKeys()).to.deep.equal(['colour']);
    card.remove();
    expect(unknownCardKeys()).to.deep.equal([]);
  });

  it('tells Home Assistant its sizes', () => {
    const card = document.createElement('call-assist-card') as CallAssistCard;
    expect(card.getGridOptions()).to.deep.equal({ columns: 12, rows: 5, min_columns: 6, min_rows: 2 });
    expect(card.getCardSize()).to.equal(6);
    expect(CallAssistCard.getStubConfig()).to.deep.equal({});
  });
});
