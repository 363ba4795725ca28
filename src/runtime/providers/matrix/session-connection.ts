import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { HttpApiEvent } from 'matrix-js-sdk/lib/http-api/index.js';
import { KnownMembership } from 'matrix-js-sdk/lib/@types/membership.js';
import { Preset } from 'matrix-js-sdk/lib/@types/partials.js';
import type { Millis, Peer } from '../../call/call.ts';
import type { Store } from '../../platform/readable.ts';
import { Scope } from '../../platform/scope.ts';
import type { Account, Contact, ContactRequest, ProviderIO } from '../provider.ts';
import type { Avatars } from './avatars.ts';
import { createCalls } from './calls/index.ts';
import type { MatrixCalls } from './calls/types.ts';
import { type ClientFetch, createClientFetch } from './client-fetch.ts';
import { describeError } from './client-log.ts';
import { Sender } from './client-send.ts';
import { createClient, startClient } from './client.ts';
import { People } from './contacts-live.ts';
import type { Credentials } from './credentials.ts';
import { restoreDeviceKeys } from './encryption-device.ts';
import { type RecoveryKeyDesk, startEncryption } from './encryption.ts';
import type { RtcCallsContext } from './matrix-rtc/calls.ts';
import { type MatrixSettings, usesRtc } from './settings.ts';
import type { SyncFailure, SyncPhase } from './status.ts';

/** How long a dial waits for the first sync, or for a new room to come by sync. */
const ROOM_TIMEOUT: Millis = 20_000;
/** A lost poll is tried again at once, a little apart from the others who lost theirs at the same moment. */
const RETRY: Millis = 200;

export interface ConnectionOptions {
  readonly account: Account;
  readonly settings: MatrixSettings;
  readonly credentials: Credentials;
  /** Opens the crypto store; null: without encryption. */
  readonly cryptoKey: string | null;
  readonly desk: RecoveryKeyDesk;
  readonly io: ProviderIO;
  readonly avatars: Avatars;
  readonly contacts: Store<readonly Contact[]>;
  readonly requests: Store<readonly ContactRequest[]>;
  readonly synced: (phase: SyncPhase, failure: SyncFailure | null) => void;
  readonly revoked: () => void;
  readonly encryptedSeen: () => void;
  /** For calls over an SFU; see {@link RtcCallsContext}. */
  readonly rtc: Pick<RtcCallsContext, 'worked' | 'remember' | 'transport'>;
}

/** Makes the calls of a connection. */
type MakeCalls = (context: RtcCallsContext) => MatrixCalls;

/**
 * One running client with its calls and people. A session has one at a time and replaces it by another when
 * encryption is needed for the first time.
 */
export class Connection {
  readonly client: MatrixClient;
  readonly calls: MatrixCalls;
  readonly people: People;
  readonly encrypted: boolean;
  readonly #options: ConnectionOptions;
  readonly #fetch: ClientFetch;
  readonly #scope: Scope;
  /** Of its own: a call does not wait for what somebody has written. */
  readonly #sender: Sender;
  /** Rooms that are being made, by person, so that two dials make one. */
  readonly #making = new Map<string, Promise<string>>();
  #started = false;
  /** Whether calls over an SFU can be made, of several people, too. */
  #hasSfu = false;
  #closing: Promise<void> | undefined;
  #cancelRetry = (): void => {};

  /** Makes a connection whose encryption works, if it is to have any; nothing runs yet. @throws if encryption fails. */
  static async create(options: ConnectionOptions): Promise<Connection> {
    const scope = new Scope((error) => options.io.platform.log.log('error', 'closing Matrix', describeError(error)));
    const clientFetch = createClientFetch(scope, options.io.platform.clock, options.credentials.fetch);
    const client = createClient({
      settings: options.settings,
      accessToken: options.credentials.accessToken,
      fetch: clientFetch.fetch,
      log: options.io.platform.log,
      cryptoCallbacks: options.desk.callbacks,
    });
    scope.add(() => {
      client.stopClient();
      client.removeAllListeners();
    });
    try {
      const [makeCalls] = await Promise.all([
        loadCalls(options),
        options.cryptoKey === null ? null : startEncryption(client, options.account.id, options.cryptoKey),
      ]);
      return new Connection(options, client, clientFetch, scope, makeCalls);
    } catch (error) {
      await scope.close();
      throw error;
    }
  }

