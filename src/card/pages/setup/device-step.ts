import { html, nothing, type TemplateResult } from 'lit';
import { CHECK_IDS, type CheckId, type CheckResult, type CheckStatus } from '../../../runtime/checks/checks.ts';
import { alert, close, icon, type Icon } from '../../components/icons.ts';
import { t } from '../../localize/setup.ts';
import { check as tick, minus } from '../icons.ts';
import { checkSentence, fixSentence, FIX_ACTS, summary } from './check-words.ts';
import { thisHost } from './how-to.ts';
import { keepResult, resultsOf } from './progress.ts';
import { StepElement } from './step-element.ts';

type RowStatus = CheckStatus | 'waiting' | 'running';
const DRAWINGS: Readonly<Record<RowStatus, Icon>> = {
  ok: tick,
  warn: alert,
  fail: close,
  skipped: minus,
  waiting: minus,
  running: minus,
};

/** "Can this device make calls?": one row for each check, with what it came to and what to do about it. */
export class CaSetupDevice extends StepElement {
  static override readonly properties = {
    ...StepElement.properties,
    results: { state: true },
    running: { state: true },
    how: { state: true },
  };
  declare results: ReadonlyMap<CheckId, CheckResult>;
  /** The check that is done now. */
  declare running: CheckId | null;
  /** The row whose "How to allow it" is open. */
  declare how: CheckId | null;
  #run: AbortController | null = null;

  constructor() {
    super();
    this.results = new Map();
    this.running = null;
    this.how = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.results = resultsOf(this.callAssist);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run?.abort();
    this.#run = null;
    this.running = null;
  }

  protected override render(): TemplateResult {
    const { results, running } = this;
    const said =
      running !== null
        ? t('setup.check.progress', {
            n: CHECK_IDS.indexOf(running) + 1,
            all: CHECK_IDS.length,
            name: t(`check.${running}`),
          })
        : results.size
          ? summary(results.values())
          : t('setup.check.lead');
    return html`<div class="head">
        <p class="lead" role="status">${said}</p>
        <button
          class="btn ${results.size ? 'edge' : 'solid'}"
          data-action="check"
          aria-disabled=${running !== null}
          @click=${() => void this.#check()}
        >
          ${t(running !== null ? 'check.running' : results.size ? 'setup.check.again' : 'setup.check.begin')}
        </button>
      </div>
      <progress
        max=${CHECK_IDS.length}
        value=${running ? CHECK_IDS.indexOf(running) : 0}
        aria-hidden="true"
        ?data-on=${running !== null}
      ></progress>
      <ul class="box">
        ${CHECK_IDS.map((id) => this.#row(id))}
      </ul>`;
  }

  #row(id: CheckId): TemplateResult {
    const result = this.results.get(id);
    const running = this.running === id;
    const status: RowStatus = running ? 'running' : (result?.status ?? 'waiting');
    const sentence = running
      ? t(id === 'microphone' ? 'check.speak' : 'check.running')
      : result
        ? checkSentence(result)
        : t('check.waiting');
    const level = running ? undefined : result?.detail?.['percent'];
    // What a tablet can do without is offered all the same.
    const offered = result?.fix !== undefined && FIX_ACTS[result.fix] === 'notifications';
    const wrong = !running && (status === 'warn' || status === 'fail' || offered);
    return html`<li class="line" data-check=${id} data-status=${status}>
      <span class="state ${status}" role="img" aria-label=${t(`check.status.${status}`)}
        >${icon(DRAWINGS[status])}</span
      >
      <span class="t"
        ><b>${t(`check.${id}`)}</b
        ><small
          >${sentence}
          ${
            typeof level === 'number'
              ? html`<meter min="0" max="100" value=${level} aria-label=${t('station.level')}></meter>`
              : nothing
          }</small
        ></span
      >
      ${wrong && result ? this.#fix(result) : nothing}
    </li>`;
  }

  #fix(result: CheckResult): TemplateResult {
    const { id, fix, copy } = result;
    const name = t(`check.${id}`);
    const act = fix ? FIX_ACTS[fix] : 'none';
    const open = this.how === id;
    const button = (action: string, look: string, word: string, run: () => void): TemplateResult =>
      html`<button
        class="btn ${look}"
        data-action=${action}
        aria-label="${name}: ${word}"
        aria-expanded=${action === 'how' ? String(open) : nothing}
        aria-disabled=${this.running !== null}
        @click=${run}
      >
        ${word}
      </button>`;
    return html`<span class="acts">
        ${act === 'how' ? button('how', 'edge', t('check.how'), () => (this.how = open ? null : id)) : nothing}
        ${act === 'sound' ? button('allow-sound', 'solid', t('card.sound_do'), () => this.#allowSound()) : nothing}
        ${
          act === 'notifications'
            ? button('allow-notifications', 'solid', t('check.allow'), () => void this.#allowNotifications())
            : nothing
        }
        ${act === 'station' ? button('station', 'edge', t('step.station'), () => this.go('station')) : nothing}
        ${act === 'sound' || act === 'notifications' ? nothing : button('try', 'edge', t('common.try'), () => void this.#check(id))}
      </span>
      ${
        fix
          ? html`<div class="fix">
              <p>${fixSentence(fix)}</p>
              ${open ? html`<p role="status">${t(`how.${thisHost()}`)}</p>` : nothing}
              ${copy ? html`<ca-copy .text=${copy} .label=${name}></ca-copy>` : nothing}
            </div>`
          : nothing
      }`;
  }

  #allowSound(): void {
    this.callAssist.allowSound();
    void this.#check('sound');
  }

  /** The browser asks the person; it does so only after a touch. */
  async #allowNotifications(): Promise<void> {
    await Notification.requestPermission();
    await this.#check('notifications');
  }

  async #check(only?: CheckId): Promise<void> {
    if (this.#run) return;
    const run = (this.#run = new AbortController());
    const { signal } = run;
    const { callAssist } = this;
    try {
      await callAssist.checks({
        ...(only && { only }),
        signal,
        onBegin: (id) => {
          if (!signal.aborted) this.running = id;
        },
        onResult: (result) => {
          if (!signal.aborted) this.results = keepResult(callAssist, result);
        },
      });
    } finally {
      if (this.#run === run) {
        this.#run = null;
        this.running = null;
        const all = CHECK_IDS.every((id) => this.results.has(id));
        this.done(all && ![...this.results.values()].some(({ status }) => status === 'fail'));
      }
    }
  }
}
