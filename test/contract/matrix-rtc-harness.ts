import type { Page } from 'playwright-core';
import { ElementCallPeer } from '../e2e/support/element-call.ts';
import type { ElementCallPages } from '../peers/element-call/server.ts';
import { BrowserKiosk } from './browser-kiosk.ts';
import type { Harness, PeerSide, PeerState, Traits } from './harness.ts';
import type { KioskPage } from './kiosk-page.ts';
import { type MatrixEndpoints, MatrixUser } from './matrix-users.ts';
import { Pages } from './pages.ts';

declare const kiosk: KioskPage;

const MEMBER = 'org.matrix.msc3401.call.member';
const NOTIFICATION = 'org.matrix.msc4075.rtc.notification';
const DECLINE = 'org.matrix.msc4310.rtc.decline';

/** A homeserver with an SFU, the kiosk's user, and somebody with Element Call, in one direct room. */
export class MatrixRtcHarness implements Harness {
  readonly protocol = 'MatrixRTC';
  readonly traits: Traits = { saysBusy: false, relayOnly: false };
  readonly pages: Pages;
  readonly elementCall: ElementCallPages;
  readonly kioskUser: MatrixUser;
  readonly peerUser: MatrixUser;
  readonly room: string;
  readonly #encrypted: boolean;
  #peer: Promise<RtcPeer> | null = null;
  #open: Page | null = null;

  private constructor(
    encrypted: boolean,
    pages: Pages,
    elementCall: ElementCallPages,
    users: { readonly kiosk: MatrixUser; readonly peer: MatrixUser },
    room: string,
  ) {
    this.#encrypted = encrypted;
    this.pages = pages;
    this.elementCall = elementCall;
    this.kioskUser = users.kiosk;
    this.peerUser = users.peer;
    this.room = room;
  }

  static async start(
    endpoints: MatrixEndpoints,
    elementCall: ElementCallPages,
    encrypted: boolean,
  ): Promise<MatrixRtcHarness> {
    const [kioskUser, peerUser] = [
      await MatrixUser.register(endpoints, 'kiosk'),
      await MatrixUser.register(endpoints, 'person'),
    ];
    const room = await peerUser.directRoom(kioskUser, encrypted);
    const users = { kiosk: kioskUser, peer: peerUser };
    return new MatrixRtcHarness(encrypted, await Pages.start(), elementCall, users, room);
  }

  async kiosk(): Promise<BrowserKiosk> {
    // One at a time: an account has one kiosk.
    await this.#open?.context().close();
    const page = await this.pages.open('matrix-kiosk');
    this.#open = page;
    const { user, password, baseUrl } = this.kioskUser;
    await page.evaluate(([values, settings, peer]) => kiosk.open(values, settings, peer), [
      { user, password, homeserver: baseUrl },
      { matrixRtc: true, encryption: this.#encrypted },
      this.peerUser.userId,
    ] as const);
    // A new device: the peer's client has to learn of it before it sends keys to it.
    if (this.#encrypted) await new Promise((resolve) => setTimeout(resolve, 1_500));
    return new BrowserKiosk(page, this.peerUser.userId);
  }

  peer(): Promise<RtcPeer> {
    return (this.#peer ??= RtcPeer.open(this));
  }

  async close(): Promise<void> {
    await (await this.#peer)?.close();
    await this.pages.close();
  }
}

/** Element Call in its host; the host rings as Element X does: while the call that it was told of has somebody in it. */
class RtcPeer implements PeerSide {
  readonly address: string;
  readonly #harness: MatrixRtcHarness;
  readonly #app: ElementCallPeer;
  #rings = 0;
  #declines = 0;
  #since = 0;
  #wasIn = false;
  #rang = false;

  private constructor(harness: MatrixRtcHarness, app: ElementCallPeer) {
    this.#harness = harness;
    this.#app = app;
    this.address = harness.peerUser.userId;
  }

  static async open(harness: MatrixRtcHarness): Promise<RtcPeer> {
    const { user, password, baseUrl } = harness.peerUser;
    const { browser } = harness.pages;
    const app = await ElementCallPeer.open(browser, harness.elementCall, { name: 'person', user, password, baseUrl });
    return new RtcPeer(harness, app);
  }

  async call({ video }: { readonly video: boolean }): Promise<void> {
    await this.#begin();
    this.#since = (await this.#messages()).length;
    await this.#app.call(this.#harness.room, { video });
    await this.#app.stateIs('joined');
  }

  async answer({ video }: { readonly video: boolean }): Promise<void> {
    await this.#begin();
    await this.#app.answer(video);
    await this.#app.stateIs('joined');
    this.#wasIn = true;
  }

  async reject(): Promise<void> {
    await this.#app.decline();
    this.#rings = await this.#app.ringsSoFar();
  }

  async hangUp(): Promise<void> {
    await this.#app.hangUp();
    await this.#begin();
  }

  async state(): Promise<PeerState> {
    const { page } = this.#app;
    const [state, rings] = await page.evaluate(
      () => [window.elementCall.state, window.elementCall.rings.length] as const,
    );
    if (state === 'joined') this.#wasIn = true;
    if (state !== 'idle') return state === 'joined' ? 'connected' : 'connecting';
    const isRung = rings > this.#rings && (await this.#isInCall(this.#harness.kioskUser));
    if (isRung) this.#rang = true;
    return isRung ? 'ringing' : 'idle';
  }

  async lastEnd(): ReturnType<PeerSide['lastEnd']> {
    if ((await this.#app.declined()).length > this.#declines) return 'declined';
    return (await this.state()) === 'idle' && (this.#wasIn || this.#rang) ? 'hung_up' : null;
  }

  async stats(): ReturnType<PeerSide['stats']> {
    const { tiles, heard } = await this.#app.seen();
    const shown = tiles.toSorted((a, b) => b.framesDecoded - a.framesDecoded)[0];
    return {
      framesDecoded: shown?.framesDecoded ?? 0,
      width: shown?.width ?? 0,
      height: shown?.height ?? 0,
      audioEnergy: heard,
      relayed: null,
    };
  }

  async received(): Promise<readonly string[]> {
    return (await this.#messages()).slice(this.#since).map(({ type }) => type);
  }

  openConnections: PeerSide['openConnections'] = () => this.#app.openPeerConnections();

  close(): Promise<void> {
    return this.#app.close();
  }

  async #begin(): Promise<void> {
    this.#rings = await this.#app.ringsSoFar();
    this.#declines = (await this.#app.declined()).length;
    this.#wasIn = this.#rang = false;
  }

  async #isInCall({ userId }: MatrixUser): Promise<boolean> {
    const state = await this.#harness.peerUser.request('GET', `/rooms/${encodeURIComponent(this.#harness.room)}/state`);
    const events = Object.values(state) as { type: string; sender: string; content: Record<string, unknown> }[];
    return events.some(({ type, sender, content }) => type === MEMBER && sender === userId && 'application' in content);
  }

  async #messages(): Promise<readonly { readonly type: string }[]> {
    const { kioskUser, peerUser, room } = this.#harness;
    const told = [MEMBER, NOTIFICATION, DECLINE, 'm.room.encrypted'];
    return (await peerUser.messages(room)).filter(
      ({ sender, type }) => sender === kioskUser.userId && told.includes(type),
    );
  }
}
