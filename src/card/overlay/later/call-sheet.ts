import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallAssist, CallView } from '../../../runtime/api.ts';
import type { DeviceChoice } from '../../../runtime/media/media.ts';
import { close, icon, sound, video } from '../../components/icons.ts';
import { base } from '../../components/styles.ts';
import { Devices } from '../../devices.ts';
import { follow } from '../../follow.ts';
import { words } from '../../localize/localize.ts';
import { t } from '../../localize/displays.ts';
import { stationOf } from '../../station-of.ts';
import type { SheetKind } from '../context.ts';
import { lookOf } from '../faces.ts';
import type { FullScreen } from '../full-screen.ts';
import { mic } from '../icons.ts';
import { lock, screen, tablet } from './icons.ts';
import './displays/where.ts';
import './message.ts';
import { cameraOptions } from './options.ts';
import { callSheetStyles } from './styles.ts';

/**
 * What is chosen during a call, or done after it, over the call's own view. `ca-close`: it is to go. `ca-speaker`:
 * calls are to be heard from there.
 */
export class CaCallSheet extends LitElement {
  static override readonly styles = [base, callSheetStyles];
  static override readonly properties = {
    callAssist: { attribute: false },
    call: { attribute: false },
    peer: {},
    kind: {},
    speaker: { attribute: false },
    fullScreen: { attribute: false },
  };
  declare callAssist: CallAssist;
  declare call: CallView;
  /** What the person is called here, who may be hidden. */
  declare peer: string;
  declare kind: SheetKind;
  declare speaker: DeviceChoice | null;
  declare fullScreen: FullScreen;
  readonly #devices = new Devices(this, () => this.callAssist);

  constructor() {
    super();
    follow(this, () => [words, this.callAssist.snapshot]);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('section')?.focus();
  }

  protected override render(): TemplateResult {
    const { title, note, content } = this.#content();
    return html`<section
      tabindex="-1"
      role="dialog"
      aria-labelledby="title"
      aria-describedby=${note ? 'note' : nothing}
      data-sheet=${this.kind}
    >
      <div class="top">
        <div>
          <h3 id="title">${title}</h3>
          ${note ? html`<p id="note">${note}</p>` : nothing}
        </div>
        <button class="ib" data-action="close" aria-label=${t('common.close')} @click=${this.#close}>
          ${icon(close)}
        </button>
      </div>
      ${content}
    </section>`;
  }

