import type { Millis } from '../call/call.ts';
import { callService, getUser, subscribeEntities, type Connection } from 'home-assistant-js-websocket';
import type { Platform } from '../platform/platform.ts';
import { Store, type Unsubscribe } from '../platform/readable.ts';
import { connectionLost, homeAssistantError } from './errors.ts';
import { HomeAssistantError, type EntityStates, type HomeAssistant } from './home-assistant.ts';
import { keepConnectedWhileHidden, pageConnection, type PageConnection } from './page.ts';
import { StaleFilter } from './states.ts';

/** Services may wait for devices; Home Assistant itself gives most of them 10 s. */
const REQUEST_TIMEOUT: Millis = 30_000;
const ASK_AGAIN: Millis = 1_000;

export interface ConnectOptions {
  readonly platform: Platform;
  /** The page's own unless given. */
  readonly page?: Promise<PageConnection>;
  /** Gives up waiting for the page. */
  readonly signal?: AbortSignal;
}

/**
 * Uses the connection that Home Assistant's page has already: one socket, one subscription of all states. Resolves
 * as soon as the page has it; `states` and `connected` follow.
 */
export async function connectHomeAssistant(options: ConnectOptions): Promise<HomeAssistant> {
  const { platform, signal = new AbortController().signal } = options;
  const { auth, conn } = await (options.page ?? pageConnection(platform.clock, signal));
  return new PageHomeAssistant(conn, auth.data.hassUrl, platform);
}

type Message = { readonly type: string } & Readonly<Record<string, unknown>>;

class PageHomeAssistant implements HomeAssistant {
  readonly states = new Store<EntityStates>({});
  readonly connected = new Store(false);
  readonly user: HomeAssistant['user'];
  readonly #conn: Connection;
  readonly #address: string;
  readonly #platform: Platform;
  readonly #closing = new AbortController();
  readonly #stale = new StaleFilter();
  /** Counts connections: what belongs to an earlier one is dead. */
  #generation = 0;

  constructor(conn: Connection, address: string, platform: Platform) {
    this.#conn = conn;
    this.#address = address;
    this.#platform = platform;
    const { signal } = this.#closing;
    this.#on('ready', () => this.#ready());
    this.#on('disconnected', () => this.#lost());
    this.#untilClosed(subscribeEntities(conn, (states) => this.states.set(this.#stale.apply(states))));
    // Tells when a starting Home Assistant runs. Sent again by the library after each loss.
    conn
      .subscribeEvents(() => void this.#askWhetherRunning(), 'core_config_updated')
      .then(
        (unsubscribe) => this.#untilClosed(() => void unsubscribe().catch(() => {})),
        (error: unknown) =>
          platform.log.log('warn', 'cannot follow the start of Home Assistant', homeAssistantError(error)),
      );
    if (conn.connected) this.#ready();
    this.user = this.#askUser();
    // Nobody may have asked yet.
    this.user.catch(() => {});
    keepConnectedWhileHidden(platform.clock, signal);
  }

  callService(
    domain: string,
    service: string,
    data: Readonly<Record<string, unknown>>,
    entityId?: string,
  ): Promise<void> {
    const target = entityId === undefined ? undefined : { entity_id: entityId };
    return this.#bounded(async () => void (await callService(this.#conn, domain, service, { ...data }, target)));
  }

  request<T>(message: Message): Promise<T> {
    return this.#bounded(() => this.#conn.sendMessagePromise<T>({ ...message }));
  }

  async subscribeOnce<T>(message: Message, onEvent: (event: T) => void): Promise<Unsubscribe> {
    const generation = this.#generation;
    const alive = (): boolean => generation === this.#generation && !this.#closing.signal.aborted;
    let wanted = true;
    const subscribing = this.#conn.connected
      ? this.#conn.subscribeMessage<T>(
          (event) => wanted && alive() && onEvent(event),
          { ...message },
          { resubscribe: false },
        )
      : Promise.reject(connectionLost());
    try {
      const unsubscribe = await this.#bounded(() => subscribing);
      return () => {
        // On a later connection the number of this subscription may be another's.
        if (wanted && alive()) unsubscribe().catch(() => {});
        wanted = false;
      };
    } catch (error) {
      wanted = false;
      // It may have been slow only: then nobody wants it any more.
      subscribing.then(
        (unsubscribe) => alive() && void unsubscribe().catch(() => {}),
        () => {},
      );
      throw error;
    }
  }

  url(path: string): string {
    return new URL(path, this.#address).href;
  }

  close(): void {
    this.#closing.abort();
    this.connected.set(false);
  }

  #ready(): void {
    this.#generation++;
    void this.#askWhetherRunning();
  }

  #lost(): void {
    this.#generation++;
    this.#stale.lost(this.states.value);
    this.connected.set(false);
  }

  /** The socket opens long before a restarted Home Assistant has its entities and services. */
  async #askWhetherRunning(): Promise<void> {
    const generation = this.#generation;
    try {
      const { state } = await this.request<{ readonly state: string }>({ type: 'get_config' });
      if (generation === this.#generation && !this.#closing.signal.aborted) this.connected.set(state === 'RUNNING');
    } catch (error) {
      if (generation !== this.#generation || this.#closing.signal.aborted) return;
      this.#platform.log.log('warn', 'Home Assistant does not say whether it runs; asking again', error);
      const again = (): void => void (generation === this.#generation && this.#askWhetherRunning());
      this.#untilClosed(this.#platform.clock.after(ASK_AGAIN, again));
    }
  }

  async #askUser(): HomeAssistant['user'] {
    for (;;) {
      try {
        const { id, name, is_admin: isAdmin } = await this.#bounded(() => getUser(this.#conn));
        return { id, name, isAdmin };
      } catch (error) {
        if (this.#closing.signal.aborted || homeAssistantError(error).code !== 'connection_lost') throw error;
        await this.#next('ready');
      }
    }
  }

  /** Fails at once while the connection is down, and with it: the library would wait, in some cases for ever. */
  async #bounded<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#conn.connected || this.#closing.signal.aborted) throw connectionLost();
    const done = new AbortController();
    const failed = new Promise<never>((_resolve, reject) => {
      const cancel = this.#platform.clock.after(REQUEST_TIMEOUT, () =>
        reject(new HomeAssistantError('timeout', 'Home Assistant did not answer in time')),
      );
      const lose = (): void => reject(connectionLost());
      this.#conn.addEventListener('disconnected', lose);
      this.#closing.signal.addEventListener('abort', lose, { signal: done.signal });
      done.signal.addEventListener('abort', () => {
        cancel();
        this.#conn.removeEventListener('disconnected', lose);
      });
    });
    try {
      return await Promise.race([work(), failed]);
    } catch (error) {
      throw homeAssistantError(error);
    } finally {
      done.abort();
    }
  }

  #next(event: 'ready'): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        resolve();
        this.#closing.signal.removeEventListener('abort', done);
        // The library would skip the next listener if this one went while they are called.
        queueMicrotask(() => this.#conn.removeEventListener(event, done));
      };
      this.#conn.addEventListener(event, done);
      this.#closing.signal.addEventListener('abort', done);
    });
  }

  #on(event: 'ready' | 'disconnected', listener: () => void): void {
    this.#conn.addEventListener(event, listener);
    this.#untilClosed(() => this.#conn.removeEventListener(event, listener));
  }

  #untilClosed(release: () => void): void {
    if (this.#closing.signal.aborted) release();
    else this.#closing.signal.addEventListener('abort', release, { once: true });
  }
}
