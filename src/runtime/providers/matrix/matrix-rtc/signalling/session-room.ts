import type { MatrixRTCSession } from 'matrix-js-sdk/lib/matrixrtc/MatrixRTCSession.js';
import type { EventTimeline } from 'matrix-js-sdk/lib/models/event-timeline.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Content } from '../../calls/contents.ts';
import { RTC_TYPES } from './contents.ts';
import { UNSTABLE } from './unstable.ts';

export type SessionRoom = ConstructorParameters<typeof MatrixRTCSession>[1];

/** Beyond any membership, and short enough for a timer. */
const DAYS_20 = 20 * 24 * 60 * 60_000;

/**
 * A room as the SDK's session may see it: with the members that count, who stay for as long as they do. By itself it
 * counts by this device's clock: where that is hours ahead, nobody's membership would be valid, and nobody would get a
 * key or be believed one; and a lifetime of years would have its timer run all the time.
 * @param counts whether a membership counts now, by the server's clock
 */
export function sessionRoom(room: Room, counts: (event: MatrixEvent) => boolean): SessionRoom {
  const state = {
    getStateEvents(type: string, key?: string): MatrixEvent | MatrixEvent[] | null {
      if (key !== undefined) return room.currentState.getStateEvents(type, key);
      const events = room.currentState.getStateEvents(type);
      return type === RTC_TYPES.stateMember ? events.filter(counts).map(withoutEnd) : events;
    },
  };
  const timeline = { getState: () => state };
  return {
    roomId: room.roomId,
    getVersion: () => room.getVersion(),
    hasMembershipState: (...given) => room.hasMembershipState(...given),
    on: room.on.bind(room),
    off: room.off.bind(room),
    [UNSTABLE.stickyEvents]: () => room[UNSTABLE.stickyEvents](),
    // As much of it as is asked for.
    getLiveTimeline: () => timeline as unknown as EventTimeline,
  };
}

/** Of memberships alone: what is sent of ours is never made from it. */
function withoutEnd(event: MatrixEvent): MatrixEvent {
  const content = { ...event.getContent<Content>(), expires: DAYS_20 };
  return new MatrixEvent({ ...event.event, type: event.getType(), content });
}
