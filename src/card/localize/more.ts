import { more } from './en/more.ts';
import type { MoreKey, Values } from './keys.ts';
import './live.ts';
import { provide, translate } from './localize.ts';

provide('more', more);

/** As `t` of the cards, for calls, and what else is no card. */
export function t(key: MoreKey, values?: Values): string {
  return translate(key, values);
}
