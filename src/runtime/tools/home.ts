import type { Millis } from '../call/call.ts';
import { connectHomeAssistant } from '../home-assistant/connection.ts';
import { HomeAssistantError, type HomeAssistant } from '../home-assistant/home-assistant.ts';
import { within } from '../platform/wait.ts';
import type { Platform } from '../platform/platform.ts';
import { Store } from '../platform/readable.ts';
import { until } from '../platform/until.ts';

/** How long the page may take to be connected at all. */
const WAIT: Millis = 10_000;
/** How long Home Assistant may then take to say that it runs; a person waits for it. Later it is away. */
const RUNS_WITHIN: Millis = 3_000;

/** Home Assistant as the page has it open for calls; without them connected when somebody first needs it, and kept. */
export class Home {
  readonly #platform: Platform;
  readonly #open: () => HomeAssistant | null;
  #opening: Promise<HomeAssistant> | null = null;

  constructor(platform: Platform, open: () => HomeAssistant | null) {
    this.#platform = platform;
    this.#open = open;
  }

  /** Once it runs, or is known to be away. @throws when the page has no connection to it */
  async get(): Promise<HomeAssistant> {
    const home = this.#open() ?? (await (this.#opening ??= this.#connect()));
    await until(home.connected, (is) => is, { clock: this.#platform.clock, limit: RUNS_WITHIN });
    return home;
  }

  async #connect(): Promise<HomeAssistant> {
    const { clock } = this.#platform;
    const gaveUp = new AbortController();
    const expired = (): Error => new HomeAssistantError('timeout', 'the page has no connection to Home Assistant');
    const connecting = connectHomeAssistant({ platform: this.#platform, signal: gaveUp.signal });
    try {
      return await within(connecting, { clock, limit: WAIT, signal: gaveUp.signal, expired });
    } catch (error) {
      this.#opening = null;
      gaveUp.abort();
      throw error;
    }
  }
}

/** What a page without Home Assistant has of it: nothing, and that is what its checks say. */
export const nowhere: HomeAssistant = {
  states: new Store({}),
  connected: new Store(false),
  user: Promise.resolve({ id: '', name: '', isAdmin: false }),
  callService: () => Promise.reject(away()),
  request: () => Promise.reject(away()),
  subscribeOnce: () => Promise.reject(away()),
  url: (path) => new URL(path, location.href).href,
  close() {},
};

const away = (): Error => new HomeAssistantError('connection_lost', 'Home Assistant is away');
