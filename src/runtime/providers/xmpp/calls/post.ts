import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { XmlElement } from '../jingle/element.ts';
import type { Jingle } from '../jingle/types.ts';
import { writeJingle } from '../jingle/write.ts';
import type { JmiMessage } from '../jmi/messages.ts';
import type { JmiEffect } from '../jmi/state.ts';
import { type Wire, WireError } from '../wire.ts';
import { initiationMessage, receiptMessage, terminatePayload } from './stanzas.ts';

/** How long something that was lost with its stream waits for another one. */
const ANOTHER_STREAM: Millis = 60_000;

/** What calls send. Knows what is on its way, so that closing can wait for last words. */
export class Post {
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #abort = new AbortController();
  readonly #pending = new Set<Promise<unknown>>();

  constructor(wire: Wire, clock: Clock) {
    this.#wire = wire;
    this.#clock = clock;
  }

  /** @throws WireError */
  initiation(to: string, message: JmiMessage): Promise<void> {
    return this.#track(this.#wire.send(initiationMessage(to, message)));
  }

  /** @throws WireError */
  receipt(to: string, id: string): Promise<void> {
    return this.#track(this.#wire.send(receiptMessage(to, id)));
  }

  /**
   * One action of a session; resolves when the peer has taken it. What can be said twice is said once more on the next
   * stream if this one is lost: the session outlives it.
   * @throws WireError
   */
  action(to: string, jingle: Jingle): Promise<void> {
    const payload = writeJingle(jingle);
    return this.#track(
      jingle.action === 'transport-info' ? this.#insist(to, payload) : this.#ask(to, payload, this.#wire),
    );
  }

  /** @throws WireError */
  terminate({
    id,
    to,
    reason,
  }: Pick<Extract<JmiEffect, { type: 'terminate' }>, 'id' | 'to' | 'reason'>): Promise<void> {
    return this.#track(this.#insist(to, terminatePayload({ id, reason })));
  }

  /** When nothing is on its way. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
  }

  /** Nothing waits for another stream any more. */
  close(): void {
    this.#abort.abort();
  }

  async #ask(to: string, payload: XmlElement, wire: Wire): Promise<void> {
    await wire.ask({ to, type: 'set', payload });
  }

  async #insist(to: string, payload: XmlElement): Promise<void> {
    try {
      await this.#ask(to, payload, this.#wire);
    } catch (error) {
      if (!(error instanceof WireError) || error.problem !== 'lost' || !(await this.#online())) throw error;
      await this.#ask(to, payload, this.#wire);
    }
  }

  /** Whether there is a stream again, in good time. */
  async #online(): Promise<boolean> {
    const { online } = this.#wire;
    const { signal } = this.#abort;
    if (online.value || signal.aborted) return !signal.aborted;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const stop = online.subscribe((now) => now && resolve(true));
    const cancel = this.#clock.after(ANOTHER_STREAM, () => resolve(false));
    const abort = (): void => resolve(false);
    signal.addEventListener('abort', abort);
    try {
      return await promise;
    } finally {
      stop();
      cancel();
      signal.removeEventListener('abort', abort);
    }
  }

  #track<T>(sent: Promise<T>): Promise<T> {
    const over = sent.then(
      () => void this.#pending.delete(over),
      () => void this.#pending.delete(over),
    );
    this.#pending.add(over);
    return sent;
  }
}
