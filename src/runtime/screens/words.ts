import type { CallView } from '../api.ts';
import type { Millis } from '../call/call.ts';
import type { CastCall } from '../displays/cast/sender.ts';
import type { CastTracks } from '../displays/cast/sending-peer.ts';
import type { EntityStates } from '../home-assistant/home-assistant.ts';
import type { RemoteMedia } from '../providers/provider.ts';
import { HOME_ACCOUNT } from '../rings/home.ts';
import type { DeviceSettings } from '../settings/device-settings.ts';
import type { Station } from '../storage/storage.ts';

interface Around {
  readonly station: Pick<Station, 'name' | 'displayLevel' | 'displayAnnounces'>;
  readonly hideNames: DeviceSettings['hideNames'];
  readonly remote: RemoteMedia;
  readonly states: EntityStates;
  /** Whether the display is to be heard. */
  readonly sound: boolean;
  readonly now: Millis;
}

type Told = Pick<CallView, 'phase' | 'peer' | 'offered' | 'connected' | 'camera' | 'sending' | 'remoteOnHold' | 'ring'>;

/** What a display writes of a call: never more than people here want others to read. Pure. */
export function displayWords(call: Told, { station, hideNames, remote, states, sound, now }: Around): CastCall {
  const { phase, peer, offered, connected, camera, sending, remoteOnHold, ring } = call;
  if (phase === 'ringing-in') {
    const isNamed = station.displayAnnounces === 'with-name' && hideNames === 'show';
    const isDoor = peer.accountId === HOME_ACCOUNT && ring?.kind === 'door';
    const kind = isDoor ? 'door' : offered.video ? 'video' : 'voice';
    return { type: 'ringing', name: isNamed ? peer.name : '', station: station.name, kind };
  }
  return {
    type: 'call',
    name: hideNames === 'always' ? '' : peer.name,
    station: station.name,
    state: phase === 'reconnecting' ? 'reconnecting' : remoteOnHold ? 'held' : 'active',
    since: connected ?? now,
    picture: pictureOf(remote) !== null,
    camera: sending.video && 'source' in camera ? nameOf(camera.source, station.name, states) : '',
    sound,
    level: station.displayLevel,
  };
}

/** What a display gets of a call: a screen that is shared takes the large place. Pure. @param audio everybody's voice */
export function displayTracks(
  remote: RemoteMedia,
  preview: MediaStreamTrack | null,
  audio: MediaStreamTrack | null,
): CastTracks {
  return { audio, picture: pictureOf(remote), preview };
}

/** Of several, whoever is large on this device as well. */
function pictureOf({ participants, large }: RemoteMedia): MediaStreamTrack | null {
  const first = participants.filter(({ id }) => id === large);
  for (const { screen, video, videoMuted } of [...first, ...participants]) {
    const picture = screen ?? (videoMuted ? null : video);
    if (picture) return picture;
  }
  return null;
}

function nameOf(source: string, station: string, states: EntityStates): string {
  const name = states[source]?.attributes['friendly_name'];
  return typeof name === 'string' ? name : station;
}
