import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CallAssist } from '../../runtime/api.ts';
import type { FormField, SignInError, SignInProblem, SignInStep } from '../../runtime/providers/provider.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { fieldWords, wayWord } from '../localize/forms.ts';
import type { Key } from '../localize/keys.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/setup.ts';
import { secondsText } from './dates.ts';
import { CaSignInStep } from './sign-in-step.ts';
import { pageStyles } from './styles.ts';

/** What is wrong with a field; the empty name is the whole form. */
type Errors = Readonly<Record<string, string>>;

/** Told by its name: the class may come from another evaluation of the module. */
function isSignInError(error: unknown): error is SignInError {
  return error instanceof Error && error.name === 'SignInError' && 'problem' in error;
}

/** Told as {@link isSignInError}. */
const isLocked = (error: unknown): boolean =>
  error instanceof Error && error.name === 'LockedError' && 'problem' in error && error.problem === 'locked';

/** What only some protocols and ways have words for. */
const known = (key: string): string | undefined => words.value.table[key as Key];

function sentence(problem: SignInProblem, retryAfter: number | null): string {
  if (problem === 'network') return t('setup.network_down');
  return t(`setup.${problem}`, { s: secondsText(Math.ceil((retryAfter ?? 60_000) / 1_000)) });
}

/**
 * The account form of whichever protocol, drawn from its schema. What was typed stays until an account is
 * there; it goes to the runtime and nowhere else. Fires `signed-in`, and `unlock` (what is to run once the device is
 * unlocked).
 */
