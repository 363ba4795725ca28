import type { Millis } from '../../runtime/call/call.ts';

/** How long a call has gone on, as a clock shows it: `7:55`, `1:02:03`. */
export function lastedText(lasted: Millis): string {
  const seconds = Math.floor(lasted / 1_000);
  const pair = (value: number): string => String(value % 60).padStart(2, '0');
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3_600)];
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(seconds)}` : `${minutes}:${pair(seconds)}`;
}
