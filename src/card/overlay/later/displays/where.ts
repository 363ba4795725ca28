import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CallAssist, CallView } from '../../../../runtime/api.ts';
import { type DisplayId, type DisplayView, THIS_DEVICE } from '../../../../runtime/displays/view.ts';
import { icon, type Icon } from '../../../components/icons.ts';
import { base } from '../../../components/styles.ts';
import { follow } from '../../../follow.ts';
import { t } from '../../../localize/displays.ts';
import type { CardKey } from '../../../localize/keys.ts';
import { words } from '../../../localize/localize.ts';
import { check, screen, tablet } from '../icons.ts';
import { callSheetStyles } from '../styles.ts';
import { whereStyles } from '../styles/where.ts';
import { nameOf, speedWord, wayOf, whyNot } from '../../../displays.ts';

interface Option {
  readonly id: DisplayId;
  readonly name: string;
  readonly note: string;
  readonly drawing: Icon;
}

/** "Where to?": this screen, and those in the house. `ca-close`: one was chosen. */
export class CaWhere extends LitElement {
  static override readonly styles = [base, callSheetStyles, whereStyles];
  static override readonly properties = {
    callAssist: { attribute: false },
    call: { attribute: false },
    peer: {},
    screens: { state: true },
    asked: { state: true },
    refused: { state: true },
  };
  declare callAssist: CallAssist;
  declare call: CallView;
  /** What the person is called here, who may be hidden. */
  declare peer: string;
  /** null: not known yet. */
  declare screens: readonly DisplayView[] | null | 'away';
  /** The screen that plays something else: somebody is asked whether that may stop. */
  declare asked: DisplayView | null;
  /** Why nothing came of the last choice; empty: it is fine. */
  declare refused: string;

  constructor() {
    super();
    this.screens = null;
    this.asked = null;
    this.refused = '';
    follow(this, () => [words]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render(): TemplateResult {
    return html`${this.asked ? this.#question(this.asked) : this.#list()}
      <p class="said bad" role="alert">${this.refused || nothing}</p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('asked')) return;
    // Not on the yes: what is watched there must not stop by a second touch.
    if (this.asked) this.renderRoot.querySelector<HTMLElement>('[data-answer="no"]')?.focus();
    else if (changed.get('asked')) this.renderRoot.querySelector<HTMLElement>('.opt')?.focus();
  }

  /** Where the call is, or is on its way to. */
  get #chosen(): DisplayId {
    const { display } = this.call;
    return display && display.state !== 'here' ? display.wanted : THIS_DEVICE;
  }

  #list(): TemplateResult {
    const { screens } = this;
    const listed = screens === 'away' ? [] : (screens ?? []);
    const can = listed.filter((display) => wayOf(display) !== null);
    const cannot = listed.filter((display) => wayOf(display) === null);
    const n = { n: this.peer };
    const isHere = this.#chosen === THIS_DEVICE;
    const here = {
      id: THIS_DEVICE,
      name: t('tv.this_screen'),
      note: t(isHere ? 'tv.shows' : 'tv.shows_again', n),
      drawing: tablet,
    };
    return html`<div class="list" role="group" aria-label=${t('tv.where')}>
        ${this.#option(here, () => void this.#move(THIS_DEVICE))}
        ${can.map((display) => this.#option(this.#optionOf(display), () => this.#touch(display)))}
      </div>
      ${
        cannot.length
          ? html`<details ?open=${can.length === 0}>
              <summary>${t('tv.cannot_n', { count: cannot.length })}</summary>
              <ul>
                ${cannot.map(
                  (display) =>
                    html`<li data-display=${display.id}>
                      <b dir="auto">${nameOf(display)}</b><small>${whyNot(display)}</small>
                    </li>`,
                )}
              </ul>
            </details>`
          : nothing
      }
      <p class="line" role="status">${this.#state(listed.length)}</p>`;
  }

  #state(count: number): string {
    if (this.screens === 'away') return t('tv.away');
    if (this.screens === null) return t('tv.looking');
    return count ? '' : t('tv.none');
  }

  #optionOf(display: DisplayView): Option {
    const { id, inUse, last } = display;
    const way = wayOf(display);
    const { state } = this.call.display ?? { state: 'here' };
    const isChosen = id === this.#chosen;
    const notes = isChosen
      ? [state === 'there' ? t('tv.shows', { n: this.peer }) : t('tv.moving', { tv: display.name })]
      : [
          way ? speedWord(way) : '',
          inUse ? t('tv.playing') : '',
          last && last.result !== 'shown' && last.result !== 'in_use' ? t('tv.failed_before') : '',
        ];
    return { id, name: nameOf(display), note: notes.filter(Boolean).join(' · '), drawing: screen };
  }

  #option({ id, name, note, drawing }: Option, choose: () => void): TemplateResult {
    const chosen = id === this.#chosen;
    return html`<button class="opt" aria-pressed=${chosen} data-display=${id} @click=${choose}>
      ${icon(drawing)}<span class="t"><b dir="auto">${name}</b><small>${note}</small></span
      >${chosen ? icon(check) : nothing}
    </button>`;
  }

  #question(display: DisplayView): TemplateResult {
    return html`<div class="ask" role="alertdialog" aria-labelledby="sure">
      <p id="sure">${t('tv.sure', { tv: display.name })}</p>
      <div class="acts">
        <button class="big" data-answer="no" @click=${() => void (this.asked = null)}>${t('common.cancel')}</button>
        <button class="big solid" data-answer="yes" @click=${() => this.#move(display.id, true)}>
          ${t('tv.sure_yes')}
        </button>
      </div>
    </div>`;
  }

  #touch(display: DisplayView): void {
    if (display.id === this.#chosen) this.#close();
    else if (display.inUse) this.asked = display;
    else void this.#move(display.id);
  }

  async #move(display: DisplayId, mayInterrupt = false): Promise<void> {
    this.asked = null;
    this.refused = '';
    const callId = this.call.id;
    const result = await this.callAssist.command({ type: 'set-display', display, mayInterrupt, callId, by: 'touch' });
    if (result.ok) this.#close();
    else this.refused = result.reason.startsWith('refused_') ? t(`refused.${result.reason}` as CardKey) : '';
  }

  async #read(): Promise<void> {
    this.screens = await this.callAssist.displays(this.call.station).catch(() => 'away' as const);
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('ca-close'));
  }
}

if (!customElements.get('ca-where')) customElements.define('ca-where', CaWhere);
