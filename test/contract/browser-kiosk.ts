import type { Page } from 'playwright-core';
import type { KioskSide } from './harness.ts';
import type { KioskPage } from './kiosk-page.ts';

declare const kiosk: KioskPage;

/** The provider in a page of a browser, whatever its protocol: {@link KioskPage} under remote control. */
export class BrowserKiosk implements KioskSide {
  readonly page: Page;
  readonly #peer: string;

  constructor(page: Page, peer: string) {
    this.page = page;
    this.#peer = peer;
  }

  events: KioskSide['events'] = () => this.page.evaluate(() => kiosk.events());
  reset: KioskSide['reset'] = () => this.page.evaluate(() => kiosk.reset());
  dial: KioskSide['dial'] = (kinds, sends = kinds) =>
    this.page.evaluate(([k, s]) => kiosk.dial(k, s), [kinds, sends] as const);
  prepare: KioskSide['prepare'] = (id, sends) =>
    this.page.evaluate(([i, s]) => kiosk.prepare(i, s), [id, sends] as const);
  answer: KioskSide['answer'] = (id, kinds) => this.page.evaluate(([i, k]) => kiosk.answer(i, k), [id, kinds] as const);
  decline: KioskSide['decline'] = (id, why) =>
    this.page.evaluate(([i, w]) => kiosk.call(i).decline(w), [id, why] as const);
  hangUp: KioskSide['hangUp'] = (id, why) =>
    this.page.evaluate(([i, w]) => kiosk.call(i).hangUp(w), [id, why] as const);
  send: KioskSide['send'] = (id, sends) => this.page.evaluate(([i, s]) => kiosk.send(i, s), [id, sends] as const);
  restart: KioskSide['restart'] = (id) => this.page.evaluate((i) => kiosk.call(i).restart(), id);
  stats: KioskSide['stats'] = (id) => this.page.evaluate((i) => kiosk.call(i).stats(), id);
  security: KioskSide['security'] = (id) => this.page.evaluate((i) => kiosk.call(i).security.value, id);
  remote: KioskSide['remote'] = (id) => this.page.evaluate((i) => kiosk.remote(i), id);
  goodbye: KioskSide['goodbye'] = (id) => this.page.evaluate((i) => kiosk.call(i).goodbye, id);
  abandon: KioskSide['abandon'] = (goodbye) => this.page.evaluate((g) => kiosk.session.abandon(g), goodbye);
  pageClosing: KioskSide['pageClosing'] = () => this.page.evaluate(() => kiosk.session.pageClosing());
  closeCall: KioskSide['closeCall'] = (id) => this.page.evaluate((i) => kiosk.call(i).close(), id);
  closeSession: KioskSide['closeSession'] = () => this.page.evaluate(() => kiosk.session.close());
  openConnections: KioskSide['openConnections'] = () => this.page.evaluate(() => kiosk.openConnections());
  tracksLive: KioskSide['tracksLive'] = () => this.page.evaluate(() => kiosk.tracksLive());
  devicesOpened: KioskSide['devicesOpened'] = () => this.page.evaluate(() => kiosk.devicesOpened());

  async vanish(): Promise<void> {
    await this.page.reload();
    await this.page.waitForFunction(() => 'kiosk' in globalThis);
    await this.page.evaluate((peer) => kiosk.reopen(peer), this.#peer);
  }
}
