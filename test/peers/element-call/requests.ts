import type { MatrixClient } from 'matrix-js-sdk/lib/matrix.js';
import type { IRtcTransportsResult } from 'matrix-widget-api';

const unstable = '/_matrix/client/unstable';

/** What Element Call sends into one room in the very form that it has chosen, past the SDK. */
export class Requests {
  readonly #client: MatrixClient;
  readonly #roomId: string;

  constructor(client: MatrixClient, roomId: string) {
    this.#client = client;
    this.#roomId = roomId;
  }

  /** @returns the event's id */
  async send(type: string, content: unknown, stateKey: string | null, query: Query = {}): Promise<string> {
    const { event_id } = await this.#ask<{ event_id: string }>('PUT', this.#path(type, stateKey), query, content);
    return event_id;
  }

  /** Has the server send an event later (MSC4140). @returns what it is called until then */
  async delay(
    delay: number,
    type: string,
    content: unknown,
    stateKey: string | null,
    query: Query = {},
  ): Promise<string> {
    const later = { ...query, 'org.matrix.msc4140.delay': delay };
    const { delay_id } = await this.#ask<{ delay_id: string }>('PUT', this.#path(type, stateKey), later, content);
    return delay_id;
  }

  async updateDelayed(id: string, action: 'cancel' | 'restart' | 'send'): Promise<void> {
    const path = `${unstable}/org.matrix.msc4140/delayed_events/${encodeURIComponent(id)}/${action}`;
    await this.#ask('POST', path, {}, {});
  }

  transports(): Promise<IRtcTransportsResult> {
    return this.#ask('GET', `${unstable}/org.matrix.msc4143/rtc/transports`);
  }

  #path(type: string, stateKey: string | null): string {
    const room = `/_matrix/client/v3/rooms/${encodeURIComponent(this.#roomId)}`;
    const rest = stateKey === null ? crypto.randomUUID() : encodeURIComponent(stateKey);
    return `${room}/${stateKey === null ? 'send' : 'state'}/${encodeURIComponent(type)}/${rest}`;
  }

  async #ask<T>(method: string, path: string, query: Query = {}, body?: unknown): Promise<T> {
    const url = new URL(this.#client.baseUrl + path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${this.#client.getAccessToken()}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(`${method} ${path}: ${answer.error ?? response.status}`);
    return answer;
  }
}

type Query = Readonly<Record<string, string | number>>;
