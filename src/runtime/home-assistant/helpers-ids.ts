import { HELPER_KEYS, HELPERS, defaultId, objectId, type HelperKey, type PerHelper } from './helpers-keys.ts';
import type { EntityStates } from './home-assistant.ts';

export type HelperIds = Readonly<Record<HelperKey, string>>;

/** An entry of `config/entity_registry/list`, which every user may read. */
export interface RegistryEntry {
  readonly entity_id: string;
  readonly platform: string;
  readonly unique_id: string;
}
/** `entity_registry_updated`, which every user hears. */
export interface RegistryEvent {
  readonly data: { readonly action: string; readonly entity_id: string; readonly old_entity_id?: string };
}

export function defaultIds(slug: string): HelperIds {
  return Object.fromEntries(HELPER_KEYS.map((key) => [key, defaultId(slug, key)])) as Record<HelperKey, string>;
}

/**
 * Ids of helpers that were renamed: found by unique id, which is the helper's first name and stays.
 * @param uniqueIds of those that were bound earlier: people may have made them under other names
 */
export function renamedIds(
  slug: string,
  { ids, uniqueIds }: { readonly ids: HelperIds; readonly uniqueIds: PerHelper<string> },
  states: EntityStates,
  registry: readonly RegistryEntry[],
): HelperIds {
  const renamed = HELPER_KEYS.flatMap((key): [HelperKey, string][] => {
    if (states[ids[key]]) return [];
    const named = (wanted: string | undefined): RegistryEntry | undefined =>
      registry.find(({ platform, unique_id }) => platform === HELPERS[key].domain && unique_id === wanted);
    const entry = named(uniqueIds[key]) ?? named(objectId(slug, key));
    return entry ? [[key, entry.entity_id]] : [];
  });
  return { ...ids, ...Object.fromEntries(renamed) };
}

/** After a helper was renamed while we listened. */
export function followRename(ids: HelperIds, { data }: RegistryEvent): HelperIds {
  const key = HELPER_KEYS.find((each) => data.old_entity_id !== undefined && ids[each] === data.old_entity_id);
  return key ? { ...ids, [key]: data.entity_id } : ids;
}
