import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Storage {
  readonly data: { readonly entries: readonly { readonly domain: string }[] };
}

export interface Integration {
  readonly domain: string;
  readonly title: string;
  readonly data: object;
  /** 26 letters and digits that nothing else has. */
  readonly entryId: string;
}

/** Sets an integration up before Home Assistant starts, as its own form would; once. */
export function writeConfigEntry(folder: string, { domain, title, data, entryId }: Integration): void {
  const file = join(folder, '.storage', 'core.config_entries');
  const storage = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Storage) : empty;
  const { entries } = storage.data;
  if (entries.some((known) => known.domain === domain)) return;
  const entry = { domain, title, data, entry_id: entryId, ...plain };
  writeFileSync(file, JSON.stringify({ ...storage, data: { ...storage.data, entries: [...entries, entry] } }, null, 2));
}

const empty = { version: 1, minor_version: 5, key: 'core.config_entries', data: { entries: [] } };

const plain = {
  options: {},
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
