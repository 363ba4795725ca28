import type { EndReason } from '../../../call/call.ts';
import { SILENT_WHILE_RINGING } from '../calls/reasons.ts';
import { type DeclineCause, RTC_TYPES, writeDecline } from './signalling/contents.ts';
import type { RtcWire } from './signalling/wire.ts';

/** What rings here. */
export interface Ring {
  readonly roomId: string;
  readonly notification: string;
}

/** Whoever has rung waits for our membership, or for a decline: without either they would wait in the dark. */
export class Reply {
  readonly ring: Ring;
  readonly #wire: RtcWire;
  #given = false;

  constructor(wire: RtcWire, ring: Ring) {
    this.#wire = wire;
    this.ring = ring;
  }

  /** We have come, and are ready: that we leave says everything from now on. */
  come(): void {
    this.#given = true;
  }

  /**
   * It ends here, and who rang is told, once, unless they know, or others of ours may still answer. A membership that
   * was on its way says nothing: it may be gone before anybody has seen it.
   * @throws SendError
   */
  async decline(reason: EndReason): Promise<void> {
    if (this.#given || SILENT_WHILE_RINGING.has(reason)) return;
    this.#given = true;
    const { roomId, notification } = this.ring;
    await this.#wire.send(roomId, RTC_TYPES.decline, writeDecline({ notification, cause: causeOf(reason) }));
  }
}

/** A person who declines, or hangs up what they have just answered, gives no reason. */
function causeOf(reason: EndReason): DeclineCause | null {
  if (reason === 'declined' || reason === 'hung_up') return null;
  return reason === 'busy_here' ? 'busy' : 'failed';
}
