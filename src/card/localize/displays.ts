import { displays } from './en/displays.ts';
import type { DisplaysKey, Values } from './keys.ts';
import { provide, translate } from './localize.ts';
import './more.ts';

provide('displays', displays);

/** As `t` of the cards, for calls on a TV. */
export function t(key: DisplaysKey, values?: Values): string {
  return translate(key, values);
}
