import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { StateEvents, TimelineEvents } from 'matrix-js-sdk/lib/@types/event.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { type RoomState, RoomStateEvent } from 'matrix-js-sdk/lib/models/room-state.js';
import { RoomStickyEventsEvent } from 'matrix-js-sdk/lib/models/room-sticky-events.js';
import type { Platform } from '../../../../platform/platform.ts';
import { sendError } from '../../calls/reasons.ts';
import { type Content, record } from '../../calls/contents.ts';
import { Sender } from '../../client-send.ts';
import { RTC_TYPES, SLOT } from './contents.ts';
import { readMembership, type RtcEvent } from './memberships.ts';
import { joinSession } from './sdk-session.ts';
import { sessionRoom } from './session-room.ts';
import { UNSTABLE } from './unstable.ts';
import type { RtcWire, Seat } from './wire.ts';

/** Feature of the server that the 2.0 form needs: sticky events. */
const STICKY = 'org.matrix.msc4354';
/** How long a sticky goodbye stands: as long as the longest membership that it ends. */
const STICKY_FOR = 60 * 60_000;

const WATCHED = [RoomStateEvent.Events, RoomStateEvent.Members, RoomStickyEventsEvent.Update] as const;

/** An {@link RtcWire} over a signed-in client. */
export function clientRtc(
  client: MatrixClient,
  platform: Platform,
  isEncrypted: (roomId: string) => boolean,
): RtcWire & { idle(): Promise<void> } {
  const userId = client.getSafeUserId();
  const deviceId = client.getDeviceId();
  if (deviceId === null) throw new Error('a client without a device cannot call');
  const sender = new Sender(client, platform);
  const clock = serverClock(platform);
  const stateOf = (roomId: string) => client.getRoom(roomId)?.currentState;
  const mayBeState = (state: RoomState): boolean => state.maySendStateEvent(RTC_TYPES.stateMember, userId);
  const mayBeSticky = (state: RoomState, roomId: string): boolean =>
    state.maySendEvent(isEncrypted(roomId) ? 'm.room.encrypted' : RTC_TYPES.stickyMember, userId);
  // Until it is known the server may; the SDK asks once, and again where it could not.
  let hasSticky = true;
  const askSticky = async (): Promise<boolean> => {
    try {
      return (hasSticky = await client.doesServerSupportUnstableFeature(STICKY));
    } catch {
      return false;
    }
  };
  void askSticky();
  const need = (roomId: string): Room => {
    const room = client.getRoom(roomId);
    if (!room) throw new Error('a room that is not there has no call');
    return room;
  };

  return {
    userId,
    deviceId,
    isEncrypted,

    people(roomId) {
      const room = client.getRoom(roomId);
      return room?.getMyMembership() === 'join' ? room.getInvitedAndJoinedMemberCount() : null;
    },

    isJoined: (roomId, user) => client.getRoom(roomId)?.getMember(user)?.membership === 'join',
    nameOf: (roomId, user) => client.getRoom(roomId)?.getMember(user)?.name ?? user,

    others: (roomId) =>
      (client.getRoom(roomId)?.getMembers() ?? [])
        .filter(({ membership }) => membership === 'join' || membership === 'invite')
        .map((member) => member.userId)
        .filter((user) => user !== userId),

    mayCallAll(roomId, user) {
      const state = stateOf(roomId);
      // Who makes a room in Element's apps is the only one whom its power levels let mention everybody (50).
      return state ? state.getJoinRule() !== 'public' || state.mayTriggerNotifOfType('room', user) : false;
    },

    mayJoin: (roomId) => {
      const state = stateOf(roomId);
      // A room that is to be made lets its maker do everything.
      return !state || mayBeState(state) || (hasSticky && mayBeSticky(state, roomId));
    },

    async forms(roomId) {
      const state = stateOf(roomId);
      if (!state) return [];
      const sticky = mayBeSticky(state, roomId) && (await askSticky());
      return [...(mayBeState(state) ? (['compatible'] as const) : []), ...(sticky ? (['2.0'] as const) : [])];
    },

    memberEvents(roomId) {
      const room = client.getRoom(roomId);
      if (!room) return [];
      const sticky = [...room[UNSTABLE.stickyEvents]()].filter((e) => e.getType() === RTC_TYPES.stickyMember);
      const events = [...room.currentState.getStateEvents(RTC_TYPES.stateMember), ...sticky];
      for (const event of events) clock.learn(event);
      return events.map(rtcEvent);
    },

    isAble: (user) =>
      client
        .getRooms()
        .map(({ currentState }) => currentState)
        .some((state) => hasLeftTraces(state, user) || isMadeFor(state, user)),

    watch(roomId, listener) {
      const room = client.getRoom(roomId);
      for (const name of WATCHED) room?.on(name, listener);
      return () => {
        for (const name of WATCHED) room?.off(name, listener);
      };
    },

    send: (roomId, type, content) => sender.send(roomId, type, content, 'patient'),
    openIdToken: () => client.getOpenIdToken(),
    serverNow: () => clock.now(),

    async isVerified(user, device) {
      const crypto = client.getCrypto();
      await crypto?.getUserDeviceInfo([user], true);
      const status = await crypto?.getDeviceVerificationStatus(user, device);
      return status?.signedByOwner ?? false;
    },

    join(options) {
      const counts = (event: MatrixEvent): boolean => readMembership(rtcEvent(event)) !== null;
      return joinSession(client, sessionRoom(need(options.roomId), counts), options);
    },

    seat(roomId, form, memberId) {
      if (form === '2.0') return { roomId, form, key: memberId };
      // Where a room lets everybody own keys that begin with their id, nothing stands before it (MSC3757).
      const owned = /^org\.matrix\.msc(3757|3779)\b/.test(client.getRoom(roomId)?.getVersion() ?? '');
      return { roomId, form, key: `${owned ? '' : '_'}${userId}_${deviceId}_m.call` };
    },

    async vacate({ roomId, form, key }) {
      try {
        if (form === 'compatible')
          await client.sendStateEvent(roomId, RTC_TYPES.stateMember as keyof StateEvents, {}, key);
        else
          await client[UNSTABLE.sendSticky](
            roomId,
            STICKY_FOR,
            null,
            RTC_TYPES.stickyMember as keyof TimelineEvents,
            goodbye(key) as never,
          );
      } catch (error) {
        throw sendError(error);
      }
    },

    sealLeave: (seat) =>
      seat.form === '2.0' && isEncrypted(seat.roomId) ? null : { post: () => post(client, platform, seat) },

    idle: () => sender.idle(),
  };
}

