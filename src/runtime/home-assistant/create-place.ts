import { fold } from '../platform/fold.ts';
import type { HomeAssistant } from './home-assistant.ts';

type Requests = Pick<HomeAssistant, 'request'>;

interface Area {
  readonly area_id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}
interface Label {
  readonly label_id: string;
  readonly name: string;
}
interface Placed {
  readonly area_id?: string | null;
  readonly device_id?: string | null;
}

/** Under this label all helpers of all stations are found together. */
const LABEL = { name: 'Call Assist', icon: 'mdi:phone', color: 'green', description: 'Helpers of call stations' };

/**
 * The area of a station: the one that is called like it, else the one that its camera is in.
 * @returns undefined where neither is known; a helper without an area works all the same
 */
export async function areaOf(
  homeAssistant: Requests,
  station: { readonly name: string; readonly camera: string },
): Promise<string | undefined> {
  const areas = await ask<readonly Area[]>(homeAssistant, { type: 'config/area_registry/list' }, []);
  const wanted = fold(station.name);
  const named = areas.find(({ name, aliases = [] }) => [name, ...aliases].some((each) => fold(each) === wanted));
  if (named || !station.camera.startsWith('camera.')) return named?.area_id;
  const camera = await ask<Placed>(
    homeAssistant,
    { type: 'config/entity_registry/get', entity_id: station.camera },
    {},
  );
  if (camera.area_id || !camera.device_id) return camera.area_id ?? undefined;
  const devices = await ask<readonly (Placed & { readonly id: string })[]>(
    homeAssistant,
    { type: 'config/device_registry/list' },
    [],
  );
  return devices.find(({ id }) => id === camera.device_id)?.area_id ?? undefined;
}

/** The label's id; made when Home Assistant has none of that name. undefined when it cannot be had. */
export async function labelOf(homeAssistant: Requests): Promise<string | undefined> {
  const labels = await ask<readonly Label[]>(homeAssistant, { type: 'config/label_registry/list' }, []);
  const known = labels.find(({ name }) => fold(name) === fold(LABEL.name));
  const made =
    known ?? (await ask<Partial<Label>>(homeAssistant, { type: 'config/label_registry/create', ...LABEL }, {}));
  return made.label_id;
}

/** Area and label are for people's eyes: nothing fails because of them. */
function ask<T>(homeAssistant: Requests, message: Parameters<HomeAssistant['request']>[0], otherwise: T): Promise<T> {
  return homeAssistant.request<T>(message).catch(() => otherwise);
}
