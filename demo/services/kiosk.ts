import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { homeAssistantUrl } from '../home-assistant/configuration.ts';
import type { User } from '../home-assistant/seed.ts';
import type { Person } from '../matrix/people.ts';
import { ports } from '../ports.ts';
import { stopAll, type Context, type Service } from '../processes.ts';
import { debuggingUrl, startChromium } from './chromium.ts';
import { setUpKiosk } from './kiosk-setup.ts';
import { kioskSize, type WindowScreen } from './window-screen.ts';

export const kioskDebuggingUrl = debuggingUrl(ports.kioskDebugging);

export interface KioskOptions {
  /** Where its window is; undefined: nobody sees it. */
  readonly screen: WindowScreen | undefined;
  /** Who is signed in to Home Assistant. */
  readonly user: User;
  /** The Matrix account of the tablet. */
  readonly account: Person;
  readonly print: (line: string) => void;
}

/**
 * The wall tablet: a browser with a profile of its own on the dashboard with the card, signed in to Home
 * Assistant and to its account. Started when the card says it waits for calls.
 */
export async function startKiosk(context: Context, options: KioskOptions): Promise<Service> {
  const parts: Service[] = [];
  const stop = () => stopAll(parts, options.print);
  try {
    parts.push(await startBrowser(context, options.screen));
    await onItsPage(setUpKiosk, options);
    return { name: 'kiosk', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const startBrowser = (context: Context, screen: WindowScreen | undefined): Promise<Service> =>
  startChromium(context, {
    name: 'kiosk',
    profile: join(context.state, 'kiosk-profile'),
    port: ports.kioskDebugging,
    flags: [
      '--use-fake-ui-for-media-stream', // camera and microphone are granted
      '--use-fake-device-for-media-stream', // and need not exist
      ...surface(screen),
    ],
    display: screen?.display,
  });

function surface(screen: WindowScreen | undefined): string[] {
  const { width, height } = kioskSize;
  if (!screen) return ['--headless=new', `--screen-info={${width}x${height}}`, '--kiosk', 'about:blank'];
  // Without tabs and address, as on a wall.
  return [
    `--app=${homeAssistantUrl}/manifest.json`,
    `--window-size=${width},${height}`,
    ...(screen.isVirtual ? ['--window-position=0,0'] : []),
  ];
}

/** Lends the kiosk's page; afterwards nothing of us stays connected to it. */
async function onItsPage(work: typeof setUpKiosk, options: KioskOptions): Promise<void> {
  const browser = await chromium.connectOverCDP(kioskDebuggingUrl);
  try {
    const context = browser.contexts()[0]!;
    await work(context.pages()[0] ?? (await context.newPage()), options);
  } finally {
    await browser.close(); // only the connection
  }
}
