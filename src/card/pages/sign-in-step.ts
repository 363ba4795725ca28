import { css, html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import type { SignInStep } from '../../runtime/providers/provider.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/setup.ts';
import { durationText } from './dates.ts';
import { pageStyles } from './styles.ts';

/** Modules of white around a QR code (ISO 18004). */
const QUIET = 4;

/**
 * What a person has to do on another device while a sign-in waits: an address, as a QR code and in letters, a code, and
 * how long both are good. Fires `cancel`.
 */
export class CaSignInStep extends LitElement {
  static override readonly styles = [
    base,
    pageStyles,
    css`
      .both {
        display: flex;
        flex-wrap: wrap;
        gap: 24px;
        align-items: center;
      }
      svg {
        inline-size: min(100%, 232px);
        border-radius: 16px;
        background: #fff;
      }
      dl {
        display: grid;
        gap: 16px;
        margin: 0;
        flex: 1 1 220px;
        overflow-wrap: anywhere;
      }
      dt {
        font-size: 14px;
        color: var(--quiet);
      }
      dd {
        margin: 0;
        font-weight: 500;
      }
      .code {
        font-size: 32px;
        letter-spacing: 0.08em;
      }
      /* It has the focus so that it is read, not to be used. */
      #lead:focus {
        outline: none;
      }
      .left {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  static override readonly properties = { step: { attribute: false }, code: { state: true } };
  declare step: SignInStep;
  /** The QR code as the outline of its dark modules; null until its code is loaded. */
  declare code: { readonly size: number; readonly path: string } | null;
  /** Injected by tests. */
  now: () => number = () => Date.now();
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.code = null;
    follow(this, () => [words]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override render(): TemplateResult {
    const { address, code, expiresAt } = this.step;
    const cancel = (): boolean => this.dispatchEvent(new CustomEvent('cancel'));
    return html`<div class="stack">
      <p id="lead" tabindex="-1">${t('setup.elsewhere')}</p>
      <div class="both">
        ${this.#picture()}
        <dl>
          <div>
            <dt>${t('setup.elsewhere.address')}</dt>
            <dd><bdi dir="ltr" data-shown="address">${address}</bdi></dd>
          </div>
          <div>
            <dt>${t('setup.elsewhere.code')}</dt>
            <dd class="code"><bdi dir="ltr" data-shown="code">${code}</bdi></dd>
          </div>
        </dl>
      </div>
      <p class="hint left" role="timer">${t('setup.elsewhere.left', { time: durationText(expiresAt - this.now()) })}</p>
      <div class="acts">
        <button type="button" class="btn edge" data-action="sign-in-cancel" @click=${cancel}>
          ${t('common.cancel')}
        </button>
      </div>
    </div>`;
  }

  #picture(): TemplateResult | typeof nothing {
    if (!this.code) return nothing;
    const { size, path } = this.code;
    const box = `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`;
    // Dark on light in every theme: many readers know no other.
    return html`<svg viewBox=${box} role="img" aria-label=${t('setup.elsewhere.qr')} shape-rendering="crispEdges">
      ${svg`<path fill="#000" d=${path}></path>`}
    </svg>`;
  }

  protected override firstUpdated(): void {
    // The form that had the focus is gone.
    this.renderRoot.querySelector<HTMLElement>('#lead')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('step')) void this.#draw(this.step);
  }

  async #draw({ address, addressWithCode }: SignInStep): Promise<void> {
    this.code = null;
    // Without it the address can still be typed; a page that is loaded again would lose the sign-in.
    const qr = await import('./qr.ts').catch(() => null);
    this.code = qr?.draw(addressWithCode ?? address) ?? null;
  }
}
