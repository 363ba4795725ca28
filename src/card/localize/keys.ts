import type { card } from './en/card.ts';
import type { more } from './en/more.ts';

export type CardKey = keyof typeof card;
export type MoreKey = keyof typeof more;
export type Key = CardKey | MoreKey;
export type CardTable = Readonly<Record<CardKey, string>>;
export type MoreTable = Readonly<Record<MoreKey, string>>;
export type Values = Readonly<Record<string, string | number>>;
