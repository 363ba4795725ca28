import { DEFAULT_STATION } from './default-station.ts';
import { isServerAddress } from './displays/stream/server-address.ts';
import type { DeviceChoice } from './media/media.ts';
import { changed, FLAG, oneOf, type Rules } from './settings/rules.ts';
import type { Station } from './storage/storage.ts';

const isChoice = (value: unknown): value is DeviceChoice | null =>
  value === null ||
  (typeof value === 'object' &&
    typeof (value as DeviceChoice).deviceId === 'string' &&
    typeof (value as DeviceChoice).label === 'string');

/** What each key may hold, in words for the error. */
export const STATION_RULES: Rules<Station> = {
  slug: [
    (value) => typeof value === 'string' && /^[a-z0-9]+(_[a-z0-9]+)*$/.test(value),
    'lower case letters, digits and underscores',
  ],
  name: [
    (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 60,
    'a text of 1 to 60 characters',
  ],
  camera: [
    (value) => typeof value === 'string' && /^(camera\.[a-z0-9_]+|this_device)$/.test(value),
    'a camera entity or this_device',
  ],
  microphone: [isChoice, 'a device or null'],
  deviceCamera: [isChoice, 'a device or null'],
  speaker: [isChoice, 'a device or null'],
  dialAnyone: FLAG,
  scriptAnswers: FLAG,
  scriptAnswersWithCamera: FLAG,
  scriptHangsUp: FLAG,
  scriptUnmutes: FLAG,
  scriptTurnsCameraOn: FLAG,
  linkDials: FLAG,
  display: [
    (value) => typeof value === 'string' && /^(media_player\.[a-z0-9_]+|this_device)$/.test(value),
    'a media player or this_device',
  ],
  displayStarts: FLAG,
  displaySound: oneOf('display', 'this_device'),
  displayLevel: [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'],
  displayAnnounces: oneOf('no', 'without-name', 'with-name'),
  displayServer: [
    (value) => typeof value === 'string' && (value === '' || isServerAddress(value)),
    'the address of a go2rtc (http://… or https://…, without a password) or nothing',
  ],
};

/**
 * The station with the change applied.
 * @throws RangeError naming the key that is wrong; then nothing changes.
 */
export function changeStation(station: Station, change: Partial<Station>): Station {
  return changed('station', STATION_RULES, station, change);
}

/** A name as part of an entity id, as Home Assistant itself would make it. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || DEFAULT_STATION.slug;
}
