import { RINGTONES } from '../platform/ringtones.ts';
import { DEFAULT_SETTINGS, type DeviceSettings, type QuietTime } from './device-settings.ts';
import { changed, FLAG, oneOf, restored, type Rules } from './rules.ts';

/** More than anybody means; what is stored and looked at each minute stays small. */
const MOST_QUIET_TIMES = 50;

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const isTime = (value: unknown): boolean => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

function isQuietTime(value: unknown): value is QuietTime {
  if (typeof value !== 'object' || value === null) return false;
  const { days, from, to, ...others } = value as Readonly<Record<string, unknown>>;
  const isDay = (day: unknown): boolean => Number.isInteger(day) && (day as number) >= 0 && (day as number) <= 6;
  return Array.isArray(days) && days.every(isDay) && isTime(from) && isTime(to) && Object.keys(others).length === 0;
}

function isLanguage(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'string' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** What each key may hold. */
export const SETTING_RULES: Rules<DeviceSettings> = {
  ringtone: oneOf(...RINGTONES),
  ringVolume: [isShare, 'a number from 0 to 1'],
  callVolume: [isShare, 'a number from 0 to 1'],
  ringWindow: [
    (value) => Number.isInteger(value) && (value as number) >= 15_000 && (value as number) <= 120_000,
    'a whole number of milliseconds from 15000 to 120000',
  ],
  hideNames: oneOf('show', 'while-ringing', 'always'),
  doNotDisturb: FLAG,
  quietTimes: [
    (value) => Array.isArray(value) && value.length <= MOST_QUIET_TIMES && value.every(isQuietTime),
    'a list of days from 0 to 6 with from and to as HH:MM',
  ],
  lock: oneOf('none', 'pin', 'admin'),
  language: [isLanguage, 'a language tag or null'],
  holdToHangUp: FLAG,
  secondCall: oneOf('wait', 'busy'),
};

/**
 * The settings with the change applied.
 * @throws RangeError naming the key that is wrong; then nothing changes.
 */
export function changeSettings(before: DeviceSettings, change: Partial<DeviceSettings>): DeviceSettings {
  return changed('settings', SETTING_RULES, before, change);
}

/** Settings as they were stored, by this version or another. */
export function storedSettings(read: unknown): DeviceSettings {
  return restored(SETTING_RULES, DEFAULT_SETTINGS, read);
}
