import { more } from './en/more.ts';
import type { Key, Values } from './keys.ts';
import { provide, translate } from './localize.ts';

provide(more);

/** As `t` of the cards, for the parts of the app that bring all words with them. */
export function t(key: Key, values?: Values): string {
  return translate(key, values);
}
