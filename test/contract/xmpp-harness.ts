import type { Page } from 'playwright-core';
import type { MediaKinds } from '../../src/runtime/call/call.ts';
import { type XmppKind, XmppPeer } from '../peers/xmpp-peer.ts';
import { BrowserKiosk } from './browser-kiosk.ts';
import { BETWEEN_TWO, type Harness, type KioskOptions, type PeerSide } from './harness.ts';
import type { KioskPage } from './kiosk-page.ts';
import { Pages } from './pages.ts';

declare const kiosk: KioskPage;

interface XmppUser {
  /** Bare. */
  readonly jid: string;
  readonly password: string;
}

export interface XmppEndpoints {
  readonly websocket: string;
  /** Of XMPP over TCP on 127.0.0.1. */
  readonly port: number;
  readonly caFile: string;
  /** The interpreter that has slixmpp and aiortc. */
  readonly python: string;
  /** The kiosk's account and the peer's: contacts of each other. */
  readonly people: readonly [kiosk: XmppUser, peer: XmppUser];
}

/** An XMPP server with the kiosk's account and the strict peer's. */
export class XmppHarness implements Harness {
  readonly protocol = 'XMPP';
  readonly traits = BETWEEN_TWO;
  readonly #endpoints: XmppEndpoints;
  readonly #pages: Pages;
  #peer: Promise<StrictPeer> | null = null;
  #open: Page | null = null;

  private constructor(endpoints: XmppEndpoints, pages: Pages) {
    this.#endpoints = endpoints;
    this.#pages = pages;
  }

  static async start(endpoints: XmppEndpoints): Promise<XmppHarness> {
    return new XmppHarness(endpoints, await Pages.start());
  }

  async kiosk(options: KioskOptions = {}): Promise<BrowserKiosk> {
    // One at a time: all devices of an account ring.
    await this.#open?.context().close();
    const page = await this.#pages.open('xmpp-kiosk');
    this.#open = page;
    const [user, peer] = this.#endpoints.people;
    const values = { jid: user.jid, password: user.password, websocket: this.#endpoints.websocket };
    const settings = { forceTURN: options.relayOnly === true };
    await page.evaluate(([v, s, p]) => kiosk.open(v, s, p), [values, settings, peer.jid] as const);
    return new BrowserKiosk(page, peer.jid);
  }

  peer(): Promise<StrictPeer> {
    return (this.#peer ??= StrictPeer.start(this.#endpoints));
  }

  async close(): Promise<void> {
    await (await this.#peer)?.peer.stop();
    await this.#pages.close();
  }
}

/** What a ring is answered with by itself, before anybody has answered (XEP-0353, XEP-0184). */
const RINGS: ReadonlySet<string> = new Set(['ringing', 'receipt']);

/** The strict peer, which calls the kiosk's account. */
export class StrictPeer implements PeerSide {
  readonly address: string;
  readonly peer: XmppPeer;
  readonly #kiosk: string;

  private constructor(address: string, peer: XmppPeer, kioskJid: string) {
    this.address = address;
    this.peer = peer;
    this.#kiosk = kioskJid;
  }

  static async start({ python, port, caFile, people }: XmppEndpoints): Promise<StrictPeer> {
    const [user, { jid, password }] = people;
    return new StrictPeer(jid, await XmppPeer.start(python, { jid, password, port, caFile }), user.jid);
  }

  call = (kinds: MediaKinds): Promise<void> => this.peer.call(this.#kiosk, list(kinds));
  answer = (kinds: MediaKinds): Promise<void> => this.peer.answer(list(kinds));
  reject = (): Promise<void> => this.peer.reject();
  hangUp = (): Promise<void> => this.peer.hangUp();
  state: PeerSide['state'] = () => this.peer.state();
  lastEnd: PeerSide['lastEnd'] = () => this.peer.lastEnd();
  stats: PeerSide['stats'] = () => this.peer.stats();
  openConnections: PeerSide['openConnections'] = () => this.peer.openConnections();

  /** But for the word that it rings, which the protocol wants. */
  async received(): Promise<readonly string[]> {
    return (await this.peer.received()).filter((kind) => !RINGS.has(kind));
  }
}

function list({ audio, video }: MediaKinds): readonly XmppKind[] {
  return [...(audio ? (['audio'] as const) : []), ...(video ? (['video'] as const) : [])];
}
