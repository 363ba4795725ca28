import { html, nothing, type TemplateResult } from 'lit';
import type { CallAssist } from '../../../runtime/api.ts';
import type { StationSwitch } from '../../../runtime/storage/storage.ts';
import type { PagesKey } from '../../localize/keys.ts';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';
import { sure, switchRow } from '../rows.ts';

/** In the order of a call. */
const SWITCHES: readonly (readonly [name: StationSwitch, word: PagesKey, help?: PagesKey])[] = [
  ['dialAnyone', 'auto.dial_anyone'],
  ['linkDials', 'auto.link', 'auto.link_help'],
  ['scriptAnswers', 'auto.answer', 'auto.answer_help'],
  ['scriptAnswersWithCamera', 'auto.answer_camera'],
  ['scriptHangsUp', 'auto.hang_up'],
  ['scriptUnmutes', 'auto.unmute', 'auto.less'],
  ['scriptTurnsCameraOn', 'auto.camera', 'auto.less'],
];

/** "What automations may do": what happens at this station without anybody touching its screen, and its helpers. */
export class CaAutomations extends PageElement {
  static override readonly properties = { slug: { attribute: false }, helpers: { state: true } };
  /** Which station; empty: the first. */
  declare slug: string;
  /** What is being done to its helpers. */
  declare helpers: 'rest' | 'asks' | 'work';

  constructor() {
    super();
    this.slug = '';
    this.helpers = 'rest';
  }

  protected override render(): TemplateResult {
    const station = this.stationOf(this.slug);
    return html`${SWITCHES.map(([name, word, help]) =>
        switchRow({
          name,
          word: t(word),
          help: help && t(help),
          on: station[name],
          change: (on) => void this.tell(() => this.callAssist.configureStation({ [name]: on }, station.slug)),
        }),
      )}
      ${this.#helpers()}
      <p class="said" role="status">${this.said}</p>`;
  }

  #helpers(): TemplateResult {
    const rests = this.helpers === 'rest';
    const no = (): void => void (this.helpers = 'rest');
    return html`<div class="line">
        <span class="t"><b>${t('auto.helpers')}</b><small>${t('auto.helpers_help')}</small></span>
        <button
          class="btn edge"
          data-action="make-helpers"
          aria-disabled=${!rests}
          @click=${() => rests && void this.#make()}
        >
          ${t('auto.helpers_make')}
        </button>
        <button
          class="btn edge"
          data-action="remove-helpers"
          aria-disabled=${!rests}
          @click=${() => rests && void (this.helpers = 'asks')}
        >
          ${t('set.remove')}
        </button>
      </div>
      ${
        this.helpers === 'asks'
          ? sure(t('auto.helpers_sure'), t('set.remove'), { yes: () => void this.#remove(), no })
          : nothing
      }`;
  }

  async #make(): Promise<void> {
    this.helpers = 'work';
    let made: CreatedHelpers | null = null;
    const { slug } = this.stationOf(this.slug);
    if (await this.tell(async () => (made = await this.callAssist.createHelpers(slug)))) this.said = madeText(made);
    this.helpers = 'rest';
  }

  async #remove(): Promise<void> {
    this.helpers = 'work';
    let removed: RemovedHelpers | null = null;
    const { slug } = this.stationOf(this.slug);
    if (await this.tell(async () => (removed = await this.callAssist.removeHelpers(slug)))) {
      this.said = removedText(removed);
    }
    this.helpers = 'rest';
  }
}

type CreatedHelpers = Awaited<ReturnType<CallAssist['createHelpers']>>;
type RemovedHelpers = Awaited<ReturnType<CallAssist['removeHelpers']>>;
type Refused = { readonly ok: false; readonly refused: 'not_admin' | 'home_assistant_away' };

const refusedText = (result: Refused | null): string =>
  t(result?.refused === 'not_admin' ? 'lock.not_admin' : 'auto.helpers_away');

function madeText(made: CreatedHelpers | null): string {
  if (!made?.ok) return refusedText(made);
  const failed = made.helpers.filter(({ outcome }) => outcome === 'failed').length;
  return failed > 0 ? t('auto.helpers_some', { count: failed }) : t('auto.helpers_made');
}

function removedText(removed: RemovedHelpers | null): string {
  if (!removed?.ok) return refusedText(removed);
  const left = removed.helpers.filter(({ outcome }) => outcome !== 'removed').length;
  return left > 0 ? t('auto.helpers_left', { count: left }) : t('auto.helpers_removed');
}
