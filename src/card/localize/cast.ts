import { cast } from './en/cast.ts';
import type { CastKey, Values } from './keys.ts';
import { provide, translate } from './localize.ts';

provide('cast', cast);

/** As `t` of the cards, for TVs. */
export function t(key: CastKey, values?: Values): string {
  return translate(key, values);
}
