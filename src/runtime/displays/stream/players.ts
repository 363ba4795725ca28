import type { EntityState, EntityStates } from '../../home-assistant/home-assistant.ts';
import type { Capability } from '../displays.ts';
import { HLS, MP4, MPEG_TS, type StreamFormat } from './formats.ts';

/** `MediaPlayerEntityFeature.PLAY_MEDIA` of Home Assistant: it opens what it is given. */
const PLAY_MEDIA = 512;

/** Integrations whose media players have no screen, whatever they open. */
const WITHOUT_SCREEN = new Set([
  ...['bluesound', 'bose_soundtouch', 'denonavr', 'forked_daapd', 'heos', 'linkplay', 'mpd', 'music_assistant'],
  ...['openhome', 'snapcast', 'sonos', 'spotify', 'squeezebox', 'volumio', 'yamaha_musiccast', 'assist_satellite'],
]);

/** Integrations whose players take a stream as it comes. Of all others HLS is what they most likely open. */
const STREAMING: Readonly<Record<string, { readonly silent: StreamFormat; readonly audible: StreamFormat }>> = {
  vlc_telnet: { silent: MPEG_TS, audible: MP4 },
  kodi: { silent: MPEG_TS, audible: MP4 },
  dlna_dmr: { silent: MPEG_TS, audible: MPEG_TS },
};

/** Whether a media player can open an address and show a picture. @param integration that the entity is of */
export function canOpenStreams(states: EntityStates, entityId: string, integration: string | null): Capability {
  const entity = states[entityId];
  if (!entity) return { can: false, why: 'no_entity' };
  if (integration === 'group') return { can: false, why: 'group' };
  if (!opensPictures(entity, integration)) return { can: false, why: 'no_player' };
  if (entity.state === 'unavailable' || entity.state === 'unknown') return { can: false, why: 'unavailable' };
  return { can: true };
}

/** What the player is given. @param audible whether the call is to be heard there */
export function formatFor(integration: string | null, audible: boolean): StreamFormat {
  const formats = integration === null ? undefined : STREAMING[integration];
  return (audible ? formats?.audible : formats?.silent) ?? HLS;
}

/** Of a media player that was unavailable at Home Assistant's start the features are not known: then they are not asked. */
function opensPictures({ state, attributes }: EntityState, integration: string | null): boolean {
  if (attributes['device_class'] === 'speaker' || WITHOUT_SCREEN.has(integration ?? '')) return false;
  const features = attributes['supported_features'];
  return (typeof features === 'number' && (features & PLAY_MEDIA) !== 0) || state === 'unavailable';
}
