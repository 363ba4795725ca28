import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { EventStatus } from 'matrix-js-sdk/lib/models/event-status.js';
import type { TimelineEvents } from 'matrix-js-sdk/lib/@types/event.js';
import type { Clock, Platform } from '../../../platform/platform.ts';
import type { Content, SignalType } from './contents.ts';
import { type SendError, sendError } from './reasons.ts';
import { encryptContent } from './sdk-internals.ts';
import type { Sealed, Wire } from './wire.ts';

const TRIES = 4;
const LONGEST_WAIT = 5_000;
/** Credentials that are not here by then are done without. */
const TURN_WAIT = 2_000;

export interface ClientWire extends Wire {
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
}

/** A {@link Wire} over a signed-in client. */
export function clientWire(
  client: MatrixClient,
  platform: Platform,
  isEncrypted: (roomId: string) => boolean,
): ClientWire {
  const { clock } = platform;
  const userId = client.getSafeUserId();
  const partyId = client.getDeviceId();
  if (partyId === null) throw new Error('a client without a device cannot call');
  /** What each room still has to send: one after the other, so that a hangup never overtakes its invitation. */
  const queues = new Map<string, Promise<void>>();

  async function once(roomId: string, type: SignalType, content: Content, transaction: string): Promise<void> {
    try {
      // The SDK types contents per event type; ours are checked by the tests.
      await client.sendEvent(roomId, type as keyof TimelineEvents, { ...content } as never, transaction);
    } catch (error) {
      const echo = client.getRoom(roomId)?.getEventForTxnId(transaction);
      if (echo?.status === EventStatus.NOT_SENT) client.cancelPendingEvent(echo);
      throw sendError(error);
    }
  }

  async function patiently(roomId: string, type: SignalType, content: Content, tries: number): Promise<void> {
    // The same transaction each time: what did arrive is not sent twice.
    const transaction = `ca${platform.id()}`;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(roomId, type, content, transaction);
      } catch (error) {
        const { retryAfter } = error as SendError;
        if (attempt >= tries || retryAfter === null) throw error;
        await wait(clock, Math.min(Math.max(retryAfter, 250 * 2 ** attempt), LONGEST_WAIT));
      }
    }
  }

  return {
    userId,
    partyId,

    send(roomId, type, content, patience) {
      const before = queues.get(roomId);
      const send = () => patiently(roomId, type, content, patience === 'once' ? 1 : TRIES);
      const sending = before ? before.then(send) : send();
      const settled = sending.then(
        () => {},
        () => {},
      );
      queues.set(roomId, settled);
      void settled.then(() => {
        if (queues.get(roomId) === settled) queues.delete(roomId);
      });
      return sending;
    },

    async seal(roomId, type, content) {
      const message = isEncrypted(roomId) ? await encryptContent(client, roomId, type, content) : { type, content };
      return message && sealed(client, roomId, message, `ca${platform.id()}`);
    },

    people(roomId) {
      const room = client.getRoom(roomId);
      return room?.getMyMembership() === 'join' ? room.getInvitedAndJoinedMemberCount() : null;
    },

    async iceServers() {
      await Promise.race([client.checkTurnServers(), wait(clock, TURN_WAIT)]);
      return client.getTurnServers().map(({ urls, username, credential }) => ({ urls, username, credential }));
    },

    async idle() {
      await Promise.all(queues.values());
    },
  };
}

function sealed(
  client: MatrixClient,
  roomId: string,
  message: { type: string; content: Content },
  transaction: string,
): Sealed {
  const path = ['rooms', roomId, 'send', message.type, transaction].map(encodeURIComponent).join('/');
  return {
    post() {
      // The client's own requests end with the page; this one is the browser's to finish.
      void fetch(`${client.getHomeserverUrl().replace(/\/$/, '')}/_matrix/client/v3/${path}`, {
        method: 'PUT',
        keepalive: true,
        headers: { authorization: `Bearer ${client.getAccessToken() ?? ''}`, 'content-type': 'application/json' },
        body: JSON.stringify(message.content),
      }).catch(() => {
        // Best effort: the next page tells the peer by `abandon`.
      });
    },
  };
}

function wait(clock: Clock, delay: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delay, resolve);
  });
}
