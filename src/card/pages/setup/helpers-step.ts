import { html, nothing, type TemplateResult } from 'lit';
import { alert, icon } from '../../components/icons.ts';
import { words } from '../../localize/localize.ts';
import { t } from '../../localize/setup.ts';
import { check as tick, minus } from '../icons.ts';
import type { HelperOutcome, HelperProblem, StationHelper } from './api.ts';
import { StepElement } from './step-element.ts';

/** What the list shows of a helper. */
type Shown = Pick<StationHelper, 'key' | 'entityId' | 'exists' | 'disabled'>;

interface Row extends Shown {
  readonly created: boolean;
  readonly problem: HelperProblem | null;
}

/** "Let Home Assistant take part": the station's helpers, made by an admin's touch, or as YAML for one. */
export class CaSetupHelpers extends StepElement {
  static override readonly properties = {
    ...StepElement.properties,
    rows: { state: true },
    admin: { state: true },
    state: { state: true },
  };
  declare rows: readonly Row[];
  /** null: Home Assistant has not said it. */
  declare admin: boolean | null;
  declare state: 'looking' | 'ready' | 'creating' | 'away';

  constructor() {
    super();
    this.rows = [];
    this.admin = null;
    this.state = 'looking';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  get #missing(): readonly Row[] {
    return this.rows.filter(({ exists }) => !exists);
  }

  protected override render(): TemplateResult {
    const { rows, admin, state } = this;
    const missing = this.#missing.length;
    const yaml = this.callAssist.helpersYaml();
    const failed = rows.some(({ problem }) => problem !== null);
    const said =
      state === 'looking'
        ? t('helpers.looking')
        : state === 'creating'
          ? t('helpers.creating')
          : state === 'away'
            ? t('helpers.away')
            : failed
              ? t('helpers.some')
              : missing === 0
                ? t('helpers.all')
                : '';
    return html`<p class="lead">${t('setup.helpers.lead')}</p>
      <div class="head">
        <p role="status">${said}</p>
        ${this.#main(missing)}
      </div>
      ${
        rows.length
          ? html`<ul class="box">
              ${rows.map((row) => this.#row(row))}
            </ul>`
          : nothing
      }
      ${
        admin === false && missing > 0
          ? html`<p class="note warn">
              ${icon(alert)}<span class="t"><b>${t('helpers.not_admin')}</b>${t('helpers.not_admin_text')}</span>
            </p>`
          : nothing
      }
      ${
        yaml !== '' && (missing > 0 || state === 'away')
          ? html`<details ?open=${admin === false}>
              <summary>${t('helpers.yaml')}</summary>
              <ca-copy .text=${yaml} .word=${t('helpers.yaml_copy')} .label=${t('helpers.yaml')}></ca-copy>
            </details>`
          : nothing
      }`;
  }

  #main(missing: number): TemplateResult | typeof nothing {
    const { admin, state } = this;
    if (state === 'away' || (state === 'ready' && admin === null))
      return html`<button class="btn edge" data-action="try" @click=${() => void this.#look()}>
        ${t('common.try')}
      </button>`;
    if (state === 'looking' || !admin || missing === 0) return nothing;
    const one = new Intl.PluralRules(words.value.language).select(missing) === 'one';
    return html`<button
      class="btn solid"
      data-action="create"
      aria-disabled=${state === 'creating'}
      @click=${() => void this.#create()}
    >
      ${t(state === 'creating' ? 'helpers.creating' : one ? 'helpers.create_one' : 'helpers.create_n', { count: missing })}
    </button>`;
  }

  #row({ key, entityId, exists, disabled, created, problem }: Row): TemplateResult {
    const wrong = problem ?? (disabled ? 'disabled' : null);
    const status = wrong ? 'warn' : exists ? 'ok' : 'todo';
    const word = wrong ? '' : t(created ? 'helper.created' : exists ? 'helper.exists' : 'helper.missing');
    return html`<li class="line" data-helper=${key} data-status=${status}>
      <span class="state ${status}">${icon(wrong ? alert : exists ? tick : minus)}</span>
      <span class="t"
        ><b>${t(`helper.${key}`)}</b
        ><small><code>${entityId}</code>${word ? ` · ${word}` : nothing}</small
        >${wrong ? html`<small>${t(`helper.problem.${wrong}`)}</small>` : nothing}</span
      >
    </li>`;
  }

  async #look(): Promise<void> {
    this.state = 'looking';
    try {
      const [found, admin] = await Promise.all([this.callAssist.stationHelpers(), this.callAssist.isAdmin()]);
      this.rows = found.map((helper) => ({ ...helper, created: false, problem: null }));
      this.admin = admin;
      this.#ready();
    } catch {
      this.state = 'away';
    }
  }

  async #create(): Promise<void> {
    if (this.state === 'creating') return;
    this.state = 'creating';
    await this.attempt(
      async () => {
        const result = await this.callAssist.createHelpers();
        if (!result.ok) {
          if (result.refused === 'not_admin') this.admin = false;
          this.state = result.refused === 'not_admin' ? 'ready' : 'away';
          return;
        }
        this.rows = result.helpers.map(rowOf);
        this.#ready();
      },
      (done) => {
        if (!done) this.state = 'away';
      },
    );
    // A device that is locked asks for the unlock first, and nothing was made until then.
    if (this.state === 'creating') this.state = 'ready';
  }

  #ready(): void {
    this.state = 'ready';
    this.done(this.rows.length > 0 && this.rows.every(({ exists, disabled }) => exists && !disabled));
  }
}

function rowOf({ key, entityId, outcome, problem = 'refused' }: HelperOutcome): Row {
  const failed = outcome === 'failed';
  return {
    key,
    entityId,
    exists: !failed || problem === 'disabled',
    disabled: failed && problem === 'disabled',
    created: outcome === 'created',
    problem: failed ? problem : null,
  };
}
