import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tvDevice } from '../tv/identity.ts';

interface Storage {
  readonly data: { readonly entries: readonly { readonly domain: string }[] };
}

/**
 * Lets Home Assistant's cast integration look for the virtual TV, from its start on. Its own form cannot say before it
 * looks for the first time that devices which happen to be in the same network are none of the demo's business.
 */
export function writeCastEntry(folder: string): void {
  const file = join(folder, '.storage', 'core.config_entries');
  const storage = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Storage) : empty;
  const { entries } = storage.data;
  if (entries.some(({ domain }) => domain === 'cast')) return;
  writeFileSync(file, JSON.stringify({ ...storage, data: { ...storage.data, entries: [...entries, entry] } }, null, 2));
}

const empty = { version: 1, minor_version: 5, key: 'core.config_entries', data: { entries: [] } };

const entry = {
  domain: 'cast',
  title: 'Google Cast',
  data: { known_hosts: [tvDevice.host], uuid: [tvDevice.uuid], ignore_cec: [] },
  options: {},
  entry_id: '01M7YQ00000000000000CASTTV',
  unique_id: null,
  source: 'user',
  version: 1,
  minor_version: 1,
  created_at: '2026-01-01T00:00:00+00:00',
  modified_at: '2026-01-01T00:00:00+00:00',
  disabled_by: null,
  discovery_keys: {},
  pref_disable_new_entities: false,
  pref_disable_polling: false,
  subentries: [],
};
