import type { CallId, Peer } from '../../../../src/runtime/call/call.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import type {
  Account,
  AccountStatus,
  CallSecurity,
  CallStats,
  Contact,
  ContactRequest,
  LocalTracks,
  OptionValue,
  OutgoingMedia,
  Provider,
  ProviderCall,
  ProviderDescriptor,
  ProviderIO,
  ProviderSession,
  RemoteMedia,
  Resolution,
} from '../../../../src/runtime/providers/provider.ts';

export const anna: Contact = {
  id: '!room',
  accountId: 'account',
  address: '@anna:example.org',
  name: 'Anna',
  avatar: null,
  presence: 'reachable',
  callable: { audio: true, video: true },
  encrypted: true,
};
export const annasPeer: Peer = { accountId: 'account', contactId: anna.id, address: anna.address, name: anna.name };

/** Remembers what it was told; `flow` decides what its statistics say. */
export class FakeCall implements ProviderCall {
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security = new Store<CallSecurity>('end-to-end');
  readonly told: string[] = [];
  readonly goodbye = { room: '!room' };
  readonly id: CallId;
  tracks: LocalTracks | null = null;
  /** Sound energy and frames seen so far, growing at each look while media flows. */
  flows = false;
  #amount = 0;

  constructor(id: CallId) {
    this.id = id;
  }
  prepare(): void {
    this.told.push('prepare');
  }
  answer({ kinds }: OutgoingMedia): void {
    this.told.push(`answer ${kinds.video ? 'video' : 'voice'}`);
  }
  decline(reason: string): void {
    this.told.push(`decline ${reason}`);
  }
  hangUp(reason: string): void {
    this.told.push(`hang-up ${reason}`);
  }
  restart(): void {
    this.told.push('restart');
  }
  async setTracks(tracks: LocalTracks): Promise<void> {
    this.tracks = tracks;
  }
  async stats(): Promise<CallStats> {
    const amount = this.flows ? (this.#amount += 10) : 0;
    return {
      audio: { packetsSent: amount, packetsReceived: amount, energyReceived: amount },
      video: { framesSent: amount, framesDecoded: amount, width: 0, height: 0 },
      relayed: null,
      roundTrip: null,
    };
  }
  async close(): Promise<void> {
    this.told.push('close');
  }
}

export class FakeSession implements ProviderSession {
  readonly status = new Store<AccountStatus>({ state: 'online' });
  readonly contacts = new Store<readonly Contact[]>([anna]);
  readonly requests = new Store<readonly ContactRequest[]>([]);
  readonly done: string[] = [];
  readonly calls: FakeCall[] = [];
  /** Signing out fails. */
  unreachable = false;

  resolve(address: string): Resolution {
    if (!address.startsWith('@')) return { refused: 'refused_bad_value' };
    return { peer: { accountId: 'account', contactId: address, address, name: address } };
  }
  dial(callId: CallId): ProviderCall {
    const call = new FakeCall(callId);
    this.calls.push(call);
    return call;
  }
  async acceptRequest(id: string): Promise<void> {
    this.done.push(`accept ${id}`);
  }
  async rejectRequest(id: string): Promise<void> {
    this.done.push(`reject ${id}`);
  }
  async setOption(name: string, value: OptionValue): Promise<void> {
    this.done.push(`${name} ${value}`);
  }
  async abandon(goodbye: Readonly<Record<string, unknown>>): Promise<void> {
    this.done.push(`abandon ${JSON.stringify(goodbye)}`);
  }
  async message(contactId: string, text: string): Promise<void> {
    this.done.push(`message ${contactId} ${text}`);
  }
  pageClosing(): void {
    this.done.push('page closing');
  }
  async close(): Promise<void> {
    this.done.push('close');
  }
  async signOut(): Promise<void> {
    this.done.push('sign out');
    if (this.unreachable) throw new Error('the server cannot be reached');
  }
}

/** A protocol whose accounts open as the test says. */
export class FakeProvider implements Provider {
  readonly protocol = 'matrix';
  readonly sessions: FakeSession[] = [];
  readonly ios: ProviderIO[] = [];
  /** What opening waits for, and whether it fails. */
  opening: Promise<unknown> = Promise.resolve();
  failures = 0;
  /** The id that signing in gives, unless somebody signs in again. */
  nextId = 'account';

  readonly descriptor: ProviderDescriptor = {
    protocol: 'matrix',
    name: 'Matrix',
    accountForm: { variants: [] },
    options: [
      { type: 'switch', name: 'public_stun', label: 'STUN', byDefault: false },
      { type: 'url', name: 'stun_server', label: 'STUN server', placeholder: 'stun:example.org' },
    ],
    load: async () => this,
  };

  async signIn(
    values: Readonly<Record<string, string>>,
    { previous }: { readonly previous: Account | null },
  ): ReturnType<Provider['signIn']> {
    const address = values['user'] ?? '@kitchen:example.org';
    const account: Account = { id: previous?.id ?? this.nextId, protocol: 'matrix', address, settings: {} };
    return { account, secrets: { token: values['password'] ?? 'secret' } };
  }

  async open(_account: Account, _secrets: unknown, io: ProviderIO): Promise<ProviderSession> {
    await this.opening;
    if (this.failures > 0) {
      this.failures--;
      throw new Error('cannot be opened now');
    }
    this.ios.push(io);
    const session = new FakeSession();
    this.sessions.push(session);
    return session;
  }
}
