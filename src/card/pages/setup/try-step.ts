import { html, nothing, type TemplateResult } from 'lit';
import { alert, icon, phone, sound, type Icon } from '../../components/icons.ts';
import { words } from '../../localize/localize.ts';
import type { Key } from '../../localize/keys.ts';
import { t } from '../../localize/setup.ts';
import { check as tick } from '../icons.ts';
import type { StepId } from './progress.ts';
import { StepElement } from './step-element.ts';

/** The end: a call to try it, what was left out, and what comes next. */
export class CaSetupTry extends StepElement {
  static override readonly properties = {
    ...StepElement.properties,
    missing: { attribute: false },
    working: { state: true },
    said: { state: true },
  };
  /** Steps that are neither done nor this one. */
  declare missing: readonly StepId[];
  declare working: boolean;
  declare said: string;

  constructor() {
    super();
    this.missing = [];
    this.working = false;
    this.said = '';
  }

  protected override render(): TemplateResult {
    const left = this.missing;
    return html`<div class="finish">
        <span class="art ${left.length ? 'warn' : ''}">${icon(left.length ? alert : tick)}</span>
        <p>${t('setup.done.lead')}</p>
        <div class="acts">
          ${this.#call('simulate', 'solid', sound, t('setup.test'), () => this.#simulate())}
          ${this.#call('test-call', '', phone, t('setup.test_call'), () => this.#testCall())}
        </div>
        <p>${t('setup.test_call.text')}</p>
        <p class="err" role="alert" ?hidden=${this.said === ''}>${this.said}</p>
      </div>
      ${
        left.length
          ? html`<h4 class="cap">${t('setup.done.missing')}</h4>
              <ul class="box">
                ${left.map(
                  (step) =>
                    html`<li class="line">
                      <span class="t"><b>${t(`step.${step}`)}</b><small>${t(`step.${step}.without`)}</small></span>
                      <button
                        class="btn edge"
                        data-action="go"
                        data-step=${step}
                        aria-label="${t('card.open')}: ${t(`step.${step}`)}"
                        @click=${() => this.go(step)}
                      >
                        ${t('card.open')}
                      </button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
      <h4 class="cap">${t('setup.next')}</h4>
      <ul class="box">
        ${(['people', 'kiosk', 'automations'] as const).map(
          (what) =>
            html`<li class="line">
              <span class="t"><b>${t(`setup.next.${what}`)}</b><small>${t(`setup.next.${what}_text`)}</small></span>
            </li>`,
        )}
      </ul>`;
  }

  #call(action: string, look: string, drawing: Icon, word: string, run: () => Promise<string>): TemplateResult {
    return html`<button
      class="btn big ${look}"
      data-action=${action}
      aria-disabled=${this.working}
      @click=${() => void this.#do(run)}
    >
      ${icon(drawing)}${word}
    </button>`;
  }

  async #do(run: () => Promise<string>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.said = '';
    this.said = await run().catch(() => t('setup.other'));
    this.working = false;
    if (this.said === '') this.done(true);
  }

  async #simulate(): Promise<string> {
    await this.callAssist.simulateCall({ video: true, name: t('setup.test.name') });
    return '';
  }

  async #testCall(): Promise<string> {
    const result = await this.callAssist.testCall({ video: true, name: t('setup.test.name') });
    if (result.ok) return '';
    const { table } = words.value;
    // A call that ended has its own sheet; a refusal is said here.
    return table[`refused.${result.reason}` as Key] ?? table[`end.${result.reason}` as Key] ?? t('setup.other');
  }
}
