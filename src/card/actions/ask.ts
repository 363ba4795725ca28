import { css, html, LitElement, type TemplateResult } from 'lit';
import { icon, phone, video } from '../components/icons.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/more.ts';

/** How somebody wants to call; null: not at all. */
export type Kind = 'voice' | 'video' | null;

/** "Shall this link call?" Nothing is called before somebody has touched it. Fires `chosen` once. */
export class CaAsk extends LitElement {
  static override readonly styles = [
    base,
    css`
      dialog {
        inline-size: min(440px, calc(100vw - 32px));
        padding: 24px;
        border: 0;
        border-radius: 28px;
        background: var(--card-background-color, #fff);
        color: var(--primary-text-color, #1c1c1c);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 60%);
      }
      h2 {
        margin: 0 0 8px;
        font-size: 24px;
        line-height: 1.2;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0 0 20px;
      }
      .acts {
        display: grid;
        gap: 12px;
      }
      .btn {
        min-block-size: 56px;
      }
    `,
  ];
  static override readonly properties = { text: { attribute: false } };
  /** Who is meant, as the link says. */
  declare text: string;
  #chosen: Kind = null;

  constructor() {
    super();
    this.text = '';
    follow(this, () => [words]);
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="who" aria-describedby="why" @close=${this.#closed}>
      <h2 id="who" dir="auto">${t('note.dial', { n: this.text })}</h2>
      <p id="why">${t('ask.link')}</p>
      <div class="acts">
        <button class="btn solid" data-action="video" @click=${() => this.#choose('video')}>
          ${icon(video)}${t('out.video')}
        </button>
        <button class="btn solid" data-action="voice" @click=${() => this.#choose('voice')}>
          ${icon(phone)}${t('out.voice')}
        </button>
        <button class="btn edge" data-action="cancel" @click=${() => this.#choose(null)}>${t('common.cancel')}</button>
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    dialog?.showModal();
    // Enter on a page that just opened calls nobody.
    this.renderRoot.querySelector<HTMLElement>('[data-action="cancel"]')?.focus();
  }

  #choose(kind: Kind): void {
    this.#chosen = kind;
    this.renderRoot.querySelector('dialog')?.close();
  }

  #closed = (): void => {
    this.remove();
    this.dispatchEvent(new CustomEvent<Kind>('chosen', { detail: this.#chosen }));
  };
}

/** @returns what somebody chose; another question takes the place of one that nobody has answered */
export function ask(text: string): Promise<Kind> {
  if (!customElements.get('ca-ask')) customElements.define('ca-ask', CaAsk);
  document.querySelector('ca-ask')?.shadowRoot?.querySelector('dialog')?.close();
  const element = Object.assign(document.createElement('ca-ask') as CaAsk, { text });
  return new Promise((resolve) => {
    element.addEventListener('chosen', (event) => resolve((event as CustomEvent<Kind>).detail), { once: true });
    document.body.append(element);
  });
}
