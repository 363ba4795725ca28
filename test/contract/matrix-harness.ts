import type { Page } from 'playwright-core';
import type { MediaKinds } from '../../src/runtime/call/call.ts';
import type { Person } from '../../demo/person/person.ts';
import { BrowserKiosk } from './browser-kiosk.ts';
import { BETWEEN_TWO, type Harness, type KioskOptions, type PeerSide, type PeerState } from './harness.ts';
import type { KioskPage } from './kiosk-page.ts';
import { type MatrixEndpoints, MatrixUser } from './matrix-users.ts';
import { Pages } from './pages.ts';

declare const kiosk: KioskPage;
declare const person: Person;
declare const openConnections: () => number;
declare const said: readonly string[];

/** A homeserver with the kiosk's user and the peer's, in one direct room. */
export class MatrixHarness implements Harness {
  readonly protocol: string;
  readonly traits = BETWEEN_TWO;
  readonly pages: Pages;
  readonly kioskUser: MatrixUser;
  readonly peerUser: MatrixUser;
  readonly room: string;
  readonly #encrypted: boolean;
  #peer: Promise<MatrixPeer> | null = null;
  #open: Page[] = [];

  private constructor(encrypted: boolean, pages: Pages, kioskUser: MatrixUser, peerUser: MatrixUser, room: string) {
    this.protocol = `Matrix, ${encrypted ? 'encrypted' : 'plain'} room`;
    this.#encrypted = encrypted;
    this.pages = pages;
    this.kioskUser = kioskUser;
    this.peerUser = peerUser;
    this.room = room;
  }

  static async start(endpoints: MatrixEndpoints, encrypted: boolean): Promise<MatrixHarness> {
    const kioskUser = await MatrixUser.register(endpoints, 'kiosk');
    const peerUser = await MatrixUser.register(endpoints, 'person');
    const room = await peerUser.directRoom(kioskUser, encrypted);
    return new MatrixHarness(encrypted, await Pages.start(), kioskUser, peerUser, room);
  }

  async kiosk(options: KioskOptions = {}): Promise<BrowserKiosk> {
    // One at a time: an account has one kiosk.
    await Promise.all(this.#open.map((page) => page.context().close()));
    const page = await this.pages.open('matrix-kiosk');
    this.#open = [page];
    const { user, password, baseUrl } = this.kioskUser;
    const side = new BrowserKiosk(page, this.peerUser.userId);
    await page.evaluate(([values, settings, peer]) => kiosk.open(values, settings, peer), [
      { user, password, homeserver: baseUrl },
      { forceTURN: options.relayOnly === true },
      this.peerUser.userId,
    ] as const);
    // A new device: the peer's client has to learn of it before it sends keys to it.
    if (this.#encrypted) await new Promise((resolve) => setTimeout(resolve, 1_500));
    return side;
  }

  peer(): Promise<MatrixPeer> {
    return (this.#peer ??= MatrixPeer.open(this));
  }

  close(): Promise<void> {
    return this.pages.close();
  }
}

const STATES: Readonly<Record<string, PeerState>> = {
  idle: 'idle',
  ended: 'idle',
  ringing: 'ringing',
  connecting: 'connecting',
  create_answer: 'connecting',
  connected: 'connected',
};

/** The demo's stock matrix-js-sdk client. */
export class MatrixPeer implements PeerSide {
  readonly page: Page;
  readonly #harness: MatrixHarness;
  #since = 0;

  private constructor(page: Page, harness: MatrixHarness) {
    this.page = page;
    this.#harness = harness;
  }

  static async open(harness: MatrixHarness): Promise<MatrixPeer> {
    const page = await harness.pages.open('matrix-peer');
    const { user, password, baseUrl } = harness.peerUser;
    await page.evaluate((values) => person.signIn(values), { user, password, baseUrl });
    return new MatrixPeer(page, harness);
  }

  get address(): string {
    return this.#harness.peerUser.userId;
  }

  async call({ video }: MediaKinds): Promise<void> {
    await this.markStart();
    await this.page.evaluate((target) => person.call(target), { roomId: this.#harness.room, video });
  }

  answer({ video }: MediaKinds): Promise<void> {
    return this.page.evaluate((answer) => person.answer(answer), { video });
  }

  reject: PeerSide['reject'] = () => this.page.evaluate(() => person.reject());
  hangUp: PeerSide['hangUp'] = () => this.page.evaluate(() => person.hangUp());
  openConnections: PeerSide['openConnections'] = () => this.page.evaluate(() => openConnections());

  async state(): Promise<PeerState> {
    return STATES[await this.page.evaluate(() => person.state)] ?? 'calling';
  }

  async lastEnd(): ReturnType<PeerSide['lastEnd']> {
    const reason = await this.page.evaluate(() => person.endReason);
    if (reason === null) return null;
    if (reason === 'user_busy') return 'busy';
    if (reason !== 'user_hangup') return 'other';
    // What it said before: whether its own call was still waiting for an answer.
    const before = await this.page.evaluate(() => said.findLast((what) => !what.startsWith('ended')));
    return before === 'invite_sent' ? 'declined' : 'hung_up';
  }

  async stats(): ReturnType<PeerSide['stats']> {
    const stats = await this.page.evaluate(() => person.stats());
    return {
      framesDecoded: stats.framesDecoded,
      width: stats.frameWidth,
      height: stats.frameHeight,
      audioEnergy: stats.totalAudioEnergy,
      relayed: stats.relayed,
    };
  }

  /** Read from the server; in an encrypted room all are `m.room.encrypted`. */
  async received(): Promise<readonly string[]> {
    return (await this.#messages()).slice(this.#since).map(({ type }) => type);
  }

  async markStart(): Promise<void> {
    this.#since = (await this.#messages()).length;
  }

  async #messages(): Promise<readonly { readonly type: string }[]> {
    const { kioskUser, peerUser, room } = this.#harness;
    const all = await peerUser.messages(room);
    return all.filter(({ sender, type }) => sender === kioskUser.userId && /^m\.(call\.|room\.encrypted)/.test(type));
  }
}
