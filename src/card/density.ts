import type { CardConfig } from './config.ts';

/** How much a card shows: one thing, a few rows, or the whole telephone. */
export type Density = 'compact' | 'medium' | 'panel';

/** From here on a card is wide enough for a panel. CSS pixels. */
export const PANEL_WIDTH = 700;
const PANEL_ROWS = 9;
/** Home Assistant's rows of 56 px with gaps of 8 px: three are 184 px, a header and one person. */
const COMPACT_ROWS = 3;
/** What the card asks for in a section, and has where nobody chose another size. */
export const GRID_OPTIONS = { columns: 12, rows: 5, min_columns: 6, min_rows: 2 } as const;

/**
 * The rows that the card has in a section; null where its height follows its content.
 * @param layout what Home Assistant says the card stands in: `grid`, `panel`, or nothing.
 */
export function rowsOf({ grid_options }: CardConfig, layout: string | undefined): number | null {
  if (layout !== 'grid') return null;
  const rows = grid_options?.rows ?? GRID_OPTIONS.rows;
  return typeof rows === 'number' ? rows : null;
}

/** @param wide whether the card has {@link PANEL_WIDTH} */
export function densityOf(config: CardConfig, layout: string | undefined, wide: boolean): Density {
  if (config.layout === 'tile') return 'compact';
  if (config.layout === 'list') return 'medium';
  if (config.layout === 'panel' || layout === 'panel') return 'panel';
  const rows = rowsOf(config, layout);
  if (rows === null) return 'medium';
  if (rows <= COMPACT_ROWS) return 'compact';
  return wide && rows >= PANEL_ROWS ? 'panel' : 'medium';
}
