import { END_REASONS, type Peer } from '../call/call.ts';
import type { CallRecord } from '../call/effects.ts';
import type { DeviceChoice } from '../media/media.ts';
import { RINGTONES } from '../platform/ringtones.ts';
import type { Account } from '../providers/provider.ts';
import {
  type HistoryEntry,
  type PersonChoice,
  type PersonKey,
  type RunningCall,
  type Station,
  STATION_SWITCHES,
} from './storage.ts';

/**
 * Checks of what was read. What is written is checked by the compiler; what is read may come from an older or newer
 * version, or from a disk that failed. Unknown fields are kept.
 */
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isTimeOrNull = (value: unknown): boolean => value === null || isTime(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';

export function isAccount(value: unknown): value is Account {
  return (
    isFields(value) &&
    [value['id'], value['protocol'], value['address']].every(isText) &&
    isFields(value['settings']) &&
    !Array.isArray(value['settings'])
  );
}

export function isStation(value: unknown): value is Station {
  return (
    isFields(value) &&
    isSlug(value['slug']) &&
    isText(value['name']) &&
    isCameraSource(value['camera']) &&
    isChoice(value['microphone']) &&
    isChoice(value['deviceCamera']) &&
    isChoice(value['speaker']) &&
    STATION_SWITCHES.every((flag) => isFlag(value[flag])) &&
    isDisplay(value['display']) &&
    isFlag(value['displayStarts']) &&
    ['display', 'this_device'].some((each) => each === value['displaySound']) &&
    isShare(value['displayLevel']) &&
    ['no', 'without-name', 'with-name'].some((each) => each === value['displayAnnounces']) &&
    isText(value['displayServer'])
  );
}

export function isPerson(value: unknown): value is PersonKey & PersonChoice {
  return (
    isFields(value) &&
    [value['accountId'], value['contactId']].every(isText) &&
    [value['favourite'], value['throughQuiet'], value['blocked']].every(isFlag) &&
    (value['alias'] === null || isText(value['alias'])) &&
    (value['ringtone'] === null || RINGTONES.some((ringtone) => ringtone === value['ringtone'])) &&
    ['off', 'voice', 'video'].some((each) => each === value['autoAnswer'])
  );
}

export function isHistoryEntry(value: unknown): value is HistoryEntry {
  return isRecord(value) && isFields(value) && isTime(value['id']);
}

export function isRunningCall(value: unknown): value is RunningCall {
  return isCallBasis(value) && isFlag(value['video']) && isFields(value['goodbye']);
}

function isRecord(value: unknown): value is CallRecord {
  return (
    isCallBasis(value) &&
    isFields(value['offered']) &&
    isFlag(value['offered']['audio']) &&
    isFlag(value['offered']['video']) &&
    isTime(value['ended']) &&
    END_REASONS.some((reason) => reason === value['reason'])
  );
}

/** What history and running calls have in common. */
function isCallBasis(value: unknown): value is Fields {
  return (
    isFields(value) &&
    isText(value['callId']) &&
    (value['direction'] === 'incoming' || value['direction'] === 'outgoing') &&
    isPeer(value['peer']) &&
    isTime(value['began']) &&
    isTimeOrNull(value['answered']) &&
    isTimeOrNull(value['connected'])
  );
}

function isPeer(value: unknown): value is Peer {
  return isFields(value) && [value['accountId'], value['contactId'], value['address'], value['name']].every(isText);
}

function isSlug(value: unknown): boolean {
  return isText(value) && /^[a-z0-9_]+$/.test(value);
}

function isCameraSource(value: unknown): boolean {
  return value === 'this_device' || (isText(value) && value.startsWith('camera.'));
}

function isDisplay(value: unknown): boolean {
  return value === 'this_device' || (isText(value) && value.startsWith('media_player.'));
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isChoice(value: unknown): value is DeviceChoice | null {
  return value === null || (isFields(value) && isText(value['deviceId']) && isText(value['label']));
}
