import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuietTime } from '../../../runtime/settings/device-settings.ts';
import { t } from '../../localize/pages.ts';
import { clockText, timeText, weekdays } from '../dates.ts';
import { PageElement } from '../element.ts';

/** What a new quiet time begins with: every night. */
const EVERY_NIGHT: QuietTime = { days: [0, 1, 2, 3, 4, 5, 6], from: '21:30', to: '07:00' };

/** When the device is quiet every week. */
export class CaQuietTimes extends PageElement {
  static override readonly styles = [
    ...PageElement.styles,
    css`
      .times {
        display: grid;
        gap: 12px;
        padding-block: 12px;
      }
      .times + .times {
        border-block-start: 1px solid var(--line);
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .days button {
        min-inline-size: 48px;
        min-block-size: 48px;
        padding: 4px 10px;
        border-radius: 24px;
        font-weight: 500;
        background: var(--sunken);
      }
      .days [aria-pressed='true'] {
        background: var(--accent-fill);
        color: #fff;
      }
      .span {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }
      .span label {
        display: grid;
        gap: 4px;
        font-size: 15px;
        color: var(--quiet);
      }
      .span .in {
        min-block-size: 48px;
        inline-size: 140px;
        color: var(--text);
      }
    `,
  ];
  static override readonly properties = { editing: { state: true } };
  /** The place of the time that is being changed. */
  declare editing: number | null;

  constructor() {
    super();
    this.editing = null;
  }

  protected override render(): TemplateResult {
    const { settings, quietUntil } = this.snapshot;
    const { quietTimes } = settings;
    return html`${quietUntil === null ? nothing : html`<p class="hint">${t('set.quiet_until', { time: timeText(quietUntil) })}</p>`}
      ${quietTimes.map((time, at) => (at === this.editing ? this.#edit(time, at) : this.#line(time, at)))}
      <div class="acts">
        <button
          class="btn"
          data-action="add-time"
          @click=${() => void this.#save([...quietTimes, EVERY_NIGHT]).then((saved) => saved && (this.editing = quietTimes.length))}
        >
          ${t('set.quiet_add')}
        </button>
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }

  #line(time: QuietTime, at: number): TemplateResult {
    const span = t('set.quiet_span', { from: clockText(time.from), to: clockText(time.to) });
    const days = daysText(time.days);
    return html`<div class="line">
      <span class="t"><b>${days}</b><small>${span}</small></span>
      <button
        class="btn edge"
        data-action="edit-time"
        aria-label="${t('set.change')}: ${days}, ${span}"
        @click=${() => (this.editing = at)}
      >
        ${t('set.change')}
      </button>
    </div>`;
  }

  #edit(time: QuietTime, at: number): TemplateResult {
    const { quietTimes } = this.snapshot.settings;
    const put = (change: Partial<QuietTime>): void =>
      void this.#save(quietTimes.map((each, index) => (index === at ? { ...each, ...change } : each)));
    const toggle = (day: number): void =>
      put({
        days: time.days.includes(day)
          ? time.days.filter((each) => each !== day)
          : [...time.days, day].toSorted((a, b) => a - b),
      });
    const edge = (name: 'from' | 'to', word: string): TemplateResult =>
      html`<label
        >${word}<input
          class="in"
          type="time"
          name=${name}
          required
          .value=${live(time[name])}
          @change=${(event: Event) => put({ [name]: (event.target as HTMLInputElement).value.slice(0, 5) })}
      /></label>`;
    return html`<div class="times" role="group" aria-label=${daysText(time.days)}>
      <div class="days">
        ${weekdays().map(
          ({ day, short, long }) =>
            html`<button
              data-day=${day}
              aria-label=${long}
              aria-pressed=${time.days.includes(day)}
              @click=${() => toggle(day)}
            >
              ${short}
            </button>`,
        )}
      </div>
      <div class="span">${edge('from', t('set.quiet_from'))}${edge('to', t('set.quiet_to'))}</div>
      <div class="acts">
        <button
          class="btn edge"
          data-action="remove-time"
          @click=${() => {
            this.editing = null;
            void this.#save(quietTimes.filter((_, index) => index !== at));
          }}
        >
          ${t('set.remove')}
        </button>
        <button class="btn solid" data-action="done" @click=${() => (this.editing = null)}>${t('common.done')}</button>
      </div>
    </div>`;
  }

  #save(quietTimes: readonly QuietTime[]): Promise<boolean> {
    return this.tell(() => this.callAssist.configureDevice({ quietTimes }));
  }
}

function daysText(days: readonly number[]): string {
  if (days.length === 0) return t('set.quiet_never');
  if (days.length === 7) return t('set.quiet_daily');
  const chosen = weekdays().filter(({ day }) => days.includes(day));
  return chosen.map(({ short }) => short).join(', ');
}
