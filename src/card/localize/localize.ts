import { Store, type Readable } from '../../runtime/platform/readable.ts';
import { card } from './en/card.ts';
import type { Key, Language, Part, StartKey, Tables, Values } from './keys.ts';

interface Words {
  /** A tag that Intl takes, for dates and numbers: the language of the table, maybe with a region. */
  readonly language: string;
  readonly table: Readonly<Partial<Record<Key, string>>>;
}

/** By the main part of the tag. Every language but English is a chunk that knows its parts, which are chunks too. */
export const LANGUAGES: Readonly<Record<string, () => Promise<Language>>> = {
  de: async () => (await import('./de/index.ts')).de,
  es: async () => (await import('./es/index.ts')).es,
  fr: async () => (await import('./fr/index.ts')).fr,
  nl: async () => (await import('./nl/index.ts')).nl,
};

/** What else people read better than English. */
const NEAREST: Readonly<Record<string, string>> = {
  ca: 'es',
  eu: 'es',
  fy: 'nl',
  gl: 'es',
  gsw: 'de-CH',
  lb: 'de-LU',
};
/** English with the day before the month and 24 hours, for everybody else. */
const FOREIGN = 'en-150';

let english: Readonly<Partial<Record<Key, string>>> = card;
const current = new Store<Words>({ language: 'en', table: english });
let wanted = 'en';
/** Parts that something on this page says. */
const parts = new Set<Part>(['card']);
let loads = 0;

/** What this page speaks now; views follow it. */
export const words: Readable<Words> = current;

/**
 * Switches the page to a language. A language we do not have, or whose files cannot be loaded, is English:
 * words never keep a call from being answered.
 * @param language as Home Assistant or a browser says it: `fr-CA`, `es-419`, `de_AT`
 */
export async function setLanguage(language: string): Promise<void> {
  const spoken = language && spokenFor(language);
  if (!spoken || spoken === wanted) return;
  wanted = spoken;
  await load();
}

function spokenFor(language: string): string {
  try {
    const { language: main, baseName } = new Intl.Locale(language.replaceAll('_', '-'));
    return main === 'en' || main in LANGUAGES ? baseName : (NEAREST[main] ?? FOREIGN);
  } catch {
    return FOREIGN;
  }
}

/** Adds the English words of a part, and loads those of the page's language. */
export function provide<P extends Part>(part: P, words: Tables[P]): void {
  if (parts.has(part)) return;
  parts.add(part);
  english = { ...english, ...words };
  void load();
}

async function load(): Promise<void> {
  const turn = (loads += 1);
  const language = wanted;
  const open = LANGUAGES[language.split('-')[0] ?? ''];
  // English at once: what asked for more words is about to say them.
  if (!open) return current.set({ language, table: english });
  current.set({ ...current.value, table: { ...english, ...current.value.table } });
  const loaded = await open()
    .then((theirs) => Promise.all([...parts].map((part) => theirs[part]())))
    .catch(() => []);
  if (turn === loads) current.set({ language, table: Object.assign({}, english, ...loaded) });
}

/** Any sentence whose words are there; for keys of all parts alike. */
export function translate(key: Key, values: Values = {}): string {
  const sentence = current.value.table[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)).trim();
}

/** The sentence for a key in the page's language, with `{name}` filled in. */
export function t(key: StartKey, values?: Values): string {
  return translate(key, values);
}
