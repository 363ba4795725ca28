import type { EndReason } from '../../../call/call.ts';
import { lostReason } from './ends.ts';
import type { RtcRoomState } from './room/room.ts';

/** What a state of the SFU at which we publish means for a call: nothing (null), a loss, its end, or the call's own end. */
export type UplinkTurn = null | 'disconnected' | 'reconnected' | { readonly ended: EndReason };

/** Whether the SFU at which we publish is reached. */
export class Uplink {
  #lost = false;

  /** @param stage `ringing`: what is lost is opened anew for the answer */
  turn(state: RtcRoomState, stage: 'ringing' | 'joining' | 'running'): UplinkTurn {
    const running = stage === 'running';
    if (typeof state === 'object') {
      if (stage === 'ringing') return null;
      const reason = lostReason(state.lost, running);
      if (reason !== 'again') return { ended: reason };
      this.#lost = true;
      // Again, too: it may have been told while media was still awaited, when nobody listened.
      return 'disconnected';
    }
    if (!running) return null;
    const lost = state !== 'connected';
    if (lost === this.#lost) return null;
    this.#lost = lost;
    return lost ? 'disconnected' : 'reconnected';
  }
}
