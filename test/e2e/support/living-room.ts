import { once } from 'node:events';
import { connect } from 'node:tls';
import type { Page } from 'playwright-core';
import type { Stack } from '../../../demo/stack.ts';
import { FrameReader } from '../../../demo/tv/cast-message.ts';
import { tvDevice } from '../../../demo/tv/identity.ts';
import { waitFor } from '../../../demo/wait.ts';

export interface EntityState {
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Houses whose TV has shown something. */
const known = new WeakSet<Stack>();

type Who = 'admin' | 'kiosk';

/** The stack's TV, as people of the house use it through Home Assistant. */
export class LivingRoom {
  readonly #stack: Stack;

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  get tv(): Stack['tv'] {
    return this.#stack.tv;
  }

  /** A service on the TV, as the kiosk's ordinary user unless said otherwise. */
  async call(domain: string, service: string, data: object = {}, who: Who = 'kiosk'): Promise<void> {
    const { token } = this.#stack.endpoints.homeAssistant[who];
    const body = { entity_id: this.tv.entityId, ...data };
    await this.#stack.haRest(`/api/services/${domain}/${service}`, { token, body });
  }

  /** Shows a view as anybody may: by playing it. */
  play(view: string): Promise<void> {
    return this.call('media_player', 'play_media', { media_content_type: 'lovelace', media_content_id: view });
  }

  /** Does something of which the device tells all who are connected to it. */
  async hears(type: string, work: () => Promise<void>): Promise<void> {
    const { host, castPort: port } = tvDevice;
    const socket = connect({ host, port, rejectUnauthorized: false });
    const reader = new FrameReader();
    const told: string[] = [];
    try {
      await once(socket, 'secureConnect');
      socket.on('data', (bytes: Buffer) => told.push(...reader.push(bytes).map(({ payload = '' }) => payload)));
      await work();
      const isTold = async () => told.some((payload) => payload.includes(type));
      await waitFor(`the TV to tell ${type}`, isTold, { timeout: 15_000 });
    } finally {
      socket.destroy();
    }
  }

  /** The TV has shown Home Assistant before, as one that people have chosen for calls: its browser has the files. */
  async getsToKnowTheHouse(): Promise<void> {
    if (known.has(this.#stack)) return;
    known.add(this.#stack);
    await this.play('call-assist/0~before');
    await (await this.shows('0~before')).locator('call-assist-card').waitFor();
    await this.dark();
  }

  /** Home Assistant's app runs, and shows nothing yet. */
  launch(): Promise<void> {
    return this.hears('receiver_error', () => this.play('call-assist/no-such-view'));
  }

  /** Somebody watches something, until it runs. */
  async playCamera(): Promise<void> {
    await this.call('camera', 'play_stream', { entity_id: 'camera.front_door', media_player: this.tv.entityId });
    await this.is('playing', 30_000);
  }

  async state(): Promise<EntityState> {
    return (await this.#stack.haRest(`/api/states/${this.tv.entityId}`)) as EntityState;
  }

  async is(state: string, timeout = 15_000): Promise<void> {
    await waitFor(`the TV to be ${state}`, async () => (await this.state()).state === state, { timeout });
  }

  /** The page, once it shows what was cast with this view path. */
  async shows(viewPath: string): Promise<Page> {
    return waitFor(`the TV to show ${viewPath}`, () => this.#pageOf(viewPath), { timeout: 30_000 });
  }

  /** The page, as soon as there is one, whatever it shows. */
  async lit(): Promise<Page> {
    return waitFor('the TV to be lit', async () => this.tv.page, { timeout: 15_000 });
  }

  async #pageOf(viewPath: string): Promise<Page | undefined> {
    const page = this.tv.page;
    // A page that is just being loaded, or closed, fails here, and is looked at again.
    const seen = await page?.evaluate(() => {
      const element = document.querySelector('hc-main')?.shadowRoot?.querySelector('hc-lovelace');
      return (element as { viewPath?: string } | null | undefined)?.viewPath;
    });
    return seen === viewPath ? page : undefined;
  }

  /** Dark again, whatever a test has left. */
  async dark(): Promise<void> {
    if (this.tv.appId === undefined) return;
    await this.call('media_player', 'turn_off');
    await this.is('off');
    await waitFor('the TV to be dark', async () => this.tv.page === undefined, { timeout: 15_000 });
  }
}
