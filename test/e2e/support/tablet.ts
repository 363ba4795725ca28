import type { BrowserContextOptions, Page } from 'playwright-core';
import { signIn as signInToHomeAssistant } from '../../../demo/home-assistant/api.ts';
import { dashboardPath } from '../../../demo/home-assistant/dashboard.ts';
import { registerUser, request, signIn, signOut } from '../../../demo/matrix/api.ts';
import type { PageView } from '../../../src/card/pages/view.ts';
import type { Station } from '../../../src/runtime/storage/storage.ts';
import { countWhatIsHeld, DevicePage } from './device-page.ts';
import { house, type House } from './house.ts';
import type { PersonPage } from './person.ts';

export interface TabletOptions {
  /** Who is signed in to Home Assistant. */
  readonly user?: 'kiosk' | 'admin';
  /** The language Home Assistant is shown in. */
  readonly language?: string;
  readonly path?: string;
  /** A Matrix account that is signed in as well; without one, the page is as fresh as from the box. */
  readonly account?: MatrixAccount;
  readonly browser?: BrowserContextOptions;
  /** The house where it is used, as a file has changed it; without one, as it is for everybody. */
  readonly home?: House;
}

/** A new Matrix account, and the rooms that it shares with people of the house. */
export interface MatrixAccount {
  readonly user: string;
  readonly password: string;
  readonly rooms: ReadonlyMap<string, string>;
}

/** One more tablet of the house, with a browser profile of its own; the test closes it. */
export class Tablet extends DevicePage {
  readonly account: MatrixAccount | null;
  readonly #home: House;

  private constructor(page: Page, account: MatrixAccount | null, home: House) {
    super(page);
    this.account = account;
    this.#home = home;
  }

  static async open(options: TabletOptions = {}): Promise<Tablet> {
    const { user = 'kiosk', language = 'en', path = dashboardPath, account = null } = options;
    const home = options.home ?? (await house());
    const { stack, browser } = home;
    const { homeAssistant } = stack.endpoints;
    const { username, password } = homeAssistant[user];
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: language,
      reducedMotion: 'reduce',
      ...options.browser,
    });
    await context.addInitScript(countWhatIsHeld);
    const page = await context.newPage();
    const tokens = { ...(await signInToHomeAssistant(username, password)), hassUrl: homeAssistant.url };
    await page.goto(`${homeAssistant.url}/manifest.json`); // its origin, without its program
    await page.evaluate((text) => localStorage.setItem('hassTokens', text), JSON.stringify(tokens));
    const tablet = new Tablet(page, account, home);
    await page.goto(homeAssistant.url + path);
    await page.waitForFunction(() => window.callAssist?.snapshot.value.role === 'owner', null, { timeout: 30_000 });
    if (account) {
      await tablet.be({ name: 'Hall', slug: 'hall', camera: 'camera.front_door' });
      await tablet.signIn(account);
    }
    return tablet;
  }

  /** Makes this tablet a station. */
  async be(station: Partial<Station>): Promise<void> {
    await this.page.evaluate((change) => window.callAssist!.configureStation(change), station);
  }

  /** Opens a page of the device, as the card does when it is asked to. */
  async openPage(view: PageView, detail: string | null = null): Promise<void> {
    await this.page
      .locator('call-assist-card')
      .first()
      .evaluate(openPage, [view, detail] as const);
    await this.page.locator(`ca-page dialog[data-page="${view}"] main > *`).waitFor();
  }

  async closePage(): Promise<void> {
    await this.page.evaluate(() => document.querySelector('ca-page')?.remove());
  }

  /** Signs an account in as the form does, and waits until its people are there. */
  async signIn({ user, password, rooms }: MatrixAccount): Promise<void> {
    const { baseUrl } = this.#home.stack.endpoints.matrix;
    await this.page.evaluate((values) => window.callAssist!.addAccount('matrix', values), {
      homeserver: baseUrl,
      user,
      password,
    });
    await this.online(rooms.size);
  }

  /** Resolves when the account is online and as many people are known. */
  async online(people: number): Promise<void> {
    await this.page.waitForFunction(
      (count) => {
        const now = window.callAssist?.snapshot.value;
        return now?.accounts[0]?.status.state === 'online' && now.contacts.length >= count;
      },
      people,
      { timeout: 30_000 },
    );
  }

  /** The person calls this tablet in the room they share. */
  async calledBy(person: PersonPage, account = this.account): Promise<void> {
    const room = account?.rooms.get(person.contact.name);
    if (!room) throw new Error(`${person.contact.name} and this tablet share no room`);
    await person.joined(room);
    await person.call(true, room);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Runs in the page. */
function openPage(card: Element, [view, detail]: readonly [PageView, string | null]): Promise<void> {
  return (card as HTMLElement & { open(view: PageView, detail: string | null): Promise<void> }).open(view, detail);
}

export interface MatrixAccountOptions {
  readonly isEncrypted?: boolean;
  readonly home?: House;
}

/** Makes an account with a direct room with each of these people of the house; the kiosk is called Kitchen. */
export async function matrixAccount(
  username: string,
  people: readonly string[],
  { isEncrypted = false, home }: MatrixAccountOptions = {},
): Promise<MatrixAccount> {
  const { accounts } = (home ?? (await house())).stack;
  const password = `${username}-password`;
  await registerUser(username, password);
  const own = await signIn(username, password);
  const rooms = new Map<string, string>();
  const direct: Record<string, readonly string[]> = {};
  const all = [...accounts.people, { ...accounts.kiosk, name: 'Kitchen' }];
  const encryption = { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } };
  for (const { name, userId, password } of all.filter((person) => people.includes(person.name))) {
    const session = await signIn(userId.slice(1).split(':')[0]!, password);
    const body = {
      preset: 'trusted_private_chat',
      is_direct: true,
      invite: [own.userId],
      initial_state: isEncrypted ? [encryption] : [],
    };
    const { room_id } = await request<{ room_id: string }>('POST', '/createRoom', { session, body });
    await request('POST', `/rooms/${encodeURIComponent(room_id)}/join`, { session: own, body: {} });
    await signOut(session);
    rooms.set(name, room_id);
    direct[userId] = [room_id];
  }
  await request('PUT', `/user/${encodeURIComponent(own.userId)}/account_data/m.direct`, { session: own, body: direct });
  await signOut(own);
  return { user: own.userId, password, rooms };
}
