/** How a card looks and what it shows; shared by every device that shows the dashboard. */
export interface CardConfig {
  readonly name?: string;
  /** `tv`: shows the calls that tablets move to a TV, and has nothing else. */
  readonly mode?: (typeof MODES)[number];
  readonly layout?: (typeof LAYOUTS)[number];
  /** Names or addresses, in the order they are shown; empty: the favourites of each device. */
  readonly contacts?: readonly string[];
  readonly call_on_tap?: (typeof TAPS)[number];
  /** The slug or the name of a call station; a device that has it calls from there. */
  readonly station?: string;
  readonly presence?: boolean;
  readonly recents?: boolean;
  readonly stations?: boolean;
  readonly search?: boolean;
  readonly names?: (typeof NAMES)[number];
  /** Home Assistant's own: the size in a section. */
  readonly grid_options?: { readonly rows?: number | 'auto' };
}

export const MODES = ['phone', 'tv'] as const;
export const LAYOUTS = ['automatic', 'tile', 'list', 'panel'] as const;
/** What a touch on a person may do. */
export const TAPS = ['ask', 'voice', 'video'] as const;
/** Whether the screen says who calls. */
export const NAMES = ['show', 'while_ringing', 'always'] as const;

type Check = readonly [fits: (value: unknown) => boolean, wish: string];
type ConfigKey = Exclude<keyof CardConfig, 'grid_options'>;

const isText = (value: unknown): boolean => typeof value === 'string';
const text: Check = [isText, 'a text is needed'];
const flag: Check = [(value) => typeof value === 'boolean', 'true or false is needed'];
const oneOf = (words: readonly string[]): Check => [
  (value) => words.some((word) => word === value),
  `choose ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
];

/** For each key of ours: what fits, and how to ask for it. */
const CHECKS: Readonly<Record<ConfigKey, Check>> = {
  name: text,
  mode: oneOf(MODES),
  layout: oneOf(LAYOUTS),
  contacts: [(value) => Array.isArray(value) && value.every(isText), 'a list of names or addresses is needed'],
  call_on_tap: oneOf(TAPS),
  station: text,
  presence: flag,
  recents: flag,
  stations: flag,
  search: flag,
  names: oneOf(NAMES),
};

/**
 * The configuration as Home Assistant gives it. Absent and null keys take their defaults; unknown keys are
 * kept: Home Assistant adds its own.
 * @throws Error naming the key, what is needed and what was given; Home Assistant shows it on the card.
 */
export function checkConfig(given: unknown): CardConfig {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new Error(`configuration: a set of keys is needed, got ${show(given)}`);
  }
  const config: Record<string, unknown> = { ...given };
  for (const [key, [fits, wish]] of Object.entries(CHECKS)) {
    const value = config[key];
    if (value === undefined || value === null) delete config[key];
    else if (!fits(value)) throw new Error(`${key}: ${wish}, got ${show(value)}`);
  }
  return config;
}

/** Home Assistant's own, in the configuration of any card (`LovelaceCardConfig` of its frontend). */
const HOME_ASSISTANTS = ['type', 'view_layout', 'layout_options', 'grid_options', 'visibility', 'disabled'];

/** Keys that are neither ours nor Home Assistant's, for diagnostics. */
export function unknownKeys(config: CardConfig): readonly string[] {
  return Object.keys(config).filter((key) => !HOME_ASSISTANTS.includes(key) && !(key in CHECKS));
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
