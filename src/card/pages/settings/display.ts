import { html, nothing, type TemplateResult } from 'lit';
import type { DisplayAnnouncement, DisplaySound, DisplayView } from '../../../runtime/displays/view.ts';
import { THIS_DEVICE } from '../../../runtime/displays/view.ts';
import type { Station } from '../../../runtime/storage/storage.ts';
import { mayWork, nameOf, wayOf, whyNot } from '../../displays.ts';
import { t } from '../../localize/displays.ts';
import { PageElement } from '../element.ts';
import { rangeRow, selectRow, switchRow, textRow } from '../rows.ts';
import { tryDisplay } from './try-display.ts';

/** An address of the web is no longer than this. */
const LONGEST_ADDRESS = 200;
const ANNOUNCES = ['no', 'without-name', 'with-name'] as const satisfies readonly DisplayAnnouncement[];

/** Where a station's calls are shown: on this screen, or on one of the house, and how they are there. */
export class CaDisplay extends PageElement {
  static override readonly properties = { slug: { attribute: false }, screens: { state: true } };
  /** Which station; empty: the first. */
  declare slug: string;
  /** null: not known yet; `away`: Home Assistant did not tell. */
  declare screens: readonly DisplayView[] | null | 'away';

  constructor() {
    super();
    this.slug = '';
    this.screens = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render(): TemplateResult {
    const station = this.stationOf(this.slug);
    const { screens } = this;
    const listed = screens === 'away' ? [] : (screens ?? []);
    const chosen = listed.find(({ id }) => id === station.display);
    return html`${this.#screen(station, listed)}
      ${chosen && wayOf(chosen) === null ? html`<p class="part">${whyNot(chosen)}</p>` : nothing}
      ${
        listed.some((display) => mayWork(display, 'cast-view'))
          ? html`<ca-tv-view
              class="part"
              .callAssist=${this.callAssist}
              .slug=${this.slug}
              @ca-made=${() => void this.#read()}
            ></ca-tv-view>`
          : nothing
      }
      ${station.display === THIS_DEVICE ? nothing : this.#there(station)}
      ${listed.some((display) => mayWork(display, 'stream')) ? this.#server(station) : nothing}
      <p class="said" role="status">${this.said}</p>`;
  }

  #screen({ display }: Station, listed: readonly DisplayView[]): TemplateResult {
    const { screens } = this;
    const known = display === THIS_DEVICE || listed.some(({ id }) => id === display);
    const help =
      screens === null ? t('tv.looking') : screens === 'away' ? t('tv.away') : listed.length ? '' : t('tv.set.none');
    return selectRow({
      name: 'display',
      word: t('tv.set.screen'),
      help,
      choices: [
        { id: THIS_DEVICE, label: t('tv.this_screen') },
        ...(known ? [] : [{ id: display, label: t('tv.set.screen_away', { tv: display }) }]),
        ...listed.map((each) => ({
          id: each.id,
          label: wayOf(each) === null ? t('tv.set.screen_away', { tv: nameOf(each) }) : nameOf(each),
        })),
      ],
      chosen: display,
      change: (id) => void this.#save({ display: id }),
    });
  }

  #there({ displayStarts, displaySound, displayLevel, displayAnnounces }: Station): TemplateResult {
    return html`${switchRow({
        name: 'display-starts',
        word: t('tv.set.starts'),
        help: t('tv.set.starts_help'),
        on: displayStarts,
        change: (on) => void this.#save({ displayStarts: on }),
      })}
      ${selectRow({
        name: 'display-sound',
        word: t('tv.set.sound'),
        choices: [
          { id: 'display', label: t('tv.sound_there') },
          { id: 'this_device', label: t('tv.sound_here') },
        ],
        chosen: displaySound,
        change: (id) => void this.#save({ displaySound: id as DisplaySound }),
      })}
      ${rangeRow({
        name: 'display-level',
        word: t('tv.set.level'),
        help: t('tv.set.level_help'),
        share: displayLevel,
        change: (share) => void this.#save({ displayLevel: share }),
      })}
      ${selectRow({
        name: 'display-announces',
        word: t('tv.set.announces'),
        help: t('tv.set.announces_help'),
        choices: ANNOUNCES.map((id) => ({ id, label: t(`tv.set.announces.${id}`) })),
        chosen: displayAnnounces,
        change: (id) => void this.#save({ displayAnnounces: id as DisplayAnnouncement }),
      })}
      <div class="line">
        <span class="t"><b>${t('tv.set.test')}</b><small>${t('tv.set.test_help')}</small></span>
        <button class="btn edge" data-action="test-display" @click=${() => void this.#test()}>
          ${t('tv.set.test')}
        </button>
      </div>`;
  }

  #server({ displayServer }: Station): TemplateResult {
    return textRow({
      name: 'display-server',
      word: t('tv.set.server'),
      help: t('tv.set.server_help'),
      value: displayServer,
      longest: LONGEST_ADDRESS,
      placeholder: 'https://',
      change: (address) => void this.#setServer(address),
    });
  }

  /** What it makes possible is known once it was asked. */
  async #setServer(displayServer: string): Promise<void> {
    if (await this.#save({ displayServer })) await this.#read();
  }

  async #read(): Promise<void> {
    const { slug } = this.stationOf(this.slug);
    this.screens = await this.callAssist.displays(slug).catch(() => this.screens ?? 'away');
  }

  async #test(): Promise<void> {
    this.said = '';
    const { display } = this.stationOf(this.slug);
    const began = await tryDisplay(this.callAssist, display, t('tv.set.test_name')).catch(() => false);
    if (!began) this.said = t('tv.set.test_failed');
  }

  #save(change: Partial<Station>): Promise<boolean> {
    return this.tell(() => this.callAssist.configureStation(change, this.stationOf(this.slug).slug));
  }
}
