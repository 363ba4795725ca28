import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { RoomEvent } from 'matrix-js-sdk/lib/models/room.js';
import type { Peer } from '../../../call/call.ts';
import { describeError } from '../client-log.ts';
import { createCalls } from '../calls/index.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import type { ProviderIO } from '../../provider.ts';
import type { CallsContext, MatrixCalls } from '../calls/types.ts';
import { record, text } from '../calls/contents.ts';
import { type Arrival, ageOf, hearRooms } from '../room-events.ts';
import { type Protocol, type Way, type Worked, chooseWay } from './choose.ts';
import { Dialling } from './dialling.ts';
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
  /** How people called us or were reached. */
  readonly worked: () => Worked;
  /** null: they were not reached any more. */
  remember(address: string, protocol: Protocol | null): void;
  /** Whether the homeserver names an SFU; null while that is not known. */
  transport(known: boolean | null): void;
}

/** Calls over an SFU and legacy calls of one account, as one. */
export function createRtcCalls(context: RtcCallsContext): MatrixCalls {
  const { client, account, io, scope } = context;
  const { platform } = io;
  const log = platform.log.child('matrix rtc');
  const note = (message: string, error: unknown): void => log.log('warn', message, describeError(error));
  const doorbell = new Doorbell(io, (protocol, address) => context.remember(address, protocol));
  const wire = clientRtc(client, platform, (roomId) => context.isEncrypted(roomId));
  const sfu = new SfuFinder(context);
  const invited =
    (protocol: Protocol): ProviderIO['invited'] =>
    (call, event) => {
      if (!dialling.meets(protocol, call, event)) doorbell.rings(protocol, call, event);
    };
  const emit = (event: ProviderCallEvent): void => {
    if (!dialling.hear(event)) doorbell.emit(event);
  };
  const legacy = createCalls({ ...context, io: { ...io, invited: invited('legacy'), emit } });
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
      emit,
    },
    invited: invited('matrixRtc'),
    peerOf: (userId, roomId) => context.peerOf(userId, roomId),
  });
  const dialling: Dialling = new Dialling({
    clock: platform.clock,
    dial: (protocol, ...call) => (protocol === 'legacy' ? legacy : registry).dial(...call),
    emit: (event) => io.emit(event),
    remember: (address, protocol) => context.remember(address, protocol),
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
    dial: (callId, peer, media) => dialling.dial(callId, peer, media, choose(peer, wire, context, sfu.known)),
    async abandon(goodbye) {
      const seat = readSeat(goodbye['matrixRtc']);
      await Promise.all([legacy.abandon(goodbye), seat && wire.vacate(seat)]);
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
function choose(peer: Peer, wire: RtcWire, context: RtcCallsContext, found: FoundTransports | null): Way {
  const roomId = peer.contactId;
  const members = readMemberships(wire.memberEvents(roomId), (user) => wire.isJoined(roomId, user));
  const running = members.some(({ userId }) => userId !== wire.userId);
  return chooseWay({
    transport: found && found.transports.length > 0,
    running,
    family: !peer.address.startsWith('@'),
    worked: context.worked()[peer.address] ?? null,
    able: wire.isAble(peer.address),
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
