import { Store, type Readable } from '../../runtime/platform/readable.ts';
import { card } from './en/card.ts';
import type { Key, Part, StartKey, Tables, Values } from './keys.ts';

interface Words {
  /** BCP 47, for dates and numbers: may be more precise than the table. */
  readonly language: string;
  readonly table: Readonly<Partial<Record<Key, string>>>;
}
type Language = { readonly [P in Part]: () => Promise<Tables[P]> };

/** Every language but English has chunks of its own, one for each part. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  de: {
    card: async () => (await import('./de/card.ts')).card,
    live: async () => (await import('./de/live.ts')).live,
    more: async () => (await import('./de/more.ts')).more,
    setup: async () => (await import('./de/setup.ts')).setup,
    pages: async () => (await import('./de/pages.ts')).pages,
    editor: async () => (await import('./de/editor.ts')).editor,
  },
};

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
 */
export async function setLanguage(language: string): Promise<void> {
  if (!language || language === wanted) return;
  wanted = language;
  await load();
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
  const loaders = LANGUAGES[language.split(/[-_]/)[0] ?? ''];
  // English at once: what asked for more words is about to say them.
  if (!loaders) return current.set({ language, table: english });
  current.set({ ...current.value, table: { ...english, ...current.value.table } });
  const loaded = await Promise.all([...parts].map((part) => loaders[part]())).catch(() => []);
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
