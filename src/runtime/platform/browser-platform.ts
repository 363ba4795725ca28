import { createLogger, type RecordingLogger } from './logger.ts';
import type { Clock, Platform } from './platform.ts';

/** What a timer of the browser can count to; longer delays would fire at once. */
const LONGEST = 2 ** 31 - 1;

export interface BrowserPlatform extends Platform {
  readonly log: RecordingLogger;
}

/** The real browser. */
export function browserPlatform(): BrowserPlatform {
  return { clock, log: createLogger(clock), id: randomId, random: Math.random };
}

const clock: Clock = {
  now: () => Date.now(),
  after(delay, task) {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number): void => {
      timer = setTimeout(() => (left > LONGEST ? wait(left - LONGEST) : task()), Math.min(Math.max(left, 0), LONGEST));
    };
    wait(delay);
    return () => clearTimeout(timer);
  },
};

/** `getRandomValues` is there without a secure context too; `randomUUID` is not. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
