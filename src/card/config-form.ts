import { checkConfig, TAPS } from './config.ts';
import type { EditorKey } from './localize/keys.ts';
import { words } from './localize/localize.ts';
import { t } from './localize/editor.ts';
import { callAssist } from './page.ts';

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
  const word = (key: string): string | undefined => (key in words.value.table ? t(key as EditorKey) : undefined);
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
