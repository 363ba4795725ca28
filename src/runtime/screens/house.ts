import type { Millis } from '../call/call.ts';
import type { TvView } from '../displays/view.ts';
import { defaultId, objectId } from '../home-assistant/helpers-keys.ts';
import type { RegistryEntry } from '../home-assistant/helpers-ids.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Clock } from '../platform/platform.ts';

/** What Home Assistant knows about its media players beside their states. */
export interface HouseFacts {
  /** The integration that an entity is of. */
  readonly platforms: ReadonlyMap<string, string>;
  /** Entities that are several devices in one: groups of Home Assistant, and of cast devices. */
  readonly groups: ReadonlySet<string>;
  /** The name of the area that an entity is in. */
  readonly areas: ReadonlyMap<string, string>;
  /** Cast devices are given an address of this instance, over HTTPS alone. */
  readonly https: boolean;
  readonly view: TvView | null;
  /** The `_link` helper of a station, also when it was renamed; null: there is none. */
  readonly link: (slug: string) => string | null;
}

interface Entry extends RegistryEntry {
  readonly area_id?: string | null;
  readonly device_id?: string | null;
}
interface Device {
  readonly id: string;
  readonly area_id?: string | null;
  readonly model?: string | null;
}
interface Area {
  readonly area_id: string;
  readonly name: string;
}
interface Config {
  readonly external_url?: string | null;
  readonly internal_url?: string | null;
}

type Home = Pick<HomeAssistant, 'states' | 'request'>;

/** What somebody who moves a call need not wait for. Whoever hears of a change says so: see {@link House.forget}. */
const FRESH: Millis = 600_000;
/** Without a view for TVs somebody may be about to make one. */
const FRESH_WITHOUT_VIEW: Millis = 5_000;
/** Home Assistant's cloud gives the instance an address of its own. */
const CLOUD_REMOTE = 'binary_sensor.remote_ui';
/** What groups of speakers call themselves; Home Assistant's integration says it of nothing else. */
const CAST_GROUP = 'Google Cast Group';

export interface HouseOptions {
  readonly home: Home;
  readonly clock: Clock;
  /** @throws HomeAssistantError */
  readonly tvView: (home: Home) => Promise<TvView | null>;
}

/** Asks Home Assistant what an ordinary user may know of it; many askers at once are one. */
export class House {
  readonly #options: HouseOptions;
  #asked: { readonly facts: Promise<HouseFacts>; until: Millis } | null = null;

  constructor(options: HouseOptions) {
    this.#options = options;
  }

  /** What was asked is old now. */
  forget(): void {
    this.#asked = null;
  }

  /** @throws HomeAssistantError */
  facts(): Promise<HouseFacts> {
    const now = this.#options.clock.now();
    if (!this.#asked || now > this.#asked.until) {
      const { home, tvView } = this.#options;
      const asked = { facts: ask(home, tvView(home)), until: now + FRESH };
      this.#asked = asked;
      asked.facts.then(
        ({ view }) => {
          if (!view) asked.until = now + FRESH_WITHOUT_VIEW;
        },
        () => {
          if (this.#asked === asked) this.#asked = null;
        },
      );
    }
    return this.#asked.facts;
  }
}

async function ask(home: Home, finding: Promise<TvView | null>): Promise<HouseFacts> {
  const list = <T>(type: string): Promise<readonly T[]> => home.request<readonly T[]>({ type });
  const [entries, devices, areas, config, view] = await Promise.all([
    list<Entry>('config/entity_registry/list'),
    list<Device>('config/device_registry/list'),
    list<Area>('config/area_registry/list'),
    home.request<Config>({ type: 'get_config' }),
    finding,
  ]);
  const names = new Map(areas.map(({ area_id, name }) => [area_id, name]));
  const models = new Map(devices.map(({ id, model }) => [id, model]));
  const isGroup = ({ platform, device_id }: Entry): boolean =>
    platform === 'group' || (platform === 'cast' && models.get(device_id ?? '') === CAST_GROUP);
  const devicesIn = new Map(devices.map(({ id, area_id }) => [id, area_id]));
  const areaOf = ({ area_id, device_id }: Entry): string =>
    names.get(area_id ?? devicesIn.get(device_id ?? '') ?? '') ?? '';
  const secure = [config.external_url, config.internal_url].some((url) => url?.startsWith('https://'));
  return {
    platforms: new Map(entries.map(({ entity_id, platform }) => [entity_id, platform])),
    groups: new Set(entries.filter(isGroup).map(({ entity_id }) => entity_id)),
    areas: new Map(entries.map((entry) => [entry.entity_id, areaOf(entry)])),
    https: secure || home.states.value[CLOUD_REMOTE]?.state === 'on',
    view,
    link(slug) {
      const named = entries.find(
        ({ platform, unique_id }) => platform === 'input_text' && unique_id === objectId(slug, 'link'),
      );
      const id = named?.entity_id ?? defaultId(slug, 'link');
      return home.states.value[id] ? id : null;
    },
  };
}
