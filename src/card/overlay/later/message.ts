import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CallAssist } from '../../../runtime/api.ts';
import type { Peer } from '../../../runtime/call/call.ts';
import { base } from '../../components/styles.ts';
import { follow } from '../../follow.ts';
import { words } from '../../localize/localize.ts';
import { t } from '../../localize/more.ts';
import { LONGEST, READY } from '../../messages.ts';
import { callSheetStyles } from './styles.ts';

/** A short message after a call that was not taken: one of four, or one's own. `ca-close`: it is done. */
export class CaCallMessage extends LitElement {
  static override readonly styles = [base, callSheetStyles];
  static override readonly properties = { callAssist: { attribute: false }, peer: { attribute: false } };
  declare callAssist: CallAssist;
  declare peer: Peer;
  #state: 'writing' | 'sending' | 'sent' | 'failed' = 'writing';

  constructor() {
    super();
    follow(this, () => [words]);
  }

  protected override render(): TemplateResult {
    const busy = this.#state === 'sending';
    if (this.#state === 'sent') {
      return html`<p class="said" role="status">${t('msg.sent')}</p>
        <div class="acts">
          <button class="big solid" data-action="done" @click=${this.#close}>${t('common.done')}</button>
        </div>`;
    }
    return html`<div class="ready">
        ${READY.map(
          (key) =>
            html`<button class="opt" data-text=${key} ?disabled=${busy} @click=${() => this.#send(t(key))}>
              <span class="t"><b>${t(key)}</b></span>
            </button>`,
        )}
      </div>
      <form @submit=${this.#sendOwn}>
        <label
          ><span class="vh">${t('msg.own')}</span
          ><textarea class="in" rows="2" maxlength=${LONGEST} placeholder=${t('msg.own')} ?disabled=${busy}></textarea>
        </label>
        <button class="big solid" data-action="send" ?disabled=${busy}>${t(busy ? 'msg.sending' : 'msg.send')}</button>
      </form>
      <p class="said bad" role="alert">${this.#state === 'failed' ? t('msg.failed') : nothing}</p>`;
  }

  #sendOwn = (event: Event): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector('textarea');
    const text = field?.value.trim() ?? '';
    if (text) void this.#send(text);
    else field?.focus();
  };

  async #send(text: string): Promise<void> {
    if (this.#state === 'sending') return;
    this.#become('sending');
    try {
      await this.callAssist.sendMessage(this.peer.accountId, this.peer.contactId, text);
      this.#become('sent');
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[data-action="done"]')?.focus();
    } catch {
      // What was typed stays.
      this.#become('failed');
    }
  }

  #become(state: 'sending' | 'sent' | 'failed'): void {
    this.#state = state;
    this.requestUpdate();
  }

  #close = (): void => void this.dispatchEvent(new CustomEvent('ca-close'));
}

if (!customElements.get('ca-call-message')) customElements.define('ca-call-message', CaCallMessage);
