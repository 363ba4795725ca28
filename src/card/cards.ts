import { unknownKeys, type CardConfig } from './config.ts';
import { hideNamesFor } from './overlay/hiding.ts';

/** Cards that are in the document. */
const cards = new Map<object, CardConfig>();
const asked = { show: 'show', while_ringing: 'while-ringing', always: 'always' } as const;

/** A card came, or its configuration changed; null: it left the document. */
export function cardIsThere(card: object, config: CardConfig | null): void {
  hideNamesFor(card, config && asked[config.names ?? 'show']);
  if (config) cards.set(card, config);
  else cards.delete(card);
}

/** Keys in the configurations of the cards on this page that are not ours, for diagnostics. */
export function unknownCardKeys(): readonly string[] {
  return [...new Set([...cards.values()].flatMap(unknownKeys))];
}
