import { expect } from '@open-wc/testing';
import { card } from '../../../src/card/localize/en/card.ts';
import { editor } from '../../../src/card/localize/en/editor.ts';
import { live } from '../../../src/card/localize/en/live.ts';
import { more } from '../../../src/card/localize/en/more.ts';
import { pages } from '../../../src/card/localize/en/pages.ts';
import { setup } from '../../../src/card/localize/en/setup.ts';
import type { Part } from '../../../src/card/localize/keys.ts';
import { LANGUAGES, setLanguage, words } from '../../../src/card/localize/localize.ts';
import { t } from '../../../src/card/localize/more.ts';
import { END_REASONS, REFUSALS } from '../../../src/runtime/call/call.ts';

const english = { card, live, more, setup, pages, editor };
const en = { ...card, ...live, ...more, ...setup, ...pages, ...editor };
const holes = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted();

describe('words', () => {
  afterEach(() => setLanguage('en'));

  for (const [language, load] of Object.entries(LANGUAGES)) {
    it(`${language} has every key, none empty, with the same holes as English`, async () => {
      const table: Record<string, string> = {};
      for (const [part, words] of Object.entries(english)) {
        const theirs = await (await load())[part as Part]();
        expect(Object.keys(theirs).toSorted(), part).to.deep.equal(Object.keys(words).toSorted());
        Object.assign(table, theirs);
      }
      for (const [key, sentence] of Object.entries(table)) {
        expect(sentence, key).not.to.equal('');
        expect(holes(sentence), key).to.deep.equal(holes(en[key as keyof typeof en]));
      }
    });
  }

  it('has a title and a sentence for every end, and a sentence for every refusal', () => {
    for (const reason of END_REASONS) expect(en).to.include.keys(`end.${reason}`, `end.${reason}.text`);
    for (const refusal of REFUSALS) expect(en).to.include.keys(`refused.${refusal}`);
  });

  it('takes a language by its main part, and English for one we do not have', async () => {
    await setLanguage('de-AT');
    expect(t('in.decline')).to.equal('Ablehnen');
    expect(words.value.language).to.equal('de-AT');
    await setLanguage('xx');
    expect(t('in.decline')).to.equal('Decline');
  });

  it('ends with the language that was asked for last', async () => {
    await Promise.all([setLanguage('de'), setLanguage('en')]);
    expect(t('in.decline')).to.equal('Decline');
  });

  it('fills holes, and leaves what has no value', () => {
    expect(t('in.waiting', { n: '{count} <b>' })).to.equal('{count} <b> is calling');
    expect(t('in.waiting')).to.equal('{n} is calling');
  });
});
