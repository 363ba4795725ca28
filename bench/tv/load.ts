import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';

/** How long is measured, in milliseconds. */
const measured = 3_000;

/** What all processes of a browser use, in percent of one core. */
export async function loadOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  try {
    const seconds = async (): Promise<ReadonlyMap<number, number>> => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
    };
    const [before, from] = [await seconds(), performance.now()];
    await sleep(measured);
    const after = await seconds();
    // One that has begun meanwhile is none of what was measured before.
    const used = [...after].reduce((sum, [id, time]) => sum + (before.has(id) ? time - before.get(id)! : 0), 0);
    return (used / ((performance.now() - from) / 1000)) * 100;
  } finally {
    await session.detach();
  }
}
