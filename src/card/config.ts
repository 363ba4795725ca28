import { callAssist } from './page.ts';
import { t, words, type Key } from './localize/localize.ts';

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

const TAPS = ['ask', 'voice', 'video'] as const;
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

interface FormItem {
  readonly name: string;
  readonly type?: 'grid';
  readonly selector?: Readonly<Record<string, unknown>>;
  readonly schema?: readonly FormItem[];
}
interface ConfigForm {
  readonly schema: readonly FormItem[];
  computeLabel(item: FormItem): string | undefined;
  computeHelper(item: FormItem): string | undefined;
  assertConfig(config: unknown): void;
}

/** What Home Assistant's own form editor shows for the card. */
export function configForm(): ConfigForm {
  const people = callAssist()?.snapshot.value.contacts ?? [];
  const word = (key: string): string | undefined => (key in words.value.table ? t(key as Key) : undefined);
  return {
    schema: [
      { name: 'name', selector: { text: {} } },
      {
        name: 'contacts',
        selector: {
          select: {
            multiple: true,
            custom_value: true,
            options: people.map(({ address, name }) => ({ value: address, label: name })),
          },
        },
      },
      {
        name: 'call_on_tap',
        selector: {
          select: { mode: 'dropdown', options: TAPS.map((value) => ({ value, label: t(`config.tap_${value}`) })) },
        },
      },
      {
        name: '',
        type: 'grid',
        schema: [
          { name: 'presence', selector: { boolean: {} } },
          { name: 'search', selector: { boolean: {} } },
        ],
      },
    ],
    computeLabel: ({ name }) => word(`config.${name}`),
    computeHelper: ({ name }) => word(`config.${name}_help`),
    assertConfig: (config) => void checkConfig(config),
  };
}
