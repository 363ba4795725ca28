import type { CallAssist, Snapshot } from '../api.ts';
import { isLive } from '../call/find.ts';
import type { CheckResult } from '../checks/checks.ts';
import type { DiagnosticFacts } from '../diagnostics/diagnostics.ts';
import type { DisplayView } from '../displays/view.ts';
import type { EntityStates, HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { BrowserPlatform } from '../platform/browser-platform.ts';
import type { PersonChoice, Storage } from '../storage/storage.ts';

/** As many past calls as a report is made of. */
const CALLS = 500;
/** Entities whose names are the names of people and of rooms. */
const NAMED = /^(camera|person|zone|media_player|device_tracker|assist_satellite)\./;

export interface FactsOptions {
  readonly platform: BrowserPlatform;
  readonly version: string;
  readonly protocols: readonly string[];
  readonly snapshot: Snapshot;
  readonly storage: Pick<Storage, 'history' | 'stations' | 'people'>;
  readonly homeAssistant: HomeAssistant;
  readonly checks: readonly CheckResult[];
  readonly media: CallAssist['media'];
  readonly displays: () => Promise<readonly DisplayView[]>;
}

/** Everything that a report may be made of. Never rejects: what cannot be had is left out. */
export async function gatherFacts(options: FactsOptions): Promise<DiagnosticFacts> {
  const { platform, snapshot, storage, homeAssistant } = options;
  const or = <T>(asked: Promise<T>, otherwise: T): Promise<T> => asked.catch(() => otherwise);
  const [config, user, history, stations, people, devices, displays] = await Promise.all([
    or(homeAssistant.request<{ readonly version?: unknown; readonly location_name?: unknown }>(GET_CONFIG), {}),
    homeAssistant.connected.value ? or(homeAssistant.user, null) : null,
    or(storage.history.latest(CALLS), []),
    or(storage.stations.list(), []),
    or(storage.people.list(), []),
    or((navigator as Partial<Navigator>).mediaDevices?.enumerateDevices() ?? Promise.resolve([]), []),
    or(options.displays(), []),
  ]);
  const calls = await Promise.all(
    snapshot.calls.filter(isLive).map(async ({ id, phase, direction }) => {
      const stats = options.media(id)?.stats();
      return { phase, direction, stats: stats ? await or(stats, null) : null };
    }),
  );
  const { version = null, location_name: place } = config;
  return {
    now: platform.clock.now(),
    versions: {
      card: options.version,
      homeAssistant: typeof version === 'string' ? version : null,
      userAgent: navigator.userAgent,
    },
    page: {
      secure: snapshot.secureContext,
      role: snapshot.role,
      language: document.documentElement.lang || navigator.language,
      problems: snapshot.problems.map(({ kind }) => kind),
    },
    station: stations.length > 0 ? snapshot.station : null,
    displays,
    protocols: options.protocols,
    accounts: snapshot.accounts,
    checks: options.checks,
    history,
    calls,
    log: platform.log.recent(),
    names: [
      ...namesOf(snapshot, people),
      ...stations.flatMap(({ name, slug }) => [name, slug]),
      ...devices.map(({ label }) => label),
      ...displays.flatMap(({ name, area }) => [name, area]),
      ...entityNames(homeAssistant.states.value),
      user?.name ?? '',
      typeof place === 'string' ? place : '',
    ],
  };
}

const GET_CONFIG = { type: 'get_config' };

function namesOf(snapshot: Snapshot, people: readonly Pick<PersonChoice, 'alias'>[]): readonly string[] {
  const { accounts, contacts, requests, calls, station } = snapshot;
  const chosen = [station.microphone, station.deviceCamera, station.speaker];
  return [
    ...contacts.flatMap(({ name, ownName, address }) => [name, ownName, userOf(address)]),
    ...people.map(({ alias }) => alias ?? ''),
    ...requests.map(({ name }) => name),
    ...calls.map(({ peer }) => peer.name),
    ...accounts.map(({ address }) => userOf(address)),
    station.name,
    ...chosen.map((device) => device?.label ?? ''),
  ];
}

/** Of `@user:server` and `user@server`: what comes before the server. */
const userOf = (address: string): string => /^@?([^@:]+)[@:]/.exec(address)?.[1] ?? '';

function entityNames(states: EntityStates): readonly string[] {
  return Object.values(states).flatMap(({ entity_id: id, attributes }) => {
    const name = attributes['friendly_name'];
    return NAMED.test(id) && typeof name === 'string' ? [name] : [];
  });
}
