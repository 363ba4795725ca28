import { words } from '../localize/localize.ts';

/** Making an Intl formatter costs more than a row; one for each language and kind is enough. */
const made = new Map<string, Intl.DateTimeFormat>();

function format(at: number, kind: string, options: Intl.DateTimeFormatOptions): string {
  const { language } = words.value;
  const key = `${language} ${kind}`;
  let formatter = made.get(key);
  if (!formatter) made.set(key, (formatter = new Intl.DateTimeFormat(language, options)));
  return formatter.format(at);
}

/** `10:42`, as people here write it. Milliseconds since 1970. */
export const timeOf = (at: number): string => format(at, 'time', { hour: 'numeric', minute: '2-digit' });

/** A time of today, the weekday of the last six days, else the date. */
export function whenOf(at: number, now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (at >= midnight && at <= now) return timeOf(at);
  const day = 86_400_000;
  if (at >= midnight - 6 * day && at <= now) return format(at, 'weekday', { weekday: 'short' });
  return format(at, 'date', { day: 'numeric', month: 'short' });
}

/** `12 min`, `1 h 3 min`, or `48 s` below a minute. Milliseconds. */
export function lastedOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const unit = (value: number, unit: 'second' | 'minute' | 'hour'): string =>
    new Intl.NumberFormat(words.value.language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}

/** Whether the language says this number as one thing. */
export const isOne = (count: number): boolean => new Intl.PluralRules(words.value.language).select(count) === 'one';
