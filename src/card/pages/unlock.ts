import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CallAssist } from '../../runtime/api.ts';
import { close, icon } from '../components/icons.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/pages.ts';
import { boxStyles } from './box-styles.ts';
import { secondsText } from './dates.ts';
import { lockProblem } from './element.ts';
import { lockIcon } from './icons.ts';
import { pageStyles } from './styles.ts';
import { unlockStyles } from './unlock-styles.ts';

const LONGEST = 12;
const SHORTEST = 4;

/**
 * Opens the lock of the settings: with a PIN, on keys of its own (a wall tablet may have no keyboard) or typed, or by
 * asking again who is signed in to Home Assistant. Fires `unlocked` and `leave`.
 */
export class CaUnlock extends LitElement {
  static override readonly styles = [base, pageStyles, boxStyles, unlockStyles];
  static override readonly properties = {
    callAssist: { attribute: false },
    pin: { state: true },
    said: { state: true },
    working: { state: true },
  };
  declare callAssist: CallAssist;
  declare pin: string;
  declare said: string;
  declare working: boolean;
  /** Injected by tests. */
  now: () => number = () => Date.now();
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.pin = '';
    this.said = '';
    this.working = false;
    follow(this, () => [words, this.callAssist.snapshot]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The waiting time on screen.
    this.#tick = setInterval(() => this.#wait > 0 && this.requestUpdate(), 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.pin = '';
  }

  /** Seconds until the next PIN may be tried. */
  get #wait(): number {
    const { retryAt } = this.callAssist.snapshot.value.lock;
    return retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - this.now()) / 1_000));
  }

  protected override render(): TemplateResult {
    const { kind } = this.callAssist.snapshot.value.lock;
    return html`<form @submit=${this.#submit}>
      <div class="top">
        <span class="state">${icon(lockIcon)}</span>
        <h3>${t('lock.title')}</h3>
        <button type="button" class="ib" data-action="leave" aria-label=${t('common.close')} @click=${this.#leave}>
          ${icon(close)}
        </button>
      </div>
      ${kind === 'admin' ? this.#admin() : this.#keys()}
      <p class="err" role="alert" ?hidden=${!this.said}>${this.said}</p>
    </form>`;
  }

  #admin(): TemplateResult {
    return html`<p>${t('lock.admin_text')}</p>
      <div class="acts">
        <button class="btn solid" data-action="unlock" aria-disabled=${this.working}>${t('lock.admin_again')}</button>
      </div>`;
  }

  #keys(): TemplateResult {
    const wait = this.#wait;
    const key = (digit: string): TemplateResult =>
      html`<button
        type="button"
        class="key"
        data-digit=${digit}
        ?disabled=${wait > 0}
        @click=${() => this.#type(digit)}
      >
        ${digit}
      </button>`;
    return html`<label class="vh" for="pin">${t('lock.pin')}</label>
      <input
        class="in pin"
        id="pin"
        type="password"
        inputmode="none"
        autocomplete="off"
        maxlength=${LONGEST}
        placeholder=${t('lock.pin')}
        .value=${this.pin}
        ?disabled=${wait > 0}
        @input=${(event: Event) => (this.pin = (event.target as HTMLInputElement).value.replace(/\D/g, ''))}
      />
      <p class="hint wait" aria-live="off">${wait > 0 ? t('lock.wait', { s: secondsText(wait) }) : nothing}</p>
      <div class="pad" dir="ltr">
        ${['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key)}
        <button
          type="button"
          class="key word"
          data-action="erase"
          ?disabled=${wait > 0}
          @click=${() => (this.pin = this.pin.slice(0, -1))}
        >
          ${t('lock.erase')}
        </button>
        ${key('0')}
        <button class="key word ok" data-action="unlock" ?disabled=${wait > 0} aria-disabled=${this.working}>
          ${t('lock.open')}
        </button>
      </div>
      <button
        type="button"
        class="btn"
        data-action="forgot"
        aria-disabled=${this.working}
        @click=${() => void this.#open(null, t('lock.forgot_help'))}
      >
        ${t('lock.forgot')}
      </button>`;
  }

  #type(digit: string): void {
    this.said = '';
    if (this.pin.length < LONGEST) this.pin += digit;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { kind } = this.callAssist.snapshot.value.lock;
    if (kind === 'pin' && this.pin.length < SHORTEST) return void (this.said = t('lock.short'));
    await this.#open(this.pin, t('lock.not_admin'));
  };

  /** @param pin null: an administrator of Home Assistant is here instead */
  async #open(pin: string | null, notAdmin: string): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.said = '';
    try {
      await this.callAssist.unlock(pin);
      this.dispatchEvent(new CustomEvent('unlocked'));
    } catch (error) {
      const problem = lockProblem(error);
      if (problem === 'not_admin') this.said = notAdmin;
      else if (problem === 'wrong_pin') this.said = t('lock.wrong');
      // How long to wait stands above the keys.
      else this.said = problem === 'too_many_tries' ? t('lock.too_many') : t('setup.other');
    } finally {
      this.pin = '';
      this.working = false;
    }
  }

  #leave = (): void => void this.dispatchEvent(new CustomEvent('leave'));
}
