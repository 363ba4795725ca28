import { html, type TemplateResult } from 'lit';
import type { StationSwitch } from '../../../runtime/storage/storage.ts';
import type { PagesKey } from '../../localize/keys.ts';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';
import { switchRow } from '../rows.ts';

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

/** "What automations may do": what happens at this station without anybody touching its screen. */
export class CaAutomations extends PageElement {
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
      <p class="said" role="status">${this.said}</p>`;
  }
}
