import type { Browser, Page } from 'playwright-core';
import { waitFor } from '../../../demo/wait.ts';
import { registerUser, request, signIn, signOut } from '../../../demo/matrix/api.ts';
import type { Contact } from '../../../demo/matrix/people.ts';
import type { MediaStats } from '../../../demo/person/connections.ts';
import type { Person } from '../../../demo/person/person.ts';
import type { Stack } from '../../../demo/stack.ts';

declare global {
  interface Window {
    person: Person;
  }
}

export interface PersonOptions {
  readonly relayOnly?: boolean;
  /** Runs in the page before its own program, with its argument. */
  readonly initScript?: readonly [script: (argument: string) => void, argument: string];
}

/** Somebody with a plain Matrix client of their own. */
export class PersonPage {
  readonly page: Page;
  readonly contact: Contact;

  private constructor(page: Page, contact: Contact) {
    this.page = page;
    this.contact = contact;
  }

  static async open(
    browser: Browser,
    stack: Stack,
    name: string,
    { relayOnly = false, initScript }: PersonOptions = {},
  ): Promise<PersonPage> {
    const contact = stack.accounts.people.find((person) => person.name === name);
    if (!contact) throw new Error(`Nobody is called ${name}`);
    return PersonPage.signIn(browser, stack, contact, relayOnly, initScript);
  }

  /** Somebody new, whom the kiosk has never met. */
  static async newcomer(browser: Browser, stack: Stack, username: string): Promise<PersonPage> {
    const password = `${username}-password`;
    await registerUser(username, password);
    const userId = `@${username}:${stack.endpoints.matrix.serverName}`;
    return PersonPage.signIn(
      browser,
      stack,
      { userId, password, name: username, roomId: '', isEncrypted: false },
      false,
    );
  }

  /** Another device of the kiosk's own account. */
  static async secondDevice(browser: Browser, stack: Stack): Promise<PersonPage> {
    const [first] = stack.accounts.people;
    return PersonPage.signIn(browser, stack, { ...first!, ...stack.accounts.kiosk }, false);
  }

  private static async signIn(
    browser: Browser,
    stack: Stack,
    contact: Contact,
    forceTurn: boolean,
    initScript?: PersonOptions['initScript'],
  ): Promise<PersonPage> {
    const context = await browser.newContext();
    if (initScript) await context.addInitScript(...initScript);
    const page = await context.newPage();
    await page.goto(stack.personPageUrl);
    await page.waitForFunction(() => 'person' in window);
    await page.evaluate(async (options) => window.person.signIn(options), {
      baseUrl: stack.endpoints.matrix.baseUrl,
      user: contact.userId,
      password: contact.password,
      forceTurn,
    });
    return new PersonPage(page, contact);
  }

  /** Calls the kiosk, or whoever shares another room. */
  async call(video = true, roomId = this.contact.roomId): Promise<void> {
    await this.page.evaluate((options) => window.person.call(options), { roomId, video });
  }

  /** Resolves when this client has heard of the room. */
  async joined(roomId: string): Promise<void> {
    await waitFor(
      `${this.contact.name}'s client to know the room`,
      () => this.page.evaluate((id) => window.person.knows(id), roomId),
      { timeout: 15_000 },
    );
  }

  /** Joins the first room this person is invited to. */
  async acceptInvitation(): Promise<void> {
    const { userId, password } = this.contact;
    const session = await signIn(userId.slice(1).split(':')[0]!, password);
    try {
      // A first sync may be answered from the server's cache; the next ones are not.
      let since = '';
      const room = await waitFor(
        'an invitation',
        async () => {
          type Sync = { next_batch: string; rooms?: { invite?: Record<string, unknown> } };
          const { rooms, next_batch } = await request<Sync>('GET', `/sync?timeout=1000${since}`, { session });
          since = `&since=${next_batch}`;
          return Object.keys(rooms?.invite ?? {})[0];
        },
        { timeout: 20_000 },
      );
      await request('POST', `/rooms/${encodeURIComponent(room)}/join`, { session, body: {} });
    } finally {
      await signOut(session);
    }
  }

  /** Refuses because another call runs. */
  async busy(): Promise<void> {
    await this.page.evaluate(() => window.person.busy());
  }

  async answer(video = true): Promise<void> {
    await this.page.evaluate((options) => window.person.answer(options), { video });
  }

  async reject(): Promise<void> {
    await this.page.evaluate(() => window.person.reject());
  }

  async hangUp(): Promise<void> {
    await this.page.evaluate(() => window.person.hangUp());
  }

  /** How the last call ended, in Matrix's words. */
  endReason(): Promise<string | null> {
    return this.page.evaluate(() => window.person.endReason);
  }

  state(): Promise<string> {
    return this.page.evaluate(() => window.person.state);
  }

  async stateIs(wanted: string, timeout = 15_000): Promise<void> {
    let seen = '';
    await waitFor(`${this.contact.name}'s client to be ${wanted}`, async () => (seen = await this.state()) === wanted, {
      timeout,
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it is ${seen}`);
    });
  }

  stats(): Promise<MediaStats> {
    return this.page.evaluate(() => window.person.stats());
  }

  timecode(): Promise<number | null> {
    return this.page.evaluate(() => window.person.readTimecode());
  }

  openPeerConnections(): Promise<number> {
    return this.page.evaluate(() => window.person.openPeerConnections);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
