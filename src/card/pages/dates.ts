import { words } from '../localize/localize.ts';

/** Formats are dear to make, and a list needs the same ones again and again. */
const made = new Map<string, unknown>();

function once<T>(name: string, make: (language: string) => T): T {
  const { language } = words.value;
  const key = `${language} ${name}`;
  const found = (made.get(key) as T | undefined) ?? make(language);
  made.set(key, found);
  return found;
}

const format = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once(name, (language) => new Intl.DateTimeFormat(language, options));

/** A broken clock stored it; nothing is thrown at whoever looks at it. */
function date(form: Intl.DateTimeFormat, at: number): string {
  return Number.isNaN(new Date(at).getTime()) ? '' : form.format(at);
}

/** `10:42`. All times are this device's. */
export const timeText = (at: number): string => date(format('time', { hour: 'numeric', minute: '2-digit' }), at);

/** `Today`, `Yesterday`, `Sunday` within a week, then the date. */
export function dayText(at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0 || days === 1) {
    const relative = once('relative', (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
    return capital(relative.format(days === 0 ? 0 : -1, 'day'));
  }
  const near = days > 0 && days < 7;
  return capital(date(near ? format('weekday', { weekday: 'long' }) : format('date', { dateStyle: 'long' }), at));
}

/** A day, whatever the time: equal for two moments of one day. */
export const dayOf = (at: number): number => midnight(at);

function midnight(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

export const momentText = (at: number, now: number): string => `${dayText(at, now)}, ${timeText(at)}`;

/** `48 s`, `12 min 40 s`, `1 h 3 min`. */
export function durationText(milliseconds: number): string {
  const all = Math.max(0, Math.round(milliseconds / 1_000));
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  const parts: readonly (readonly [number, string])[] = hours
    ? [
        [hours, 'hour'],
        [minutes, 'minute'],
      ]
    : minutes
      ? [
          [minutes, 'minute'],
          [seconds, 'second'],
        ]
      : [[seconds, 'second']];
  return parts.map(([value, unit]) => unitText(value, unit)).join(' ');
}

export const unitText = (value: number, unit: string): string =>
  once(unit, (language) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' })).format(
    value,
  );

/** `48 seconds`, for sentences. */
export const secondsText = (count: number): string =>
  once(
    'seconds',
    (language) => new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'long' }),
  ).format(count);

/** 0 to 1 as `70 %`. */
export const percentText = (share: number): string =>
  once('percent', (language) => new Intl.NumberFormat(language, { style: 'percent' })).format(share);

/** Days of the week as `Date.getDay` counts them, in the order and with the names of the page's language. */
export function weekdays(): readonly { readonly day: number; readonly short: string; readonly long: string }[] {
  const first = once('first', (language) => {
    const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?(): { readonly firstDay: number } };
    return locale.getWeekInfo?.().firstDay ?? 1;
  });
  return Array.from({ length: 7 }, (_, index) => {
    const day = (first + index) % 7;
    // 1 January 2023 was a Sunday.
    const at = new Date(2023, 0, 1 + day).getTime();
    return {
      day,
      short: format('day-short', { weekday: 'short' }).format(at),
      long: format('weekday', { weekday: 'long' }).format(at),
    };
  });
}

/** `21:30` as the language writes times. */
export function clockText(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return timeText(new Date(2023, 0, 1, hours, minutes).getTime());
}

/** A language by its own name. */
export function languageName(language: string): string {
  return capital(new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language);
}

function capital(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(words.value.language) + rest.join('');
}
