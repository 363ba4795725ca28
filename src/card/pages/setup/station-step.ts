import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeviceLists } from '../../../runtime/tools/api.ts';
import type { CameraSourceId, DeviceChoice } from '../../../runtime/media/media.ts';
import { slugOf } from '../../../runtime/station.ts';
import type { Station } from '../../../runtime/storage/storage.ts';
import { Devices } from '../../devices.ts';
import { t } from '../../localize/setup.ts';
import { listen, look, type Listening, type Picture } from './looking.ts';
import { StepElement } from './step-element.ts';

/** What is chosen of this device, by where its choices are listed. */
const CHOSEN = { microphones: 'microphone', cameras: 'deviceCamera' } as const satisfies Partial<
  Record<keyof DeviceLists, keyof Station>
>;

/** What this station calls with. Every change is saved at once; cameras and microphones open only after a touch. */
export class CaSetupStation extends StepElement {
  static override readonly properties = {
    ...StepElement.properties,
    made: { attribute: false },
    picture: { state: true },
    listening: { state: true },
    wrong: { state: true },
  };
  /** Whether this device has been made the station before. */
  declare made: boolean;
  declare picture: Picture;
  declare listening: Listening;
  declare wrong: boolean;
  readonly #devices = new Devices(this, () => this.callAssist);
  #looks: AbortController | null = null;
  #listens: AbortController | null = null;

  constructor() {
    super();
    this.made = false;
    this.picture = { state: 'off' };
    this.listening = { state: 'off' };
    this.wrong = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLooking();
    this.#stopListening();
  }

  protected override render(): TemplateResult {
    const { station } = this.snapshot;
    return html`<p class="lead">${t('setup.station.lead')}</p>
      <div class="two">
        <div class="field">
          <label for="name">${t('station.name')}</label>
          <input
            class="in"
            id="name"
            dir="auto"
            maxlength="60"
            autocomplete="off"
            aria-describedby="name-hint"
            .value=${live(station.name)}
            @change=${(event: Event) => void this.#rename((event.target as HTMLInputElement).value.trim())}
          />
          <p class="hint" id="name-hint">${t('station.name_help')}</p>
        </div>
      </div>
      <div class="panel"><ca-display .callAssist=${this.callAssist}></ca-display></div>
      ${this.#cameras(station)} ${this.#looking(station)}
      <div class="two">
        ${this.#choice('microphones', t('station.microphone'), station)}
        ${station.camera === 'this_device' ? this.#choice('cameras', t('station.which_camera'), station) : nothing}
      </div>
      ${this.#hearing()}
      <p class="err" role="alert" ?hidden=${!this.wrong}>${this.wrong ? t('station.wrong') : ''}</p>`;
  }

