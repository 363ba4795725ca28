import type { Peer } from '../../../../../../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../../../../../../src/runtime/call/events.ts';
import { Store } from '../../../../../../../src/runtime/platform/readable.ts';
import type { CallStats, LocalTracks, ProviderCall } from '../../../../../../../src/runtime/providers/provider.ts';
import { NO_STATS } from '../../../../../../../src/runtime/providers/rtc/stats.ts';
import type { RtcOffice } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/office.ts';
import type { RtcCall } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/call.ts';
import { RtcRegistry } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/registry.ts';
import type {
  RtcParticipant,
  RtcRoom,
  RtcRoomLost,
  RtcRoomOptions,
  RtcRoomState,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/room.ts';
import { RTC_TYPES } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/contents.ts';
import type { RtcEvent } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/memberships.ts';
import type { SfuToken } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/token.ts';
import type {
  JoinOptions,
  RtcSignal,
  RtcWire,
  Seat,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/wire.ts';
import { fakePlatform, type FakePlatform } from '../../../../../support/fake-platform.ts';
import { settled } from '../../../../../support/fake-clock.ts';

export const ROOM = '!room:test';
export const US = '@us:test';
export const ANNA = '@anna:test';
export const SFU = 'https://sfu.test';
export const SILENCE: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };
export const MEDIA = { kinds: { audio: true, video: true }, tracks: SILENCE };
const SINCE = 1_000_000;

/** An SFU as calls see it; nobody is there until a test says so. */
export class FakeSfu implements RtcRoom {
  readonly participants = new Store<readonly RtcParticipant[]>([]);
  readonly state = new Store<RtcRoomState>('connecting');
  readonly options: RtcRoomOptions;
  readonly keys: string[] = [];
  readonly published: unknown[] = [];
  readonly sent: LocalTracks[] = [];
  admitted: readonly string[] = [];
  focused: string | null = null;
  restarts = 0;
  closed = false;
  /** Set: nothing can be published. */
  refuses: Error | null = null;
  totals: CallStats = NO_STATS;

  constructor(options: RtcRoomOptions) {
    this.options = options;
    options.scope.add(() => this.close());
  }

  admit(identities: readonly string[]): void {
    this.admitted = identities;
  }

  focus(identity: string | null): void {
    this.focused = identity;
  }

  async publish(kinds: unknown): Promise<void> {
    await Promise.resolve();
    if (this.refuses) throw this.refuses;
    this.state.set('connected');
    this.published.push(kinds);
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    this.sent.push(tracks);
  }

  async setKey(identity: string, index: number): Promise<void> {
    this.keys.push(`${identity} ${index}`);
  }

  async stats(): Promise<CallStats> {
    return this.totals;
  }

  restart(): void {
    this.restarts++;
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  lose(lost: RtcRoomLost): void {
    this.state.set({ lost });
    this.participants.set([]);
  }
}

export function participant(identity: string, change: Partial<RtcParticipant> = {}): RtcParticipant {
  const quiet = { audio: null, video: null, screen: null, audioMuted: true, videoMuted: true, speaking: false };
  return { identity, ...quiet, key: 'none', ...change };
}

/** A room of the homeserver as one account sees it. */
class FakeWire implements RtcWire {
  readonly userId = US;
  readonly deviceId = 'TABLET';
  readonly sent: { readonly type: string; readonly content: Readonly<Record<string, unknown>> }[] = [];
  readonly vacated: Seat[] = [];
  readonly posted: Seat[] = [];
  readonly watchers = new Set<() => void>();
  readonly verified = new Set<string>();
  members = new Map<string, RtcEvent>();
  encrypted = false;
  inRoom: readonly string[] = [US, ANNA];
  allowed: readonly ('compatible' | '2.0')[] = ['compatible'];
  /** What joining does; by default the room has our membership at once. */
  onJoin: (options: JoinOptions) => void = () => this.enter(US, 'TABLET');
  joined: JoinOptions | null = null;
  left = 0;
  sendFailure: Error | null = null;
  #ids = 0;

  isEncrypted = (): boolean => this.encrypted;
  people = (): number | null => (this.inRoom.includes(US) ? this.inRoom.length : null);
  isJoined = (_room: string, user: string): boolean => this.inRoom.includes(user);
  nameOf = (_room: string, user: string): string => user.slice(1, user.indexOf(':'));
  others = (): readonly string[] => this.inRoom.filter((user) => user !== US);
  mayCallAll = (): boolean => true;
  isAble = (): boolean => false;
  mayJoin = (): boolean => this.allowed.length > 0;
  forms = async (): Promise<readonly ('compatible' | '2.0')[]> => this.allowed;
  memberEvents = (room: string): readonly RtcEvent[] => (room === ROOM ? [...this.members.values()] : []);
  openIdToken = async (): Promise<unknown> => ({});
  serverNow = (): number => SINCE;
  isVerified = async (user: string): Promise<boolean> => this.verified.has(user);
  seat = (roomId: string, form: 'compatible' | '2.0', key: string): Seat => ({ roomId, form, key });

  watch(_room: string, listener: () => void): () => void {
    this.watchers.add(listener);
    return () => void this.watchers.delete(listener);
  }

  async send(_room: string, type: string, content: Readonly<Record<string, unknown>>): Promise<string> {
    await Promise.resolve();
    if (this.sendFailure) throw this.sendFailure;
    this.sent.push({ type, content });
    return `$sent${this.sent.length}`;
  }

  join(options: JoinOptions): { leave(): Promise<void> } {
    this.joined = options;
    this.onJoin(options);
    return {
      leave: async () => {
        this.left++;
        this.exit(US, 'TABLET');
      },
    };
  }

  async vacate(seat: Seat): Promise<void> {
    this.vacated.push(seat);
    this.exit(US, 'TABLET');
  }

  sealLeave(seat: Seat): { post(): void } {
    return { post: () => void this.posted.push(seat) };
  }

  /** Somebody comes to the call of the room. */
  enter(user: string, device: string, serviceUrl = SFU): void {
    this.members.set(`${user} ${device}`, {
      id: `$member${this.#ids++}`,
      type: RTC_TYPES.stateMember,
      sender: user,
      sentAt: SINCE,
      age: 0,
      content: {
        application: 'm.call',
        call_id: '',
        device_id: device,
        expires: 60_000,
        focus_active: { type: 'livekit', focus_selection: 'multi_sfu' },
        foci_preferred: [{ type: 'livekit', livekit_service_url: serviceUrl }],
      },
    });
    this.changed();
  }

  exit(user: string, device: string): void {
    this.members.delete(`${user} ${device}`);
    this.changed();
  }

  changed(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}

/** The calls of an account with an SFU, in the hands of a test. */
export class Desk {
  readonly platform: FakePlatform = fakePlatform();
  readonly wire = new FakeWire();
  readonly sfus: FakeSfu[] = [];
  readonly events: ProviderCallEvent[] = [];
  readonly rung: ProviderCall[] = [];
  readonly registry: RtcRegistry;
  transport: string | null = SFU;
  token: () => Promise<SfuToken> = async () => ({ url: 'wss://sfu.test', token: 'secret' });
  /** What is done with an SFU before a call has it. */
  onOpen: (sfu: FakeSfu) => void = () => {};
  #signals = 0;

  constructor() {
    const office: Omit<RtcOffice<RtcCall>, 'leaving' | 'register' | 'forget'> = {
      wire: this.wire,
      platform: this.platform,
      roomFor: async ({ contactId }) => contactId,
      transport: async () => (this.transport === null ? null : { serviceUrl: this.transport }),
      openRoom: async () => async (options) => {
        const sfu = new FakeSfu(options);
        this.onOpen(sfu);
        this.sfus.push(sfu);
        return sfu;
      },
      token: () => this.token(),
      emit: (event) => void this.events.push(event),
    };
    this.registry = new RtcRegistry({
      accountId: 'account',
      office,
      invited: (call, event) => {
        this.rung.push(call);
        this.events.push(event);
      },
      peerOf: (userId, roomId) => peer(userId, roomId),
    });
  }

  get types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  get end(): string | undefined {
    return this.events.flatMap((event) => (event.type === 'remote-ended' ? [event.reason] : []))[0];
  }

  get sfu(): FakeSfu {
    const sfu = this.sfus.at(-1);
    if (!sfu) throw new Error('no SFU was entered');
    return sfu;
  }

  async dial(to: Peer = peer()): Promise<RtcCall> {
    const call = this.registry.dial('call', to, MEDIA);
    await microtasks();
    return call;
  }

  /** Anna calls and rings. */
  async ring(change: object = {}, signal: Partial<RtcSignal> = {}): Promise<ProviderCall> {
    this.wire.enter(ANNA, 'PHONE');
    this.hear({ kind: 'notification', content: { ...RING, ...change }, ...signal });
    await microtasks();
    const call = this.rung.at(-1);
    if (!call) throw new Error('nothing rings');
    return call;
  }

  hear(...signals: readonly Partial<RtcSignal>[]): void {
    this.registry.receive(signals.map((signal) => this.signal(signal)));
  }

  signal(change: Partial<RtcSignal>): RtcSignal {
    const id = `$signal${this.#signals++}`;
    const type = RTC_TYPES.notification;
    return {
      id,
      type,
      kind: 'notification',
      roomId: ROOM,
      sender: ANNA,
      content: RING,
      sentAt: SINCE,
      age: 0,
      ...change,
    };
  }
}

export const RING = {
  'm.mentions': { user_ids: [US], room: false },
  notification_type: 'ring',
  'm.call.intent': 'video',
  lifetime: 60_000,
};

export const peer = (address = ANNA, contactId = ROOM): Peer => ({
  accountId: 'account',
  contactId,
  address,
  name: 'Anna',
});

/** Until everything that waits for promises has run, hashes included. */
export async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await settled();
    await crypto.subtle.digest('SHA-256', new Uint8Array());
  }
}