/** Who leaves a call leaves an empty event behind. */
function hasLeftTraces(state: RoomState, userId: string): boolean {
  return state.getStateEvents(RTC_TYPES.stateMember).some((event) => event.getSender() === userId);
}

/** Element's newer apps let everybody be in the calls of the rooms that they make, and say so in the power levels. */
function isMadeFor(state: RoomState, userId: string): boolean {
  const levels = state.getStateEvents('m.room.power_levels', '');
  if (state.getStateEvents('m.room.create', '')?.getSender() !== userId || levels?.getSender() !== userId) return false;
  return RTC_TYPES.stateMember in (record(levels.getContent<Content>()['events']) ?? {});
}

function goodbye(key: string): Content {
  return { slot_id: SLOT, msc4354_sticky_key: key };
}

/** Takes a membership away while the page goes: the browser finishes the request, nobody waits for it. */
function post(client: MatrixClient, platform: Platform, { roomId, form, key }: Seat): void {
  const path =
    form === 'compatible'
      ? ['state', RTC_TYPES.stateMember, key]
      : ['send', RTC_TYPES.stickyMember, `ca${platform.id()}`];
  const query = form === 'compatible' ? '' : `?org.matrix.msc4354.sticky_duration_ms=${STICKY_FOR}`;
  const url = ['rooms', roomId, ...path].map(encodeURIComponent).join('/');
  void fetch(`${client.getHomeserverUrl().replace(/\/$/, '')}/_matrix/client/v3/${url}${query}`, {
    method: 'PUT',
    keepalive: true,
    headers: { authorization: `Bearer ${client.getAccessToken() ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify(form === 'compatible' ? {} : goodbye(key)),
  }).catch(() => {
    // Best effort: the server's delayed leave comes by itself, and the next page tells by `abandon`.
  });
}

/** An event of the SDK as plain data. */
export function rtcEvent(event: MatrixEvent): RtcEvent {
  return {
    id: event.getId() ?? '',
    type: event.getType(),
    sender: event.getSender() ?? '',
    content: event.getContent<Content>(),
    sentAt: event.getTs(),
    age: Math.max(0, event.getLocalAge()),
  };
}

/** The homeserver's clock, learnt from events whose age it told; until then this device's. */
function serverClock({ clock }: Platform): { learn(event: MatrixEvent): void; now(): number } {
  let known: { readonly at: number; readonly ahead: number } | null = null;
  return {
    learn(event) {
      const sentAt = event.getTs();
      if (event.getAge() === undefined || (known && sentAt < known.at)) return;
      known = { at: sentAt, ahead: sentAt - event.localTimestamp };
    },
    now: () => clock.now() + (known?.ahead ?? 0),
  };
}
