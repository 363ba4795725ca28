import type { Millis } from '../call/call.ts';
import type { RingtoneId } from '../platform/ringtones.ts';

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
