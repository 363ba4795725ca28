/** How a card looks and what it shows; shared by every device that shows the dashboard. */
export interface CardConfig {
  readonly name?: string;
  /** Names or addresses, in the order they are shown; empty: everybody. */
  readonly contacts?: readonly string[];
  readonly call_on_tap?: 'ask' | 'voice' | 'video';
  readonly presence?: boolean;
  readonly search?: boolean;
}
type ConfigKey = keyof CardConfig;

/** What a touch on a person may do. */
export const TAPS = ['ask', 'voice', 'video'] as const;
const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';

/** For each key of ours: what fits, and how to ask for it. */
const CHECKS: Readonly<Record<ConfigKey, readonly [fits: (value: unknown) => boolean, wish: string]>> = {
  name: [isText, 'a text is needed'],
  contacts: [(value) => Array.isArray(value) && value.every(isText), 'a list of names or addresses is needed'],
  call_on_tap: [(value) => TAPS.some((tap) => tap === value), 'choose ask, voice or video'],
  presence: [isFlag, 'true or false is needed'],
  search: [isFlag, 'true or false is needed'],
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

/** Keys that are not ours, for diagnostics. */
export function unknownKeys(config: CardConfig): readonly string[] {
  return Object.keys(config).filter((key) => key !== 'type' && !(key in CHECKS));
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
