import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Runs at once what the page would do within the next minute and not before its last ten seconds. */
    endMinute?: () => void;
  }
}

/**
 * Spares a test the minute for which a call rings: the page's own timers of fifty to sixty seconds, those that begin
 * from now on, run when the minute is said to be over. Everything else takes its time, and the clock stays right.
 * @returns what ends the minute; timers are the browser's again afterwards
 */
export async function beginMinute(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(keepTimers);
  return () => page.evaluate(() => window.endMinute!());
}

/** Runs in the page. */
function keepTimers(): void {
  const { setTimeout, clearTimeout } = window;
  const waiting = new Map<number, () => void>();
  window.setTimeout = ((task: (...values: unknown[]) => void, delay = 0, ...values: unknown[]) => {
    const run = (): void => {
      waiting.delete(timer);
      task(...values);
    };
    const timer = setTimeout(run, delay);
    if (delay >= 50_000 && delay <= 60_000) waiting.set(timer, run);
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    waiting.delete(Number(timer));
    clearTimeout(timer);
  };
  window.endMinute = () => {
    Object.assign(window, { setTimeout, clearTimeout });
    delete window.endMinute;
    for (const [timer, run] of waiting) {
      clearTimeout(timer);
      run();
    }
  };
}
