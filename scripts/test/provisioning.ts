/** Installs what tests run in, beside steps that need nothing of it. */
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { hostPackages } from '../../demo/provision/debian.ts';
import { dino } from '../../demo/provision/dino.ts';
import { livekit } from '../../demo/provision/livekit.ts';
import { everyStack, provision } from '../../demo/provision/provision.ts';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** What has to be there for what is selected. */
export interface Wanted {
  /** For the unit tests, which need nothing else. */
  readonly browser: boolean;
  /** The end-to-end tests that will run, from the root of the project. */
  readonly endToEnd: readonly string[];
}

export interface Provisioning {
  /** Resolves when the unit tests can run. */
  browser(): Promise<void>;
  /** Resolves when the stack of the end-to-end tests can start. */
  stack(): Promise<void>;
  /** Ends what is still being installed. */
  stop(): void;
}

/**
 * Begins at once, and prints as `provision` does; what fails is told to whoever waits for it. Packages come first, since
 * the browser is one of them. All else takes only what of the processor is left over: the unit tests wait for events
 * that have to come in time.
 */
export function beginProvisioning({ browser, endToEnd }: Wanted, print: (line: string) => void): Provisioning {
  const stop = new AbortController();
  const mustWaitForBrowser = browser && !existsSync(chromium);
  const hasEndToEnd = endToEnd.length > 0;
  const host = mustWaitForBrowser || hasEndToEnd ? provision(print, stop.signal, [hostPackages]) : Promise.resolve();
  const steps = [
    ...everyStack,
    ...(endToEnd.some((file) => /rtc-|element-call/.test(file)) ? [livekit] : []),
    ...(endToEnd.some((file) => file.includes('dino')) ? [dino] : []),
  ];
  const stack = hasEndToEnd ? host.then(() => provision(print, stop.signal, steps, 'idle')) : host;
  stack.catch(() => {}); // whoever needs it is told
  return {
    browser: () => untilInterrupted(mustWaitForBrowser ? host : Promise.resolve()),
    stack: () => untilInterrupted(stack),
    stop: () => stop.abort(new Error('nothing needs it any more')),
  };
}

/** Waits. Whoever interrupts that ends us in an orderly way, and with us what is being installed. */
async function untilInterrupted(work: Promise<void>): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = (signal: NodeJS.Signals): never => process.exit(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, end);
  try {
    await work;
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}
