import type { Clock } from './platform.ts';
import type { Scope } from './scope.ts';

/**
 * The outcome of `work`, or `expired()` thrown after `limit` ms, or the signal's reason thrown: what comes first.
 * Work that lost goes on; whoever owns its scope closes that.
 */
export function within<T>(
  work: Promise<T>,
  { clock, limit, signal, expired }: { clock: Clock; limit: number; signal: AbortSignal; expired: () => Error },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const aborted = (): void => settle(() => reject(signal.reason as Error));
    const cancel = clock.after(limit, () => settle(() => reject(expired())));
    const settle = (then: () => void): void => {
      cancel();
      signal.removeEventListener('abort', aborted);
      then();
    };
    signal.addEventListener('abort', aborted);
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
    if (signal.aborted) aborted();
  });
}

/** Resolves after `delay` ms (which may be Infinity), or at once when the signal is aborted; the caller looks which. */
export function pause(clock: Clock, delay: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = delay === Infinity ? () => {} : clock.after(delay, done);
    signal.addEventListener('abort', done);
  });
}

/** Runs `open` in a scope of its own below `scope`; when it fails, what it had opened is closed before the error goes on. */
export async function openWithin<T>(scope: Scope, open: (own: Scope) => Promise<T>): Promise<T> {
  const own = scope.child();
  try {
    own.signal.throwIfAborted();
    return await open(own);
  } catch (error) {
    await own.close();
    throw error;
  }
}
