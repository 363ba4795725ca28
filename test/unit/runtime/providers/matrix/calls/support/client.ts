import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';

/** As much of a client as calls use, with a room that sends nothing anywhere. */
export class FakeClient {
  readonly #listeners = new Map<string, Set<(...values: unknown[]) => void>>();
  readonly sent: { readonly type: string; readonly content: unknown; readonly transaction: string }[] = [];
  readonly cancelled: unknown[] = [];
  /** Thrown by the next sends, in order. */
  readonly failures: unknown[] = [];
  /** Events whose room key is not there. */
  readonly undecryptable = new Set<MatrixEvent>();
  turnServers: readonly unknown[] = [];
  turnAnswers = true;
  membership = 'join';
  shield = 0;
  readonly callEventHandler = { calls: new Map(), stop() {}, start: () => void this.started++ };
  readonly groupCallEventHandler = { stop() {}, start: () => Promise.resolve(void this.started++) };
  started = 0;

  on(name: string, listener: (...values: unknown[]) => void): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }

  off(name: string, listener: (...values: unknown[]) => void): void {
    this.#listeners.get(name)?.delete(listener);
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...values);
  }

  listenerCount(name: string): number {
    return this.#listeners.get(name)?.size ?? 0;
  }

  get client(): MatrixClient {
    return this as unknown as MatrixClient;
  }

  getSafeUserId = () => '@kitchen:test';
  getUserId = () => '@kitchen:test';
  getDeviceId = (): string | null => 'TABLET';
  getHomeserverUrl = () => `${location.origin}/hs/`;
  getAccessToken = () => 'token';
  checkTurnServers = () => (this.turnAnswers ? Promise.resolve(true) : new Promise<boolean>(() => {}));
  getTurnServers = () => this.turnServers;
  cancelPendingEvent = (event: unknown) => void this.cancelled.push(event);
  getRoom = () => ({
    getMyMembership: () => this.membership,
    getInvitedAndJoinedMemberCount: () => 2,
    getEventForTxnId: (transaction: string) => ({ status: 'not_sent', transaction }),
  });
  getCrypto = () => ({
    getEncryptionInfoForEvent: () => Promise.resolve({ shieldColour: this.shield }),
    encryptEvent: async (event: MatrixEvent) =>
      event.makeEncrypted('m.room.encrypted', { ciphertext: btoa(event.getType()) }, '', ''),
  });

  async sendEvent(_room: string, type: string, content: unknown, transaction: string): Promise<{ event_id: string }> {
    await Promise.resolve();
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    this.sent.push({ type, content, transaction });
    return { event_id: `$${transaction}` };
  }

  async decryptEventIfNeeded(event: MatrixEvent): Promise<void> {
    await Promise.resolve();
    if (event.isEncrypted() && !this.undecryptable.has(event)) this.decrypt(event);
  }

  /** Its key has come. */
  decrypt(event: MatrixEvent): void {
    this.undecryptable.delete(event);
    const clear = (event.getWireContent()['clear'] ?? {}) as { type: string; content: object };
    Object.assign(event, { clearEvent: clear, _decryptionFailureReason: null });
    this.emit('Event.decrypted', event);
  }

  /** A sync with these events in its timeline. */
  sync(events: readonly MatrixEvent[], data: object = {}, live = true): void {
    for (const event of events) this.emit('Room.timeline', event, { roomId: '!r' }, false, false, { liveEvent: live });
    this.emit('sync', 'SYNCING', null, data);
  }
}

let ids = 0;
export function eventOf(type: string, content: object, age = 0, sender = '@anna:test'): MatrixEvent {
  return new MatrixEvent({
    type,
    content,
    sender,
    room_id: '!r',
    event_id: `$${ids++}`,
    unsigned: { age },
    origin_server_ts: 1,
  });
}

export function encryptedOf(type: string, content: object, age = 0): MatrixEvent {
  return eventOf('m.room.encrypted', { algorithm: 'm.megolm.v1.aes-sha2', clear: { type, content } }, age);
}
