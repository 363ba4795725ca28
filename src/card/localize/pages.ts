import { pages } from './en/pages.ts';
import type { PagesKey, Values } from './keys.ts';
import { provide, translate } from './localize.ts';
import './more.ts';

provide('pages', pages);

/** As `t` of the cards, for settings, history, people and diagnostics. */
export function t(key: PagesKey, values?: Values): string {
  return translate(key, values);
}
