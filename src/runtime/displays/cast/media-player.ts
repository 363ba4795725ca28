import type { EntityState, EntityStates, HomeAssistant } from '../../home-assistant/home-assistant.ts';
import type { Millis } from '../../call/call.ts';
import type { Capability, DisplayFailure } from '../displays.ts';
import type { DisplayView, TvView } from '../view.ts';

/** Home Assistant's own receiver app, which shows views of dashboards. */
const HOME_ASSISTANT_APP = 'A078F6B0';
/** `MediaPlayerEntityFeature` of Home Assistant. */
const FEATURES = { volume: 4, turnOff: 256 } as const;

/** What comes of a try that has opened our page. */
const OPENED: ReadonlySet<'shown' | DisplayFailure> = new Set(['shown', 'view_not_loaded', 'no_connection']);
/** From the page's app to what came of it: a TV is slow. */
const BEGAN_WITHIN: Millis = 60_000;
/** Home Assistant's clock and this device's. */
const CLOCKS_DIFFER: Millis = 5_000;

/** What a media player must be put back to. */
export interface Before {
  readonly volume: number | null;
}

interface CastHouse {
  readonly states: EntityStates;
  /** Entities that are several devices in one. */
  readonly groups: ReadonlySet<string>;
  readonly https: boolean;
}

/** Whether a view can be cast there. @param platform the integration that the entity is of */
export function canCast({ states, groups, https }: CastHouse, entityId: string, platform: string | null): Capability {
  const entity = states[entityId];
  if (!entity) return { can: false, why: 'no_entity' };
  if (groups.has(entityId)) return { can: false, why: 'group' };
  if (platform !== 'cast') return { can: false, why: 'not_cast' };
  // What Home Assistant's integration says of cast devices without a screen.
  if (entity.attributes['device_class'] === 'speaker') return { can: false, why: 'no_player' };
  if (entity.state === 'unavailable') return { can: false, why: 'unavailable' };
  if (!https) return { can: false, why: 'no_https' };
  return { can: true };
}

/** Whether somebody watches or hears something there that a call would stop; a dashboard, too. */
export function isInUse({ state }: Pick<EntityState, 'state'>): boolean {
  return state === 'playing' || state === 'paused' || state === 'buffering';
}

/**
 * Whether what it shows was left there by this device, which lost its power or its page in a call: Home Assistant's page
 * has been there since about when a call was moved there. @param last what came of the last try here
 */
export function isLeftByUs(entity: EntityState, last: DisplayView['last'] | undefined): boolean {
  if (last?.way !== 'cast-view' || !OPENED.has(last.result) || !showsHomeAssistant(entity)) return false;
  const took = last.at - Date.parse(entity.last_changed);
  return took >= -CLOCKS_DIFFER && took <= BEGAN_WITHIN;
}

/** Whether Home Assistant's own page is what it shows. */
export function showsHomeAssistant(entity: EntityState | undefined): boolean {
  return entity?.attributes['app_id'] === HOME_ASSISTANT_APP;
}

export function volumeOf(entity: EntityState | undefined): number | null {
  const volume = entity?.attributes['volume_level'];
  return typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : null;
}

export function stateBefore(entity: EntityState): Before {
  return { volume: volumeOf(entity) };
}

/**
 * Opens the view on the TV, the invitation in its path: the receiver takes `2~secret` as index 2, and the card reads the rest.
 * Casting a view is an administrator's service; anybody may play one as media. @throws HomeAssistantError
 */
export async function showView(
  home: Pick<HomeAssistant, 'callService' | 'user'>,
  entityId: string,
  { dashboard, index }: TvView,
  invitation: string,
): Promise<void> {
  const viewPath = `${index}~${invitation}`;
  const { isAdmin } = await home.user;
  if (isAdmin) {
    const view = { entity_id: entityId, dashboard_path: dashboard, view_path: viewPath };
    await home.callService('cast', 'show_lovelace_view', view);
    return;
  }
  const media = { media_content_type: 'lovelace', media_content_id: `${dashboard}/${viewPath}` };
  await home.callService('media_player', 'play_media', media, entityId);
}

/**
 * Quits our page, if it still is what is shown, and puts back the volume. What cannot be done is left as it is.
 * @throws HomeAssistantError what one of both was refused with; the other is tried all the same
 */
export async function putBack(
  home: Pick<HomeAssistant, 'callService' | 'states'>,
  entityId: string,
  before: Before,
): Promise<void> {
  const entity = home.states.value[entityId];
  const features = Number(entity?.attributes['supported_features'] ?? 0);
  const can = (feature: number): boolean => (features & feature) !== 0;
  const now = volumeOf(entity);
  try {
    if (can(FEATURES.volume) && before.volume !== null && now !== null && before.volume !== now) {
      await home.callService('media_player', 'volume_set', { volume_level: before.volume }, entityId);
    }
  } finally {
    // Of a cast device this quits the app; the TV behind it stays on if it was.
    if (showsHomeAssistant(home.states.value[entityId]) && can(FEATURES.turnOff)) {
      await home.callService('media_player', 'turn_off', {}, entityId);
    }
  }
}
