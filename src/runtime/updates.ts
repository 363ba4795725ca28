import type { Millis } from './call/call.ts';
import type { Platform } from './platform/platform.ts';

const LOOK_AGAIN: Millis = 5_000;
const KEY = 'call-assist-reloaded';
/** A page that was reloaded for this reason less than this ago is not reloaded again: something else is wrong. */
const ONCE_IN = 5 * 60_000;

/**
 * An update has replaced the files of the open page: reload it, but never in a call, and not in circles.
 */
export function reloadWhenIdle(options: {
  readonly platform: Platform;
  readonly busy: () => boolean;
  readonly reload?: () => void;
}): void {
  const { platform, busy, reload = () => location.reload() } = options;
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (platform.clock.now() - last < ONCE_IN) return;
  const attempt = (): void => {
    if (busy()) return void platform.clock.after(LOOK_AGAIN, attempt);
    sessionStorage.setItem(KEY, String(platform.clock.now()));
    reload();
  };
  attempt();
}
