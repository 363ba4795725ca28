import type { CallAssist } from './api.ts';
import type { EntityStates } from './home-assistant/home-assistant.ts';

/** Camera entities of Home Assistant by their names, for choosing. */
export function cameraEntities(states: EntityStates): ReturnType<CallAssist['cameras']> {
  return Object.values(states)
    .filter(({ entity_id }) => entity_id.startsWith('camera.'))
    .map(({ entity_id, state, attributes }) => ({
      id: entity_id as `camera.${string}`,
      name: typeof attributes['friendly_name'] === 'string' ? attributes['friendly_name'] : entity_id,
      available: state !== 'unavailable',
      still: stillOf(attributes['entity_picture']),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Of Home Assistant's own only: an address elsewhere would tell somebody that this page looks. */
function stillOf(picture: unknown): string | null {
  return typeof picture === 'string' && /^\/[^/\\]/.test(picture) ? picture : null;
}
