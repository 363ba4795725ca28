import { clock } from './clock.ts';
import { createLogger, type RecordingLogger } from './logger.ts';
import type { Platform } from './platform.ts';

export interface BrowserPlatform extends Platform {
  readonly log: RecordingLogger;
}

/** The real browser. */
export function browserPlatform(): BrowserPlatform {
  return { clock, log: createLogger(clock), id: randomId, random: Math.random };
}

/** `getRandomValues` is there without a secure context too; `randomUUID` is not. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
