import type { Logger, LogLevel, Platform } from '../../../src/runtime/platform/platform.ts';
import { FakeClock } from './fake-clock.ts';

export interface FakePlatform extends Platform {
  readonly clock: FakeClock;
  /** What was logged, in order. */
  readonly lines: readonly { readonly level: LogLevel; readonly message: string; readonly detail: unknown }[];
}

/** Time and chance in the hands of the test: ids count up, `random` is always one half. */
export function fakePlatform(now?: number): FakePlatform {
  const lines: { level: LogLevel; message: string; detail: unknown }[] = [];
  let ids = 0;
  const log: Logger = {
    log: (level, message, detail) => void lines.push({ level, message, detail }),
    child: () => log,
  };
  return { clock: new FakeClock(now), log, id: () => `id-${++ids}`, random: () => 0.5, lines };
}
