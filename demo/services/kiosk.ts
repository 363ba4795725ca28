import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { User } from '../home-assistant/seed.ts';
import type { Person } from '../matrix/people.ts';
import { ports } from '../ports.ts';
import { logFileOf, startProcess, stopAll, type Context, type Service } from '../processes.ts';
import { answers } from '../wait.ts';
import { setUpKiosk } from './kiosk-setup.ts';

export const kioskDebuggingUrl = `http://127.0.0.1:${ports.kioskDebugging}`;

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
    const display = options.headless ? undefined : await findDisplay(context, options.print, parts);
    parts.push(await startBrowser(context, display));
    await onItsPage(setUpKiosk, options);
    return { name: 'kiosk', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param display the X display to show a window on; undefined: no window */
function startBrowser(context: Context, display: string | undefined): Promise<Service> {
  return startProcess(context, {
    name: 'kiosk',
    command: '/usr/bin/chromium',
    args: [
      ...(display === undefined ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...flags,
      `--user-data-dir=${join(context.state, 'kiosk-profile')}`,
      `--remote-debugging-port=${ports.kioskDebugging}`,
      '--window-size=1280,800',
      'about:blank',
    ],
    env: { DISPLAY: display },
    ready: () => answers(`${kioskDebuggingUrl}/json/version`),
  });
}

const flags = [
  '--use-fake-ui-for-media-stream', // camera and microphone are granted
  '--use-fake-device-for-media-stream', // and need not exist
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--password-store=basic',
];

/** The screen we are on, or one that nobody sees. */
async function findDisplay(context: Context, print: (line: string) => void, parts: Service[]): Promise<string> {
  const { DISPLAY } = process.env;
  if (DISPLAY) return DISPLAY;
  const name = 'Xvfb';
  const log = logFileOf(context, name);
  const number = () => /^\d+$/m.exec(readFileSync(log, 'utf8'))?.[0];
  parts.push(
    await startProcess(context, {
      name,
      command: 'Xvfb',
      args: ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
      ready: async () => number() !== undefined,
    }),
  );
  print(`No DISPLAY: the kiosk's window is on a virtual screen, :${number()}`);
  return `:${number()}`;
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
