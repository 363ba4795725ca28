import type { Clock } from './platform.ts';
import type { Readable } from './readable.ts';
import { pause } from './wait.ts';

/**
 * Resolves when `holds` says yes, asked at once and whenever `readable` changes; else after `limit` ms, or when the signal is
 * aborted.
 * @returns whether it held
 */
export async function until<T>(
  readable: Readable<T>,
  holds: (value: T) => boolean,
  { clock, limit, signal }: { readonly clock: Clock; readonly limit: number; readonly signal?: AbortSignal },
): Promise<boolean> {
  const held = new AbortController();
  const look = (): void => {
    if (holds(readable.value)) held.abort();
  };
  const stop = readable.subscribe(look);
  look();
  await pause(clock, limit, signal ? AbortSignal.any([held.signal, signal]) : held.signal);
  stop();
  return held.signal.aborted;
}
