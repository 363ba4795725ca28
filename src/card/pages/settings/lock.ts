import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceChange, DeviceSettings } from '../../../runtime/settings/device-settings.ts';
import { t } from '../../localize/pages.ts';
import { lockProblem, PageElement } from '../element.ts';
import { selectRow } from '../rows.ts';

type Kind = DeviceSettings['lock'];
const KINDS: readonly Kind[] = ['none', 'pin', 'admin'];

/** Who may change settings. A PIN is typed twice, goes to the runtime, and stays in no field. */
export class CaLock extends PageElement {
  static override readonly properties = { choosing: { state: true }, wrong: { state: true } };
  /** A PIN is being chosen. */
  declare choosing: boolean;
  declare wrong: string;

  constructor() {
    super();
    this.choosing = false;
    this.wrong = '';
  }

  protected override render(): TemplateResult {
    const { lock } = this.snapshot.settings;
    return html`${selectRow({
        name: 'lock',
        word: t('lock.kind'),
        help: t('lock.kind_help'),
        choices: KINDS.map((id) => ({ id, label: t(`lock.kind.${id}`) })),
        chosen: this.choosing ? 'pin' : lock,
        change: (id) => this.#chosen(id as Kind),
      })}
      ${this.choosing ? this.#pins() : lock === 'none' ? nothing : this.#buttons(lock)}
      <p class="said" role="status">${this.said}</p>`;
  }

  #buttons(lock: Kind): TemplateResult | typeof nothing {
    if (lock !== 'pin') return nothing;
    return html`<div class="acts">
      <button class="btn edge" data-action="change-pin" @click=${() => (this.choosing = true)}>
        ${t('lock.change')}
      </button>
      <button class="btn edge" data-action="lock-now" @click=${() => this.callAssist.lock()}>${t('lock.now')}</button>
    </div>`;
  }

  #pins(): TemplateResult {
    const field = (id: string, word: string): TemplateResult =>
      html`<div class="field">
        <label for=${id}>${word}</label>
        <input
          class="in"
          id=${id}
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="12"
          aria-invalid=${this.wrong ? 'true' : 'false'}
          aria-describedby="pin-hint"
        />
      </div>`;
    return html`<form @submit=${this.#submit}>
      ${field('new-pin', t('lock.new'))} ${field('same-pin', t('lock.repeat'))}
      <p class="hint ${this.wrong ? 'err' : ''}" id="pin-hint" role=${this.wrong ? 'alert' : nothing}>
        ${this.wrong || t('lock.pin_help')}
      </p>
      <div class="acts">
        <button
          type="button"
          class="btn edge"
          data-action="cancel"
          @click=${() => {
            this.choosing = false;
            this.wrong = '';
          }}
        >
          ${t('common.cancel')}
        </button>
        <button class="btn solid" data-action="save-pin">${t('common.save')}</button>
      </div>
    </form>`;
  }

  #chosen(kind: Kind): void {
    this.wrong = '';
    this.said = '';
    // Nothing is locked before there is a PIN.
    this.choosing = kind === 'pin' && this.snapshot.settings.lock !== 'pin';
    if (!this.choosing && kind !== this.snapshot.settings.lock) void this.#save({ lock: kind }, '');
    this.requestUpdate();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const [pin, same] = ['#new-pin', '#same-pin'].map(
      (id) => this.renderRoot.querySelector<HTMLInputElement>(id)?.value ?? '',
    );
    if (!/^\d{4,12}$/.test(pin ?? '')) this.wrong = t('lock.pin_help');
    else if (pin !== same) this.wrong = t('lock.differ');
    else this.wrong = '';
    if (this.wrong || !pin) return void this.renderRoot.querySelector<HTMLInputElement>('#new-pin')?.focus();
    if (await this.#save({ lock: 'pin', pin }, t('lock.saved'))) this.choosing = false;
  };

  async #save(change: DeviceChange, good: string): Promise<boolean> {
    let notAdmin = false;
    const work = async (): Promise<void> => {
      try {
        await this.callAssist.configureDevice(change);
      } catch (error) {
        notAdmin = lockProblem(error) === 'not_admin';
        throw error;
      }
    };
    const saved = await this.tell(work, good);
    if (notAdmin) this.said = t('lock.not_admin');
    return saved;
  }
}
