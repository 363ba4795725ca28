import { html, type TemplateResult } from 'lit';
import { icon } from '../../components/icons.ts';
import { LANGUAGES } from '../../localize/localize.ts';
import { t } from '../../localize/pages.ts';
import { languageName, unitText } from '../dates.ts';
import { PageElement } from '../element.ts';
import { lockIcon } from '../icons.ts';
import { rangeRow, ringtoneRow, selectRow, switchRow } from '../rows.ts';
import type { DeviceChange, DeviceSettings } from '../../../runtime/settings/device-settings.ts';
import { CaCopy } from '../setup/copy.ts';
import { CaAccounts } from './accounts.ts';
import { CaAutomations } from './automations.ts';
import { CaDisplay } from './display.ts';
import { CaDropIn } from './drop-in.ts';
import { CaLock } from './lock.ts';
import { CaQuietTimes } from './quiet.ts';
import { CaStation } from './station.ts';
import { CaStations } from './stations.ts';
import { CaTransfer } from './transfer.ts';
import { CaTvView } from './tv-view.ts';

/** Seconds that a call may ring here, to choose from. */
const WINDOWS = [15, 30, 45, 60, 90, 120];

/** All that people choose for this device. Every change is saved at once. */
export class CaSettings extends PageElement {
  protected override render(): TemplateResult {
    const { lock } = this.snapshot;
    return html`<p class="said" role="status">${this.said}</p>
      ${lock.locked ? this.#locked() : this.#open()}`;
  }

