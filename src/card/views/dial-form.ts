import { html, nothing, type TemplateResult } from 'lit';
import { close, icon, phone, search, video } from '../components/icons.ts';
import { t } from '../localize/live.ts';

/** Finds people by what is typed, and calls it as it is: a name, an alias, an address. */
export function dialForm(text: string): TemplateResult {
  const kind = (name: 'voice' | 'video'): TemplateResult =>
    html`<button
      class="ib ${name === 'video' ? 'go' : 'tonal'}"
      data-action="dial-${name}"
      data-kind=${name}
      aria-label=${t(`card.${name}_to`, { n: text.trim() })}
    >
      ${icon(name === 'video' ? video : phone)}
    </button>`;
  return html`<form class="find" role="search">
    ${icon(search)}
    <input
      name="address"
      .value=${text}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="go"
      dir="auto"
      aria-label=${t('card.search')}
      placeholder=${t('card.search')}
    />
    ${
      text.trim()
        ? html`${kind('voice')}${kind('video')}<button
              class="ib"
              type="button"
              data-action="clear"
              aria-label=${t('card.clear')}
            >
              ${icon(close)}
            </button>`
        : nothing
    }
  </form>`;
}
