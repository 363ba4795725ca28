import { html, nothing, type TemplateResult } from 'lit';
import type { CameraSourceId, DeviceChoice } from '../../../runtime/media/media.ts';
import type { Station } from '../../../runtime/storage/storage.ts';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';
import { type Choice, selectRow, textRow } from '../rows.ts';

type Devices = Pick<MediaDevices, 'enumerateDevices' | 'getUserMedia' | 'addEventListener' | 'removeEventListener'>;
type DeviceKey = 'microphone' | 'deviceCamera' | 'speaker';

const KINDS: Readonly<Record<DeviceKey, MediaDeviceKind>> = {
  microphone: 'audioinput',
  deviceCamera: 'videoinput',
  speaker: 'audiooutput',
};

/** The call station: its name, and what calls are made with. */
export class CaStation extends PageElement {
  static override readonly properties = { found: { state: true } };
  /** Devices of this browser, as far as it tells. */
  declare found: readonly MediaDeviceInfo[];
  /** Injected by tests; undefined on a page without a secure context. */
  devices: Devices | undefined = (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;

  constructor() {
    super();
    this.found = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.devices?.addEventListener('devicechange', this.#changed);
    this.#changed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.devices?.removeEventListener('devicechange', this.#changed);
  }

  #changed = (): void => void this.#look();

  async #look(): Promise<void> {
    this.found = (await this.devices?.enumerateDevices().catch(() => [])) ?? [];
  }

  protected override render(): TemplateResult {
    const { station } = this.snapshot;
    const hidden = this.found.some(({ kind, label }) => kind !== 'audiooutput' && label === '');
    return html`${textRow({
        name: 'name',
        word: t('set.name'),
        value: station.name,
        longest: 60,
        change: (name) => void this.#save({ name }),
      })}
      ${this.#camera(station)}
      ${station.camera === 'this_device' ? this.#device('deviceCamera', t('set.device_camera')) : nothing}
      ${this.#device('microphone', t('call.mic'))}
      ${this.#can('audiooutput') ? this.#device('speaker', t('set.speaker')) : nothing}
      ${
        hidden
          ? html`<div class="line">
              <span class="t"><small>${t('set.devices_hidden')}</small></span>
              <button class="btn edge" data-action="name-devices" @click=${() => void this.#ask()}>
                ${t('set.devices_show')}
              </button>
            </div>`
          : nothing
      }
      <p class="said" role="status">${this.said}</p>`;
  }

  #camera({ camera }: Station): TemplateResult {
    const cameras = this.callAssist.cameras().filter(({ id }) => id !== 'this_device');
    const known = camera === 'this_device' || cameras.some(({ id }) => id === camera);
    return selectRow({
      name: 'camera',
      word: t('set.camera'),
      choices: [
        { id: 'this_device', label: t('call.this_camera') },
        ...(known ? [] : [{ id: camera, label: t('set.camera_gone', { camera }) }]),
        ...cameras.map(({ id, name, available }) => ({
          id,
          label: available ? name : t('set.camera_gone', { camera: name }),
        })),
      ],
      chosen: camera,
      change: (id) => void this.#save({ camera: id as CameraSourceId }),
    });
  }

  #can(kind: MediaDeviceKind): boolean {
    return this.found.some((device) => device.kind === kind && device.deviceId !== '');
  }

  #device(key: DeviceKey, word: string): TemplateResult {
    const chosen = this.snapshot.station[key];
    const here = this.found.filter(({ kind, deviceId }) => kind === KINDS[key] && deviceId !== '');
    // Ids change when site data is cleared; then the label tells.
    const same =
      here.find(({ deviceId }) => deviceId === chosen?.deviceId) ??
      here.find(({ label }) => label !== '' && label === chosen?.label);
    const gone: readonly Choice[] =
      chosen && !same ? [{ id: chosen.deviceId, label: t('set.camera_gone', { camera: chosen.label || word }) }] : [];
    const choose = (id: string): DeviceChoice | null => {
      const device = here.find(({ deviceId }) => deviceId === id);
      return device ? { deviceId: device.deviceId, label: device.label } : null;
    };
    return selectRow({
      name: key,
      word,
      choices: [
        { id: '', label: t('set.device_default') },
        ...gone,
        ...here.map(({ deviceId, label }, at) => ({ id: deviceId, label: label || `${word} ${at + 1}` })),
      ],
      chosen: same?.deviceId ?? chosen?.deviceId ?? '',
      change: (id) => void this.#save({ [key]: choose(id) }),
    });
  }

  /** Browsers name devices once one was allowed; what was opened for that is closed at once. */
  async #ask(): Promise<void> {
    const { devices } = this;
    const open = async (): Promise<void> => {
      const camera = this.snapshot.station.camera === 'this_device';
      const stream = await devices?.getUserMedia({ audio: true, video: camera });
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    await this.tell(open, '', t('set.devices_denied'));
    await this.#look();
  }

  #save(change: Partial<Station>): Promise<boolean> {
    return this.tell(() => this.callAssist.configureStation(change));
  }
}
