import type { EntityStates } from './home-assistant.ts';

/**
 * Entities that went while the connection was down. After it the library merges Home Assistant's fresh list into its
 * old one, so what does not exist any more would stay for ever; but only what was sent anew is a new object.
 */
export class StaleFilter {
  #before: EntityStates | null = null;
  #stale: EntityStates = {};

  /** The connection was lost, with these states. */
  lost(states: EntityStates): void {
    this.#before = { ...this.#stale, ...states };
  }

  /** @param fresh what the library says. @returns it without what is gone. */
  apply(fresh: EntityStates): EntityStates {
    if (this.#before) {
      this.#stale = pick(this.#before, (id, state) => fresh[id] === state);
      this.#before = null;
    } else if (Object.keys(this.#stale).length > 0) {
      this.#stale = pick(this.#stale, (id, state) => fresh[id] === state);
    }
    const stale = this.#stale;
    return Object.keys(stale).length > 0 ? pick(fresh, (id) => !(id in stale)) : fresh;
  }
}

function pick(
  states: EntityStates,
  keep: (id: string, state: EntityStates[string] | undefined) => boolean,
): EntityStates {
  return Object.fromEntries(Object.entries(states).filter(([id, state]) => keep(id, state)));
}
