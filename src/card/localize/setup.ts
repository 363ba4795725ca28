import { setup } from './en/setup.ts';
import type { SetupKey, Values } from './keys.ts';
import { provide, translate } from './localize.ts';
import './more.ts';

provide('setup', setup);

/** As `t` of the cards, for signing in and set-up. */
export function t(key: SetupKey, values?: Values): string {
  return translate(key, values);
}
