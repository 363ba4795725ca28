import type { card } from './en/card.ts';
import type { cast } from './en/cast.ts';
import type { displays } from './en/displays.ts';
import type { editor } from './en/editor.ts';
import type { live } from './en/live.ts';
import type { more } from './en/more.ts';
import type { pages } from './en/pages.ts';
import type { rings } from './en/rings.ts';
import type { setup } from './en/setup.ts';

/** The words of a language come in parts, loaded with what says them. `card` is what a page starts with, `live` what cards say once there is an account; `more` is of calls, and of everything but cards. */
export interface Tables {
  readonly card: Table<typeof card>;
  readonly live: Table<typeof live>;
  readonly more: Table<typeof more>;
  readonly setup: Table<typeof setup>;
  readonly pages: Table<typeof pages>;
  readonly rings: Table<typeof rings>;
  readonly displays: Table<typeof displays>;
  readonly cast: Table<typeof cast>;
  readonly editor: Table<typeof editor>;
}
export type Part = keyof Tables;
/** Where the words of a language are, part by part. */
export type Language = { readonly [P in Part]: () => Promise<Tables[P]> };
type Table<English> = Readonly<Record<keyof English, string>>;

export type CardTable = Tables['card'];
export type LiveTable = Tables['live'];
export type MoreTable = Tables['more'];
export type SetupTable = Tables['setup'];
export type PagesTable = Tables['pages'];
export type RingsTable = Tables['rings'];
export type DisplaysTable = Tables['displays'];
export type CastTable = Tables['cast'];
export type EditorTable = Tables['editor'];

/** What is there from the start. */
export type StartKey = keyof CardTable;
export type CardKey = StartKey | keyof LiveTable;
export type MoreKey = CardKey | keyof MoreTable;
export type SetupKey = MoreKey | keyof SetupTable;
export type PagesKey = MoreKey | keyof PagesTable;
export type RingsKey = MoreKey | keyof RingsTable;
export type DisplaysKey = MoreKey | keyof Tables['displays'];
/** What the page on a TV says, which has no other words. */
export type CastKey = keyof CastTable;
export type Key = { [P in Part]: keyof Tables[P] }[Part];
export type Values = Readonly<Record<string, string | number>>;
