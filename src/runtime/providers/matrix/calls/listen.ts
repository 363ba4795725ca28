import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { EventShieldColour } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { CallSecurity } from '../../provider.ts';
import { type Arrival, ageOf, hearRooms } from '../room-events.ts';
import { type Content, signalType } from './contents.ts';
import type { Signal } from './wire.ts';

/**
 * Hears the call messages of a client's rooms; see {@link hearRooms}.
 *
 * @returns stops listening.
 */
export function listen(
  client: MatrixClient,
  deliver: (batch: readonly Signal[]) => void,
  report: (message: string, error: unknown) => void,
): () => void {
  return hearRooms(client, {
    wants: (type) => signalType(type) !== null,
    deliver(batch) {
      const signals = batch.flatMap((arrival) => signal(client, arrival) ?? []);
      if (signals.length > 0) deliver(signals);
    },
    report,
  });
}

function signal(client: MatrixClient, arrival: Arrival): Signal | null {
  const { event } = arrival;
  const type = signalType(event.getType());
  const [roomId, sender] = [event.getRoomId(), event.getSender()];
  if (!type || !roomId || !sender) return null;
  return {
    type,
    roomId,
    sender,
    content: event.getContent<Content>(),
    age: () => ageOf(arrival),
    security: () => security(client, event),
  };
}

/** Encrypted by a device that its owner has cross-signed, and the owner's identity is the one we know. */
async function security(client: MatrixClient, event: MatrixEvent): Promise<CallSecurity> {
  if (!event.isEncrypted()) return 'on-the-way';
  const info = await client.getCrypto()?.getEncryptionInfoForEvent(event);
  return info?.shieldColour === EventShieldColour.NONE ? 'end-to-end' : 'end-to-end-unverified';
}
