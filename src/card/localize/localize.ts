import { Store, type Readable } from '../../runtime/platform/readable.ts';
import { card } from './en/card.ts';
import type { CardKey, CardTable, Key, MoreTable, Values } from './keys.ts';

interface Words {
  /** BCP 47, for dates and numbers: may be more precise than the table. */
  readonly language: string;
  readonly table: Readonly<Partial<Record<Key, string>>>;
}
interface Language {
  card(): Promise<CardTable>;
  more(): Promise<MoreTable>;
}

/** Every language but English has chunks of its own. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  de: {
    card: async () => (await import('./de/card.ts')).card,
    more: async () => (await import('./de/more.ts')).more,
  },
};

let english: Readonly<Partial<Record<Key, string>>> = card;
const current = new Store<Words>({ language: 'en', table: english });
let wanted = 'en';
let complete = false;
let loads = 0;

/** What this page speaks now; views follow it. */
export const words: Readable<Words> = current;

/**
 * Switches the page to a language. A language we do not have, or whose files cannot be loaded, is English:
 * words never keep a call from being answered.
 */
export async function setLanguage(language: string): Promise<void> {
  if (!language || language === wanted) return;
  wanted = language;
  await load();
}

/** Adds the English words of calls and pages, and loads those of the page's language. */
export function provide(words: MoreTable): void {
  if (complete) return;
  complete = true;
  english = { ...english, ...words };
  void load();
}

async function load(): Promise<void> {
  const turn = (loads += 1);
  const language = wanted;
  const parts = LANGUAGES[language.split(/[-_]/)[0] ?? ''];
  // English at once: what asked for more words is about to say them.
  if (!parts) return current.set({ language, table: english });
  if (complete) current.set({ ...current.value, table: { ...english, ...current.value.table } });
  const loaded = await Promise.all([parts.card(), complete ? parts.more() : {}]).catch(() => []);
  if (turn === loads) current.set({ language, table: Object.assign({}, english, ...loaded) });
}

/** Any sentence whose words are there; for keys of cards and of calls alike. */
export function translate(key: Key, values: Values = {}): string {
  const sentence = current.value.table[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)).trim();
}

/** The sentence for a key in the page's language, with `{name}` filled in. */
export function t(key: CardKey, values?: Values): string {
  return translate(key, values);
}
