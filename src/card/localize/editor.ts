import { editor } from './en/editor.ts';
import type { EditorKey, Values } from './keys.ts';
import { provide, translate } from './localize.ts';
import './more.ts';

provide('editor', editor);

/** As `t` of the cards, for the card's editor. */
export function t(key: EditorKey, values?: Values): string {
  return translate(key, values);
}
