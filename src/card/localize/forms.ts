import type { AccountOption, FormField } from '../../runtime/providers/provider.ts';
import type { Key } from './keys.ts';
import { words } from './localize.ts';

/** The sentence of the page's language, where it has one. */
function known(key: string): string | undefined {
  return words.value.table[key as Key];
}

/**
 * A field as the page's language says it, under `form.<protocol>.<way>.<field>.label`, or the same without the way where
 * all ways mean the same (`help`, `placeholder` likewise). What no language says is as the provider describes it.
 * @param way id of the form's variant
 */
export function fieldWords(protocol: string, way: string, field: FormField): FormField {
  const { name, label, help, placeholder } = field;
  const say = (what: string): string | undefined =>
    known(`form.${protocol}.${way}.${name}.${what}`) ?? known(`form.${protocol}.${name}.${what}`);
  const spoken = { help: say('help') ?? help, placeholder: say('placeholder') ?? placeholder };
  return {
    ...field,
    label: say('label') ?? label,
    ...(spoken.help && { help: spoken.help }),
    ...(spoken.placeholder && { placeholder: spoken.placeholder }),
  };
}

/** The name of a way to sign in: `form.<protocol>.way.<way>`. */
export function wayWord(protocol: string, { id, label }: { readonly id: string; readonly label: string }): string {
  return known(`form.${protocol}.way.${id}`) ?? label;
}

/** What can be chosen for an account: `option.<protocol>.<name>.label` and `help`. `wrong`: a value that is none. */
export function optionWords(
  protocol: string,
  { name, label, help }: Pick<AccountOption, 'name' | 'label' | 'help'>,
): { readonly label: string; readonly help: string; readonly wrong: string | undefined } {
  const key = `option.${protocol}.${name}`;
  return {
    label: known(`${key}.label`) ?? label,
    help: known(`${key}.help`) ?? help ?? '',
    wrong: known(`${key}.wrong`),
  };
}
