import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceLists } from '../../../runtime/tools/api.ts';
import type { CameraSourceId, DeviceChoice } from '../../../runtime/media/media.ts';
import type { Station } from '../../../runtime/storage/storage.ts';
import { Devices } from '../../devices.ts';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';
import { type Choice, selectRow, textRow } from '../rows.ts';
import { deviceText } from '../troubles.ts';

/** Where the choices for each part of the station are listed. */
const LISTS = { microphone: 'microphones', deviceCamera: 'cameras', speaker: 'speakers' } as const satisfies Partial<
  Record<keyof Station, keyof DeviceLists>
>;

/** The call station: its name, and what calls are made with. */
export class CaStation extends PageElement {
  static override readonly properties = { slug: { attribute: false } };
  /** Which station; empty: the first. */
  declare slug: string;
  readonly #devices = new Devices(this, () => this.callAssist);

  constructor() {
    super();
    this.slug = '';
  }

  protected override render(): TemplateResult {
    const station = this.stationOf(this.slug);
    const { hidden, speakers } = this.#devices.lists;
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
      ${speakers.length ? this.#device('speaker', t('set.speaker')) : nothing}
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

  #device(key: keyof typeof LISTS, word: string): TemplateResult {
    const chosen = this.stationOf(this.slug)[key];
    const here = this.#devices.lists[LISTS[key]];
    // Ids change when site data is cleared; then the label tells.
    const same =
      here.find(({ deviceId }) => deviceId === chosen?.deviceId) ?? here.find(({ label }) => label === chosen?.label);
    const gone: readonly Choice[] =
      chosen && !same ? [{ id: chosen.deviceId, label: t('set.camera_gone', { camera: chosen.label || word }) }] : [];
    const choose = (id: string): DeviceChoice | null => here.find(({ deviceId }) => deviceId === id) ?? null;
    return selectRow({
      name: key,
      word,
      choices: [
        { id: '', label: t('set.device_default') },
        ...gone,
        ...here.map(({ deviceId, label }) => ({ id: deviceId, label })),
      ],
      chosen: same?.deviceId ?? chosen?.deviceId ?? '',
      change: (id) => void this.#save({ [key]: choose(id) }),
    });
  }

  /** Browsers name devices once one was allowed; what is opened for that is closed at once. */
  async #ask(): Promise<void> {
    const { callAssist } = this;
    const { camera, deviceCamera } = this.stationOf(this.slug);
    const open = async (): Promise<void> => {
      const done = new AbortController();
      try {
        await callAssist.followMicrophone(null, { signal: done.signal, onLevel: () => {} });
        if (camera === 'this_device') await callAssist.previewCamera({ camera, deviceCamera }, done.signal);
      } finally {
        done.abort();
      }
    };
    await this.tell(open, '', deviceText);
    await this.#devices.look();
  }

  #save(change: Partial<Station>): Promise<boolean> {
    return this.tell(() => this.callAssist.configureStation(change, this.stationOf(this.slug).slug));
  }
}
