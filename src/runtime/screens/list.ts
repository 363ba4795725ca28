import { isInUse, isLeftByUs } from '../displays/cast/media-player.ts';
import type { Capability } from '../displays/displays.ts';
import type { Rung } from '../displays/rung.ts';
import type { DisplayView, DisplayWay } from '../displays/view.ts';
import type { EntityState, EntityStates } from '../home-assistant/home-assistant.ts';
import type { HouseFacts } from './house.ts';
import type { LastTries } from './memory.ts';

/** `MediaPlayerEntityFeature.PLAY_MEDIA` of Home Assistant. */
const PLAY_MEDIA = 512;

/**
 * Media players that could be screens at all: what plays nothing that it is given, and what only sounds, is none. Groups
 * are, so that it is said of them why not.
 */
export function screensOf(states: EntityStates, groups: ReadonlySet<string>): readonly EntityState[] {
  return Object.values(states).filter(
    ({ entity_id, attributes }) =>
      entity_id.startsWith('media_player.') &&
      (attributes['device_class'] !== 'speaker' || groups.has(entity_id)) &&
      (Number(attributes['supported_features'] ?? 0) & PLAY_MEDIA) !== 0,
  );
}

export interface ListOptions {
  readonly states: EntityStates;
  readonly facts: Pick<HouseFacts, 'areas' | 'groups'>;
  readonly rungs: readonly Rung<DisplayWay>[];
  readonly tries: LastTries;
}

/** All media players that can be chosen: those that can show a call first, then by name. */
export async function listDisplays({ states, facts, rungs, tries }: ListOptions): Promise<readonly DisplayView[]> {
  const views = await Promise.all(
    screensOf(states, facts.groups).map(async (entity): Promise<DisplayView> => {
      const { entity_id: id } = entity;
      const ways = await Promise.all(
        rungs.map(async (rung) => ({ way: rung.way, capability: await rung.can(id).catch(() => REFUSED) })),
      );
      const last = tries[id] ?? null;
      const inUse = isInUse(entity) && !isLeftByUs(entity, last);
      return { id, name: nameOf(entity), area: facts.areas.get(id) ?? '', ways, inUse, last };
    }),
  );
  return views.toSorted(
    (one, other) => Number(canShow(other)) - Number(canShow(one)) || one.name.localeCompare(other.name),
  );
}

export function canShow({ ways }: Pick<DisplayView, 'ways'>): boolean {
  return ways.some(({ capability }) => capability.can);
}

export function nameOf({ entity_id, attributes }: EntityState): string {
  const name = attributes['friendly_name'];
  return typeof name === 'string' ? name : entity_id;
}

/** What does not say whether it can is not offered. */
const REFUSED: Capability = { can: false, why: 'unavailable' };
