import { tvDevice } from '../tv/identity.ts';
import { writeConfigEntry } from './config-entry.ts';

/**
 * Lets Home Assistant's cast integration look for the virtual TV, from its start on. Its own form cannot say before it
 * looks for the first time that devices which happen to be in the same network are none of the demo's business.
 */
export function writeCastEntry(folder: string): void {
  writeConfigEntry(folder, {
    domain: 'cast',
    title: 'Google Cast',
    data: { known_hosts: [tvDevice.host], uuid: [tvDevice.uuid], ignore_cec: [] },
    entryId: '01M7YQ00000000000000CASTTV',
  });
}
