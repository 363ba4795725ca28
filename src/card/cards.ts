import type { Snapshot } from '../runtime/api.ts';
import { unknownKeys, type CardConfig } from './config.ts';

export type HideNames = Snapshot['settings']['hideNames'];

/** Cards that are in the document. */
const cards = new Map<object, CardConfig>();
const strictness: readonly HideNames[] = ['show', 'while-ringing', 'always'];
const asked = { show: 'show', while_ringing: 'while-ringing', always: 'always' } as const;

/** A card came, or its configuration changed; null: it left the document. */
export function cardIsThere(card: object, config: CardConfig | null): void {
  if (config) cards.set(card, config);
  else cards.delete(card);
}

/** Whether this page says who calls: the strictest of the device's setting and of the cards on the page. */
export function hideNames(device: HideNames): HideNames {
  return [device, ...[...cards.values()].map(({ names = 'show' }) => asked[names])].reduce((one, other) =>
    strictness.indexOf(other) > strictness.indexOf(one) ? other : one,
  );
}

/** Keys in the configurations of the cards on this page that are not ours, for diagnostics. */
export function unknownCardKeys(): readonly string[] {
  return [...new Set([...cards.values()].flatMap(unknownKeys))];
}
