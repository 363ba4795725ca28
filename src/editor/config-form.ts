import { checkConfig, LAYOUTS, MODES, NAMES, TAPS } from '../card/config.ts';
import { editor } from '../card/localize/en/editor.ts';
import { LANGUAGES, words } from '../card/localize/localize.ts';
import { callAssist } from '../card/page.ts';

interface FormItem {
  readonly name: string;
  readonly type?: 'grid' | 'expandable';
  readonly title?: string;
  readonly flatten?: boolean;
  readonly expanded?: boolean;
  readonly default?: boolean;
  readonly selector?: Readonly<Record<string, unknown>>;
  readonly schema?: readonly FormItem[];
}
interface ConfigForm {
  readonly schema: readonly FormItem[];
  computeLabel(item: FormItem): string | undefined;
  computeHelper(item: FormItem): string | undefined;
  assertConfig(config: unknown): void;
}

/** More choices than that are found by typing; Home Assistant's list draws them all. */
const MOST_CHOICES = 200;

/**
 * What Home Assistant's own form editor shows for the card. It asks for labels once, so the words of the page's
 * language are waited for.
 */
export async function configForm(): Promise<ConfigForm> {
  const open = LANGUAGES[words.value.language.split('-')[0] ?? ''];
  const theirs = open?.().then((language) => language.editor());
  // Without the language's file it is English.
  const table: Readonly<Record<string, string>> = { ...editor, ...(await theirs?.catch(() => null)) };
  const oneOf = (name: string, options: readonly string[]): FormItem => ({
    name,
    selector: {
      select: {
        mode: 'dropdown',
        options: options.map((value) => ({ value, label: table[`config.${name}.${value}`] })),
      },
    },
  });
  const own = (
    name: string,
    multiple: boolean,
    options: readonly Readonly<Record<'value' | 'label', string>>[],
  ): FormItem => ({
    name,
    selector: { select: { mode: 'dropdown', multiple, custom_value: true, options } },
  });
  const flag = (name: string): FormItem => ({ name, default: true, selector: { boolean: {} } });

  const snapshot = callAssist()?.snapshot.value;
  const people = snapshot?.contacts.slice(0, MOST_CHOICES) ?? [];
  const stations = snapshot?.stations ?? [];
  return {
    schema: [
      { name: 'name', selector: { text: {} } },
      oneOf('layout', LAYOUTS),
      own(
        'contacts',
        true,
        people.map(({ address, name }) => ({ value: address, label: name })),
      ),
      oneOf('call_on_tap', TAPS),
      own(
        'station',
        false,
        stations.map(({ slug, name }) => ({ value: slug, label: name })),
      ),
      {
        name: 'show',
        type: 'expandable',
        title: table['config.show'] ?? '',
        flatten: true,
        expanded: true,
        schema: [{ name: '', type: 'grid', schema: ['presence', 'recents', 'stations', 'search'].map(flag) }],
      },
      oneOf('names', NAMES),
      oneOf('mode', MODES),
    ],
    computeLabel: ({ name }) => table[`config.${name}`],
    computeHelper: ({ name }) => table[`config.${name}_help`],
    assertConfig: (config) => void checkConfig(config),
  };
}
