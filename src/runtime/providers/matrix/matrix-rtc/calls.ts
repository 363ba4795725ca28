import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { RoomEvent } from 'matrix-js-sdk/lib/models/room.js';
import type { CallId, Peer } from '../../../call/call.ts';
import { describeError } from '../client-log.ts';
import { createCalls } from '../calls/index.ts';
import type { CallsContext, MatrixCalls } from '../calls/types.ts';
import { record, text } from '../calls/contents.ts';
import { type Arrival, ageOf, hearRooms } from '../room-events.ts';
import { type Protocol, type Worked, chooseProtocol } from './choose.ts';
import { RtcRegistry } from './registry.ts';
import { SfuFinder } from './sfu-finder.ts';
import { clientRtc, rtcEvent } from './signalling/client-rtc.ts';
import { rtcType } from './signalling/contents.ts';
import { readMemberships } from './signalling/memberships.ts';
import { requestToken } from './signalling/token.ts';
import type { FoundTransports } from './signalling/transports.ts';
import type { RtcSignal, RtcWire, Seat } from './signalling/wire.ts';
import { Doorbell } from './twins.ts';

/** How long closing waits for what is on its way. */
const LAST_WORDS = 3_000;

export interface RtcCallsContext extends CallsContext {
  /** How people were last reached. */
  readonly worked: () => Worked;
  remember(address: string, protocol: Protocol): void;
  /** Whether the homeserver names an SFU; null while that is not known. */
  transport(known: boolean | null): void;
}

/** Calls over an SFU and legacy calls of one account, as one. */
export function createRtcCalls(context: RtcCallsContext): MatrixCalls {
  const { client, account, io, scope } = context;
  const { platform } = io;
  const log = platform.log.child('matrix rtc');
  const note = (message: string, error: unknown): void => log.log('warn', message, describeError(error));
  const worked = ({ address }: Pick<Peer, 'address'>, protocol: Protocol): void => context.remember(address, protocol);
  const doorbell = new Doorbell(io, (protocol, address) => worked({ address }, protocol));
  /** Our legacy calls that nobody has answered yet. */
  const dialled = new Map<CallId, Peer>();
  const wire = clientRtc(client, platform, (roomId) => context.isEncrypted(roomId));
  const sfu = new SfuFinder(context);
  const legacy = createCalls({
    ...context,
    io: {
      ...io,
      invited: (call, event) => doorbell.rings('legacy', call, event),
      emit(event) {
        const peer = dialled.get(event.callId);
        if (peer && event.type !== 'delivered') dialled.delete(event.callId);
        if (peer && event.type === 'accepted') worked(peer, 'legacy');
        doorbell.emit(event);
      },
    },
  });
  const registry = new RtcRegistry({
    accountId: account.id,
    office: {
      wire,
      platform: { ...platform, log },
      roomFor: (peer) => context.roomFor(peer),
      transport: async () => (await sfu.find()).transports[0] ?? null,
      openRoom: () => sfu.openRoom(),
      token: (request, signal) =>
        requestToken(request, {
          openIdToken: () => wire.openIdToken(),
          fetch: (input, init) => globalThis.fetch(input, init),
          clock: platform.clock,
          serverNow: () => wire.serverNow(),
          signal,
        }),
      emit: (event) => doorbell.emit(event),
      worked: (peer) => worked(peer, 'matrixRtc'),
    },
    invited: (call, event) => doorbell.rings('matrixRtc', call, event),
    peerOf: (userId, roomId) => context.peerOf(userId, roomId),
  });
  const stop = hear(client, (batch) => registry.receive(batch), note);
  const onMembership = (room: { readonly roomId: string }, membership: string): void => {
    if (membership !== 'join') registry.left(room.roomId);
  };
  client.on(RoomEvent.MyMembership, onMembership);

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    stop();
    client.off(RoomEvent.MyMembership, onMembership);
    await Promise.all([legacy.close(), registry.close()]);
    await Promise.race([wire.idle(), new Promise<void>((resolve) => platform.clock.after(LAST_WORDS, resolve))]);
  };
  const calls: MatrixCalls = {
    dial(callId, peer, media) {
      if (choose(peer, wire, context, sfu.known) === 'matrixRtc') return registry.dial(callId, peer, media);
      dialled.set(callId, peer);
      return legacy.dial(callId, peer, media);
    },
    async abandon(goodbye) {
      if (!('matrixRtc' in goodbye)) return legacy.abandon(goodbye);
      const seat = readSeat(goodbye['matrixRtc']);
      if (seat) await wire.vacate(seat);
    },
    iceServers: () => legacy.iceServers(),
    pageClosing() {
      legacy.pageClosing();
      registry.pageClosing();
    },
    get live() {
      return legacy.live + registry.live;
    },
    close: () => (closing ??= close()),
  };
  scope.add(() => calls.close());
  return calls;
}

/** How to call this peer now. */
function choose(peer: Peer, wire: RtcWire, context: RtcCallsContext, found: FoundTransports | null): Protocol {
  const roomId = peer.contactId;
  const members = readMemberships(wire.memberEvents(roomId), (user) => wire.isJoined(roomId, user));
  const running = members.some(({ userId }) => userId !== wire.userId);
  return chooseProtocol({
    transport: (found?.transports.length ?? 0) > 0,
    running,
    family: !peer.address.startsWith('@'),
    worked: context.worked()[peer.address] ?? null,
    hasBeenMember: wire.hasBeenMember(roomId, peer.address),
    mayJoin: wire.mayJoin(roomId),
  });
}

function hear(
  client: MatrixClient,
  deliver: (batch: readonly RtcSignal[]) => void,
  report: (message: string, error: unknown) => void,
): () => void {
  return hearRooms(client, {
    wants: (type) => rtcType(type) !== null,
    deliver(batch) {
      deliver(batch.flatMap((arrival) => signal(arrival) ?? []));
    },
    report,
  });
}

function signal(arrival: Arrival): RtcSignal | null {
  const { event } = arrival;
  const kind = rtcType(event.getType());
  const roomId = event.getRoomId();
  const read = rtcEvent(event);
  return kind && roomId && read.id.startsWith('$') ? { ...read, age: ageOf(arrival), kind, roomId } : null;
}

function readSeat(given: unknown): Seat | null {
  const { roomId, form, key } = record(given) ?? {};
  const [room, place] = [text(roomId), text(key)];
  return room !== null && place !== null && (form === 'compatible' || form === '2.0')
    ? { roomId: room, form, key: place }
    : null;
}
