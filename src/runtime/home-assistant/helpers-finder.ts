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
import type { HelpersOptions } from './helpers-options.ts';
import type { EntityState, EntityStates } from './home-assistant.ts';

/** A reload of helpers takes them away for a moment; only what stays away is missing. */
const MISSING_AFTER = 2_000;

/** Knows under which entity ids the helpers are, through renames, and which of them do not exist. */
export class HelperFinder {
  readonly missing = new Store<readonly string[]>([]);
  readonly #options: Pick<HelpersOptions, 'homeAssistant' | 'slug' | 'platform' | 'scope'>;
  readonly #onChange: () => void;
  readonly #known = new Set<HelperKey>();
  #ids: HelperIds;
  #cancelCheck: (() => void) | null = null;
  #unfollow = (): void => {};

  /** @param onChange the ids changed */
  constructor(options: HelpersOptions, onChange: () => void) {
    const { homeAssistant, slug, scope } = options;
    this.#options = options;
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
      const states = homeAssistant.states.value;
      if (HELPER_KEYS.every((key) => states[this.#ids[key]])) return;
      const registry = await homeAssistant.request<readonly RegistryEntry[]>({ type: 'config/entity_registry/list' });
      this.#use(renamedIds(slug, this.#ids, homeAssistant.states.value, registry));
    } catch (error) {
      platform.log.log('debug', 'renamed helpers cannot be followed', error);
    }
  }

  #use(ids: HelperIds): void {
    if (this.#options.scope.closed || HELPER_KEYS.every((key) => ids[key] === this.#ids[key])) return;
    this.#ids = ids;
    this.#onChange();
  }
}
