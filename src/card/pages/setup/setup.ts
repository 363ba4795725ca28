import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { alert, icon } from '../../components/icons.ts';
import { base } from '../../components/styles.ts';
import { follow } from '../../follow.ts';
import { words } from '../../localize/localize.ts';
import { t } from '../../localize/setup.ts';
import { check as tick, lockIcon, minus } from '../icons.ts';
import { CaSignIn } from '../sign-in.ts';
import { CaSetupAccount } from './account-step.ts';
import type { SetupApi } from './api.ts';
import { CaDisplay } from '../settings/display.ts';
import { CaTvView } from '../settings/tv-view.ts';
import { CaCopy } from './copy.ts';
import { CaSetupDevice } from './device-step.ts';
import { CaSetupHelpers } from './helpers-step.ts';
import {
  type Progress,
  type ProgressStore,
  readProgress,
  type StepId,
  STEPS,
  withoutStep,
  withStep,
  writeProgress,
} from './progress.ts';
import { setupStyles } from './setup-styles.ts';
import { CaSetupStation } from './station-step.ts';
import { CaSetupTry } from './try-step.ts';

/**
 * Leads through setting up this device, step by step; can be left and opened again at any time. Fires `done` and
 * `leave` at its end, and `unlock` (what is to run then) where the lock of the device is in the way.
 */
export class CaSetup extends LitElement {
  static override readonly styles = [base, setupStyles];
  static override readonly properties = {
    callAssist: { attribute: false },
    detail: { attribute: false },
    progress: { state: true },
    skipping: { state: true },
  };
  declare callAssist: SetupApi;
  /** The step to open; null: where it was left. */
  declare detail: string | null;
  declare progress: Progress;
  /** Somebody wants to skip the step, and reads what is missing without it. */
  declare skipping: boolean;
  /** Where {@link Progress} is kept; may throw. */
  store: () => ProgressStore = () => localStorage;

  constructor() {
    super();
    this.detail = null;
    this.progress = { step: 'device', done: [], skipped: [] };
    this.skipping = false;
    follow(this, () => [words, this.callAssist.snapshot]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const progress = readProgress(this.store);
    const asked = STEPS.find((step) => step === this.detail);
    this.progress = asked ? { ...progress, step: asked } : progress;
  }

  protected override render(): TemplateResult {
    const { step } = this.progress;
    return html`<nav aria-label=${t('setup.steps')}>
        <ol>
          ${STEPS.map((each, at) => this.#tab(each, at + 1))}
        </ol>
        <p class="stays">${t('setup.stays')}</p>
      </nav>
      <section aria-labelledby="step">
        <h3 id="step" tabindex="-1">
          <span class="vh">${t('setup.step_of', { n: STEPS.indexOf(step) + 1, all: STEPS.length })}: </span
          >${this.#title(step)}
        </h3>
        ${this.#notes()} ${this.#step(step)}
      </section>
      ${this.#foot(step)}`;
  }

  #tab(step: StepId, number: number): TemplateResult {
    const now = step === this.progress.step;
    const done = this.#isDone(step);
    const skipped = !done && this.progress.skipped.includes(step);
    const state = done ? t('step.state.done') : skipped ? t('step.state.skipped') : '';
    return html`<li>
      <button
        class=${now ? 'now' : done ? 'done' : skipped ? 'skipped' : ''}
        data-step=${step}
        aria-current=${now ? 'step' : nothing}
        @click=${() => void this.#go(step)}
      >
        <span class="n">${done && !now ? icon(tick) : skipped && !now ? icon(minus) : number}</span
        ><span class="l">${t(`step.${step}`)}</span>${state ? html`<span class="vh">, ${state}</span>` : nothing}
      </button>
    </li>`;
  }

