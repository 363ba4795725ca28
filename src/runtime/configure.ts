import type { CallAssist } from './api.ts';
import type { Device } from './device.ts';
import { readSettings, writeSettings, type AccountAt } from './settings/transfer.ts';

/** What can be changed of a device with and without accounts. Each throws LockedError while it is locked. */
export type Configure = Pick<
  CallAssist,
  | 'configureDevice'
  | 'configureStation'
  | 'addStation'
  | 'removeStation'
  | 'preferStation'
  | 'deleteHistory'
  | 'markSeen'
  | 'unlock'
  | 'lock'
  | 'exportSettings'
  | 'importSettings'
>;

export function createConfigure(device: Device, accounts: () => readonly AccountAt[]): Configure {
  return {
    configureDevice: (change) => device.configure(change),
    configureStation: (change, slug) => device.configureStation(change, slug),
    addStation: (given) => device.addStation(given),
    removeStation: (slug) => device.removeStation(slug),
    preferStation: (slug) => device.preferStation(slug),
    async deleteHistory(ids) {
      device.lock.require();
      await device.history.remove(ids);
    },
    markSeen: () => device.history.markSeen(),
    unlock: (pin) => device.lock.unlock(pin),
    lock: () => device.lock.close(),
    async exportSettings() {
      device.lock.require();
      const { settings, stations } = device;
      return writeSettings(
        { settings: settings.value, stations: stations.value, people: device.people.all() },
        accounts(),
      );
    },
    async importSettings(text) {
      device.lock.require();
      const before = { settings: device.settings.value };
      const { settings, stations, people } = readSettings(text, before, accounts());
      await device.replace({ ...before.settings, ...settings }, stations);
      await device.people.put(people);
    },
  };
}
