import { after } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { openConnection, signIn as signInToHomeAssistant } from '../../../demo/home-assistant/api.ts';
import { startStack, type Stack } from '../../../demo/stack.ts';
import { flags } from './flags.ts';
import { Kiosk } from './kiosk.ts';
import { PersonPage } from './person.ts';

/** The whole house as the tests see it: real Home Assistant, servers and kiosk, and browsers of other people. */
export interface House {
  readonly stack: Stack;
  readonly kiosk: Kiosk;
  /** A page of one of the people of the stack, signed in; closed at the end of the suite or by the test. */
  person(name: string, options?: { readonly relayOnly?: boolean }): Promise<PersonPage>;
  /** Another device of the kiosk's own account; the test closes it. */
  otherDevice(): Promise<PersonPage>;
  /** Somebody the kiosk has never met; the test closes it. */
  newcomer(username: string): Promise<PersonPage>;
  /** Signs a page in as the kiosk's user, at an address of Home Assistant that may differ from its own. */
  signInToHomeAssistant(page: Page, url: string): Promise<void>;
  /** A websocket command of Home Assistant, as the admin. */
  adminCommand(type: string, data: object): Promise<unknown>;
  /** The browser of the other people, for pages of other kinds. */
  readonly browser: Browser;
}

let opening: Promise<House> | undefined;
const closing: (() => Promise<void>)[] = [];

/** Undoes what a file has changed in the house for itself. */
let restore: (() => Promise<void>) | undefined;
let restored: Promise<void> = Promise.resolve();

/** Started by the first test that asks, shared by all files of the run, stopped after the last test. */
export async function house(): Promise<House> {
  if (restore) restored = restore();
  restore = undefined;
  await restored;
  return (opening ??= open());
}

/** The same house for files that change it: it is put back as it was as soon as another file asks for {@link house}. */
export async function houseToChange(putBack: () => Promise<void>): Promise<House> {
  const home = await house();
  restore = putBack;
  return home;
}

/** Runs after the last test, while the house still stands; what was added last is done first. */
export function atEnd(close: () => Promise<void>): void {
  closing.push(close);
}

after(async () => {
  for (const close of closing.reverse()) await close();
});

async function open(): Promise<House> {
  const stack = await startStack({ fresh: true, kiosk: 'headless', print: (line) => console.error(`# ${line}`) });
  closing.push(() => stack.stop());
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: flags,
  });
  closing.push(() => browser.close());
  const kiosk = await Kiosk.connect(stack);
  closing.push(() => kiosk.disconnect());
  const people = new Map<string, Promise<PersonPage>>();
  return {
    stack,
    kiosk,
    browser,
    async signInToHomeAssistant(page, url) {
      const { username, password } = stack.endpoints.homeAssistant.kiosk;
      const tokens = { ...(await signInToHomeAssistant(username, password)), hassUrl: url };
      await page.goto(`${url}/manifest.json`); // its origin, without its program
      await page.evaluate((text) => localStorage.setItem('hassTokens', text), JSON.stringify(tokens));
    },
    async adminCommand(type, data) {
      const connection = await openConnection(stack.endpoints.homeAssistant.admin.token);
      try {
        return await connection.call(type, data);
      } finally {
        connection.close();
      }
    },
    otherDevice: () => PersonPage.secondDevice(browser, stack),
    newcomer: (username) => PersonPage.newcomer(browser, stack, username),
    person(name, options = {}) {
      const key = `${name} ${options.relayOnly ?? false}`;
      const known = people.get(key);
      if (known) return known;
      const opened = PersonPage.open(browser, stack, name, options);
      people.set(key, opened);
      return opened;
    },
  };
}