  #content(): { readonly title: string; readonly note: string; readonly content: TemplateResult } {
    const n = { n: this.peer };
    switch (this.kind) {
      case 'camera': {
        const note = t(this.call.wanted.video ? 'pick.camera_on' : 'pick.camera_off', n);
        return { title: t('pick.camera'), note, content: this.#cameras() };
      }
      case 'display': {
        const content = html`<ca-where
          .callAssist=${this.callAssist}
          .call=${this.call}
          .peer=${this.peer}
          @ca-close=${this.#close}
        ></ca-where>`;
        return { title: t('tv.where'), note: t('tv.where_note'), content };
      }
      case 'volume':
        return { title: t('pick.volume'), note: '', content: this.#volume() };
      case 'more':
        return { title: t('call.more'), note: '', content: this.#more() };
      case 'message': {
        const content = html`<ca-call-message
          .callAssist=${this.callAssist}
          .peer=${this.call.peer}
          @ca-close=${this.#close}
        ></ca-call-message>`;
        return { title: t('msg.title', n), note: '', content };
      }
      case 'help.microphone':
      case 'help.https':
      case 'help.relay': {
        const lines = [t(`${this.kind}.1`), t(`${this.kind}.2`), t(`${this.kind}.3`)];
        return {
          title: t(this.kind),
          note: '',
          content: html`<ol>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ol>`,
        };
      }
    }
  }

  #cameras(): TemplateResult {
    const { camera } = this.call;
    const track = this.callAssist.media(this.call.id)?.preview.value;
    const own = camera.state === 'on' && camera.path === 'device' ? (track?.getSettings() ?? null) : null;
    const options = cameraOptions(this.call, this.callAssist.cameras(), this.#devices.lists.cameras, own);
    return html`<div class="grid" role="group" aria-labelledby="title">
      ${options.map(
        ({ choice, name, note, chosen, available, still }) =>
          html`<button
            class="opt tile"
            aria-pressed=${chosen}
            ?disabled=${!available}
            data-camera=${choice.source}
            @click=${() => {
              void this.callAssist.command({ type: 'set-camera', callId: this.call.id, camera: choice, by: 'touch' });
              this.#close();
            }}
          >
            <span class="pic">${lookOf(still, choice.source === 'this_device' ? tablet : video)}</span>
            <span class="t"><b>${name}</b>${note ? html`<small>${note}</small>` : nothing}</span>
          </button>`,
      )}
    </div>`;
  }

  #volume(): TemplateResult {
    const percent = Math.round(this.callAssist.snapshot.value.settings.callVolume * 100);
    const set = (to: number): void => {
      const volume = Math.min(100, Math.max(0, to)) / 100;
      void this.callAssist.command({ type: 'set-volume', volume, by: 'touch' });
    };
    return html`<div class="volume">
      <button class="big" data-action="quieter" aria-label=${t('pick.quieter')} @click=${() => set(percent - 10)}>
        −
      </button>
      <label
        ><span class="vh">${t('pick.volume')}</span
        ><input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(percent)}
          @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value))}
      /></label>
      <output class="num"
        >${new Intl.NumberFormat(words.value.language, { style: 'percent' }).format(percent / 100)}</output
      >
      <button class="big" data-action="louder" aria-label=${t('pick.louder')} @click=${() => set(percent + 10)}>
        +
      </button>
    </div>`;
  }

  #more(): TemplateResult {
    const { security, microphone } = this.call;
    const canFill = document.fullscreenEnabled;
    const speakers = 'setSinkId' in HTMLMediaElement.prototype;
    return html`<div class="more">
      ${
        speakers
          ? this.#select('speaker', t('pick.speaker'), 'speakers', this.speaker, (choice) =>
              this.dispatchEvent(new CustomEvent('ca-speaker', { detail: choice })),
            )
          : nothing
      }
      ${this.#select(
        'microphone',
        t('pick.microphone'),
        'microphones',
        microphone.choice,
        (choice) => this.#speakInto(choice),
        microphone.problem ? t(`end.${microphone.problem}`) : '',
      )}
      ${
        canFill
          ? html`<button class="opt" data-action="full-screen" @click=${this.#fill}>
              ${icon(screen)}<span class="t"><b>${t(this.fullScreen.on ? 'pick.full_off' : 'pick.full')}</b></span>
            </button>`
          : nothing
      }
      ${
        security
          ? html`<p class="line">
              ${icon(lock)}<span
                ><b>${t(`call.lock.${security}`)}</b><br />${t(`pick.lock.${security}`, { n: this.peer })}</span
              >
            </p>`
          : nothing
      }
    </div>`;
  }

  #select(
    name: 'speaker' | 'microphone',
    label: string,
    list: 'speakers' | 'microphones',
    chosen: DeviceChoice | null,
    choose: (choice: DeviceChoice | null) => void,
    note = '',
  ): TemplateResult {
    const listed = this.#devices.lists[list];
    const at = listed.findIndex(({ deviceId }) => deviceId === chosen?.deviceId);
    return html`<label class="line pick"
      >${icon(name === 'speaker' ? sound : mic)}<span class="t"
        ><b>${label}</b>${note ? html`<small role="status">${note}</small>` : nothing}</span
      ><select
        data-pick=${name}
        .value=${live(String(at))}
        @change=${(event: Event) => {
          choose(listed[Number((event.target as HTMLSelectElement).value)] ?? null);
        }}
      >
        <option value="-1" ?selected=${at < 0}>${t('pick.default')}</option>
        ${listed.map(
          (device, index) => html`<option value=${index} ?selected=${index === at}>${device.label}</option>`,
        )}
      </select></label
    >`;
  }

  /** In this call at once; and from now on, where this device may be changed. */
  #speakInto(microphone: DeviceChoice | null): void {
    void this.callAssist.command({ type: 'set-microphone', callId: this.call.id, microphone, by: 'touch' });
    const snapshot = this.callAssist.snapshot.value;
    const { slug } = stationOf(snapshot, this.call.station);
    if (!snapshot.lock.locked) this.callAssist.configureStation({ microphone }, slug).catch(() => {});
  }

  #fill = (): void => {
    if (this.fullScreen.on) this.fullScreen.leave();
    else this.fullScreen.enter();
    this.#close();
  };

  #close = (): void => void this.dispatchEvent(new CustomEvent('ca-close'));
}

if (!customElements.get('ca-call-sheet')) customElements.define('ca-call-sheet', CaCallSheet);
