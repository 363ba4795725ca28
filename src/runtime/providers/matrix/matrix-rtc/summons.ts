import type { Peer } from '../../../call/call.ts';
import type { Meeting } from './meeting.ts';
import { RTC_TYPES, writeNotification } from './signalling/contents.ts';
import type { RtcWire } from './signalling/wire.ts';

/** A call of ours that rings at the others: whom it rings, and who has declined. */
export class Summons {
  readonly #wire: RtcWire;
  readonly #peer: Peer;
  readonly #declined = new Set<string>();
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

  /** Somebody declined a notification. @returns whether nobody is left who could come */
  declinedBy(userId: string, notification: string, roomId: string): boolean {
    if (notification !== this.#notification) return false;
    this.#declined.add(userId);
    return this.#asked(roomId).every((user) => this.#declined.has(user));
  }

  /** The contact, and nobody else; all of a family. */
  #asked(roomId: string): readonly string[] {
    return this.#peer.address.startsWith('@') ? [this.#peer.address] : this.#wire.others(roomId);
  }
}