  #title(step: StepId): string {
    switch (step) {
      case 'device':
        return t('setup.check');
      case 'account':
        return t('setup.account');
      case 'station':
        return t('setup.station');
      case 'helpers':
        return t('setup.helpers');
      case 'try':
        return this.#missing.length
          ? t('setup.done.almost')
          : t('setup.done', { station: this.callAssist.snapshot.value.station.name });
      default:
        return step satisfies never;
    }
  }

  /** What stands in the way of every step. */
  #notes(): TemplateResult {
    const { lock, problems } = this.callAssist.snapshot.value;
    const unlock = (): void => {
      this.dispatchEvent(new CustomEvent('unlock', { bubbles: true, composed: true, detail: () => {} }));
    };
    return html`${problems.map((problem) =>
      problem.kind === 'storage'
        ? html`<p class="note bad" role="alert">
            ${icon(alert)}<span class="t"
              ><b>${t(`storage.${problem.problem}.title`)}</b>${t(`storage.${problem.problem}`)}</span
            >
          </p>`
        : nothing,
    )}${
      lock.locked
        ? html`<p class="note">
            ${icon(lockIcon)}<span class="t"><b>${t('setup.locked')}</b>${t('setup.locked_text')}</span
            ><button class="btn solid" data-action="unlock" @click=${unlock}>${t('setup.unlock')}</button>
          </p>`
        : nothing
    }`;
  }

  #step(step: StepId): TemplateResult {
    const { callAssist } = this;
    const done = (event: CustomEvent<boolean>): void => this.#mark(step, event.detail);
    const go = (event: CustomEvent<StepId>): void => void this.#go(event.detail);
    switch (step) {
      case 'device':
        return html`<ca-setup-device .callAssist=${callAssist} @step-done=${done} @go-step=${go}></ca-setup-device>`;
      case 'account':
        return html`<ca-setup-account .callAssist=${callAssist}></ca-setup-account>`;
      case 'station':
        return html`<ca-setup-station .callAssist=${callAssist} .made=${this.#isDone(step)}></ca-setup-station>`;
      case 'helpers':
        return html`<ca-setup-helpers .callAssist=${callAssist} @step-done=${done}></ca-setup-helpers>`;
      case 'try':
        return html`<ca-setup-try
          .callAssist=${callAssist}
          .missing=${this.#missing}
          @step-done=${done}
          @go-step=${go}
        ></ca-setup-try>`;
      default:
        return step satisfies never;
    }
  }

  #foot(step: StepId): TemplateResult {
    const at = STEPS.indexOf(step);
    // A station is what it is by itself, and at the end there is nothing to skip.
    const skip = !this.#isDone(step) && step !== 'station' && step !== 'try';
    const button = (action: string, look: string, word: string, run: () => void): TemplateResult =>
      html`<button class="btn ${look}" data-action=${action} @click=${run}>${word}</button>`;
    if (this.skipping && skip)
      return html`<footer>
        <p class="why" role="alert">${t(`step.${step}.without`)}</p>
        ${button('stay', 'edge', t('setup.stay'), () => (this.skipping = false))}
        ${button('skip-sure', 'solid', t('setup.skip_sure'), () => this.#skip())}
      </footer>`;
    return html`<footer>
      ${at > 0 ? button('back', '', t('setup.back'), () => void this.#go(STEPS[at - 1] ?? 'device')) : nothing}
      <span class="sp"></span>
      ${
        step === 'try'
          ? button('finish', 'edge', t('setup.finish'), () => this.#finish())
          : skip
            ? button('skip', 'edge', t('setup.skip'), () => (this.skipping = true))
            : button('continue', 'solid', t('setup.continue'), () => this.#continue())
      }
    </footer>`;
  }

  get #missing(): readonly StepId[] {
    return STEPS.filter((step) => step !== 'try' && !this.#isDone(step));
  }

  #isDone(step: StepId): boolean {
    if (step === 'account') return this.callAssist.snapshot.value.accounts.length > 0;
    return this.progress.done.includes(step);
  }

  #mark(step: StepId, done: boolean): void {
    const change = done ? withStep : withoutStep;
    this.#keep({ ...this.progress, done: change(this.progress.done, step) });
  }

  #skip(): void {
    const { step, skipped } = this.progress;
    this.#keep({ ...this.progress, skipped: withStep(skipped, step) });
    void this.#next();
  }

  #continue(): void {
    if (this.progress.step === 'station') void this.#keepStation();
    void this.#next();
  }

  /** Going on says yes to the station as it stands: only a device that was made one is bound to helpers. */
  async #keepStation(): Promise<void> {
    const { name } = this.callAssist.snapshot.value.station;
    await this.callAssist.configureStation({ name }).then(
      () => this.#mark('station', true),
      // A lock or a storage that refuses has its note above; the step stays open.
      () => {},
    );
  }

  #next(): Promise<void> {
    return this.#go(STEPS[STEPS.indexOf(this.progress.step) + 1] ?? 'try');
  }

  async #go(step: StepId): Promise<void> {
    this.skipping = false;
    this.#keep({ ...this.progress, step });
    await this.updateComplete;
    const title = this.renderRoot.querySelector<HTMLElement>('#step');
    // Read out with its number; and the step begins at its top.
    title?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  #keep(progress: Progress): void {
    this.progress = progress;
    writeProgress(this.store, progress);
  }

  #finish(): void {
    this.#keep({ ...this.progress, step: 'device' });
    for (const name of ['done', 'leave']) this.dispatchEvent(new CustomEvent(name));
  }
}

for (const [tag, element] of [
  ['ca-copy', CaCopy],
  ['ca-display', CaDisplay],
  ['ca-sign-in', CaSignIn],
  ['ca-setup-device', CaSetupDevice],
  ['ca-setup-account', CaSetupAccount],
  ['ca-setup-station', CaSetupStation],
  ['ca-setup-helpers', CaSetupHelpers],
  ['ca-setup-try', CaSetupTry],
  ['ca-setup', CaSetup],
  ['ca-tv-view', CaTvView],
] as const) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
