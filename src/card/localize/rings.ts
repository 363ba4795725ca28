import { rings } from './en/rings.ts';
import type { RingsKey, Values } from './keys.ts';
import { provide, translate } from './localize.ts';
import './more.ts';

provide('rings', rings);

/** As `t` of the cards, for rings of Home Assistant. */
export function t(key: RingsKey, values?: Values): string {
  return translate(key, values);
}
