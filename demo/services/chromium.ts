import { startProcess, type Context, type Service } from '../processes.ts';
import { answers } from '../wait.ts';

export interface ChromiumOptions {
  /** Of the part of the stack, and of its log. */
  readonly name: string;
  /** The folder of its profile, which it remembers. */
  readonly profile: string;
  /** For remote debugging. */
  readonly port: number;
  /** Beside those that every browser of the stack has. */
  readonly flags: readonly string[];
  /** The X display that it is on; undefined: none. */
  readonly display: string | undefined;
}

/** A browser of Debian's that can be controlled from outside; its window is closed when it is stopped. */
export function startChromium(
  context: Context,
  { name, profile, port, flags, display }: ChromiumOptions,
): Promise<Service> {
  const address = debuggingUrl(port);
  return startProcess(context, {
    name,
    command: '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...common,
      `--user-data-dir=${profile}`,
      `--remote-debugging-port=${port}`,
      ...flags,
    ],
    env: { DISPLAY: display },
    ready: () => answers(`${address}/json/version`),
    quit: () => closeBrowser(address),
  });
}

export const debuggingUrl = (port: number) => `http://127.0.0.1:${port}`;

/** As when a person closes the window: pages hear of it, and what they stored reaches the disk. */
async function closeBrowser(address: string): Promise<void> {
  const version = await fetch(`${address}/json/version`, { signal: AbortSignal.timeout(2000) });
  const { webSocketDebuggerUrl } = (await version.json()) as { webSocketDebuggerUrl: string };
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  socket.send(JSON.stringify({ id: 1, method: 'Browser.close' }));
}

/** The address bar's suggestions are pages of their own, two for each window, which nobody here sees. */
export const unusedFeatures = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

const common = [
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
  `--disable-features=${unusedFeatures.join(',')}`,
];
