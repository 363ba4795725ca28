import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixRTCSession, MatrixRTCSessionEvent } from 'matrix-js-sdk/lib/matrixrtc/MatrixRTCSession.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { RoomStateEvent } from 'matrix-js-sdk/lib/models/room-state.js';
import type { ReceivedToDeviceMessage } from 'matrix-js-sdk/lib/sync-accumulator.js';
import { sendError } from '../../calls/reasons.ts';
import { isMediaKey } from './key-messages.ts';
import { withoutOldLeaves } from './old-leaves.ts';
import type { SessionRoom } from './session-room.ts';
import type { Joined, JoinOptions } from './wire.ts';

/*
 * All that is touched of the SDK's MatrixRTC (matrix-js-sdk 43), with `session-room.ts` and `old-leaves.ts`. Look here
 * first when it is updated: version 44 removes what is deprecated, and gives transports types of their own.
 */

/**
 * From the last sign of life until the server takes a membership away, how often that is put off, and how soon and how
 * many times again where the network is gone. A loss of 15 s is survived although it may begin just before a sign of
 * life and end just after one that failed; 20 s after a crash nobody is there any more. When we are taken out, Element
 * Call leaves a call of two at once.
 */
const LEAVE_AFTER = 19_500;
const SIGN_OF_LIFE = 2_500;
const AGAIN = 1_000;
const TRIES = 60;
/** How long leaving may take. */
const LEAVE = 3_000;

type SessionClient = ConstructorParameters<typeof MatrixRTCSession>[0];

/** Becomes a member of the call of a room, and stays until it leaves. */
export function joinSession(client: MatrixClient, room: SessionRoom, options: JoinOptions): Joined {
  const { roomId, form, memberId, transport, video, encrypted } = options;
  const session = new MatrixRTCSession(sessionClient(client), room, { application: 'm.call', id: 'ROOM' });
  const onState = (event: MatrixEvent): void => {
    if (event.getType().endsWith('call.member')) void session.ensureRecalculateSessionMembers();
  };
  room.on(RoomStateEvent.Events, onState);
  // Our own key comes this way, too.
  session.on(MatrixRTCSessionEvent.EncryptionKeyChanged, (key, index, _member, identity) =>
    options.onKey(identity, index, key),
  );
  session.on(MatrixRTCSessionEvent.MembershipManagerError, (error) => options.onFailed(sendError(causeOf(error))));
  const focus = { type: 'livekit', livekit_service_url: transport.serviceUrl, livekit_alias: roomId };
  session.joinRTCSession(
    { userId: client.getSafeUserId(), deviceId: client.getDeviceId() ?? '', memberId },
    [],
    focus,
    {
      manageMediaKeys: encrypted,
      callIntent: video ? 'video' : 'audio',
      delayedLeaveEventDelayMs: LEAVE_AFTER,
      delayedLeaveEventRestartMs: SIGN_OF_LIFE,
      networkErrorRetryMs: AGAIN,
      maximumNetworkErrorRetryCount: TRIES,
      unstableSendStickyEvents: form === '2.0',
    },
  );

  // Our key goes to those who are there while our membership is still on its way; the SDK would wait for it.
  if (encrypted) void session.ensureRecalculateSessionMembers();

  let leaving: Promise<void> | null = null;
  const leave = async (): Promise<void> => {
    await session.leaveRoomSession(LEAVE);
    await session.stop();
    room.off(RoomStateEvent.Events, onState);
    session.removeAllListeners();
  };
  return { leave: () => (leaving ??= leave()) };
}

/** The manager of memberships wraps what the server said. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}

const BORROWED = [
  'getUserId',
  'getDeviceId',
  'sendEvent',
  'sendStateEvent',
  '_unstable_updateDelayedEvent',
  '_unstable_cancelScheduledDelayedEvent',
  '_unstable_restartScheduledDelayedEvent',
  '_unstable_sendScheduledDelayedEvent',
  '_unstable_sendStickyEvent',
  '_unstable_sendStickyDelayedEvent',
  'cancelPendingEvent',
  'encryptAndSendToDevice',
  'decryptEventIfNeeded',
] as const satisfies readonly (keyof MatrixClient)[];

/** The client as a session may see it: of messages to this device only media keys that can be believed. */
function sessionClient(client: MatrixClient): SessionClient {
  const listeners = new Map<unknown, (received: ReceivedToDeviceMessage) => void>();
  const borrowed = BORROWED.map((name) => [name, (client[name] as () => unknown).bind(client)]);
  const listening = {
    on(_name: ClientEvent.ToDeviceEvent, listener: (event: MatrixEvent) => void): void {
      const hear = (received: ReceivedToDeviceMessage): void => {
        if (isMediaKey(received)) listener(new MatrixEvent({ ...received.message }));
      };
      listeners.set(listener, hear);
      client.on(ClientEvent.ReceivedToDeviceMessage, hear);
    },
    off(_name: ClientEvent.ToDeviceEvent, listener: (event: MatrixEvent) => void): void {
      const hear = listeners.get(listener);
      listeners.delete(listener);
      if (hear) client.off(ClientEvent.ReceivedToDeviceMessage, hear);
    },
  };
  return { ...Object.fromEntries(borrowed), ...listening, ...withoutOldLeaves(client) };
}
