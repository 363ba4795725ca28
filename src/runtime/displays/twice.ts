import type { Millis } from '../call/call.ts';
import type { Clock } from '../platform/platform.ts';
import { pause } from '../platform/wait.ts';

const AGAIN_AFTER: Millis = 1_000;

/**
 * Puts a display back; once more a second later where that fails: Home Assistant refuses what a device does not answer in
 * time, and a TV that begins or ends something does not. @param work looks itself at what is still to be done
 * @throws what the second time throws
 */
export async function twice(work: () => Promise<void>, clock: Clock): Promise<void> {
  try {
    await work();
  } catch {
    await pause(clock, AGAIN_AFTER, new AbortController().signal);
    await work();
  }
}
