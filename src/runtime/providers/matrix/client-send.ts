import type { Millis } from '../../call/call.ts';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { EventStatus } from 'matrix-js-sdk/lib/models/event-status.js';
import type { TimelineEvents } from 'matrix-js-sdk/lib/@types/event.js';
import type { Clock, Platform } from '../../platform/platform.ts';
import { type SendError, sendError } from './calls/reasons.ts';

const TRIES = 4;
const LONGEST_WAIT: Millis = 5_000;

/** Sends events into rooms, encrypted where the room is. Those of one room keep their order. */
export class Sender {
  readonly #client: MatrixClient;
  readonly #platform: Platform;
  /** What each room still has to send: one after the other, so that a hangup never overtakes its invitation. */
  readonly #queues = new Map<string, Promise<void>>();

  constructor(client: MatrixClient, platform: Platform) {
    this.#client = client;
    this.#platform = platform;
  }

  /** Tells the event's id once the server has it. `patient`: tries again for a while where that may help. @throws SendError */
  send(roomId: string, type: string, content: object, patience: 'once' | 'patient'): Promise<string> {
    const before = this.#queues.get(roomId);
    const send = () => this.#patiently(roomId, type, content, patience === 'once' ? 1 : TRIES);
    const sending = before ? before.then(send) : send();
    const settled = sending.then(
      () => {},
      () => {},
    );
    this.#queues.set(roomId, settled);
    void settled.then(() => {
      if (this.#queues.get(roomId) === settled) this.#queues.delete(roomId);
    });
    return sending;
  }

  /** Resolves when nothing is on its way any more. */
  async idle(): Promise<void> {
    await Promise.all(this.#queues.values());
  }

  async #patiently(roomId: string, type: string, content: object, tries: number): Promise<string> {
    // The same transaction each time: what did arrive is not sent twice.
    const transaction = `ca${this.#platform.id()}`;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(roomId, type, content, transaction);
      } catch (error) {
        const { retryAfter } = error as SendError;
        if (attempt >= tries || retryAfter === null) throw error;
        await wait(this.#platform.clock, Math.min(Math.max(retryAfter, 250 * 2 ** attempt), LONGEST_WAIT));
      }
    }
  }

  async #once(roomId: string, type: string, content: object, transaction: string): Promise<string> {
    try {
      // The SDK types contents per event type; ours are checked by the tests.
      const sent = await this.#client.sendEvent(
        roomId,
        type as keyof TimelineEvents,
        { ...content } as never,
        transaction,
      );
      return sent.event_id;
    } catch (error) {
      const echo = this.#client.getRoom(roomId)?.getEventForTxnId(transaction);
      if (echo?.status === EventStatus.NOT_SENT) this.#client.cancelPendingEvent(echo);
      throw sendError(error);
    }
  }
}

function wait(clock: Clock, delay: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delay, resolve);
  });
}