  #cameras({ camera }: Station): TemplateResult {
    const cameras = this.callAssist.cameras().filter(({ id }) => id !== 'this_device');
    const gone = camera !== 'this_device' && !cameras.some(({ id }) => id === camera);
    const option = (id: CameraSourceId, name: string, where: string): TemplateResult =>
      html`<label class="cam">
        <b>${name}</b><small>${where}</small
        ><input
          type="radio"
          name="camera"
          value=${id}
          .checked=${live(id === camera)}
          @change=${() => this.#save({ camera: id })}
        />
      </label>`;
    return html`<fieldset class="cams">
      <legend>${t('station.camera')}</legend>
      ${gone ? option(camera, camera, t('station.unavailable')) : nothing}
      ${cameras.map(({ id, name, available }) =>
        option(id, name, t(available ? 'station.of_home_assistant' : 'station.unavailable')),
      )}
      ${option('this_device', t('call.this_camera'), t('station.this_device'))}
    </fieldset>`;
  }

  #looking({ camera, deviceCamera }: Station): TemplateResult {
    const { picture } = this;
    const shows = picture.state === 'opening' || picture.state === 'on';
    return html`<div class="look">
      <div class="view">
        ${
          picture.state === 'on'
            ? html`<video
                class=${picture.camera.source === 'this_device' ? 'mirror' : ''}
                muted
                playsinline
                aria-label=${t('call.self_label')}
              ></video>`
            : html`<span>${this.#pictureWords()}</span>`
        }
      </div>
      <div class="t">
        <p role="status">${picture.state === 'off' ? '' : this.#pictureWords(camera)}</p>
        <button
          class="btn edge"
          data-action=${shows ? 'stop-looking' : 'look'}
          @click=${() => (shows ? this.#stopLooking() : this.#look({ camera, deviceCamera }))}
        >
          ${t(shows ? 'station.preview_stop' : picture.state === 'failed' ? 'common.try' : 'station.preview')}
        </button>
      </div>
    </div>`;
  }

  #pictureWords(wanted?: CameraSourceId): string {
    const { picture } = this;
    switch (picture.state) {
      case 'off':
        return t('station.preview_off');
      case 'opening':
        return t('station.preview_opening');
      case 'failed':
        return t(`camera.${picture.problem}`);
      case 'on': {
        const { source, path } = picture.camera;
        const late = path === 'hls' ? t('station.preview_late') : '';
        const instead = wanted !== undefined && source !== wanted ? t('station.preview_instead') : '';
        return `${t('station.preview_on')} ${instead} ${late}`.trim();
      }
      default:
        return picture satisfies never;
    }
  }

  #choice(list: keyof typeof CHOSEN, word: string, station: Station): TemplateResult {
    const key = CHOSEN[list];
    const chosen: DeviceChoice | null = station[key];
    const there = this.#devices.lists[list];
    const known =
      there.find(({ deviceId }) => deviceId === chosen?.deviceId) ?? there.find(({ label }) => label === chosen?.label);
    const value = chosen ? (known?.deviceId ?? chosen.deviceId) : '';
    const change = (event: Event): void => {
      const id = (event.target as HTMLSelectElement).value;
      const device = there.find(({ deviceId }) => deviceId === id);
      if (id === '' || device) this.#save({ [key]: device ? { deviceId: id, label: device.label } : null });
    };
    const option = (id: string, name: string): TemplateResult =>
      html`<option value=${id} ?selected=${id === value}>${name}</option>`;
    return html`<div class="field">
      <label for=${key}>${word}</label>
      <select
        class="in"
        id=${key}
        .value=${live(value)}
        @change=${change}
        aria-describedby=${key === 'microphone' ? 'mic-hint' : nothing}
      >
        ${option('', t('station.browser_choice'))}
        ${chosen && !known ? option(chosen.deviceId, t('station.gone', { device: chosen.label })) : nothing}
        ${there.map(({ deviceId, label }) => option(deviceId, label))}
      </select>
      ${key === 'microphone' ? html`<p class="hint" id="mic-hint">${t('station.microphone_help')}</p>` : nothing}
    </div>`;
  }

  #hearing(): TemplateResult {
    const { listening } = this;
    const on = listening.state === 'on';
    const said =
      listening.state === 'failed'
        ? t(`mic.${listening.problem}`)
        : on
          ? t(listening.peak === null ? 'station.level_unknown' : 'station.speak')
          : '';
    // The ear hears loudness in ratios: a voice at an arm's length is 2 % of full scale, and should be seen.
    const level = on && listening.peak !== null ? Math.round(Math.sqrt(Math.min(1, listening.peak)) * 100) : 0;
    return html`<div class="look">
      <button
        class="btn edge"
        data-action=${on ? 'stop-listening' : 'listen'}
        @click=${() => (on ? this.#stopListening() : this.#listen())}
      >
        ${t(on ? 'station.listen_stop' : 'station.listen')}
      </button>
      <div class="t">
        <meter class="level" min="0" max="100" value=${level} aria-label=${t('station.level')} ?hidden=${!on}></meter>
        <p role="status">${said}</p>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('picture') || this.picture.state !== 'on') return;
    const video = this.renderRoot.querySelector('video');
    if (!video) return;
    video.srcObject = new MediaStream([this.picture.camera.track]);
    // Stopped before it began: there is nothing to see any more.
    video.play().catch(() => {});
  }

  #look(choice: Pick<Station, 'camera' | 'deviceCamera'>): void {
    this.#stopLooking();
    const { signal } = (this.#looks = new AbortController());
    void look(this.callAssist, choice, signal, (picture) => {
      this.picture = picture;
      // With the permission come the names of the devices.
      if (picture.state === 'on') void this.#devices.look();
    });
  }

  #stopLooking(): void {
    this.#looks?.abort();
    this.#looks = null;
    this.picture = { state: 'off' };
  }

  #listen(): void {
    this.#stopListening();
    const { signal } = (this.#listens = new AbortController());
    let first = true;
    void listen(this.callAssist, this.snapshot.station.microphone, signal, (listening) => {
      this.listening = listening;
      if (first) void this.#devices.look();
      first = false;
    });
  }

  #stopListening(): void {
    this.#listens?.abort();
    this.#listens = null;
    this.listening = { state: 'off' };
  }

  /**
   * The ids of helpers follow the name, until there are some that are this device's: those of a device that is set up
   * for the first time are another tablet's, which has the same first name.
   */
  async #rename(name: string): Promise<void> {
    const helpers = this.made ? await this.callAssist.stationHelpers().catch(() => null) : [];
    const free = helpers !== null && !helpers.some(({ exists }) => exists);
    this.#save(free && name !== '' ? { name, slug: slugOf(name) } : { name });
  }

  /** What is looked at or heard is what was chosen before: it goes on with the new choice. */
  #save(change: Partial<Station>): void {
    const looks = this.#looks !== null && ('camera' in change || 'deviceCamera' in change);
    const listens = this.#listens !== null && 'microphone' in change;
    if (looks) this.#stopLooking();
    if (listens) this.#stopListening();
    this.wrong = false;
    void this.attempt(
      () => this.callAssist.configureStation(change),
      (done) => {
        this.wrong = !done;
        this.requestUpdate();
        if (!this.isConnected) return;
        const { camera, deviceCamera } = this.snapshot.station;
        if (looks) this.#look({ camera, deviceCamera });
        if (listens) this.#listen();
      },
    );
  }
}
