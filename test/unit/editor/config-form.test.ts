import { expect } from '@open-wc/testing';
import { CallAssistCard } from '../../../src/card/card.ts';
import { checkConfig } from '../../../src/card/config.ts';
import { setLanguage } from '../../../src/card/localize/localize.ts';
import { configForm } from '../../../src/editor/config-form.ts';
import { readySnapshot } from '../card/support/fake-call-assist.ts';
import { TestPage } from '../card/support/page.ts';

describe('form of the card', () => {
  afterEach(() => setLanguage('en'));
  const fieldsOf = (items: Awaited<ReturnType<typeof configForm>>['schema']): typeof items =>
    items.flatMap((item) => (item.schema ? fieldsOf(item.schema) : [item]));

  it('has a field for every key, each with its words', async () => {
    const form = await configForm();
    const fields = fieldsOf(form.schema);
    expect(fields.map(({ name }) => name)).to.deep.equal([
      'name',
      'layout',
      'contacts',
      'call_on_tap',
      'station',
      'presence',
      'recents',
      'stations',
      'search',
      'names',
      'mode',
    ]);
    for (const field of fields) expect(form.computeLabel(field), field.name).to.be.a('string');
    for (const name of ['name', 'layout', 'contacts', 'call_on_tap', 'station', 'show', 'names', 'mode'])
      expect(form.computeHelper({ name }), name).to.be.a('string');
    expect(JSON.stringify(form.schema)).not.to.contain('"config.');
    expect(() => form.assertConfig({ name: 5 })).to.throw('name:');
  });

  it('takes every choice that it offers', async () => {
    for (const { name, selector } of fieldsOf((await configForm()).schema)) {
      const options = (selector?.['select'] as { options?: { value: string; label: string }[] } | undefined)?.options;
      for (const { value, label } of name === 'contacts' ? [] : (options ?? [])) {
        expect(checkConfig({ [name]: value })).to.deep.equal({ [name]: value });
        expect(label, `${name} ${value}`).to.be.a('string').and.not.equal('');
      }
    }
  });

  it('offers the people and the station of this device', async () => {
    const page = new TestPage(readySnapshot());
    const json = JSON.stringify((await configForm()).schema);
    expect(json).to.contain('{"value":"@grandma:example.org","label":"Grandma"}');
    expect(json).to.contain('{"value":"kitchen","label":"Kitchen"}');
    page.close();
  });

  it('is what Home Assistant gets of the card, and nothing where there is no editor', async () => {
    const before = CallAssistCard.editor;
    expect(await CallAssistCard.getConfigForm()).to.equal(undefined);
    CallAssistCard.editor = async () => ({ configForm });
    expect(await CallAssistCard.getConfigForm()).to.have.keys(Object.keys(await configForm()));
    CallAssistCard.editor = before;
  });

  it('speaks the language of the page at once', async () => {
    await setLanguage('de-CH');
    expect((await configForm()).computeLabel({ name: 'layout' })).to.equal('Anordnung');
  });
});
