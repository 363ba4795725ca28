import type { EndReason, Peer } from '../../../call/call.ts';
import type { Meeting } from './meeting.ts';
import { type Decline, type DeclineCause, RTC_TYPES, writeNotification } from './signalling/contents.ts';
import type { RtcWire } from './signalling/wire.ts';

/** How a call ends where everybody who was asked has this to say. */
const ENDS: Readonly<Record<DeclineCause, EndReason>> = { busy: 'busy', failed: 'no_connection' };

/** A call of ours that rings at the others: whom it rings, and who has declined. */
export class Summons {
  readonly #wire: RtcWire;
  readonly #peer: Peer;
  /** Who has declined, and why. */
  readonly #declined = new Map<string, DeclineCause | null>();
  /** The notification that rings there; null: none is sent. */
  #notification: string | null = null;

  constructor(wire: RtcWire, peer: Peer) {
    this.#wire = wire;
    this.#peer = peer;
  }

  /** Rings; we are a member of the call. @throws SendError */
  async send({ roomId, ownEvent }: Pick<Meeting, 'roomId' | 'ownEvent'>, video: boolean): Promise<void> {
    const content = writeNotification({
      userIds: this.#asked(roomId),
      video,
      membership: ownEvent ?? '',
      sentAt: this.#wire.serverNow(),
    });
    this.#notification = await this.#wire.send(roomId, RTC_TYPES.notification, content);
  }

  /** Somebody declined a notification. @returns how the call ends, if nobody is left who could come */
  declinedBy(userId: string, { notification, cause }: Decline, roomId: string): EndReason | null {
    if (notification !== this.#notification) return null;
    this.#declined.set(userId, cause);
    const asked = this.#asked(roomId);
    if (!asked.every((user) => this.#declined.has(user))) return null;
    const isSaidByAll = asked.every((user) => this.#declined.get(user) === cause);
    return cause && isSaidByAll ? ENDS[cause] : 'remote_declined';
  }

  /** The contact, and nobody else; all of a family. */
  #asked(roomId: string): readonly string[] {
    return this.#peer.address.startsWith('@') ? [this.#peer.address] : this.#wire.others(roomId);
  }
}