  /** What may be changed by everybody, and the way to the rest. */
  #locked(): TemplateResult {
    return html`<div class="box">
        <div class="line">
          <span class="state">${icon(lockIcon)}</span>
          <span class="t"><b>${t('lock.title')}</b><small>${t('lock.text')}</small></span>
          <button class="btn solid" data-action="unlock" @click=${() => this.unlock(() => undefined)}>
            ${t('lock.open')}
          </button>
        </div>
        ${this.#doNotDisturb()} ${this.#callVolume()}
      </div>
      <h3 class="cap">${t('set.more')}</h3>
      <div class="box">${this.#diagnostics()}</div>`;
  }

  #open(): TemplateResult {
    const { callAssist } = this;
    return html`<div class="cols">
      <div>
        <h3 class="cap">${t('set.ringing')}</h3>
        <div class="box">${this.#ringing()}</div>
        <h3 class="cap">${t('set.quiet')}</h3>
        <div class="box">
          ${this.#doNotDisturb()}<ca-quiet-times class="part" .callAssist=${callAssist}></ca-quiet-times>
        </div>
        <h3 class="cap">${t('set.drop_in')}</h3>
        <div class="box"><ca-drop-in .callAssist=${callAssist}></ca-drop-in></div>
        <h3 class="cap">${t('set.calls')}</h3>
        <div class="box">${this.#calls()}</div>
      </div>
      <div>
        <h3 class="cap">${t('set.accounts')}</h3>
        <ca-accounts .callAssist=${callAssist}></ca-accounts>
        <h3 class="cap">${t('set.station')}</h3>
        <ca-stations .callAssist=${callAssist}></ca-stations>
        <h3 class="cap">${t('set.device')}</h3>
        <div class="box">
          ${this.#language()}<ca-lock class="part" .callAssist=${callAssist}></ca-lock
          ><ca-transfer class="part" .callAssist=${callAssist}></ca-transfer>
        </div>
        <h3 class="cap">${t('set.more')}</h3>
        <div class="box">
          <div class="line">
            <span class="t"><b>${t('set.setup')}</b><small>${t('set.setup_help')}</small></span>
            <button class="btn edge" data-action="setup" @click=${() => this.open('setup')}>${t('set.open')}</button>
          </div>
          ${this.#diagnostics()}
        </div>
      </div>
    </div>`;
  }

  #save(change: DeviceChange): Promise<boolean> {
    return this.tell(() => this.callAssist.configureDevice(change));
  }

  #ringing(): TemplateResult {
    const { ringtone, ringVolume, ringWindow } = this.snapshot.settings;
    const seconds = ringWindow / 1_000;
    // A value of another way to set it is kept and shown.
    const windows = [...new Set([...WINDOWS, seconds])].toSorted((a, b) => a - b);
    const preview = (): void => this.preview(this.snapshot.settings.ringtone);
    return html`${ringtoneRow({
      name: 'ringtone',
      chosen: ringtone,
      fallback: null,
      change: (chosen) => chosen && void this.#save({ ringtone: chosen }).then((saved) => saved && preview()),
      preview,
    })}
    ${rangeRow({
      name: 'ring-volume',
      word: t('set.ring_volume'),
      share: ringVolume,
      change: (share) => void this.#save({ ringVolume: share }).then((saved) => saved && preview()),
    })}
    ${selectRow({
      name: 'ring-window',
      word: t('set.ring_window'),
      choices: windows.map((window) => ({ id: String(window), label: unitText(window, 'second') })),
      chosen: String(seconds),
      change: (id) => void this.#save({ ringWindow: Number(id) * 1_000 }),
    })}`;
  }

  #doNotDisturb(): TemplateResult {
    return switchRow({
      name: 'do-not-disturb',
      word: t('set.quiet_now'),
      help: t('set.quiet_help'),
      on: this.snapshot.quiet,
      change: (on) => void this.#save({ doNotDisturb: on }),
    });
  }

  #callVolume(): TemplateResult {
    return rangeRow({
      name: 'call-volume',
      word: t('set.call_volume'),
      share: this.snapshot.settings.callVolume,
      change: (share) => void this.#save({ callVolume: share }),
    });
  }

  #calls(): TemplateResult {
    const { secondCall, hideNames, holdToHangUp } = this.snapshot.settings;
    return html`${this.#callVolume()}
    ${selectRow({
      name: 'second-call',
      word: t('set.second'),
      choices: (['wait', 'busy'] as const).map((id) => ({ id, label: t(`set.second.${id}`) })),
      chosen: secondCall,
      change: (id) => void this.#save({ secondCall: id as DeviceSettings['secondCall'] }),
    })}
    ${selectRow({
      name: 'hide-names',
      word: t('set.names'),
      help: t('set.names_help'),
      choices: (['show', 'while-ringing', 'always'] as const).map((id) => ({ id, label: t(`set.names.${id}`) })),
      chosen: hideNames,
      change: (id) => void this.#save({ hideNames: id as DeviceSettings['hideNames'] }),
    })}
    ${switchRow({
      name: 'hold',
      word: t('set.hold'),
      help: t('set.hold_help'),
      on: holdToHangUp,
      change: (on) => void this.#save({ holdToHangUp: on }),
    })}`;
  }

  #language(): TemplateResult {
    const { language } = this.snapshot.settings;
    const own = [...new Set(['en', ...Object.keys(LANGUAGES), ...(language ? [language] : [])])];
    return selectRow({
      name: 'language',
      word: t('set.language'),
      choices: [{ id: '', label: t('set.language_auto') }, ...own.map((id) => ({ id, label: languageName(id) }))],
      chosen: language ?? '',
      change: (id) => void this.#save({ language: id || null }),
    });
  }

  #diagnostics(): TemplateResult {
    return html`<div class="line">
      <span class="t"><b>${t('page.diagnostics')}</b><small>${t('set.diagnostics_help')}</small></span>
      <button class="btn edge" data-action="diagnostics" @click=${() => this.open('diagnostics')}>
        ${t('set.open')}
      </button>
    </div>`;
  }
}

for (const [tag, element] of [
  ['ca-accounts', CaAccounts],
  ['ca-automations', CaAutomations],
  ['ca-copy', CaCopy],
  ['ca-display', CaDisplay],
  ['ca-drop-in', CaDropIn],
  ['ca-lock', CaLock],
  ['ca-quiet-times', CaQuietTimes],
  ['ca-station', CaStation],
  ['ca-stations', CaStations],
  ['ca-transfer', CaTransfer],
  ['ca-tv-view', CaTvView],
] as const) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
