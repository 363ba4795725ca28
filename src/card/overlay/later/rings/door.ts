import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CallView } from '../../../../runtime/api.ts';
import { icon } from '../../../components/icons.ts';
import { base } from '../../../components/styles.ts';
import { follow } from '../../../follow.ts';
import { words } from '../../../localize/localize.ts';
import { t } from '../../../localize/rings.ts';
import { callAssist } from '../../../page.ts';
import { door as doorIcon } from './icons.ts';
import { doorStyles } from './styles.ts';

type Button = NonNullable<CallView['ring']>['buttons'][number];

/** A yes counts only so long after it was asked for, in ms: a double touch opens no door. */
const YES_AFTER = 600;
/** Nobody who has gone away opens it later. */
const ASKS_FOR = 8_000;

/** What a door shows while it rings, and what it can do. `over`: it lies over the door's own picture. */
export class CaDoor extends LitElement {
  static override readonly styles = [base, doorStyles];
  static override readonly properties = {
    call: { attribute: false },
    nameless: { attribute: false },
    over: { type: Boolean, reflect: true },
  };
  declare call: CallView;
  /** The name of the door is not to be shown. */
  declare nameless: boolean;
  declare over: boolean;
  /** Injected by tests. */
  now: () => number = () => Date.now();
  /** The button that waits for a yes. */
  #asked: { readonly index: number; readonly at: number } | null = null;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    follow(this, () => [words]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ask(null);
  }

  protected override render(): TemplateResult {
    const { ring, peer } = this.call;
    if (!ring) return html``;
    const asked = this.#asked && ring.buttons[this.#asked.index];
    const n = this.nameless ? '' : peer.name;
    return html`${
      !this.over && ring.still ? html`<img src=${ring.still} alt=${t('ring.still', { n })} />` : nothing
    }${this.over && ring.talk === 'impossible' ? html`<p class="note" role="status">${t('ring.no_speaker')}</p>` : nothing}${
      this.over && ring.talk === 'taken' ? html`<p class="note" role="status">${t('ring.taken')}</p>` : nothing
    }${asked && this.#asked ? this.#question(asked, this.#asked.index) : this.#buttons(ring.buttons, n)}`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.renderRoot.querySelector<HTMLElement>('.yes')?.focus();
  }

  #buttons(buttons: readonly Button[], n: string): TemplateResult | typeof nothing {
    if (buttons.length === 0) return nothing;
    return html`<div class="acts" role="group" aria-label=${t('ring.buttons', { n })}>
      ${buttons.map(
        (button, index) =>
          html`<button
            class="plain"
            data-button=${index}
            data-state=${button.state}
            ?disabled=${button.state === 'running'}
            @click=${() => this.#touch(button, index)}
          >
            ${button.asks ? icon(doorIcon) : nothing}<span
              >${button.name}${button.state === 'idle' ? nothing : html` <small role="status">${t(`ring.${button.state}`)}</small>`}</span
            >
          </button>`,
      )}
    </div>`;
  }

  #question({ name: what }: Button, index: number): TemplateResult {
    return html`<div class="ask" role="alertdialog" aria-labelledby="sure">
      <p id="sure">${t('ring.sure', { what })}</p>
      <div class="acts">
        <button class="plain" data-answer="no" @click=${() => this.#ask(null)}>${t('common.cancel')}</button>
        <button class="yes" data-answer="yes" @click=${() => this.#confirm(index)}>${t('ring.yes', { what })}</button>
      </div>
    </div>`;
  }

  #touch({ asks }: Button, index: number): void {
    if (asks) this.#ask(index);
    else this.#run(index);
  }

  #confirm(index: number): void {
    if (!this.#asked || this.now() - this.#asked.at < YES_AFTER) return;
    this.#ask(null);
    this.#run(index);
  }

  #ask(index: number | null): void {
    clearTimeout(this.#forget);
    this.#asked = index === null ? null : { index, at: this.now() };
    if (index !== null) this.#forget = setTimeout(() => this.#ask(null), ASKS_FOR);
    this.requestUpdate();
  }

  #run(index: number): void {
    const { ring } = this.call;
    if (ring) void callAssist()?.command({ type: 'ring-action', ring: ring.id, action: index, by: 'touch' });
  }
}

if (!customElements.get('ca-door')) customElements.define('ca-door', CaDoor);
