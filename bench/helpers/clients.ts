import {
  callService,
  type Connection,
  createConnection,
  createLongLivedTokenAuth,
  type StateChangedEvent,
} from 'home-assistant-js-websocket';
import type { Stack } from '../../demo/stack.ts';
import { now } from '../xmpp/moments.ts';

interface Wait {
  readonly entityId: string;
  readonly state: string | undefined;
  readonly seen: PromiseWithResolvers<number>;
}

/** Two clients of Home Assistant besides the tablet, each with a websocket of its own: one presses, one looks. */
export class Clients {
  /** A button that nothing hears. */
  readonly bareButton: string;
  readonly #presser: Connection;
  readonly #watcher: Connection;
  readonly #waits = new Set<Wait>();

  private constructor(presser: Connection, watcher: Connection, bareButton: string) {
    this.#presser = presser;
    this.#watcher = watcher;
    this.bareButton = bareButton;
  }

  static async connect({ endpoints }: Stack): Promise<Clients> {
    const { url, admin } = endpoints.homeAssistant;
    const open = (): Promise<Connection> => createConnection({ auth: createLongLivedTokenAuth(url, admin.token) });
    const [presser, watcher] = await Promise.all([open(), open()]);
    const { id } = await presser.sendMessagePromise<{ id: string }>({ type: 'input_button/create', name: 'Bench' });
    const clients = new Clients(presser, watcher, `input_button.${id}`);
    await watcher.subscribeEvents<StateChangedEvent>(({ data }) => clients.#seen(data), 'state_changed');
    return clients;
  }

  /** @returns when the command left, in ms since 1970 */
  press(entityId: string): number {
    const pressed = now();
    const failed = (error: unknown): void => this.#fail(error);
    callService(this.#presser, 'input_button', 'press', {}, { entity_id: entityId }).catch(failed);
    return pressed;
  }

  /**
   * @param state the state that is waited for; the next one unless given
   * @returns when the second client is told of it, in ms since 1970
   */
  async sees(entityId: string, state?: string): Promise<number> {
    const wait: Wait = { entityId, state, seen: Promise.withResolvers() };
    this.#waits.add(wait);
    const late = setTimeout(() => wait.seen.reject(new Error(`waited 20 s for ${entityId}`)), 20_000);
    try {
      return await wait.seen.promise;
    } finally {
      clearTimeout(late);
      this.#waits.delete(wait);
    }
  }

  /** From pressing a button that nothing hears until the second client is told, in ms. */
  async bareRoundTrip(): Promise<number> {
    const seen = this.sees(this.bareButton);
    const pressed = this.press(this.bareButton);
    return (await seen) - pressed;
  }

  close(): void {
    this.#presser.close();
    this.#watcher.close();
  }

  #seen({ entity_id, new_state }: StateChangedEvent['data']): void {
    const at = now();
    for (const { entityId, state, seen } of this.#waits) {
      if (entityId === entity_id && (state === undefined || state === new_state?.state)) seen.resolve(at);
    }
  }

  #fail(error: unknown): void {
    for (const { seen } of this.#waits) seen.reject(error);
  }
}
