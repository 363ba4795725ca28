import type { Millis } from '../../call/call.ts';
import type { EntityState, EntityStates, HomeAssistant } from '../../home-assistant/home-assistant.ts';
import type { Clock } from '../../platform/platform.ts';
import { until } from '../../platform/until.ts';
import { volumeOf } from '../cast/media-player.ts';
import type { StreamFormat } from './formats.ts';

/** `MediaPlayerEntityFeature` of Home Assistant. */
const FEATURES = { volume: 4, turnOn: 128, turnOff: 256, stop: 4096 } as const;
type Feature = keyof typeof FEATURES;

type Home = Pick<HomeAssistant, 'states' | 'callService'>;

/** A TV that shows nothing for that long after it was turned on is told to play all the same. */
const WAKES_WITHIN: Millis = 8_000;

/** What a media player must be put back to. */
export interface PlayerBefore {
  readonly off: boolean;
  readonly volume: number | null;
}

export function playerBefore(entity: EntityState): PlayerBefore {
  return { off: isOff(entity), volume: volumeOf(entity) };
}

export function isOff({ state }: EntityState): boolean {
  return state === 'off' || state === 'standby';
}

/** Turns it on, where it is off and can be; a cast device needs that not. @throws HomeAssistantError */
export async function wake(home: Home, entityId: string, clock: Clock, signal: AbortSignal): Promise<void> {
  const entity = home.states.value[entityId];
  // A cast device is off while it shows nothing, and shows its own picture when it is turned on.
  if (!entity || !isOff(entity) || !has(entity, 'turnOn') || 'app_id' in entity.attributes) return;
  await home.callService('media_player', 'turn_on', {}, entityId);
  const isAwake = (states: EntityStates): boolean => {
    const now = states[entityId];
    return now !== undefined && !isOff(now) && now.state !== 'unavailable';
  };
  await until(home.states, isAwake, { clock, limit: WAKES_WITHIN, signal });
}

/** @throws HomeAssistantError */
export async function play(
  home: Home,
  entityId: string,
  address: string,
  { contentType, extra }: Pick<StreamFormat, 'contentType' | 'extra'>,
): Promise<void> {
  const media = { media_content_type: contentType, media_content_id: address, ...(extra && { extra }) };
  await home.callService('media_player', 'play_media', media, entityId);
}

/**
 * Stops what is ours there and puts back the rest. What cannot be done is left as it is.
 * @param isOurs whether what it says that it plays was ours; not every player says it. null: it was told nothing
 */
export async function putPlayerBack(
  home: Home,
  entityId: string,
  before: PlayerBefore,
  isOurs: ((playing: string) => boolean) | null,
): Promise<void> {
  const entity = home.states.value[entityId];
  if (!entity) return;
  const now = volumeOf(entity);
  if (has(entity, 'volume') && before.volume !== null && now !== null && before.volume !== now) {
    await home.callService('media_player', 'volume_set', { volume_level: before.volume }, entityId);
  }
  if (!isOurs || playsOther(entity, isOurs)) return;
  if (has(entity, 'stop') && !isOff(entity)) {
    await home.callService('media_player', 'media_stop', {}, entityId);
    // Home Assistant asks many players seldom: until then what has been ours would be what somebody watches.
    const isSaidToPlay = home.states.value[entityId]?.state === 'playing';
    if (isSaidToPlay) await home.callService('homeassistant', 'update_entity', {}, entityId).catch(() => {});
  }
  if (before.off && has(entity, 'turnOff')) await home.callService('media_player', 'turn_off', {}, entityId);
}

/** Somebody has chosen something else there meanwhile. */
function playsOther({ state, attributes }: EntityState, isOurs: (playing: string) => boolean): boolean {
  const playing = attributes['media_content_id'];
  return state === 'playing' && typeof playing === 'string' && !isOurs(playing);
}

function has({ attributes }: EntityState, feature: Feature): boolean {
  return (Number(attributes['supported_features'] ?? 0) & FEATURES[feature]) !== 0;
}
