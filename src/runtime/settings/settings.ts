import type { Millis } from '../call/call.ts';
import { RINGTONES, type RingtoneId } from '../platform/tones.ts';
import { changed, FLAG, oneOf, restored, type Rules } from './rules.ts';

/** When the device is quiet every week, in local time. Until a time that is not later than `from`: the next day's. */
export interface QuietTime {
  /** On which days it begins: 0 is Sunday, as `Date.getDay` counts. */
  readonly days: readonly number[];
  /** `HH:MM`, 24 hours. */
  readonly from: string;
  readonly to: string;
}

/** What people chose for this device. Kept in this browser only; a card's look is in the dashboard instead. */
export interface DeviceSettings {
  readonly ringtone: RingtoneId;
  /** 0 to 1. */
  readonly ringVolume: number;
  /** 0 to 1. */
  readonly callVolume: number;
  /** How long a call rings here at most: 15 to 120 s, in milliseconds. */
  readonly ringWindow: Millis;
  /** Whether screens, helpers and spoken texts say who calls. `while-ringing`: not before somebody answered. */
  readonly hideNames: 'show' | 'while-ringing' | 'always';
  /** Switched on by hand or by the helper, until somebody switches it off. */
  readonly doNotDisturb: boolean;
  readonly quietTimes: readonly QuietTime[];
  /** Who may change settings: everybody, who knows the PIN, who is an administrator of Home Assistant. */
  readonly lock: 'none' | 'pin' | 'admin';
  /** A BCP 47 tag; null: as Home Assistant is set. */
  readonly language: string | null;
  readonly holdToHangUp: boolean;
  /** A call while another runs: shown as waiting, or told that it is busy here. */
  readonly secondCall: 'wait' | 'busy';
}

/** `pin` is needed to set the lock `pin`: 4 to 12 digits. It is kept as a salted hash and never given back. */
export type DeviceChange = Partial<DeviceSettings> & { readonly pin?: string };

export const DEFAULT_SETTINGS: DeviceSettings = {
  ringtone: 'chimes',
  ringVolume: 0.8,
  callVolume: 1,
  ringWindow: 60_000,
  hideNames: 'show',
  doNotDisturb: false,
  quietTimes: [],
  lock: 'none',
  language: null,
  holdToHangUp: false,
  secondCall: 'wait',
};

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
