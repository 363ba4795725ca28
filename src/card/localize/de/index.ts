import type { Language } from '../keys.ts';
import { card } from './card.ts';

export const de: Language = {
  card: () => Promise.resolve(card),
  live: async () => (await import('./live.ts')).live,
  more: async () => (await import('./more.ts')).more,
  setup: async () => (await import('./setup.ts')).setup,
  pages: async () => (await import('./pages.ts')).pages,
  rings: async () => (await import('./rings.ts')).rings,
  displays: async () => (await import('./displays.ts')).displays,
  cast: async () => (await import('./cast.ts')).cast,
  editor: async () => (await import('./editor.ts')).editor,
};
