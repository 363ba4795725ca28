import { html, LitElement, type TemplateResult } from 'lit';
import type { CallAssist } from '../../runtime/api.ts';
import { close, icon } from '../components/icons.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { translate, words } from '../localize/localize.ts';
import { t } from '../localize/more.ts';
import { focused } from '../page.ts';
import { CaSettings } from './settings.ts';
import { CaSignIn } from './sign-in.ts';
import { pageStyles } from './styles.ts';

export type PageView = 'sign-in' | 'settings';

/**
 * The device's pages, in a dialog of the document: Home Assistant may rebuild the card under it without
 * anything typed being lost. A ringing call comes above it.
 */
export class CaPage extends LitElement {
  static override readonly styles = [base, pageStyles];
  static override readonly properties = { view: {}, again: {}, callAssist: { attribute: false } };
  declare callAssist: CallAssist;
  declare view: PageView;
  declare again: string | null;
  readonly #before = focused();

  constructor() {
    super();
    follow(this, () => [words]);
  }

  protected override render(): TemplateResult {
    const title = this.view === 'settings' ? 'card.settings' : this.again ? 'setup.again' : 'setup.account';
    const keep = (event: Event): void => event.stopPropagation();
    const go = (event: CustomEvent<string | null>): void => {
      this.view = 'sign-in';
      this.again = event.detail;
    };
    return html`<dialog
      tabindex="-1"
      aria-labelledby="title"
      data-page=${this.view}
      @close=${this.#closed}
      @keydown=${keep}
      @keyup=${keep}
      @keypress=${keep}
    >
      <div class="top">
        <h2 id="title">${translate(title)}</h2>
        <button class="ib" data-action="close" aria-label=${t('common.close')} @click=${this.#close}>
          ${icon(close)}
        </button>
      </div>
      ${
        this.view === 'settings'
          ? html`<ca-settings .callAssist=${this.callAssist} @add-account=${go} @sign-in-again=${go}></ca-settings>`
          : html`<ca-sign-in
              .callAssist=${this.callAssist}
              .again=${this.again}
              @signed-in=${this.#close}
            ></ca-sign-in>`
      }
    </dialog>`;
  }

  protected override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    dialog?.showModal();
    // Not on a field: the keyboard of a tablet would cover half of what there is to read.
    dialog?.focus();
  }

  #close = (): void => this.renderRoot.querySelector('dialog')?.close();

  #closed = (): void => {
    this.remove();
    if (this.#before?.isConnected) this.#before.focus();
  };
}

for (const [tag, element] of [
  ['ca-page', CaPage],
  ['ca-settings', CaSettings],
  ['ca-sign-in', CaSignIn],
] as const) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/**
 * Opens a page of this device, instead of the one that is open.
 * @param again the account that is to be signed in anew; null: a new one.
 */
export function openPage(callAssist: CallAssist, view: PageView, again: string | null): void {
  document.querySelector('ca-page')?.remove();
  document.body.append(Object.assign(document.createElement('ca-page'), { callAssist, view, again }));
}
