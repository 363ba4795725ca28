import { expect } from '@open-wc/testing';
import { checkConfig, unknownKeys } from '../../../src/card/config.ts';
import { configForm } from '../../../src/card/config-form.ts';
import { CallAssistCard } from '../../../src/card/card.ts';
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
    expect(unknownKeys(config)).to.deep.equal(['grid_options', 'colour']);
  });

  it('is what the card throws', () => {
    const card = document.createElement('call-assist-card') as CallAssistCard;
    expect(() => card.setConfig({ name: 5 })).to.throw('name: a text is needed, got 5');
    card.setConfig({ colour: 'red' });
    expect(card.unknownKeys).to.deep.equal(['colour']);
  });

  it('has a form whose every field is of the configuration and has a label', async () => {
    const form = configForm();
    expect(await CallAssistCard.getConfigForm()).to.have.keys(Object.keys(form));
    const fields = form.schema.flatMap((item) => item.schema ?? [item]);
    expect(fields.map(({ name }) => name)).to.deep.equal(['name', 'contacts', 'call_on_tap', 'presence', 'search']);
    for (const field of fields) expect(form.computeLabel(field), field.name).to.be.a('string');
    expect(form.computeHelper({ name: 'name' })).to.be.a('string');
    expect(form.computeHelper({ name: 'presence' })).to.equal(undefined);
    expect(() => form.assertConfig({ name: 5 })).to.throw('name:');
  });

  it('tells Home Assistant its sizes', () => {
    const card = document.createElement('call-assist-card') as CallAssistCard;
    expect(card.getGridOptions()).to.deep.equal({ columns: 12, rows: 5, min_columns: 6, min_rows: 2 });
    expect(card.getCardSize()).to.equal(6);
    expect(CallAssistCard.getStubConfig()).to.deep.equal({});
  });
});
