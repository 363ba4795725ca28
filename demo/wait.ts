import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Milliseconds until the wait fails. */
  readonly timeout: number;
  /** Milliseconds between two looks. */
  readonly interval?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks again and again until `look` gives something other than undefined and false, and gives that.
 * @param what what is waited for, as the end of "waited 5 s for …"
 * @throws when the time is over, with the last error of `look` as cause, or when the signal says so
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  { timeout, interval = 50, signal }: WaitOptions,
): Promise<T> {
  const end = Date.now() + timeout;
  for (let cause: unknown; ; await sleep(interval)) {
    signal?.throwIfAborted();
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() < end) continue;
    const last = cause instanceof Error ? ` (${cause.message})` : '';
    throw new Error(`waited ${timeout / 1000} s for ${what}${last}`, { cause });
  }
}

/** Whether an address answers with success, within two seconds. */
export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return response.ok;
}
