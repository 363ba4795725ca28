import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { AccountOptionView, AccountView, CallAssist } from '../../runtime/api.ts';
import type { CameraSourceId } from '../../runtime/media/media.ts';
import type { Station } from '../../runtime/storage/storage.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/pages.ts';
import { pageStyles } from './styles.ts';

/** This device's station and accounts. Every change is saved at once. Fires `add-account` and `sign-in-again`. */
export class CaSettings extends LitElement {
  static override readonly styles = [base, pageStyles];
  static override readonly properties = {
    callAssist: { attribute: false },
    sure: { state: true },
    verifying: { state: true },
    said: { state: true },
  };
  declare callAssist: CallAssist;
  /** The account whose sign-out waits for a yes. */
  declare sure: string | null;
  declare verifying: string | null;
  /** What came of the last thing done, by place: an account's id or `station`. */
  declare said: { readonly at: string; readonly text: string } | null;

  constructor() {
    super();
    this.sure = null;
    this.verifying = null;
    this.said = null;
    follow(this, () => [words, this.callAssist.snapshot]);
  }

  protected override render(): TemplateResult {
    const { accounts, station } = this.callAssist.snapshot.value;
    return html`<div class="stack">
        <div class="field">
          <label for="name">${t('set.name')}</label>
          <input
            class="in"
            id="name"
            maxlength="60"
            .value=${station.name}
            @change=${(event: Event) => this.#save({ name: (event.target as HTMLInputElement).value.trim() })}
          />
        </div>
        ${this.#camera(station)} ${this.#check('scriptAnswersWithCamera', t('set.script_camera'), station)}
        ${this.#check('dialAnyone', t('set.dial_anyone'), station)} ${this.#said('station')}
      </div>
      <h3>${t('set.accounts')}</h3>
      ${accounts.map((account) => this.#account(account))}
      <div class="acts">
        <button class="btn" data-action="add-account" @click=${() => this.#fire('add-account')}>${t('set.add')}</button>
      </div>`;
  }

  #camera({ camera }: Station): TemplateResult {
    const cameras = this.callAssist.cameras().filter(({ id }) => id !== 'this_device');
    const known = camera === 'this_device' || cameras.some(({ id }) => id === camera);
    const option = (id: string, name: string): TemplateResult =>
      html`<option value=${id} ?selected=${id === camera}>${name}</option>`;
    const change = (event: Event): void =>
      void this.#save({ camera: (event.target as HTMLSelectElement).value as CameraSourceId });
    return html`<div class="field">
      <label for="camera">${t('set.camera')}</label>
      <select class="in" id="camera" @change=${change}>
        ${option('this_device', t('call.this_camera'))}
        ${known ? nothing : option(camera, t('set.camera_gone', { camera }))}
        ${cameras.map(({ id, name, available }) => option(id, available ? name : t('set.camera_gone', { camera: name })))}
      </select>
    </div>`;
  }

  #check(key: 'dialAnyone' | 'scriptAnswersWithCamera', word: string, station: Station): TemplateResult {
    const change = (event: Event): void => void this.#save({ [key]: (event.target as HTMLInputElement).checked });
    return html`<label class="check"
      ><input type="checkbox" name=${key} .checked=${station[key]} @change=${change} />${word}</label
    >`;
  }

  #account({ id, address, protocolName, status, verifiable, options }: AccountView): TemplateResult {
    const act = (action: string, word: string, look: string, run: () => unknown): TemplateResult =>
      html`<button type="button" class="btn ${look}" data-action=${action} data-account=${id} @click=${run}>
        ${word}
      </button>`;
    const word =
      status.state === 'online'
        ? 'card.ready'
        : status.state === 'signed-out'
          ? 'card.signed_out'
          : status.state === 'connecting'
            ? 'card.connecting'
            : 'card.account_away';
    return html`<div class="account">
      <p><b>${address}</b><small>${protocolName} · ${t(word)}</small></p>
      ${status.state === 'online' && status.notice ? html`<p class="hint">${t(`set.${status.notice}`)}</p>` : nothing}
      ${
        this.sure === id
          ? html`<p role="alert">${t('set.sign_out_sure', { account: address })}</p>
              <div class="acts">
                ${act('cancel', t('common.cancel'), 'edge', () => (this.sure = null))}
                ${act('sign-out-confirm', t('set.sign_out'), 'stop', () => this.#signOut(id))}
              </div>`
          : this.verifying === id
            ? this.#key(id)
            : html`<div class="acts">
                ${status.state === 'signed-out' ? act('sign-in-again', t('card.sign_in'), 'solid', () => this.#fire('sign-in-again', id)) : verifiable ? act('verify', t('set.verify'), 'edge', () => (this.verifying = id)) : nothing}
                ${act('sign-out', t('set.sign_out'), 'edge', () => (this.sure = id))}
              </div>`
      }
      ${options.map((option) => this.#option(id, option))} ${this.#said(id)}
    </div>`;
  }

  #option(account: string, { name, label, help, on }: AccountOptionView): TemplateResult {
    const change = async (event: Event): Promise<void> => {
      const box = event.target as HTMLInputElement;
      await this.#do(account, this.callAssist.setAccountOption(account, name, box.checked), '', t('set.wrong'));
      // An option that was refused goes back to what is true.
      const now = this.callAssist.snapshot.value.accounts.find(({ id }) => id === account);
      box.checked = now?.options.find((option) => option.name === name)?.on ?? false;
    };
    return html`<label class="check"
        ><input type="checkbox" name=${name} .checked=${on} @change=${change} />${label}</label
      >
      ${help ? html`<p class="hint">${help}</p>` : nothing}`;
  }

  #key(id: string): TemplateResult {
    const submit = async (event: Event): Promise<void> => {
      event.preventDefault();
      const input = this.renderRoot.querySelector<HTMLInputElement>('#key');
      const key = input?.value.trim() ?? '';
      if (key) await this.#do(id, this.callAssist.verifyAccount(id, key), t('set.verified'), t('set.not_verified'));
      if (this.said?.text === t('set.verified')) this.verifying = null;
    };
    return html`<form @submit=${submit}>
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

  #said(at: string): TemplateResult {
    return html`<p class="hint" role="status">${this.said?.at === at ? this.said.text : ''}</p>`;
  }

  async #signOut(id: string): Promise<void> {
    await this.#do(id, this.callAssist.signOut(id), '', t('setup.other'));
    this.sure = null;
  }

  async #save(change: Partial<Station>): Promise<void> {
    await this.#do('station', this.callAssist.configureStation(change), '', t('set.wrong'));
    // A value that was refused goes back to what is true.
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('.stack .in, .stack [type=checkbox]')) {
      const { station } = this.callAssist.snapshot.value;
      if (input.id === 'name') input.value = station.name;
      else if (input.id === 'camera') input.value = station.camera;
      else input.checked = station[input.name as 'dialAnyone' | 'scriptAnswersWithCamera'];
    }
  }

  async #do(at: string, work: Promise<void>, good: string, bad: string): Promise<void> {
    this.said = null;
    const text = await work.then(
      () => good,
      () => bad,
    );
    this.said = { at, text };
  }

  #fire(name: 'add-account' | 'sign-in-again', account: string | null = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail: account }));
  }
}
