import { html, nothing, type TemplateResult } from 'lit';
import type { RemovedHelpers } from '../../../runtime/home-assistant/remove-helpers.ts';
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
  static override readonly properties = { removing: { state: true } };
  declare removing: 'no' | 'asks' | 'runs';

  constructor() {
    super();
    this.removing = 'no';
  }

  protected override render(): TemplateResult {
    const { station } = this.snapshot;
    return html`${SWITCHES.map(([name, word, help]) =>
        switchRow({
          name,
          word: t(word),
          help: help && t(help),
          on: station[name],
          change: (on) => void this.tell(() => this.callAssist.configureStation({ [name]: on })),
        }),
      )}
      ${this.#helpers()}
      <p class="said" role="status">${this.said}</p>`;
  }

  #helpers(): TemplateResult {
    const no = (): void => void (this.removing = 'no');
    return html`<div class="line">
        <span class="t"><b>${t('auto.helpers')}</b><small>${t('auto.helpers_help')}</small></span>
        <button
          class="btn edge"
          data-action="remove-helpers"
          aria-disabled=${this.removing === 'runs'}
          @click=${() => this.removing === 'no' && (this.removing = 'asks')}
        >
          ${t('set.remove')}
        </button>
      </div>
      ${
        this.removing === 'asks'
          ? sure(t('auto.helpers_sure'), t('set.remove'), { yes: () => void this.#remove(), no })
          : nothing
      }`;
  }

  async #remove(): Promise<void> {
    this.removing = 'runs';
    let removed: RemovedHelpers | null = null;
    if (await this.tell(async () => (removed = await this.callAssist.removeHelpers()))) this.said = outcome(removed);
    this.removing = 'no';
  }
}

function outcome(removed: RemovedHelpers | null): string {
  if (!removed?.ok) return t(removed?.refused === 'not_admin' ? 'lock.not_admin' : 'auto.helpers_away');
  const left = removed.helpers.filter((helper) => helper.outcome !== 'removed').length;
  return left > 0 ? t('auto.helpers_left', { count: left }) : t('auto.helpers_removed');
}
