import type { Page } from 'playwright-core';

interface LayoutShift extends PerformanceEntry {
  /** Part of the screen that moved, times how far, as https://wicg.github.io/layout-instability/ has it. */
  readonly value: number;
}

declare global {
  interface Window {
    layoutShifts?: { readonly seen: number[]; take(): void };
  }
}

/** What moved on the screen while something was done, touches or not: the sum of all scores. 0: nothing did. */
export async function layoutShiftDuring(page: Page, task: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const note = (entries: readonly PerformanceEntry[]): void => {
      seen.push(...entries.map((entry) => (entry as LayoutShift).value));
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    window.layoutShifts = {
      seen,
      take: () => {
        note(observer.takeRecords());
        observer.disconnect();
      },
    };
  });
  await task();
  return page.evaluate(async () => {
    for (let frames = 2; frames > 0; frames--) await new Promise((resolve) => requestAnimationFrame(resolve));
    window.layoutShifts?.take();
    return window.layoutShifts?.seen.reduce((sum, value) => sum + value, 0) ?? 0;
  });
}
