import type { Logger } from './platform.ts';
import { Store, type Readable } from './readable.ts';

export interface ScreenWakeLock {
  /** Keep the screen on, or no longer. */
  want(wanted: boolean): void;
  readonly held: Readable<boolean>;
  close(): void;
}

/**
 * Holds the screen on while that is wanted. The browser takes the lock back whenever the page is hidden, so it is
 * taken again when the page is seen. Where there is none (no secure context, old WebView) nothing happens.
 */
export function createWakeLock(log: Logger, wakeLock: WakeLock | undefined = navigator.wakeLock): ScreenWakeLock {
  const held = new Store(false);
  let wanted = false;
  let sentinel: WakeLockSentinel | null = null;
  let asking = false;

  const settle = async (): Promise<void> => {
    if (asking) return;
    if (!wanted) {
      await sentinel?.release();
      return;
    }
    if (sentinel || !wakeLock || document.visibilityState !== 'visible') return;
    asking = true;
    try {
      const taken = await wakeLock.request('screen');
      sentinel = taken;
      held.set(true);
      taken.addEventListener('release', () => {
        sentinel = null;
        held.set(false);
      });
    } catch (error) {
      // Battery saver, or hidden in the meantime: the next time the page is seen it is tried again.
      log.log('debug', 'no wake lock', error);
    } finally {
      asking = false;
    }
    if (!wanted) await settle();
  };
  const onVisible = (): void => void settle();
  document.addEventListener('visibilitychange', onVisible);

  return {
    held,
    want(now) {
      wanted = now;
      void settle();
    },
    close() {
      document.removeEventListener('visibilitychange', onVisible);
      wanted = false;
      void settle();
    },
  };
}
