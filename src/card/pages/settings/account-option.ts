import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AccountOptionView } from '../../../runtime/api.ts';
import { t } from '../../localize/pages.ts';

interface Place {
  readonly words: { readonly label: string; readonly help: string };
  /** Of its own on the page. */
  readonly id: string;
}
type Of<Type extends AccountOptionView['type']> = Extract<AccountOptionView, { type: Type }>;

export function switchOption(
  { name, on }: Of<'switch'>,
  { words: { label, help }, id }: Place,
  choose: (on: boolean) => void,
): TemplateResult {
  return html`<label class="line"
    ><span class="t"><b>${label}</b><small id="${id}-help">${help}</small></span
    ><input
      class="sw"
      type="checkbox"
      role="switch"
      name=${name}
      aria-label=${label}
      aria-describedby=${help ? `${id}-help` : nothing}
      .checked=${live(on)}
      @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}
  /></label>`;
}

/** Out of the way: whoever needs it looks for it. */
export function addressOption(
  { name, value, placeholder }: Of<'url'>,
  { words: { label, help }, id }: Place,
  choose: (address: string) => void,
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    choose(form.querySelector('input')?.value.trim() ?? '');
  };
  return html`<details class="part">
    <summary>${t('set.advanced')}</summary>
    <form novalidate @submit=${submit}>
      <div class="field">
        <label for=${id}>${label}</label>
        <input
          class="in"
          id=${id}
          name=${name}
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder=${placeholder}
          .value=${value}
          aria-describedby="${id}-help"
        />
        <p class="hint" id="${id}-help">${help}</p>
      </div>
      <div class="acts"><button class="btn solid" data-action="save-${name}">${t('common.save')}</button></div>
    </form>
  </details>`;
}
