import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { waitFor } from '../../demo/wait.ts';
import { house } from './support/house.ts';
import { both, faultless, ring, tidy, timecode, xmppPeer } from './support/xmpp.ts';

const CALLS = 30;

describe('many calls in a row by XMPP', () => {
  it(`${CALLS} calls leave nothing behind`, { timeout: 30 * 60_000 }, async () => {
    const { kiosk } = await house();
    const dora = await xmppPeer('dora');
    try {
      const baseline = await listeners(kiosk.page);
      let afterFew = 0;
      for (let call = 1; call <= CALLS; call++) {
        if (call % 2) {
          await ring(kiosk, dora);
          await kiosk.touch('answer-video');
        } else {
          await kiosk.callContact('dora@localhost');
          await dora.until('ring');
          await dora.answer(both);
        }
        await kiosk.call('active');
        await waitFor('a picture of the camera', async () => (await timecode(dora)) !== null, { timeout: 15_000 });
        if (call % 3) await dora.hangUp();
        else await kiosk.touch('hang-up');
        await kiosk.quiet();
        await kiosk.command({ type: 'dismiss', by: 'page' });
        assert.deepEqual(await kiosk.held(), { peerConnections: 0, liveTracks: 0, mediaElements: 0 });
        await faultless(dora);
        await tidy(kiosk, dora);
        if (call === 5) afterFew = await listeners(kiosk.page);
      }
      const end = await listeners(kiosk.page);
      assert.ok(
        end <= afterFew,
        `listeners grew from ${afterFew} after five calls to ${end} (${baseline} before the first)`,
      );
    } finally {
      await dora.stop();
    }
  });
});

/** Event listeners that live in the page, after everything unreachable is gone. */
async function listeners(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    for (let pass = 0; pass < 2; pass++) await session.send('HeapProfiler.collectGarbage');
    const { jsEventListeners } = await session.send('Memory.getDOMCounters');
    return jsEventListeners;
  } finally {
    await session.detach();
  }
}
