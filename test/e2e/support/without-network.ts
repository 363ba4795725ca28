import type { Page } from 'playwright-core';

/**
 * Does something while the browser of a page has no network at all, as on a WLAN that is gone: what it sends waits, what
 * is sent to it too. (What DevTools emulate does not reach peer connections.) Its pages can be looked at meanwhile.
 */
export async function withoutNetwork(page: Page, work: () => Promise<void>): Promise<void> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const service = processInfo.find(({ type }) => type === 'network.mojom.NetworkService');
  if (!service) throw new Error('this browser has its network in another process');
  process.kill(service.id, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(service.id, 'SIGCONT');
  }
}
