import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { homeAssistantUrl } from '../home-assistant/configuration.ts';
import type { User } from '../home-assistant/seed.ts';
import type { Person } from '../matrix/people.ts';
import { ports } from '../ports.ts';
import { logFileOf, startProcess, stopAll, type Context, type Service } from '../processes.ts';
import { debuggingUrl, startChromium } from './chromium.ts';
import { setUpKiosk } from './kiosk-setup.ts';

export const kioskDebuggingUrl = debuggingUrl(ports.kioskDebugging);

export interface KioskOptions {
  readonly headless: boolean;
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
    const screen = options.headless ? noScreen : await findScreen(context, options.print, parts);
    parts.push(await startBrowser(context, screen));
    await onItsPage(setUpKiosk, options);
    return { name: 'kiosk', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the browser shows itself. */
interface Screen {
  readonly display: string | undefined;
  readonly flags: readonly string[];
}

const size = { width: 1280, height: 800 };
const noScreen: Screen = {
  display: undefined,
  flags: ['--headless=new', `--screen-info={${size.width}x${size.height}}`, '--kiosk', 'about:blank'],
};

const startBrowser = (context: Context, { display, flags }: Screen): Promise<Service> =>
  startChromium(context, {
    name: 'kiosk',
    profile: join(context.state, 'kiosk-profile'),
    port: ports.kioskDebugging,
    flags: [
      '--use-fake-ui-for-media-stream', // camera and microphone are granted
      '--use-fake-device-for-media-stream', // and need not exist
      ...flags,
    ],
    display,
  });

/** A window on the screen we are on, or all of a screen that nobody sees. */
async function findScreen(context: Context, print: (line: string) => void, parts: Service[]): Promise<Screen> {
  const { DISPLAY } = process.env;
  const { width, height } = size;
  // Without tabs and address, as on a wall.
  const window = [`--app=${homeAssistantUrl}/manifest.json`, `--window-size=${width},${height}`];
  if (DISPLAY) return { display: DISPLAY, flags: window };
  const name = 'Xvfb';
  const log = logFileOf(context, name);
  const number = () => /^\d+$/m.exec(readFileSync(log, 'utf8'))?.[0];
  parts.push(
    await startProcess(context, {
      name,
      command: 'Xvfb',
      args: ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
      ready: async () => number() !== undefined,
    }),
  );
  print(`No DISPLAY: the kiosk's window is on a virtual screen, :${number()}`);
  return { display: `:${number()}`, flags: ['--kiosk', `--window-size=${width},${height}`, 'about:blank'] };
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
