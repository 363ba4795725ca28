import { html, nothing, type TemplateResult } from 'lit';
import type { AccountView } from '../../../runtime/api.ts';
import type { MoreKey } from '../../localize/keys.ts';
import { t } from '../../localize/setup.ts';
import { noticeText, verificationText } from '../troubles.ts';
import { StepElement } from './step-element.ts';

const STATUS_WORDS: Readonly<Record<AccountView['status']['state'], MoreKey | 'account.ready'>> = {
  online: 'account.ready',
  connecting: 'card.connecting',
  degraded: 'card.account_away',
  'signed-out': 'card.signed_out',
};

/** "Where are your people?": the accounts of this device, and a form for another one. */
export class CaSetupAccount extends StepElement {
  static override readonly properties = {
    ...StepElement.properties,
    adding: { state: true },
    again: { state: true },
    sure: { state: true },
    verifying: { state: true },
    said: { state: true },
  };
  declare adding: boolean;
  /** The account that is signed in anew. */
  declare again: string | null;
  /** The account whose sign-out waits for a yes. */
  declare sure: string | null;
  declare verifying: string | null;
  /** What came of the last thing done with an account. */
  declare said: { readonly at: string; readonly text: string } | null;

  constructor() {
    super();
    this.adding = false;
    this.again = null;
    this.sure = null;
    this.verifying = null;
    this.said = null;
  }

  protected override render(): TemplateResult {
    const { accounts } = this.snapshot;
    const form = this.adding || this.again !== null || accounts.length === 0;
    return html`<p class="lead">${t('setup.account.lead')}</p>
      ${accounts.map((account) => this.#account(account))}
      ${
        form
          ? html`<div class="panel">
                <ca-sign-in
                  .callAssist=${this.callAssist}
                  .again=${this.again}
                  @signed-in=${this.#signedIn}
                ></ca-sign-in>
              </div>
              <p class="note"><span class="t">${t('setup.account.safest')}</span></p>`
          : html`<div class="acts">
              <button class="btn edge" data-action="add-account" @click=${() => (this.adding = true)}>
                ${t('account.add')}
              </button>
            </div>`
      }`;
  }

  #signedIn = (): void => {
    this.adding = false;
    this.again = null;
  };

  #account(account: AccountView): TemplateResult {
    const { id, address, protocolName, status } = account;
    const notice = noticeText(account);
    return html`<div class="account" data-account=${id}>
      <p>
        <b><bdi>${address}</bdi></b
        ><small>${protocolName} · ${t(STATUS_WORDS[status.state])}</small>
      </p>
      ${notice ? html`<p class="hint">${notice}</p>` : nothing}
      ${this.sure === id ? this.#sure(account) : this.verifying === id ? this.#key(account) : this.#acts(account)}
      <p class="hint" role="status">${this.said?.at === id ? this.said.text : ''}</p>
    </div>`;
  }

  #acts({ id, address, status, verifiable }: AccountView): TemplateResult {
    const button = (action: string, look: string, word: string, run: () => void): TemplateResult =>
      html`<button class="btn ${look}" data-action=${action} aria-label="${word}: ${address}" @click=${run}>
        ${word}
      </button>`;
    return html`<div class="acts">
      ${
        status.state === 'signed-out'
          ? button('sign-in-again', 'solid', t('card.sign_in'), () => (this.again = id))
          : verifiable
            ? button('verify', 'edge', t('account.verify'), () => (this.verifying = id))
            : nothing
      }
      ${button('sign-out', 'edge', t('account.sign_out'), () => (this.sure = id))}
    </div>`;
  }

  #sure({ id, address }: AccountView): TemplateResult {
    return html`<p role="alert">${t('account.sign_out_sure', { account: address })}</p>
      <div class="acts">
        <button class="btn edge" data-action="cancel" @click=${() => (this.sure = null)}>${t('common.cancel')}</button>
        <button class="btn stop" data-action="sign-out-confirm" @click=${() => void this.#signOut(id)}>
          ${t('account.sign_out')}
        </button>
      </div>`;
  }

  #key({ id }: AccountView): TemplateResult {
    const submit = (event: Event): void => {
      event.preventDefault();
      const input = this.renderRoot.querySelector<HTMLInputElement>('#key');
      const key = input?.value.trim() ?? '';
      if (key) void this.#verify(id, key);
    };
    return html`<form @submit=${submit}>
      <div class="field">
        <label for="key">${t('account.key')}</label>
        <input class="in" id="key" type="password" autocomplete="off" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${t('account.key_help')}</p>
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${() => (this.verifying = null)}>
          ${t('common.cancel')}
        </button>
        <button class="btn solid" data-action="verify-submit">${t('account.verify')}</button>
      </div>
    </form>`;
  }

  #verify(id: string, key: string): Promise<void> {
    this.said = null;
    return this.attempt(
      () => this.callAssist.verifyAccount(id, key),
      (done, error) => {
        this.said = { at: id, text: done ? t('account.verified') : verificationText(error) };
        if (done) this.verifying = null;
      },
    );
  }

  #signOut(id: string): Promise<void> {
    this.said = null;
    return this.attempt(
      () => this.callAssist.signOut(id),
      (done) => {
        this.sure = null;
        if (!done) this.said = { at: id, text: t('setup.other') };
      },
    );
  }
}
