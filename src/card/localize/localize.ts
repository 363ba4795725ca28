import { Store, type Readable } from '../../runtime/platform/readable.ts';
import { en } from './en.ts';

export type Key = keyof typeof en;
export type Table = Readonly<Record<Key, string>>;
export interface Words {
  /** BCP 47, for dates and numbers: may be more precise than the table. */
  readonly language: string;
  readonly table: Table;
}

/** Every language but English is its own chunk. */
export const LANGUAGES: Readonly<Record<string, () => Promise<Table>>> = {
  de: async () => (await import('./de.ts')).de,
};

const current = new Store<Words>({ language: 'en', table: en });
let wanted = 'en';

/** What this page speaks now; views follow it. */
export const words: Readable<Words> = current;

/**
 * Switches the page to a language. A language we do not have, or whose file cannot be loaded, is English:
 * words never keep a call from being answered.
 */
export async function setLanguage(language: string): Promise<void> {
  if (!language || language === wanted) return;
  wanted = language;
  const load = LANGUAGES[language.split(/[-_]/)[0] ?? ''];
  const table = load ? await load().catch(() => en) : en;
  if (wanted === language) current.set({ language, table });
}

/** The sentence for a key in the page's language, with `{name}` filled in. */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return current.value.table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)).trim();
}
