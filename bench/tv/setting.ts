import { type Browser, chromium } from 'playwright-core';
import { helperIds } from '../../demo/home-assistant/helpers.ts';
import type { Stack } from '../../demo/stack.ts';
import { waitFor } from '../../demo/wait.ts';
import { Bedroom } from '../../test/e2e/support/bedroom.ts';
import { Kiosk } from '../../test/e2e/support/kiosk.ts';
import { LivingRoom } from '../../test/e2e/support/living-room.ts';

/** A tablet in a call, the TV of the living room and the player of the bedroom. */
export interface Setting {
  readonly kiosk: Kiosk;
  /** The tablet's. */
  readonly browser: Browser;
  readonly room: LivingRoom;
  readonly bedroom: Bedroom;
  readonly callId: string;
  /** The helper over which tablet and TV find each other. */
  readonly link: string;
}

/** Milliseconds, one a run. */
export interface Shown {
  /** Somebody wants it there → its first picture. */
  readonly first: number[];
  /** How much later a frame is seen there than on the tablet; of the camera itself: than it was filmed. */
  readonly behind: number[];
}

/** Percent of one core of the kiosk's browser, one a run. */
export interface Load {
  readonly here: number[];
  readonly there: number[];
}

export const nothingShown = (): Shown => ({ first: [], behind: [] });

/** A line for who waits: what is measured takes minutes. */
export const tell = (text: string): void => console.log(`  ${new Date().toISOString().slice(11, 19)} ${text}`);

/** A call whose far end sends the house's own camera back: 720p, with the time in it. It is over afterwards. */
export async function inCall(stack: Stack, measure: (setting: Setting) => Promise<void>): Promise<void> {
  const kiosk = await Kiosk.connect(stack);
  const browser = await chromium.connectOverCDP(stack.endpoints.kiosk!.cdp);
  try {
    const change = { displayServer: stack.displayServer.url, camera: 'camera.front_door' } as const;
    await kiosk.page.evaluate((given) => window.callAssist!.configureStation(given), change);
    await kiosk.page.evaluate(() => window.callAssist!.testCall({ video: true, name: 'Bench' }));
    const { id: callId } = await kiosk.call('active', 30_000);
    tell('the call runs');
    const link = helperIds(stack.endpoints.kiosk!.station)['link']!;
    await measure({ kiosk, browser, room: new LivingRoom(stack), bedroom: new Bedroom(stack), callId, link });
    await kiosk.command({ type: 'hang-up', by: 'touch' });
  } finally {
    await browser.close();
    await kiosk.disconnect();
  }
}

/** Somebody wants the call there. @returns when, in ms since 1970 */
export async function move(kiosk: Kiosk, display: string): Promise<number> {
  const from = Date.now();
  await kiosk.command({ type: 'set-display', display, by: 'touch' });
  return from;
}

export async function isThere(kiosk: Kiosk): Promise<void> {
  await displayIs(kiosk, 'there');
}

export async function bringBack(kiosk: Kiosk): Promise<void> {
  await move(kiosk, 'this_device');
  await displayIs(kiosk, 'here');
}

async function displayIs(kiosk: Kiosk, state: string): Promise<void> {
  let seen = '';
  const look = async () => {
    const { display } = await kiosk.call('active');
    seen = JSON.stringify(display);
    return display?.state === state;
  };
  await waitFor(`the call to be ${state}`, look, { timeout: 30_000 }).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${seen}`);
  });
}
