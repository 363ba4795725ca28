import type { CallAssist, Snapshot } from '../api.ts';
import { runChecks } from '../checks/run.ts';
import type { CheckId, CheckResult } from '../checks/checks.ts';
import { report } from '../diagnostics/report.ts';
import type { DisplayView } from '../displays/view.ts';
import { createHelpers, findHelpers, isAdmin } from '../home-assistant/create-helpers.ts';
import { helpersYaml } from '../home-assistant/create-plan.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import { removeHelpers } from '../home-assistant/remove-helpers.ts';
import { createTvView, findTvView, removeTvView } from '../home-assistant/tv-view.ts';
import { TV_YAML } from '../home-assistant/tv-view-plan.ts';
import type { BrowserPlatform } from '../platform/browser-platform.ts';
import type { Readable } from '../platform/readable.ts';
import { House } from '../screens/house.ts';
import { listDisplays } from '../screens/list.ts';
import { readTries } from '../screens/memory.ts';
import { rungsOf } from '../screens/rungs.ts';
import { LockedError } from '../settings/lock.ts';
import type { Station, Storage } from '../storage/storage.ts';
import { gatherFacts } from './facts.ts';
import type { Tools } from './api.ts';
import { Home, nowhere } from './home.ts';
import { followMicrophone, previewCamera } from './look.ts';

export interface ToolsOptions {
  readonly platform: BrowserPlatform;
  readonly version: string;
  readonly protocols: readonly string[];
  readonly snapshot: Readable<Snapshot>;
  readonly storage: Promise<Storage>;
  /** What the tab that has the calls has open; null in the others. */
  readonly owner: () => {
    readonly homeAssistant: HomeAssistant | null;
    iceServers(): Promise<readonly RTCIceServer[] | null>;
    readonly media: CallAssist['media'];
  } | null;
  readonly configureStation: CallAssist['configureStation'];
  /** Whether sound could start before anybody touched the page; null: not known. */
  readonly soundUntouched: () => boolean | null;
}

const ENTRY = 'call-assist-card.js';

export function createTools(options: ToolsOptions): Tools {
  const { platform, snapshot, owner } = options;
  const home = new Home(platform, () => owner()?.homeAssistant ?? null);
  /** The last result of each check. */
  const results = new Map<CheckId, CheckResult>();
  /** @throws RangeError for a station that this kiosk has not */
  const station = (slug = snapshot.value.station.slug): Station => {
    const found = snapshot.value.stations.find((each) => each.slug === slug);
    if (!found) throw new RangeError('station: there is none of that name');
    return found;
  };
  const displays = async (slug?: string): Promise<readonly DisplayView[]> => {
    const connected = await home.get();
    const house = new House({ home: connected, clock: platform.clock, tvView: findTvView });
    const [facts, tries] = await Promise.all([house.facts(), options.storage.then(readTries).catch(() => ({}))]);
    const { stations, station: first } = snapshot.value;
    const of = stations.find((each) => each.slug === slug) ?? first;
    const rungs = rungsOf({ home: connected, platform, house, tries: async () => tries, station: () => of });
    return listDisplays({ states: connected.states.value, facts, rungs, tries });
  };

  return {
    async checks({ only, signal, onBegin, onResult }) {
      const context = {
        platform,
        homeAssistant: await home.get().catch(() => nowhere),
        station: snapshot.value.station,
        moduleUrl: moduleUrl(),
        iceServers: async () => (await owner()?.iceServers()) ?? null,
        soundUntouched: options.soundUntouched(),
        mayPersist: (navigator as Partial<Navigator>).userActivation?.hasBeenActive ?? true,
      };
      const told = (result: CheckResult): void => {
        results.set(result.id, result);
        onResult(result);
      };
      const begins = (id: CheckId): void => onBegin?.(id);
      return runChecks(context, told, { onBegin: begins, ...(signal && { signal }), ...(only && { only: [only] }) });
    },
    async stationHelpers(wanted) {
      const { slug, name } = station(wanted);
      return findHelpers({ homeAssistant: await home.get(), slug, name });
    },
    async createHelpers(wanted) {
      if (snapshot.value.lock.locked) throw new LockedError('locked');
      const { slug, name, camera } = station(wanted);
      const connected = await home.get().catch(() => nowhere);
      const created = await createHelpers({ homeAssistant: connected, clock: platform.clock, slug, name, camera });
      // Whose helpers they are writes to them from now on.
      if (created.ok) await options.configureStation({}, slug);
      return created;
    },
    async removeHelpers(wanted) {
      if (snapshot.value.lock.locked) throw new LockedError('locked');
      const { slug, name } = station(wanted);
      return removeHelpers({ homeAssistant: await home.get().catch(() => nowhere), slug, name });
    },
    helpersYaml(wanted) {
      const { slug, name } = station(wanted);
      return helpersYaml(slug, name);
    },
    isAdmin: async () => isAdmin(await home.get()),
    displays,
    tvView: async () => findTvView(await home.get()),
    async createTvView() {
      if (snapshot.value.lock.locked) throw new LockedError('locked');
      return createTvView(await home.get().catch(() => nowhere));
    },
    async removeTvView() {
      if (snapshot.value.lock.locked) throw new LockedError('locked');
      return removeTvView(await home.get().catch(() => nowhere));
    },
    tvViewYaml: () => TV_YAML,
    async report() {
      const { version, protocols } = options;
      const facts = await gatherFacts({
        platform,
        version,
        protocols,
        snapshot: snapshot.value,
        storage: await options.storage,
        homeAssistant: await home.get().catch(() => nowhere),
        checks: [...results.values()],
        media: (callId) => owner()?.media(callId) ?? null,
        displays,
      });
      return report(facts);
    },
    async previewCamera(choice, signal) {
      return previewCamera(choice, { platform, homeAssistant: await home.get().catch(() => nowhere), signal });
    },
    followMicrophone: (choice, look) => followMicrophone(choice, look, platform),
    async devices() {
      const found = await ((navigator as Partial<Navigator>).mediaDevices?.enumerateDevices() ?? []);
      const those = (kind: MediaDeviceKind): readonly { readonly deviceId: string; readonly label: string }[] =>
        found
          // Chromium lists its own choice as a device of its own, too.
          .filter(({ deviceId }) => !['', 'default', 'communications'].includes(deviceId))
          .filter((device) => device.kind === kind && device.label !== '')
          .map(({ deviceId, label }) => ({ deviceId, label }));
      const hidden = found.some(({ kind, label }) => kind !== 'audiooutput' && label === '');
      return { microphones: those('audioinput'), cameras: those('videoinput'), speakers: those('audiooutput'), hidden };
    },
  };
}

/** What Home Assistant loaded, with its query; the chunks lie beside it. */
function moduleUrl(): string {
  const entry = new URL(ENTRY, import.meta.url).href;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  return loaded.find((name) => name === entry || name.startsWith(`${entry}?`)) ?? entry;
}
