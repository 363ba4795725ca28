import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Runs what the page would do at this time, in milliseconds since 1970, give or take a second. */
    runDueAt?: (time: number) => void;
  }
}

/** Timers that are shorter are soon over. */
const LONG = 10_000;

/**
 * Spares a test a minute for which a call rings: of the page's long timers, those that begin from now on, the one that is
 * due at a time can be run at once. Everything else takes its time, and the clock stays right.
 * @returns what runs the timer that is due then; all timers are the browser's again afterwards
 */
export async function keepTimers(page: Page): Promise<(due: number) => Promise<void>> {
  await page.evaluate(keep, LONG);
  return (due) => page.evaluate((time) => window.runDueAt!(time), due);
}

/** Runs in the page. */
function keep(long: number): void {
  const { setTimeout, clearTimeout } = window;
  const waiting = new Map<number, { readonly due: number; readonly run: () => void }>();
  window.setTimeout = ((task: (...values: unknown[]) => void, delay = 0, ...values: unknown[]) => {
    const run = (): void => {
      waiting.delete(timer);
      task(...values);
    };
    const timer = setTimeout(run, delay);
    if (delay >= long) waiting.set(timer, { due: Date.now() + delay, run });
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    waiting.delete(Number(timer));
    clearTimeout(timer);
  };
  window.runDueAt = (time) => {
    Object.assign(window, { setTimeout, clearTimeout });
    delete window.runDueAt;
    for (const [timer, { due, run }] of waiting) {
      if (Math.abs(due - time) > 1_000) continue;
      clearTimeout(timer);
      run();
    }
  };
}
