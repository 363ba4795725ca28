import type { Language } from '../keys.ts';
import { card } from './card.ts';

export const de: Language = {
  card: () => Promise.resolve(card),
  live: async () => (await import('./live.ts')).live,
  more: async () => (await import('./more.ts')).more,
  setup: async () => (await import('./setup.ts')).setup,
  pages: async () => (await import('./pages.ts')).pages,
  rings: async () => (await import('./rings.ts')).rings,
  editor: async () => (await import('./editor.ts')).editor,
};
