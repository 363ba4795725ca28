import type { Snapshot } from './api.ts';
import { cameraEntities } from './cameras.ts';
import type { Configure } from './configure.ts';
import { DEFAULT_STATION } from './default-station.ts';
import type { Device } from './device.ts';
import { pageStates } from './home-assistant/page-states.ts';
import type { Owner } from './owner.ts';
import { Store } from './platform/readable.ts';
import type { Problems } from './problems.ts';
import { DEFAULT_SETTINGS } from './settings/device-settings.ts';
import { SETTINGS, type Storage } from './storage/storage.ts';

/** What there is before anything is known: no accounts, no calls, and a device for which nobody has chosen anything. */
export const NOTHING: Snapshot = {
  role: 'starting',
  secureContext: globalThis.isSecureContext,
  accounts: [],
  contacts: [],
  requests: [],
  calls: [],
  lastResult: null,
  soundBlocked: false,
  sounding: null,
  answerWaits: false,
  problems: [],
  station: DEFAULT_STATION,
  stations: [DEFAULT_STATION],
  history: [],
  missed: 0,
  settings: DEFAULT_SETTINGS,
  quiet: false,
  quietUntil: null,
  lock: { kind: 'none', locked: false, retryAt: null },
};

export interface VacantOptions {
  readonly problems: Problems;
  /** Whether something is stored of this device. Else it is not even loaded before somebody wants to change it. */
  readonly known: boolean;
  /** Loads and opens the device, once. */
  readonly device: () => Promise<{ readonly device: Device; readonly configure: Configure }>;
  /** Loads the real owner and puts it in this one's place. */
  readonly occupy: () => Promise<Owner>;
}

/**
 * The owner of a device that nobody can call: no account yet. It knows the device and waits for somebody to sign in;
 * then the real owner is loaded and takes its place.
 */
export async function createVacant(options: VacantOptions): Promise<Owner> {
  const { problems, occupy } = options;
  let opened: Device | null = null;
  let closed = false;
  const make = (): Snapshot => ({ ...NOTHING, ...opened?.view(), role: 'owner', problems: problems.all.value });
  const snapshot = new Store(make());
  const publish = (): void => snapshot.set(make());
  const stops = [problems.all.subscribe(publish)];
  const configure = async (): Promise<Configure> => {
    const { device, configure: change } = await options.device();
    if (!opened && !closed) {
      opened = device;
      stops.push(device.subscribe(publish));
      publish();
    }
    return change;
  };
  if (options.known) await configure();
  const nobody = (): Promise<never> => Promise.reject(new RangeError('This account is not open'));
  return {
    snapshot,
    homeAssistant: null,
    iceServers: () => Promise.resolve(null),
    simulateCall: async (options) => (await occupy()).simulateCall(options),
    testCall: async (options) => (await occupy()).testCall(options),
    configureDevice: async (change) => (await configure()).configureDevice(change),
    configureStation: async (...change) => (await configure()).configureStation(...change),
    addStation: async (given) => (await configure()).addStation(given),
    removeStation: async (slug) => (await configure()).removeStation(slug),
    preferStation: async (slug) => (await configure()).preferStation(slug),
    takeStation() {},
    deleteHistory: async (ids) => (await configure()).deleteHistory(ids),
    markSeen: async () => (await configure()).markSeen(),
    unlock: async (pin) => (await configure()).unlock(pin),
    lock: () => opened?.lock.close(),
    exportSettings: async () => (await configure()).exportSettings(),
    importSettings: async (text) => (await configure()).importSettings(text),
    command: () => Promise.resolve({ ok: false, reason: 'refused_not_ready' }),
    busy: () => false,
    media: () => null,
    addAccount: async (...account) => {
      opened?.lock.require();
      return (await occupy()).addAccount(...account);
    },
    signOut: nobody,
    verifyAccount: nobody,
    setAccountOption: nobody,
    acceptRequest: nobody,
    rejectRequest: nobody,
    configurePerson: nobody,
    sendMessage: nobody,
    cameras: () => cameraEntities(pageStates()),
    allowSound() {},
    previewRingtone() {},
    pageClosing() {},
    close: () => {
      closed = true;
      stops.forEach((stop) => stop());
      return Promise.resolve();
    },
  };
}

/** Whether anybody has ever chosen something here, or called. What cannot be read is told when it is opened. */
export async function isKnown({ stations, settings, history }: Storage): Promise<boolean> {
  const isAnything = (value: unknown): value is unknown => value !== undefined;
  const found = await Promise.all([
    stations.list().then(({ length }) => length > 0),
    settings.get(SETTINGS, isAnything).then((value) => value !== null),
    history.latest(1).then(({ length }) => length > 0),
  ]).catch(() => [true]);
  return found.includes(true);
}