export class CaSignIn extends LitElement {
  static override readonly styles = [
    base,
    pageStyles,
    css`
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static override readonly properties = {
    callAssist: { attribute: false },
    again: {},
    protocol: { state: true },
    variant: { state: true },
    errors: { state: true },
    working: { state: true },
    step: { state: true },
  };
  declare callAssist: Pick<CallAssist, 'snapshot' | 'protocols' | 'addAccount'>;
  /** An account that was signed out and is to be signed in anew. */
  declare again: string | null;
  declare protocol: string;
  declare variant: string;
  declare errors: Errors;
  declare working: boolean;
  /** What the person is asked to do elsewhere; the form waits behind it. */
  declare step: SignInStep | null;
  /** Typed values by field name: a field that two ways share keeps its value. */
  readonly #typed = new Map<string, string>();
  #signingIn: AbortController | null = null;

  constructor() {
    super();
    this.again = null;
    this.protocol = '';
    this.variant = '';
    this.errors = {};
    this.working = false;
    this.step = null;
    follow(this, () => [words]);
    if (!customElements.get('ca-sign-in-step')) customElements.define('ca-sign-in-step', CaSignInStep);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Nobody sees any more what is waited for.
    if (this.step) this.#signingIn?.abort();
  }

  get #form(): {
    protocol: string;
    variants: CallAssist['protocols'][number]['accountForm']['variants'];
    fields: readonly FormField[];
    variant: string;
  } {
    const account = this.callAssist.snapshot.value.accounts.find(({ id }) => id === this.again);
    const { protocols } = this.callAssist;
    const wanted = account?.protocol ?? this.protocol;
    const found = protocols.find(({ protocol }) => protocol === wanted) ?? protocols[0];
    const variants = found?.accountForm.variants ?? [];
    const variant = variants.find(({ id }) => id === this.variant) ?? variants[0];
    return { protocol: found?.protocol ?? '', variants, fields: variant?.fields ?? [], variant: variant?.id ?? '' };
  }

  protected override render(): TemplateResult {
    if (this.step) {
      const cancel = (): void => this.#signingIn?.abort();
      return html`<ca-sign-in-step .step=${this.step} @cancel=${cancel}></ca-sign-in-step>`;
    }
    const { protocol, variants, fields, variant } = this.#form;
    const { protocols } = this.callAssist;
    const pick = (
      label: string,
      items: readonly { id: string; label: string }[],
      on: string,
      choose: (id: string) => void,
    ): unknown =>
      items.length > 1
        ? html`<div class="seg" role="tablist" aria-label=${label}>
            ${items.map(
              (item) =>
                html`<button
                  type="button"
                  role="tab"
                  data-variant=${item.id}
                  aria-selected=${item.id === on}
                  @click=${() => choose(item.id)}
                >
                  ${item.label}
                </button>`,
            )}
          </div>`
        : nothing;
    return html`<form novalidate @submit=${this.#submit} @input=${this.#typing}>
      ${
        this.again
          ? nothing
          : pick(
              t('setup.network'),
              protocols.map(({ protocol: id, name }) => ({ id, label: name })),
              protocol,
              (id) => this.#switch(id, ''),
            )
      }
      ${this.#about(`form.${protocol}.about`)}
      ${pick(
        t('setup.way'),
        variants.map((way) => ({ id: way.id, label: wayWord(protocol, way) })),
        variant,
        (id) => this.#switch(protocol, id),
      )}
      ${fields.map((field) => this.#field(fieldWords(protocol, variant, field)))}
      ${this.#how(`form.${protocol}.${variant}`)}
      <p class="err" role="alert" ?hidden=${!this.errors['']}>${this.errors['']}</p>
      <div class="acts">
        <button class="btn solid" data-action="sign-in-submit" aria-disabled=${this.working}>
          ${t(this.working ? 'setup.working' : 'card.sign_in')}
        </button>
      </div>
    </form>`;
  }

  #about(key: string): TemplateResult | typeof nothing {
    const about = known(key);
    return about && !this.again ? html`<p class="hint">${about}</p>` : nothing;
  }

  /** How people come by what a way asks for. */
  #how(key: string): TemplateResult | typeof nothing {
    const [about, how] = [known(`${key}.about`), known(`${key}.how`)];
    return about && how
      ? html`<details>
          <summary>${about}</summary>
          <p class="hint">${how}</p>
        </details>`
      : nothing;
  }

  #field({ name, type, label, help, required, autocomplete, placeholder }: FormField): TemplateResult {
    const error = this.errors[name];
    const hint = error ?? help;
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        class="in"
        id=${name}
        name=${name}
        type=${type === 'url' ? 'text' : type}
        inputmode=${type === 'url' ? 'url' : 'text'}
        autocomplete=${autocomplete ?? 'off'}
        autocapitalize="off"
        spellcheck="false"
        placeholder=${placeholder ?? nothing}
        .value=${this.#typed.get(name) ?? ''}
        aria-required=${required}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${hint ? `${name}-hint` : nothing}
      />
      ${hint ? html`<p class="hint ${error ? 'err' : ''}" id="${name}-hint">${hint}</p>` : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('errors')) this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #switch(protocol: string, variant: string): void {
    this.protocol = protocol;
    this.variant = variant;
    this.errors = {};
  }

  #typing = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.#typed.set(target.name, target.value);
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    void this.#signIn();
  };

  async #signIn(): Promise<void> {
    if (this.working) return;
    const { protocol, fields } = this.#form;
    // Read from the fields: password managers fill without telling.
    const inputs = [...this.renderRoot.querySelectorAll('input')];
    for (const { name, value } of inputs) this.#typed.set(name, value);
    const values = Object.fromEntries(fields.map(({ name, type }) => [name, this.#value(name, type)]));
    const empty = fields.filter(({ name, required }) => required && !values[name]);
    this.errors = Object.fromEntries(empty.map(({ name }) => [name, t('setup.needed')]));
    if (empty.length) return;
    this.working = true;
    const signingIn = new AbortController();
    this.#signingIn = signingIn;
    try {
      await this.callAssist.addAccount(protocol, values, {
        ...(this.again && { again: this.again }),
        signal: signingIn.signal,
        onStep: (step) => (this.step = step),
      });
      this.#typed.clear();
      this.dispatchEvent(new CustomEvent('signed-in'));
    } catch (error) {
      if (isLocked(error)) this.#unlock();
      // Who has stopped it need not be told.
      else if (!signingIn.signal.aborted) this.errors = this.#explain(error, fields);
    } finally {
      this.working = false;
      this.step = null;
    }
  }

  #unlock(): void {
    const detail = (): void => void this.#signIn();
    this.dispatchEvent(new CustomEvent('unlock', { bubbles: true, composed: true, detail }));
  }

  #value(name: string, type: FormField['type']): string {
    const value = this.#typed.get(name) ?? '';
    return type === 'password' ? value : value.trim();
  }

  #explain(error: unknown, fields: readonly FormField[]): Errors {
    if (!isSignInError(error)) return { '': t('setup.other') };
    const field = fields.some(({ name }) => name === error.field) ? (error.field ?? '') : '';
    return { [field]: sentence(error.problem, error.retryAfter) };
  }
}
