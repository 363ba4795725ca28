import type { Millis } from '../../../call/call.ts';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Clock, Platform } from '../../../platform/platform.ts';
import { Sender } from '../client-send.ts';
import type { Content } from './contents.ts';
import { encryptContent } from './sdk-internals.ts';
import type { Sealed, Wire } from './wire.ts';

/** Credentials that are not here by then are done without. */
const TURN_WAIT: Millis = 2_000;

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
  const sender = new Sender(client, platform);

  return {
    userId,
    partyId,

    async send(roomId, type, content, patience) {
      await sender.send(roomId, type, content, patience);
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

    idle: () => sender.idle(),
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
