import type { EndReason, Millis, Peer } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import { pause } from '../../../platform/wait.ts';
import type { Meeting } from './meeting.ts';
import { type Decline, type DeclineCause, RTC_TYPES, writeNotification } from './signalling/contents.ts';
import type { RtcWire } from './signalling/wire.ts';

/** How long our leave waits for a ring that is on its way. */
const ON_ITS_WAY: Millis = 3_000;

/** How a call ends where everybody who was asked has this to say. */
const ENDS: Readonly<Record<DeclineCause, EndReason>> = { busy: 'busy', failed: 'no_connection' };

/** A call of ours that rings at the others: whom it rings, and who has declined. */
export class Summons {
  readonly #wire: RtcWire;
  readonly #peer: Peer;
  /** Why somebody has declined, by notification and who: a decline may come before we know which of them is ours. */
  readonly #declined = new Map<string, DeclineCause | null>();
  /** The notification that rings there; null: none is sent. */
  #notification: string | null = null;
  #sending: Promise<unknown> | null = null;

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
    const sending = this.#wire.send(roomId, RTC_TYPES.notification, content);
    this.#sending = sending;
    try {
      this.#notification = await sending;
    } finally {
      this.#sending = null;
    }
  }

  /**
   * Resolves when no ring is on its way: apps stop ringing when they see the caller leave, so that one that arrives
   * after that would ring on for nothing. Waits for a short while only, and never rejects.
   */
  async arrived(clock: Clock): Promise<void> {
    if (!this.#sending) return;
    const settled = new AbortController();
    const stop = (): void => settled.abort();
    this.#sending.then(stop, stop);
    await pause(clock, ON_ITS_WAY, settled.signal);
  }

  /** Somebody declined a notification. */
  hear(userId: string, { notification, cause }: Decline): void {
    const mayBeOurs = this.#notification === null || notification === this.#notification;
    if (mayBeOurs) this.#declined.set(`${notification} ${userId}`, cause);
  }

  /** How the call ends, if nobody is left who could come. */
  verdict(roomId: string): EndReason | null {
    const causes = this.#asked(roomId).map((user) => this.#declined.get(`${this.#notification} ${user}`));
    const [cause] = causes;
    if (cause === undefined || causes.includes(undefined)) return null;
    return cause && causes.every((other) => other === cause) ? ENDS[cause] : 'remote_declined';
  }

  /** The contact, and nobody else; all of a family. */
  #asked(roomId: string): readonly string[] {
    return this.#peer.address.startsWith('@') ? [this.#peer.address] : this.#wire.others(roomId);
  }
}
