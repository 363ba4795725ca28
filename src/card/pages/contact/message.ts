import { css, html, type TemplateResult } from 'lit';
import { t } from '../../localize/pages.ts';
import { LONGEST, READY } from '../../messages.ts';
import { PageElement } from '../element.ts';
import { personOf } from '../view.ts';

/** A short message: one of a few ready ones, or one's own words, which stay until they were sent. */
export class CaMessage extends PageElement {
  static override readonly styles = [
    ...PageElement.styles,
    css`
      :host {
        inline-size: 100%;
      }
      .more {
        display: grid;
        gap: 8px;
        margin-block-start: 12px;
        text-align: start;
      }
      .btn {
        inline-size: 100%;
      }
      textarea.in {
        padding-block: 14px;
        font: inherit;
        color: inherit;
        resize: vertical;
      }
    `,
  ];
  static override readonly properties = { writing: { state: true }, working: { state: true } };
  declare writing: boolean;
  declare working: boolean;

  constructor() {
    super();
    this.writing = false;
    this.working = false;
  }

  protected override render(): TemplateResult {
    return html`<button
        class="btn edge"
        data-action="message"
        aria-expanded=${this.writing}
        @click=${() => (this.writing = !this.writing)}
      >
        ${t('common.message')}
      </button>
      <div class="more" ?hidden=${!this.writing}>
        ${READY.map(
          (key) =>
            html`<button
              class="btn"
              data-message=${key}
              aria-disabled=${this.working}
              @click=${() => void this.#send(t(key))}
            >
              ${t(key)}
            </button>`,
        )}
        <textarea
          class="in"
          rows="2"
          dir="auto"
          maxlength=${LONGEST}
          aria-label=${t('msg.own')}
          placeholder=${t('msg.own')}
        ></textarea>
        <button class="btn solid" data-action="send" aria-disabled=${this.working} @click=${this.#own}>
          ${t(this.working ? 'msg.sending' : 'msg.send')}
        </button>
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }

  #own = async (): Promise<void> => {
    const field = this.renderRoot.querySelector('textarea');
    const text = field?.value.trim() ?? '';
    if (!text) return field?.focus();
    if ((await this.#send(text)) && field) field.value = '';
  };

  async #send(text: string): Promise<boolean> {
    const who = personOf(this.detail);
    if (!who || this.working) return false;
    this.working = true;
    const { accountId, contactId } = who;
    const sent = await this.tell(
      () => this.callAssist.sendMessage(accountId, contactId, text),
      t('msg.sent'),
      t('msg.failed'),
    );
    this.working = false;
    if (sent) this.writing = false;
    return sent;
  }
}

if (!customElements.get('ca-message')) customElements.define('ca-message', CaMessage);
