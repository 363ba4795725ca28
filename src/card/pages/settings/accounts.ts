import { html, nothing, type TemplateResult } from 'lit';
import type { AccountOptionView, AccountView } from '../../../runtime/api.ts';
import type { OptionValue } from '../../../runtime/providers/provider.ts';
import { optionWords } from '../../localize/forms.ts';
import { t } from '../../localize/pages.ts';
// What options of accounts are called stands with signing in.
import '../../localize/setup.ts';
import { PageElement } from '../element.ts';
import { sure } from '../rows.ts';
import { addressOption, switchOption } from './account-option.ts';
import { noticeText, verificationText } from '../troubles.ts';

/** The accounts of this device: how they are, what can be chosen for them, and the way in and out. */
export class CaAccounts extends PageElement {
  static override readonly properties = { leaving: { state: true }, verifying: { state: true }, at: { state: true } };
  /** The account whose sign-out waits for a yes. */
  declare leaving: string | null;
  declare verifying: string | null;
  /** The account that was touched last: what came of it stands there. */
  declare at: string | null;

  constructor() {
    super();
    this.leaving = null;
    this.verifying = null;
    this.at = null;
  }

  protected override render(): TemplateResult {
    return html`${this.snapshot.accounts.map((account) => this.#account(account))}
      <div class="box">
        <div class="part">
          <div class="acts">
            <button class="btn" data-action="add-account" @click=${() => this.open('sign-in')}>${t('set.add')}</button>
          </div>
        </div>
      </div>`;
  }

  #account(account: AccountView): TemplateResult {
    const { id, address, protocolName, options } = account;
    const notice = noticeText(account);
    return html`<div class="box" data-account=${id}>
      <div class="line">
        <span class="t"
          ><b><bdi>${address}</bdi></b
          ><small>${protocolName} · ${t(stateWord(account))}</small></span
        >
      </div>
      ${notice ? html`<p class="part hint">${notice}</p>` : nothing}
      ${options.map((option) => this.#option(account, option))}
      ${
        this.leaving === id
          ? sure(t('set.sign_out_sure', { account: address }), t('set.sign_out'), {
              yes: () => void this.#signOut(id),
              no: () => (this.leaving = null),
            })
          : this.verifying === id
            ? this.#key(id)
            : this.#buttons(account)
      }
      <p class="said" role="status">${this.at === id ? this.said : ''}</p>
    </div>`;
  }

  #buttons({ id, status, verifiable }: AccountView): TemplateResult {
    const act = (action: string, word: string, look: string, run: () => unknown): TemplateResult =>
      html`<button class="btn ${look}" data-action=${action} data-account=${id} @click=${run}>${word}</button>`;
    return html`<div class="part">
      <div class="acts">
        ${status.state === 'signed-out' ? act('sign-in-again', t('card.sign_in'), 'solid', () => this.open('sign-in', id)) : nothing}
        ${status.state !== 'signed-out' && verifiable ? act('verify', t('set.verify'), 'edge', () => (this.verifying = id)) : nothing}
        ${act('sign-out', t('set.sign_out'), 'edge', () => (this.leaving = id))}
      </div>
    </div>`;
  }

  #option({ id, protocol }: AccountView, option: AccountOptionView): TemplateResult {
    const words = optionWords(protocol, option);
    const at = { words, id: `${id}-${option.name}` };
    const choose = (value: OptionValue, good: string): void => {
      const wrong = words.wrong ?? t('set.wrong');
      const bad = (error: unknown): string => (error instanceof RangeError ? wrong : t('set.wrong'));
      void this.#do(id, () => this.callAssist.setAccountOption(id, option.name, value), good, bad);
    };
    return option.type === 'switch'
      ? switchOption(option, at, (on) => choose(on, ''))
      : addressOption(option, at, (value) => choose(value, t('set.saved')));
  }

  #key(id: string): TemplateResult {
    const submit = async (event: Event): Promise<void> => {
      event.preventDefault();
      const key = this.renderRoot.querySelector<HTMLInputElement>('#key')?.value.trim() ?? '';
      const verify = (): Promise<void> => this.callAssist.verifyAccount(id, key);
      if (key && (await this.#do(id, verify, t('set.verified'), verificationText))) this.verifying = null;
    };
    return html`<form class="part" @submit=${submit}>
      <div class="field">
        <label for="key">${t('set.key')}</label>
        <input class="in" id="key" type="password" autocomplete="off" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${t('set.key_help')}</p>
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${() => (this.verifying = null)}>
          ${t('common.cancel')}
        </button>
        <button class="btn solid" data-action="verify-submit">${t('set.verify')}</button>
      </div>
    </form>`;
  }

  async #signOut(id: string): Promise<void> {
    await this.#do(id, () => this.callAssist.signOut(id), '', t('setup.other'));
    this.leaving = null;
  }

  #do(
    id: string,
    work: () => Promise<void>,
    good: string,
    bad: string | ((error: unknown) => string),
  ): Promise<boolean> {
    this.at = id;
    return this.tell(work, good, bad);
  }
}

/** How an account is, in words. */
export function stateWord({
  status,
}: AccountView): 'card.ready' | 'card.signed_out' | 'card.connecting' | 'card.account_away' {
  switch (status.state) {
    case 'online':
      return 'card.ready';
    case 'signed-out':
      return 'card.signed_out';
    case 'connecting':
      return 'card.connecting';
    default:
      return 'card.account_away';
  }
}
