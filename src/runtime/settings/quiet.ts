import type { Millis } from '../call/call.ts';
import type { QuietTime } from './device-settings.ts';

interface Span {
  readonly from: Millis;
  readonly to: Millis;
}

/**
 * When the quiet time that runs at `now` is over; null when none runs. Times that touch or overlap are one. In the
 * time zone of this device: a day with 23 or 25 hours begins and ends as its clock says.
 */
export function quietUntil(times: readonly QuietTime[], now: Millis): Millis | null {
  let until: Millis | null = null;
  // Sorted by their beginning, each is looked at once.
  const spans = around(times, now).sort((one, other) => one.from - other.from);
  for (const { from, to } of spans) {
    const at = until ?? now;
    if (from <= at && to > at) until = to;
  }
  return until;
}

/** When what {@link quietUntil} says may change next; null: never. */
export function nextChange(times: readonly QuietTime[], now: Millis): Millis | null {
  const edges = around(times, now)
    .flatMap(({ from, to }) => [from, to])
    .filter((edge) => edge > now);
  return edges.length > 0 ? Math.min(...edges) : null;
}

/** The spans that begin from yesterday on, for eight days: the longest span lasts a day. */
function around(times: readonly QuietTime[], now: Millis): Span[] {
  const today = new Date(now);
  const spans: Span[] = [];
  for (let day = -1; day <= 7; day++) {
    const weekday = (((today.getDay() + day) % 7) + 7) % 7;
    for (const { days, from, to } of times) {
      if (!days.includes(weekday)) continue;
      const overMidnight = to <= from ? 1 : 0;
      spans.push({ from: at(today, day, from), to: at(today, day + overMidnight, to) });
    }
  }
  return spans;
}

/** `HH:MM` of a day counted from `today`, by the local clock. */
function at(today: Date, day: number, time: string): Millis {
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + day, hours, minutes).getTime();
}
