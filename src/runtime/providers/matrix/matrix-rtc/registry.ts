import type { CallId, Peer } from '../../../call/call.ts';
import type { OutgoingMedia, ProviderIO } from '../../provider.ts';
import { Memory } from '../../rtc/memory.ts';
import { CallKeeper, type Direction } from '../calls/keeper.ts';
import { RtcCall } from './call.ts';
import type { RtcOffice } from './office.ts';
import { type Notification, readDecline, readNotification } from './signalling/contents.ts';
import { type Membership, readMemberships } from './signalling/memberships.ts';
import { type RingVerdict, judgeRing } from './signalling/ring.ts';
import type { RtcSignal } from './signalling/wire.ts';

/** Notifications that may wait for somebody to be in their call. */
const MOST_PENDING = 20;

export interface RegistryOptions {
  readonly accountId: string;
  readonly office: Omit<RtcOffice<RtcCall>, 'leaving' | 'register' | 'forget'>;
  readonly invited: ProviderIO['invited'];
  /** Who calls, when `userId` rings in this room. */
  peerOf(userId: string, roomId: string): Peer;
}

interface Pending {
  readonly stop: () => void;
}

/** The MatrixRTC calls of an account: what comes in rings, ends what rings, or is forgotten. */
export class RtcRegistry extends CallKeeper<RtcCall> {
  readonly #options: RegistryOptions;
  readonly #office: RtcOffice<RtcCall>;
  /** A room has one call. */
  readonly #rooms = new Map<string, RtcCall>();
  readonly #pending = new Map<string, Pending>();
  /** Notifications that are done with: declined, answered, told. */
  readonly #settled = new Memory<true>(1_000);
  /** When one of our devices last came to the call of a room, by the server's clock. */
  readonly #ourLatest = new Memory<number>(1_000);
  #closed = false;

  constructor(options: RegistryOptions) {
    super();
    this.#options = options;
    this.#office = {
      ...options.office,
      leaving: new Map(),
      register: (call) => call.roomId !== null && this.#rooms.set(call.roomId, call),
      forget: (call) => this.#forget(call),
    };
  }

  override async close(): Promise<void> {
    this.#closed = true;
    for (const key of [...this.#pending.keys()]) this.#drop(key);
    await super.close();
  }

  /** What one sync brought, in its order. A ring that the same sync ends never rings. */
  receive(batch: readonly RtcSignal[]): void {
    for (const signal of batch) this.#settle(signal);
    for (const signal of batch) if (signal.kind === 'notification') this.#consider(signal);
  }

  /** We are out of a room: its call is over for us. */
  left(roomId: string): void {
    this.#rooms.get(roomId)?.removed();
  }

  protected override make(id: CallId, peer: Peer, media: OutgoingMedia, direction: Direction): RtcCall {
    return new RtcCall(this.#office, id, peer, media, direction);
  }

  #settle({ kind, roomId, sender, content, sentAt }: RtcSignal): void {
    const isOurs = sender === this.#office.wire.userId;
    // Who leaves may be a page of ours that died in an earlier call.
    if (kind === 'membership' && isOurs && 'application' in content) {
      this.#ourLatest.set(roomId, Math.max(sentAt, this.#ourLatest.get(roomId) ?? 0));
    }
    const declined = kind === 'decline' ? readDecline(content) : null;
    if (declined === null) return;
    const call = this.#rooms.get(roomId);
    if (!isOurs) return call?.declinedBy(sender, declined);
    const { notification } = declined;
    this.#settled.set(notification, true);
    this.#drop(notification);
    if (call?.ringing?.notification === notification) call.elsewhere();
  }

  #consider(signal: RtcSignal): void {
    const notification = readNotification(signal.content);
    if (!notification || this.#settled.get(signal.id) || this.#pending.has(signal.id)) return;
    const heard = this.#office.platform.clock.now();
    const age = (): number => signal.age + this.#office.platform.clock.now() - heard;
    this.#act(signal, notification, age);
  }

  #act(signal: RtcSignal, notification: Notification, age: () => number): void {
    if (this.#closed) return;
    const verdict = this.#judge(signal, notification, age());
    if (verdict === 'waits') return this.#wait(signal, notification, age);
    this.#drop(signal.id);
    this.#settled.set(signal.id, true);
    // The call of the room is the one it means: they came while we called, or ring once more.
    if (verdict === 'silent' || this.#rooms.has(signal.roomId)) return;
    this.#ring(signal, notification, age(), verdict === 'rings');
  }

  #judge({ roomId, sender, sentAt }: RtcSignal, notification: Notification, age: number): RingVerdict {
    const { wire } = this.#office;
    // In a call of ours nothing rings: a membership of this device is one that an earlier page has left behind.
    const isGhost = ({ userId, deviceId }: Membership): boolean => userId === wire.userId && deviceId === wire.deviceId;
    const members = readMemberships(wire.memberEvents(roomId), (user) => wire.isJoined(roomId, user));
    return judgeRing(notification, {
      ourUserId: wire.userId,
      sender,
      age,
      people: wire.people(roomId),
      senderJoined: wire.isJoined(roomId, sender),
      mayCallAll: wire.mayCallAll(roomId, sender),
      memberships: members.filter((member) => !isGhost(member)),
      settled: (this.#ourLatest.get(roomId) ?? 0) >= sentAt,
    });
  }

  /** Until somebody is in its call, or it is too old. */
  #wait(signal: RtcSignal, notification: Notification, age: () => number): void {
    if (this.#pending.has(signal.id)) return;
    const { wire, platform } = this.#office;
    const again = (): void => this.#act(signal, notification, age);
    const unwatch = wire.watch(signal.roomId, again);
    const cancel = platform.clock.after(notification.lifetime - age(), again);
    this.#pending.set(signal.id, {
      stop: () => {
        unwatch();
        cancel();
      },
    });
    for (const oldest of this.#pending.keys()) {
      if (this.#pending.size <= MOST_PENDING) return;
      this.#drop(oldest);
    }
  }

  #ring({ id: notification, roomId, sender }: RtcSignal, read: Notification, age: number, rings: boolean): void {
    const { accountId, peerOf, invited } = this.#options;
    const id = `${accountId} ${roomId} ${notification}`;
    const peer = peerOf(sender, roomId);
    const call = this.admit(id, peer, read.offered);
    if (rings) call.ring({ roomId, notification });
    invited(call, { type: 'invited', callId: id, peer, offered: read.offered, age, lifetime: read.lifetime });
    if (!rings) void call.close();
  }

  #drop(id: string): void {
    this.#pending.get(id)?.stop();
    this.#pending.delete(id);
  }

  #forget(call: RtcCall): void {
    this.all.delete(call);
    if (call.roomId !== null && this.#rooms.get(call.roomId) === call) this.#rooms.delete(call.roomId);
  }
}
