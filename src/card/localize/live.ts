import { live } from './en/live.ts';
import type { CardKey, Values } from './keys.ts';
import { provide, translate } from './localize.ts';

provide('live', live);

/** As `t` of a page without accounts, for cards that show people. */
export function t(key: CardKey, values?: Values): string {
  return translate(key, values);
}
