import { createHash, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ports } from '../ports.ts';
import type { Context, Service } from '../processes.ts';
import { debuggingUrl, startChromium } from '../services/chromium.ts';
import { kioskSize, type WindowScreen } from '../services/window-screen.ts';
import { receiverOrigin } from './https.ts';
import { pages } from './pages.ts';

export interface ScreenOptions {
  /** Where its window is; undefined: nobody sees it. */
  readonly screen: WindowScreen | undefined;
  /** The certificate of the CA that this browser trusts, and no other. */
  readonly ca: Buffer;
  readonly print: (line: string) => void;
}

const size = { width: 1920, height: 1080 };
/** A window that fits on the screen of a desk; for the page it is as large as a TV. */
const scale = 0.5;

/** The picture of the TV: a browser that runs while an app does. */
export class Screen {
  readonly #context: Context;
  readonly #options: ScreenOptions;
  #opening: Promise<Opened> | undefined;
  #page: Page | undefined;
  /** Of an app that has just ended: another one that follows at once has its browser. */
  #left: Promise<Opened> | undefined;
  /** Closed before it is opened anew: both use one profile. */
  #closing: Promise<void> = Promise.resolve();
  #gone: () => void = () => {};

  constructor(context: Context, options: ScreenOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** What is shown now. */
  get page(): Page | undefined {
    return this.#page;
  }

  /**
   * The page, which shows nothing yet, in a browser that is started if need be.
   * @param gone called when somebody closes the window
   */
  async open(gone: () => void): Promise<Page> {
    this.#gone = gone;
    this.#opening ??= this.#takeOver();
    const opening = this.#opening;
    try {
      const { page } = await opening;
      if (this.#opening === opening) this.#page = page;
      return page;
    } catch (error) {
      if (this.#opening === opening) this.#opening = undefined;
      this.#options.print(`The TV shows nothing: ${(error as Error).message}`);
      throw error;
    }
  }

  /** Dark, unless another app opens it at once. Closing twice is closing once. */
  close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = this.#page = undefined;
    if (opening) {
      this.#left = opening;
      this.#closing = this.#closing.then(() => this.#stop(opening));
    }
    return this.#closing;
  }

  async #takeOver(): Promise<Opened> {
    const left = this.#left;
    this.#left = undefined;
    if (left) {
      try {
        const opened = await left;
        await opened.page.goto(pages.launching);
        return opened;
      } catch {
        this.#closing = this.#closing.then(() => this.#end(left));
      }
    }
    await this.#closing;
    return this.#start();
  }

  async #stop(opening: Promise<Opened>): Promise<void> {
    await setImmediate();
    if (this.#left !== opening) return;
    this.#left = undefined;
    await this.#end(opening);
  }

  async #end(opening: Promise<Opened>): Promise<void> {
    const opened = await opening.catch(() => undefined);
    await opened?.browser.close().catch(() => {}); // only the connection
    await opened?.service.stop();
  }

  async #start(): Promise<Opened> {
    let browser: Browser | undefined;
    const service = await startChromium(
      { ...this.#context, onCrash: () => this.#gone() },
      {
        name: 'TV',
        profile: join(this.#context.state, 'tv-profile'),
        port: ports.tvDebugging,
        flags: [...this.#trust(), ...this.#surface()],
        display: this.#options.screen?.display,
      },
    );
    try {
      browser = await chromium.connectOverCDP(debuggingUrl(ports.tvDebugging));
      const context = browser.contexts()[0]!;
      return { service, browser, page: context.pages()[0] ?? (await context.newPage()) };
    } catch (error) {
      await browser?.close();
      await service.stop();
      throw error;
    }
  }

  /** The receiver's name leads to this machine, where a certificate of ours vouches for it. */
  #trust(): string[] {
    const key = new X509Certificate(this.#options.ca).publicKey.export({ type: 'spki', format: 'der' });
    const pin = createHash('sha256').update(key).digest('base64');
    const { hostname } = new URL(receiverOrigin);
    return [
      `--ignore-certificate-errors-spki-list=${pin}`,
      `--host-resolver-rules=MAP ${hostname}:443 127.0.0.1:${ports.homeAssistantTls}`,
      '--deny-permission-prompts', // a TV has neither camera nor microphone
      '--disable-backgrounding-occluded-windows', // a TV is never behind another window
      '--disable-renderer-backgrounding',
    ];
  }

  #surface(): string[] {
    const { width, height } = size;
    const { screen } = this.#options;
    const window = `--window-size=${width},${height}`;
    if (!screen) return ['--headless=new', `--screen-info={${width}x${height}}`, '--kiosk', window, pages.launching];
    // Without tabs, address and a complaint about flags.
    return [
      `--app=${pages.launching}`,
      '--test-type',
      window,
      `--force-device-scale-factor=${scale}`,
      ...(screen.isVirtual ? [`--window-position=${kioskSize.width / scale},0`] : []),
    ];
  }
}

interface Opened {
  readonly service: Service;
  readonly browser: Browser;
  readonly page: Page;
}
