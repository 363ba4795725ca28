import { expect } from '@open-wc/testing';
import { card } from '../../../src/card/localize/en/card.ts';
import { editor } from '../../../src/card/localize/en/editor.ts';
import { live } from '../../../src/card/localize/en/live.ts';
import { more } from '../../../src/card/localize/en/more.ts';
import { pages } from '../../../src/card/localize/en/pages.ts';
import { rings } from '../../../src/card/localize/en/rings.ts';
import { setup } from '../../../src/card/localize/en/setup.ts';
import type { Part } from '../../../src/card/localize/keys.ts';
import { LANGUAGES, setLanguage, words } from '../../../src/card/localize/localize.ts';
import { t } from '../../../src/card/localize/more.ts';
import { END_REASONS, REFUSALS } from '../../../src/runtime/call/call.ts';

const english = { card, live, more, setup, pages, rings, editor };
const en = { ...card, ...live, ...more, ...setup, ...pages, ...rings, ...editor };
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

  for (const [asked, spoken, decline] of [
    ['de-AT', 'de-AT', 'Ablehnen'],
    ['de_CH', 'de-CH', 'Ablehnen'],
    ['fr-CA', 'fr-CA', 'Refuser'],
    ['es-419', 'es-419', 'Rechazar'],
    ['nl-BE', 'nl-BE', 'Weigeren'],
    ['en-GB', 'en-GB', 'Decline'],
    ['gsw', 'de-CH', 'Ablehnen'],
    ['gl', 'es', 'Rechazar'],
    ['pt', 'en-150', 'Decline'],
    ['zh-Hans', 'en-150', 'Decline'],
    ['constructor', 'en-150', 'Decline'],
    ['no language', 'en-150', 'Decline'],
  ] as const) {
    it(`speaks ${spoken} where ${asked} is asked for`, async () => {
      await setLanguage(asked);
      expect(words.value.language).to.equal(spoken);
      expect(t('in.decline')).to.equal(decline);
    });
  }

  it('writes dates and times so that everybody reads them, where it speaks English for another language', async () => {
    await setLanguage('pt');
    const { language } = words.value;
    const evening = new Date(2026, 10, 21, 21, 30);
    const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
    expect(clock.format(evening)).to.equal('21:30');
    expect(new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(evening)).to.equal('21 Nov');
  });

  it('knows every number in the forms that its languages have', () => {
    // Sentences have a form for one thing and one for all else: `many` of French and Spanish begins at a million.
    for (const language of ['en', ...Object.keys(LANGUAGES)]) {
      const forms = new Intl.PluralRules(language);
      const kinds = Array.from({ length: 1_000 }, (_, count) => forms.select(count));
      expect(new Set(kinds), language).to.deep.equal(new Set(['one', 'other']));
    }
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
