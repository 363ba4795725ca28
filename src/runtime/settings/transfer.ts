import { DEFAULT_STATION } from '../default-station.ts';
import { NOTHING_CHOSEN, PERSON_RULES } from '../people/people.ts';
import { type AccountAddress, waitingFor, waitingId } from '../people/waiting.ts';
import { STATION_RULES } from '../station.ts';
import { MOST_STATIONS } from '../stations/station-order.ts';
import type { PersonChoice, PersonKey, Station } from '../storage/storage.ts';
import { changed, type Rules } from './rules.ts';
import type { DeviceSettings } from './device-settings.ts';
import { SETTING_RULES } from './settings.ts';

const FORMAT = 'call-assist-settings';
const VERSION = 1;
const MOST_PEOPLE = 10_000;
/** A megabyte: thousands of people. */
const LONGEST = 1_000_000;

export interface AccountAt extends AccountAddress {
  readonly id: string;
}

/** All that moves from one device to another. The lock stays behind: its PIN is a secret, and it is about a place. */
export interface Settings {
  readonly settings: Omit<DeviceSettings, 'lock' | 'doNotDisturb'>;
  /** In their order: one at least. */
  readonly stations: readonly Station[];
  readonly people: readonly (PersonKey & PersonChoice)[];
}

/** JSON for people's eyes too. Nothing in it opens an account. */
export function writeSettings({ settings, stations, people }: Settings, accounts: readonly AccountAt[]): string {
  const here = (accountId: string): AccountAddress | null => {
    const account = accounts.find(({ id }) => id === accountId);
    return account ? { protocol: account.protocol, address: account.address } : null;
  };
  const lines = people.flatMap(({ accountId, ...person }) => {
    const account = here(accountId) ?? waitingFor(accountId);
    return account ? [{ account, ...person }] : [];
  });
  return JSON.stringify(
    {
      format: FORMAT,
      version: VERSION,
      settings: without(settings, ['lock', 'doNotDisturb']),
      stations,
      people: lines,
      accounts: accounts.map(({ protocol, address }) => ({ protocol, address })),
    },
    null,
    2,
  );
}

/**
 * What {@link writeSettings} wrote. People of accounts that are not signed in here wait for them: see waiting.ts.
 * @throws RangeError naming the key that is wrong
 */
export function readSettings(
  text: string,
  before: { readonly settings: DeviceSettings },
  accounts: readonly AccountAt[],
): Settings {
  const whole = fields('file', parse(text));
  if (whole['format'] !== FORMAT) throw new RangeError(`format: ${FORMAT} is needed`);
  if (whole['version'] !== VERSION) throw new RangeError(`version: ${VERSION} is needed`);
  const settings = changed('settings', movable, before.settings, fields('settings', whole['settings']));
  const stations = stationsOf(whole['stations']);
  const { people } = whole;
  if (!Array.isArray(people) || people.length > MOST_PEOPLE) throw new RangeError('people: a list is needed');
  list('accounts', whole['accounts']).forEach((each, index) => accountOf(`accounts.${index}`, each));
  return {
    settings,
    stations,
    people: people.map((each: unknown, index) => personOf(`people.${index}`, each, accounts)),
  };
}

const { lock: _lock, doNotDisturb: _doNotDisturb, ...movableRules } = SETTING_RULES;
const movable = movableRules as Rules<DeviceSettings>;

function stationsOf(value: unknown): readonly Station[] {
  const given = list('stations', value);
  if (given.length === 0 || given.length > MOST_STATIONS) throw new RangeError(`stations: 1 to ${MOST_STATIONS}`);
  const stations = given.map((each, index) =>
    changed(`stations.${index}`, STATION_RULES, DEFAULT_STATION, fields(`stations.${index}`, each)),
  );
  const twice = stations.findIndex(({ slug }, index) => stations.findIndex((other) => other.slug === slug) < index);
  if (twice >= 0) throw new RangeError(`stations.${twice}.slug: another station has it`);
  return stations;
}

function personOf(name: string, value: unknown, accounts: readonly AccountAt[]): PersonKey & PersonChoice {
  const { account, contactId, ...choice } = fields(name, value);
  if (typeof contactId !== 'string' || contactId === '') throw new RangeError(`${name}.contactId: an id is needed`);
  const whose = accountOf(`${name}.account`, account);
  const known = accounts.find(({ protocol, address }) => protocol === whose.protocol && address === whose.address);
  const accountId = known?.id ?? waitingId(whose);
  return { ...changed(name, PERSON_RULES, NOTHING_CHOSEN, choice), accountId, contactId };
}

function accountOf(name: string, value: unknown): AccountAddress {
  const { protocol, address } = fields(name, value);
  if (typeof protocol !== 'string' || !/^[a-z]+$/.test(protocol)) {
    throw new RangeError(`${name}.protocol: a protocol is needed`);
  }
  if (typeof address !== 'string' || address === '') throw new RangeError(`${name}.address: an address is needed`);
  return { protocol, address };
}

function parse(text: string): unknown {
  if (typeof text !== 'string' || text.length > LONGEST) throw new RangeError('file: a text of up to 1 MB is needed');
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('file: JSON is needed');
  }
}

function fields(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${name}: an object is needed`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function list(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError(`${name}: a list is needed`);
  return value;
}

function without<T extends object>(whole: T, keys: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key))) as Partial<T>;
}
