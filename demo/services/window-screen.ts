import { readFileSync } from 'node:fs';
import { logFileOf, startProcess, type Context, type Service } from '../processes.ts';

/** The window of the kiosk, in pixels. */
export const kioskSize = { width: 1280, height: 800 } as const;
/** Of the TV, beside it. */
const tvSize = { width: 960, height: 540 } as const;

/** Where windows are shown. */
export interface WindowScreen extends Service {
  /** Its X display. */
  readonly display: string;
  /** Nobody arranges windows there: each has a place of its own. */
  readonly isVirtual: boolean;
}

/** The screen we are on, or one that nobody sees. */
export async function findScreen(context: Context, print: (line: string) => void): Promise<WindowScreen> {
  const { DISPLAY } = process.env;
  if (DISPLAY) return { name: 'screen', display: DISPLAY, isVirtual: false, stop: async () => {} };
  const name = 'Xvfb';
  const log = logFileOf(context, name);
  const number = () => /^\d+$/m.exec(readFileSync(log, 'utf8'))?.[0];
  const size = `${kioskSize.width + tvSize.width}x${kioskSize.height}x24`;
  const server = await startProcess(context, {
    name,
    command: 'Xvfb',
    args: ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'],
    ready: async () => number() !== undefined,
  });
  const display = `:${number()}`;
  print(`No DISPLAY: kiosk and TV have their windows on a virtual screen, ${display}`);
  return { ...server, display, isVirtual: true };
}
