import type { FakeHomeAssistant } from '../../../support/fake-home-assistant.ts';

export const TV = 'media_player.living_room_tv';
export const RADIO = 'media_player.radio';
const PLAYS = 512 + 256 + 4;

/** A house with a cast device in the living room, a radio in the kitchen, a view for TVs and a link. */
export function furnish(home: FakeHomeAssistant): void {
  home.set(TV, 'off', { supported_features: PLAYS, friendly_name: 'Living room TV' });
  home.set(RADIO, 'idle', { supported_features: PLAYS, friendly_name: 'Radio' });
  home.set('input_text.call_assist_kitchen_link', '');
  home.answers.set('config/entity_registry/list', [
    { entity_id: TV, platform: 'cast', unique_id: 'tv', area_id: null, device_id: 'tv' },
    { entity_id: RADIO, platform: 'sonos', unique_id: 'radio', area_id: 'kitchen', device_id: null },
  ]);
  home.answers.set('config/device_registry/list', [{ id: 'tv', area_id: 'living_room' }]);
  home.answers.set('config/area_registry/list', [
    { area_id: 'living_room', name: 'Living room' },
    { area_id: 'kitchen', name: 'Kitchen' },
  ]);
  home.answers.set('get_config', { external_url: 'https://house.example' });
  home.answers.set('lovelace/dashboards/list', [{ id: 'tv', url_path: 'call-assist-tv' }]);
}