  private constructor(
    options: ConnectionOptions,
    client: MatrixClient,
    clientFetch: ClientFetch,
    scope: Scope,
    makeCalls: MakeCalls,
  ) {
    const { account, io, avatars, contacts, requests, encryptedSeen } = options;
    this.#options = options;
    this.#fetch = clientFetch;
    this.#scope = scope;
    scope.add(() => this.#cancelRetry());
    this.#sender = new Sender(client, io.platform);
    this.client = client;
    this.encrypted = options.cryptoKey !== null;
    const shared = { client, platform: io.platform, scope, avatars, contacts, requests, encryptedSeen };
    this.people = new People({ ...shared, accountId: account.id, families: () => this.#hasSfu });
    // Before the client starts: a call that rings already comes with the first sync.
    this.calls = makeCalls({
      ...options.rtc,
      transport: (known) => {
        this.#hasSfu = known === true;
        options.rtc.transport(known);
        this.people.update();
      },
      client,
      account,
      io,
      scope: scope.child(),
      roomFor: (peer) => this.roomFor(peer),
      peerOf: (userId, roomId) => this.people.peer(userId, roomId),
      isEncrypted: (roomId) => client.getRoom(roomId)?.hasEncryptionStateEvent() ?? false,
    });
  }

  /** Begins to sync. Idempotent. */
  start(): void {
    if (this.#started || this.#scope.closed) return;
    this.#started = true;
    const { client } = this;
    const { revoked, io } = this.#options;
    const onSync = (phase: string, _before: unknown, data?: { error?: unknown }): void =>
      this.#synced(phase as SyncPhase, (data?.error as SyncFailure | undefined) ?? null);
    client.on(ClientEvent.Sync, onSync);
    client.on(HttpApiEvent.SessionLoggedOut, revoked);
    // A poll that began on the network that is gone may hang; a backed-off retry need not wait any longer.
    // The browser's word for being offline is tried, not believed: the homeserver may be in the house.
    const retry = (): void => {
      this.#fetch.dropPoll();
      client.retryImmediately();
    };
    addEventListener('online', retry, { signal: this.#scope.signal });
    addEventListener('offline', retry, { signal: this.#scope.signal });
    startClient(client, io.platform.id(), usesRtc(this.#options.settings)).catch((error: unknown) =>
      io.platform.log.log('warn', 'sync did not start', describeError(error)),
    );
  }

  /** Calls first, while they can still send; then everything else. Idempotent. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    try {
      await this.calls.close();
    } finally {
      await this.#scope.close();
    }
  }

  /** For a session that the server has ended: nothing that is still to be said would be heard. */
  async drop(): Promise<void> {
    await Promise.all([this.#scope.close(), this.close()]);
  }

  /** The room in which to call somebody; made, as a direct one, where there is none. */
  async roomFor(peer: Peer): Promise<string> {
    await this.#until(() => this.client.isInitialSyncComplete());
    const existing = this.people.existingRoom(peer);
    if (existing !== null) return existing;
    const making = this.#making.get(peer.address) ?? this.#makeRoom(peer.address);
    this.#making.set(peer.address, making);
    return making.finally(() => this.#making.delete(peer.address));
  }

  /** Plain text into a room that is there, encrypted where the room is. Resolves when the server has it. */
  async message(roomId: string, text: string): Promise<void> {
    await this.#until(() => this.client.isInitialSyncComplete());
    await this.#sender.send(roomId, 'm.room.message', { msgtype: 'm.text', body: text }, 'patient');
  }

  /** See {@link People.ignore}. */
  async ignore(userId: string, on: boolean): Promise<void> {
    // Before, the list is not known, and would be lost.
    await this.#until(() => this.client.isInitialSyncComplete());
    await this.people.ignore(userId, on);
  }

  async #makeRoom(address: string): Promise<string> {
    const { client, encrypted } = this;
    const algorithm = { algorithm: 'm.megolm.v1.aes-sha2' };
    const { room_id: roomId } = await client.createRoom({
      preset: Preset.TrustedPrivateChat,
      is_direct: true,
      invite: [address],
      initial_state: encrypted ? [{ type: 'm.room.encryption', state_key: '', content: algorithm }] : [],
    });
    this.people.markDirect(address, roomId);
    // The SDK sends into rooms it knows, and encrypts for the members it knows: where the room has come while it was made,
    // the person is not among them yet, and could never read the invitation to the call.
    await this.#until(() => {
      const room = client.getRoom(roomId);
      // Synapse 1.163 may leave our own membership out of `state_after` (MSC4222) of a room that comes while it is made.
      room?.updateMyMembership(KnownMembership.Join);
      return room?.getMember(address) != null && (!encrypted || room.hasEncryptionStateEvent());
    });
    return roomId;
  }

  #synced(phase: SyncPhase, failure: SyncFailure | null): void {
    if (phase === 'RECONNECTING') {
      const { clock, random } = this.#options.io.platform;
      this.#cancelRetry();
      this.#cancelRetry = clock.after(RETRY * (1 + random()), () => void this.client.retryImmediately());
    }
    if (phase === 'PREPARED' && this.encrypted) void restoreDeviceKeys(this.client, this.#options.io.platform.log);
    this.#options.synced(phase, failure);
  }

  /** Waits until a sync made something true. */
  #until(isTrue: () => boolean): Promise<void> {
    if (isTrue()) return Promise.resolve();
    const { client } = this;
    const waiting = this.#scope.child();
    return new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!isTrue()) return;
        resolve();
        void waiting.close();
      };
      client.on(ClientEvent.Sync, look);
      waiting.add(() => void client.off(ClientEvent.Sync, look));
      waiting.add(
        this.#options.io.platform.clock.after(ROOM_TIMEOUT, () => {
          reject(new Error('the room did not come by sync'));
          void waiting.close();
        }),
      );
      // After resolve() this changes nothing.
      waiting.add(() => reject(new Error('the session was closed')));
    });
  }
}

/** Calls over an SFU are a chunk of their own: without it there are legacy calls. */
async function loadCalls({ settings, io }: ConnectionOptions): Promise<MakeCalls> {
  if (!usesRtc(settings)) return createCalls;
  try {
    return (await import('./matrix-rtc/calls.ts')).createRtcCalls;
  } catch (error) {
    io.platform.log.log('warn', 'calls over an SFU are not there', describeError(error));
    io.chunkLost?.(error);
    return createCalls;
  }
}
