import type { Snapshot } from '../api.ts';
import type { Command, CommandResult } from '../command.ts';
import type { Device } from '../device.ts';
import { bindHelpers, type Helpers } from '../home-assistant/helpers.ts';
import type { HelperSnapshot } from '../home-assistant/helpers-words.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { Problems } from '../problems.ts';
import type { Station, Storage } from '../storage/storage.ts';
import type { CallStations } from './call-stations.ts';
import { listEntities } from './entity-list.ts';
import { stationWords } from './station-words.ts';

export interface StationHelpersOptions {
  readonly homeAssistant: HomeAssistant;
  readonly device: Device;
  readonly calls: Pick<CallStations, 'resultOf'>;
  /** Entity ids of media players that can show a call. */
  readonly displays: () => readonly string[];
  readonly storage: Pick<Storage, 'settings'>;
  readonly problems: Problems;
  readonly snapshot: Readable<Snapshot>;
  readonly command: (command: Command) => Promise<CommandResult>;
  readonly platform: Platform;
  readonly scope: Scope;
}

export interface StationHelpers {
  /** The missed calls were seen: the helper that counts them begins at 0. */
  resetMissed(): void;
  /** Another kiosk has this station: it is taken from there. */
  take(slug: string): void;
  pageClosing(): void;
}

/** One station with its helpers. */
interface Bound {
  readonly scope: Scope;
  readonly words: Store<HelperSnapshot>;
  readonly helpers: Helpers;
}

/**
 * The helpers of the stations that this device is, whatever their slugs become. Only a device that somebody has made a
 * station writes to helpers: a laptop that looks at the dashboard never does.
 */
export function bindStations(options: StationHelpersOptions): StationHelpers {
  const { device, homeAssistant, platform, problems, scope, snapshot } = options;
  const bound = new Map<string, Bound>();
  const cameras = listEntities(homeAssistant, 'camera', platform.clock, scope);
  const wordsOf = (station: Station): HelperSnapshot =>
    stationWords(snapshot.value, station, {
      cameras: cameras.value,
      displays: options.displays(),
      result: options.calls.resultOf(station.slug),
    });
  const say = (): void => {
    for (const station of device.stations.value) bound.get(station.slug)?.words.set(wordsOf(station));
  };
  const tell = (): void => {
    const entities = [...bound.values()].flatMap(({ helpers }) => helpers.missing.value);
    if (entities.length > 0) problems.raise({ kind: 'helpers-missing', entities });
    else problems.clear('helpers-missing');
    const taken = device.stations.value.filter(({ slug }) => bound.get(slug)?.helpers.taken.value);
    const stations = taken.map(({ slug, name }) => ({ slug, name }));
    if (stations.length > 0) problems.raise({ kind: 'stations-taken', stations });
    else problems.clear('stations-taken');
  };

  const bind = (station: Station): void => {
    const { slug } = station;
    const own = scope.child();
    const words = new Store(wordsOf(station));
    const name = `helpers:${slug}`;
    const helpers = bindHelpers({
      homeAssistant,
      slug,
      platform,
      scope: own,
      snapshot: words,
      doNotDisturb: device.doNotDisturb,
      command: (command) => options.command({ ...command, station: slug }),
      memory: {
        get: () => options.storage.settings.get(name, (value): value is unknown => value !== undefined),
        put: (value) => options.storage.settings.put(name, value),
      },
    });
    own.add(helpers.missing.subscribe(tell));
    own.add(helpers.taken.subscribe(tell));
    bound.set(slug, { scope: own, words, helpers });
  };
  const follow = async (): Promise<void> => {
    if (!device.isStation || scope.closed) return;
    const stations = device.stations.value;
    for (const [slug, { scope: own }] of bound) {
      if (stations.some((station) => station.slug === slug)) continue;
      bound.delete(slug);
      await own.close();
    }
    for (const station of stations) if (!bound.has(station.slug) && !scope.closed) bind(station);
    say();
    tell();
  };
  let turn = Promise.resolve();
  const followInTurn = (): void => {
    turn = turn.then(follow).catch((error: unknown) => platform.log.log('error', 'binding helpers', error));
  };
  scope.add(snapshot.subscribe(say));
  scope.add(cameras.subscribe(say));
  scope.add(device.stations.subscribe(followInTurn));
  followInTurn();
  return {
    resetMissed: () => bound.get(device.station.value.slug)?.helpers.resetMissed(),
    take: (slug) => bound.get(slug)?.helpers.take(),
    pageClosing: () => bound.forEach(({ helpers }) => helpers.pageClosing()),
  };
}
