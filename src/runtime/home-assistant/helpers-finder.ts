import type { Millis } from '../call/call.ts';
import { Store } from '../platform/readable.ts';
import {
  defaultIds,
  followRename,
  renamedIds,
  type HelperIds,
  type RegistryEntry,
  type RegistryEvent,
} from './helpers-ids.ts';
import { HELPER_KEYS, HELPERS, type HelperKey, type PerHelper } from './helpers-keys.ts';
import type { BindingMemory } from './helpers-memory.ts';
import type { HelpersOptions } from './helpers-options.ts';
import type { EntityState, EntityStates } from './home-assistant.ts';

/** A reload of helpers takes them away for a moment; only what stays away is missing. */
const MISSING_AFTER: Millis = 2_000;

/** Knows under which entity ids the helpers are, through renames, and which of them do not exist. */
export class HelperFinder {
  readonly missing = new Store<readonly string[]>([]);
  readonly #options: Pick<HelpersOptions, 'homeAssistant' | 'slug' | 'platform' | 'scope'>;
  readonly #memory: BindingMemory;
  readonly #onChange: () => void;
  readonly #known = new Set<HelperKey>();
  #ids: HelperIds;
  #cancelCheck: (() => void) | null = null;
  #unfollow = (): void => {};

  /** @param onChange the ids changed */
  constructor(options: HelpersOptions, memory: BindingMemory, onChange: () => void) {
    const { homeAssistant, slug, scope } = options;
    this.#options = options;
    this.#memory = memory;
    this.#onChange = onChange;
    this.#ids = defaultIds(slug);
    scope.add(homeAssistant.connected.subscribe((connected) => connected && void this.#follow()));
    scope.add(() => this.#cancelCheck?.());
    scope.add(() => this.#unfollow());
    if (homeAssistant.connected.value) void this.#follow();
  }

  get ids(): HelperIds {
    return this.#ids;
  }

  pick(all: EntityStates): PerHelper<EntityState> {
    const picked: Partial<Record<HelperKey, EntityState>> = {};
    for (const key of HELPER_KEYS) {
      const state = all[this.#ids[key]];
      if (!state) continue;
      picked[key] = state;
      this.#known.add(key);
    }
    if (this.#absent((key) => picked[key] !== undefined).join() !== this.missing.value.join()) this.#checkSoon();
    return picked;
  }

  /** The optional ones count once they have been there. */
  #absent(isThere: (key: HelperKey) => boolean): readonly string[] {
    const isNeeded = (key: HelperKey): boolean => HELPERS[key].required || this.#known.has(key);
    return HELPER_KEYS.filter((key) => isNeeded(key) && !isThere(key)).map((key) => this.#ids[key]);
  }

  #checkSoon(): void {
    const { homeAssistant, platform } = this.#options;
    this.#cancelCheck ??= platform.clock.after(MISSING_AFTER, () => {
      this.#cancelCheck = null;
      if (!homeAssistant.connected.value) return;
      const states = homeAssistant.states.value;
      const absent = this.#absent((key) => states[this.#ids[key]] !== undefined);
      if (absent.join() !== this.missing.value.join()) this.missing.set(absent);
    });
  }

  /** For one connection: looks for renamed helpers, and listens for renames to come. */
  async #follow(): Promise<void> {
    const { homeAssistant, slug, platform, scope } = this.#options;
    try {
      const unsubscribe = await homeAssistant.subscribeOnce<RegistryEvent>(
        { type: 'subscribe_events', event_type: 'entity_registry_updated' },
        (event) => this.#use(followRename(this.#ids, event)),
      );
      this.#unfollow = unsubscribe;
      if (scope.closed) return unsubscribe();
      await this.#rememberUniqueIds();
      const { uniqueIds } = this.#memory.value;
      const states = homeAssistant.states.value;
      if (!HELPER_KEYS.every((key) => states[this.#ids[key]])) {
        const registry = await homeAssistant.request<readonly RegistryEntry[]>({ type: 'config/entity_registry/list' });
        this.#use(renamedIds(slug, { ids: this.#ids, uniqueIds }, homeAssistant.states.value, registry));
      }
    } catch (error) {
      platform.log.log('debug', 'renamed helpers cannot be followed', error);
    }
  }

  /** A helper that is renamed while no page of ours is open is found by its unique id. */
  async #rememberUniqueIds(): Promise<void> {
    const { homeAssistant } = this.#options;
    await this.#memory.loaded;
    const entries = await homeAssistant
      .request<Readonly<Record<string, RegistryEntry | null>>>({
        type: 'config/entity_registry/get_entries',
        entity_ids: HELPER_KEYS.map((key) => this.#ids[key]),
      })
      .catch((): Readonly<Record<string, RegistryEntry | null>> => ({}));
    const found = HELPER_KEYS.flatMap((key) => {
      const entry = entries[this.#ids[key]];
      return entry?.platform === HELPERS[key].domain ? [[key, entry.unique_id]] : [];
    });
    this.#memory.remember({ uniqueIds: { ...this.#memory.value.uniqueIds, ...Object.fromEntries(found) } });
  }

  #use(ids: HelperIds): void {
    if (this.#options.scope.closed || HELPER_KEYS.every((key) => ids[key] === this.#ids[key])) return;
    this.#ids = ids;
    this.#onChange();
  }
}
