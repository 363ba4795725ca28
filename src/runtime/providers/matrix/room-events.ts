import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { type MatrixEvent, MatrixEventEvent } from 'matrix-js-sdk/lib/models/event.js';
import { type Room, RoomEvent } from 'matrix-js-sdk/lib/models/room.js';
import type { IRoomTimelineData } from 'matrix-js-sdk/lib/models/event-timeline-set.js';
import type { ISyncStateData, SyncState } from 'matrix-js-sdk/lib/sync.js';

/** How many messages may wait for their room keys. */
const MAX_WAITING = 200;

/** An event with its age on arrival, which the server knows, and the moment by a clock that nobody sets. */
export interface Arrival {
  readonly event: MatrixEvent;
  readonly age: number;
  readonly at: number;
}

export interface RoomEvents {
  /** Whether events of this type are wanted; what is encrypted is decrypted to see. */
  wants(type: string): boolean;
  /** What one sync brought, in its order. */
  deliver(batch: readonly Arrival[]): void;
  report(message: string, error: unknown): void;
}

/**
 * Hears events of a client's rooms, from the first sync on, so that a call that rang before a reload rings again. What
 * one sync brings is delivered at once and in order, decrypted; a message whose room key comes late is delivered when it
 * has come (element-web#11783: elsewhere such calls are lost). A sync out of the store is left out: its ages are of the
 * day it was stored.
 *
 * @returns stops listening.
 */
export function hearRooms(client: MatrixClient, { wants, deliver, report }: RoomEvents): () => void {
  let buffer: Arrival[] = [];
  let chain = Promise.resolve();
  const waiting = new Map<MatrixEvent, Arrival>();
  let stopped = false;

  const onTimeline = (
    event: MatrixEvent,
    room: Room | undefined,
    toStart: boolean | undefined,
    removed: boolean,
    { liveEvent }: IRoomTimelineData,
  ): void => {
    // A status: our own, not yet acknowledged by the server.
    if (!room || toStart || removed || !liveEvent || event.status !== null) return;
    if (event.isEncrypted() || wants(event.getType())) buffer.push(arrive(event));
  };

  const onSync = (_state: SyncState, _before: SyncState | null, data?: ISyncStateData): void => {
    const batch = buffer;
    buffer = [];
    if (batch.length > 0 && !data?.fromCache) evaluate(batch);
  };

  const onDecrypted = (event: MatrixEvent): void => {
    const arrival = waiting.get(event);
    if (!arrival || event.isDecryptionFailure()) return;
    waiting.delete(event);
    evaluate([arrival]);
  };

  function evaluate(batch: readonly Arrival[]): void {
    chain = chain.then(async () => {
      try {
        await Promise.all(batch.map(({ event }) => client.decryptEventIfNeeded(event)));
      } catch (error) {
        report('messages could not be decrypted', error);
      }
      if (stopped) return;
      for (const arrival of batch) if (arrival.event.isDecryptionFailure()) wait(arrival);
      const wanted = batch.filter(({ event }) => wants(event.getType()));
      if (wanted.length > 0) deliver(wanted);
    });
  }

  function wait(arrival: Arrival): void {
    waiting.set(arrival.event, arrival);
    for (const oldest of waiting.keys()) {
      if (waiting.size <= MAX_WAITING) return;
      waiting.delete(oldest);
    }
  }

  client.on(RoomEvent.Timeline, onTimeline);
  client.on(ClientEvent.Sync, onSync);
  client.on(MatrixEventEvent.Decrypted, onDecrypted);
  return () => {
    stopped = true;
    waiting.clear();
    client.off(RoomEvent.Timeline, onTimeline);
    client.off(ClientEvent.Sync, onSync);
    client.off(MatrixEventEvent.Decrypted, onDecrypted);
  };
}

function arrive(event: MatrixEvent): Arrival {
  return { event, age: event.getAge() ?? event.getLocalAge(), at: performance.now() };
}

/** How old an event is by now. Never negative. */
export function ageOf({ age, at }: Arrival): number {
  return Math.max(0, age + performance.now() - at);
}
