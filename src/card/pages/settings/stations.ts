import { html, nothing, type TemplateResult } from 'lit';
import type { Station } from '../../../runtime/storage/storage.ts';
import { t as tv } from '../../localize/displays.ts';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';
import { sure } from '../rows.ts';

const LONGEST_NAME = 60;

/** All call stations of this kiosk, one below the other. The first takes the calls that come in. */
export class CaStations extends PageElement {
  static override readonly properties = { removing: { state: true }, adding: { state: true } };
  /** Slug of the one that is about to be removed. */
  declare removing: string | null;
  declare adding: boolean;

  constructor() {
    super();
    this.removing = null;
    this.adding = false;
  }

  protected override render(): TemplateResult {
    const { stations } = this.snapshot;
    return html`${stations.map((station, at) => this.#station(station, at === 0, stations.length > 1))}
      <div class="box">
        ${this.adding ? this.#form() : this.#add()}
        <p class="said" role="status">${this.said}</p>
      </div>`;
  }

  #station(station: Station, isFirst: boolean, isOneOfMany: boolean): TemplateResult {
    const { slug } = station;
    return html`<div class="box" data-station=${slug}>
      ${isOneOfMany ? this.#head(station, isFirst) : nothing}
      <ca-station class="part" .callAssist=${this.callAssist} .slug=${slug}></ca-station>
      <h4 class="cap">${tv('tv.set.title')}</h4>
      <ca-display class="part" .callAssist=${this.callAssist} .slug=${slug}></ca-display>
      <h4 class="cap">${t('auto.title')}</h4>
      <ca-automations class="part" .callAssist=${this.callAssist} .slug=${slug}></ca-automations>
    </div>`;
  }

  #head({ slug, name }: Station, isFirst: boolean): TemplateResult {
    const no = (): void => void (this.removing = null);
    const yes = (): void => {
      no();
      void this.tell(() => this.callAssist.removeStation(slug));
    };
    return html`<div class="line">
        <span class="t"
          ><b dir="auto">${name}</b>${isFirst ? html`<small>${t('set.station_first')}</small>` : nothing}</span
        >
        ${
          isFirst
            ? nothing
            : html`<button
                class="btn edge"
                data-action="prefer"
                @click=${() => void this.tell(() => this.callAssist.preferStation(slug))}
              >
                ${t('set.station_prefer')}
              </button>`
        }
        <button class="btn edge" data-action="remove" @click=${() => void (this.removing = slug)}>
          ${t('set.remove')}
        </button>
      </div>
      ${this.removing === slug ? sure(t('set.station_sure', { n: name }), t('set.remove'), { yes, no }) : nothing}`;
  }

  #add(): TemplateResult {
    return html`<div class="line">
      <span class="t"><b>${t('set.station_add')}</b><small>${t('set.station_help')}</small></span>
      <button class="btn edge" data-action="add-station" @click=${() => void (this.adding = true)}>
        ${t('set.open')}
      </button>
    </div>`;
  }

  #form(): TemplateResult {
    return html`<form class="part" @submit=${this.#submit}>
      <div class="field">
        <label for="new-station">${t('set.name')}</label>
        <input class="in" id="new-station" dir="auto" autocomplete="off" maxlength=${LONGEST_NAME} />
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${() => void (this.adding = false)}>
          ${t('common.cancel')}
        </button>
        <button class="btn solid" data-action="save-station">${t('common.save')}</button>
      </div>
    </form>`;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.renderRoot.querySelector<HTMLInputElement>('#new-station')?.value.trim() ?? '';
    if (await this.tell(() => this.callAssist.addStation({ name }))) this.adding = false;
  };
}
