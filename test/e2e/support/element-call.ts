import type { Browser, Frame, Page } from 'playwright-core';
import { waitFor } from '../../../demo/wait.ts';
import type { Ring, SignIn } from '../../peers/element-call/host.ts';
import type { ElementCallPages } from '../../peers/element-call/server.ts';
import type { Tile } from '../../peers/element-call/tile.ts';
import type { Intent } from '../../peers/element-call/widget.ts';
import type { PersonOptions } from './person.ts';

/** A tile of it is wider than a camera's picture, which is then cut above and below alone. */
const VIEWPORT = { width: 1280, height: 720 };
const patience = { timeout: 60_000, interval: 100 };

/** What somebody sees and hears in Element Call. */
export interface Seen {
  readonly tiles: readonly Tile[];
  /** Energy of all sound that came in; grows only if it is not silence. */
  readonly heard: number;
}

/** Somebody with the real Element Call. */
export class ElementCallPeer {
  readonly page: Page;
  readonly name: string;

  private constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
  }

  /** @param initScript runs in each frame before its own program */
  static async open(
    browser: Browser,
    { url, mediaScript }: ElementCallPages,
    { name, ...account }: SignIn & { readonly name: string },
    initScript?: PersonOptions['initScript'],
  ): Promise<ElementCallPeer> {
    const context = await browser.newContext({ viewport: VIEWPORT });
    await context.addInitScript({ content: mediaScript });
    if (initScript) await context.addInitScript(...initScript);
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'elementCall' in window);
    await page.evaluate((options) => window.elementCall.signIn(options), account);
    return new ElementCallPeer(page, name);
  }

  /** Calls the other person of a direct room: it rings there. */
  async call(roomId: string, { video = true }: { readonly video?: boolean } = {}): Promise<void> {
    await this.#open(roomId, video ? 'start_call_dm' : 'start_call_dm_voice');
  }

  /** Enters the call of a room, without ringing if there is one. */
  async join(roomId: string): Promise<void> {
    await this.#open(roomId, 'join_existing');
  }

  async #open(roomId: string, intent: Intent): Promise<void> {
    const knows = () => this.page.evaluate((room) => window.elementCall.knows(room), roomId);
    await waitFor(`${this.name} to know the room`, knows, patience);
    await this.page.evaluate(([room, how]) => window.elementCall.open(room, how), [roomId, intent] as const);
  }

  /** The first ring that is newer, once it is there. @param since of {@link ringsSoFar} */
  async rings(since: number): Promise<Ring> {
    return waitFor(
      `${this.name} to be rung`,
      () => this.page.evaluate((index) => window.elementCall.rings[index], since),
      patience,
    );
  }

  ringsSoFar(): Promise<number> {
    return this.page.evaluate(() => window.elementCall.rings.length);
  }

  /** Who has declined a call of theirs, oldest first. */
  declined(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.elementCall.declined);
  }

  async answer(video = true): Promise<void> {
    await this.page.evaluate((on) => window.elementCall.answer(on), video);
  }

  async decline(): Promise<void> {
    await this.page.evaluate(() => window.elementCall.decline());
  }

  async hangUp(): Promise<void> {
    await this.page.evaluate(() => window.elementCall.hangUp());
  }

  async setMuted(muted: { readonly audio: boolean; readonly video: boolean }): Promise<void> {
    await this.page.evaluate((wanted) => window.elementCall.setMuted(wanted), muted);
  }

  /** The app dies: nobody is told. */
  async crash(): Promise<void> {
    await this.page.evaluate(() => window.elementCall.crash());
  }

  async stateIs(wanted: 'idle' | 'joining' | 'joined', timeout = patience.timeout): Promise<void> {
    await waitFor(
      `Element Call of ${this.name} to be ${wanted}`,
      () => this.page.evaluate((state) => window.elementCall.state === state, wanted),
      { ...patience, timeout },
    );
  }

  /** Element Call's own frame; undefined while there is no call. */
  get frame(): Frame | undefined {
    return this.page.frames().find((frame) => frame.url().includes('/element-call/'));
  }

  async seen(): Promise<Seen> {
    const seen = await this.frame?.evaluate(async () => ({
      tiles: await window.peerMedia.tiles(),
      heard: await window.peerMedia.heard(),
    }));
    return seen ?? { tiles: [], heard: 0 };
  }

  /** What its connections have sent; null while there is no call. */
  async sent(): Promise<Awaited<ReturnType<Window['peerMedia']['sent']>> | null> {
    return (await this.frame?.evaluate(() => window.peerMedia.sent())) ?? null;
  }

  /** The time that is burnt into the picture of the others which is shown, as one reads it there. */
  async timecode(): Promise<number | null> {
    const { tiles } = await this.seen();
    return tiles.find(({ isShown, timecode }) => isShown && timecode !== null)?.timecode ?? null;
  }

  /** Others are really seen and heard: more and more frames in so many tiles that are shown, sound with energy. */
  async receives({ tiles = 1, video = true } = {}): Promise<Seen> {
    const before = await this.seen();
    let now = before;
    return waitFor(
      `${this.name} to see ${tiles} and hear`,
      async () => {
        now = await this.seen();
        const growing = now.tiles.filter(({ name, isShown, framesDecoded }) => {
          const known = before.tiles.find((tile) => tile.name === name);
          return isShown && framesDecoded > (known?.framesDecoded ?? 0) + 5;
        });
        return (!video || growing.length >= tiles) && now.heard > before.heard && now;
      },
      patience,
    ).catch(async (error: Error) => {
      const screen = JSON.stringify(await this.text());
      throw new Error(
        `${error.message}; before ${JSON.stringify(before)}, now ${JSON.stringify(now)}; it says ${screen}`,
      );
    });
  }

  /** All that Element Call has on its screen, in words. */
  async text(): Promise<string> {
    return (await this.frame?.locator('body').innerText()) ?? '';
  }

  openPeerConnections(): Promise<number> {
    return this.page.evaluate(() => window.peerMedia.openConnections);
  }

  async close(): Promise<void> {
    if (this.page.isClosed()) return;
    await this.page.evaluate(() => window.elementCall.close());
    await this.page.context().close();
  }
}
