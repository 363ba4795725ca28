import { type Browser, chromium, type Page } from 'playwright-core';
import { waitFor } from '../../../demo/wait.ts';
import { dashboardPath } from '../../../demo/home-assistant/dashboard.ts';
import { helperIds } from '../../../demo/home-assistant/helpers.ts';
import type { Stack } from '../../../demo/stack.ts';
import { countWhatIsHeld, DevicePage } from './device-page.ts';

/** The wall tablet: its real page in the kiosk's browser, and the helpers that Home Assistant has of it. */
export class Kiosk extends DevicePage {
  readonly #browser: Browser;
  readonly #stack: Stack;

  private constructor(browser: Browser, page: Page, stack: Stack) {
    super(page);
    this.#browser = browser;
    this.#stack = stack;
  }

  static async connect(stack: Stack): Promise<Kiosk> {
    const browser = await chromium.connectOverCDP(stack.endpoints.kiosk!.cdp);
    const context = browser.contexts()[0]!;
    await context.addInitScript(countWhatIsHeld);
    const kiosk = new Kiosk(browser, context.pages()[0]!, stack);
    await kiosk.open();
    return kiosk;
  }

  /** Opens a page of Home Assistant anew and waits until calls can ring. */
  async open(path: string = dashboardPath): Promise<void> {
    await this.page.goto(this.#stack.endpoints.homeAssistant.url + path);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const accounts = window.callAssist?.snapshot.value.accounts ?? [];
        return accounts.length > 0 && accounts.every(({ status }) => status.state === 'online');
      },
      null,
      { timeout: 60_000 },
    );
    await this.helperIs('state', 'idle');
  }

  async helper(key: string): Promise<string> {
    const entity = helperIds(this.#stack.endpoints.kiosk!.station)[key]!;
    const state = (await this.#stack.haRest(`/api/states/${entity}`)) as { state: string };
    return state.state;
  }

  async helperIs(key: string, value: string, timeout = 15_000): Promise<void> {
    let seen = '';
    await waitFor(`helper ${key} to be «${value}»`, async () => (seen = await this.helper(key)) === value, {
      timeout,
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it is «${seen}»`);
    });
  }

  /** What a script of Home Assistant would do, as the ordinary user. */
  async service(domain: string, service: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#stack.haRest(`/api/services/${domain}/${service}`, { method: 'POST', body: data });
  }

  async press(key: 'answer' | 'decline' | 'hang_up'): Promise<void> {
    await this.service('input_button', 'press', { entity_id: `input_button.call_assist_kitchen_${key}` });
  }

  async dialByHelper(text: string): Promise<void> {
    await this.service('input_text', 'set_value', { entity_id: 'input_text.call_assist_kitchen_dial', value: text });
  }

  /** Whatever a test has left: over, dismissed, silent. */
  override async endAll(): Promise<void> {
    await super.endAll();
    await this.helperIs('state', 'idle');
  }

  async disconnect(): Promise<void> {
    await this.#browser.close();
  }
}
