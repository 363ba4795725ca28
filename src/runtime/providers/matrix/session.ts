import type { CallId, Peer } from '../../call/call.ts';
import { Store } from '../../platform/readable.ts';
import { Scope } from '../../platform/scope.ts';
import type {
  Account,
  AccountStatus,
  Contact,
  ContactRequest,
  OptionValue,
  OutgoingMedia,
  Provider,
} from '../provider.ts';
import type { ProviderCall, ProviderIO, ProviderSession, Resolution, Secrets } from '../provider.ts';
import { Avatars } from './avatars.ts';
import { describeError } from './client-log.ts';
import { resolveAddress } from './contacts.ts';
import { createCredentials, type Credentials } from './credentials.ts';
import { deleteStore, RecoveryKeyDesk, verifyDevice } from './encryption.ts';
import { VerificationError } from './errors.ts';
import { Connection } from './session-connection.ts';
import { Connections } from './session-connections.ts';
import { type MatrixSettings, newCryptoKey, readOption, readSettings } from './settings.ts';
import { type Protocol, readWorked, withWorked } from './matrix-rtc/choose.ts';
import { nextStatus, sameStatus, type SyncFailure, type SyncPhase } from './status.ts';

/**
 * Opens a stored account. Resolves when calls can be placed, which is before it is online; never asks the
 * server anything before it resolves, so that being offline does not keep it from resolving.
 */
export const openSession: Provider['open'] = async (account, secrets, io) => {
  const settings = readSettings(account);
  if (!settings || !secrets['accessToken']) throw new Error('a stored Matrix account is incomplete');
  const session = new MatrixSession(account, settings, secrets, io);
  await session.open();
  return session;
};

class MatrixSession implements ProviderSession {
  readonly status = new Store<AccountStatus>({ state: 'connecting' });
  readonly contacts = new Store<readonly Contact[]>([]);
  readonly requests = new Store<readonly ContactRequest[]>([]);
  readonly #io: ProviderIO;
  readonly #scope: Scope;
  readonly #avatars: Avatars;
  readonly #credentials: Credentials;
  readonly #desk = new RecoveryKeyDesk();
  readonly #connections: Connections;
  #account: Account;
  #settings: MatrixSettings;
  #secrets: Secrets;
  /** Calls over an SFU are wanted, and the homeserver names none. */
  #noSfu = false;
  #closing: Promise<void> | undefined;
  #signingOut: Promise<void> | undefined;

  constructor(account: Account, settings: MatrixSettings, secrets: Secrets, io: ProviderIO) {
    this.#account = account;
    this.#settings = settings;
    this.#secrets = secrets;
    this.#io = io;
    this.#scope = new Scope((error) => io.platform.log.log('error', 'closing a Matrix session', describeError(error)));
    const { clock } = io.platform;
    this.#credentials = createCredentials({ settings, secrets, clock, renewed: (fresh) => this.#renewed(fresh) });
    this.#avatars = new Avatars({
      baseUrl: settings.baseUrl,
      credentials: this.#credentials,
      clock,
      scope: this.#scope,
      changed: () => this.#connections.present?.people.update(),
    });
    this.#connections = new Connections({
      platform: io.platform,
      needsEncryption: () => this.#settings.encryption,
      create: (cryptoKey) => this.#create(cryptoKey),
      cryptoKey: () => this.#cryptoKey(),
      accessToken: () => this.#credentials.accessToken,
      isOver: () => this.#scope.closed || this.status.value.state === 'signed-out',
      failed: () => this.#setStatus({ state: 'online' }),
      renewing: () => (this.#noSfu = false),
    });
    this.#scope.add(() => this.#connections.stopTrying());
  }

  open(): Promise<void> {
    return this.#connections.open();
  }

  resolve(address: string): Resolution {
    return resolveAddress(address, this.#account.id, this.#settings.userId, this.contacts.value);
  }

  dial(callId: CallId, peer: Peer, media: OutgoingMedia): ProviderCall {
    return this.#open.calls.dial(callId, peer, media);
  }

  async acceptRequest(id: string): Promise<void> {
    const request = this.requests.value.find((candidate) => candidate.id === id);
    if (request) await this.#open.people.join(id, request.address);
  }

  async rejectRequest(id: string): Promise<void> {
    if (!this.requests.value.some((candidate) => candidate.id === id)) return;
    await this.#open.client.leave(id);
    this.requests.set(this.requests.value.filter((candidate) => candidate.id !== id));
  }

  async verify(recoveryKey: string): Promise<void> {
    if (!this.#open.encrypted) {
      this.#needEncryption();
      await this.#connections.settled();
    }
    if (!this.#open.encrypted) throw new VerificationError('no_encryption');
    await verifyDevice(this.#open.client, this.#desk, recoveryKey);
  }

  /** @throws RangeError, SendError */
  async message(contactId: string, text: string): Promise<void> {
    await this.#open.message(this.#contact(contactId).id, text);
  }

  /** By the account's ignore list, which all its devices share. @throws RangeError, or what the SDK does */
  async block(contactId: string, on: boolean): Promise<void> {
    const { address } = this.#contact(contactId);
    // Of a family nobody is ignored: its calls are not shown, and its people can still call.
    if (address.startsWith('@')) await this.#open.ignore(address, on);
  }

  /** Holds from the next connection on: at once, where no call runs. @throws RangeError */
  async setOption(name: string, value: OptionValue): Promise<void> {
    await this.#change(readOption(name, value, location.protocol));
    this.#settings = readSettings(this.#account) ?? this.#settings;
    this.#connections.outdate();
  }

  iceServers(): Promise<readonly RTCIceServer[]> {
    return this.#open.calls.iceServers();
  }

  abandon(goodbye: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#open.calls.abandon(goodbye);
  }

  pageClosing(): void {
    this.#connections.present?.calls.pageClosing();
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  signOut(): Promise<void> {
    return (this.#signingOut ??= this.#signOut());
  }

  get #open(): Connection {
    const { present } = this.#connections;
    if (!present) throw new Error('the Matrix session is not open');
    return present;
  }

  #contact(id: string): Contact {
    const contact = this.contacts.value.find((candidate) => candidate.id === id);
    if (!contact) throw new RangeError('person: this is no contact of the account');
    return contact;
  }

  async #signOut(): Promise<void> {
    // Their last words need the token.
    await this.#connections.present?.calls.close();
    await this.#credentials.revoke();
    await this.close();
    await deleteStore(this.#account.id, this.#io.platform.clock);
  }

  async #close(): Promise<void> {
    // The scope first: it keeps an upgrade that is under way from installing what it made.
    await this.#scope.close();
    await this.#connections.close();
    await this.#credentials.settled();
    this.contacts.set([]);
    this.requests.set([]);
  }

  #synced(phase: SyncPhase, failure: SyncFailure | null): void {
    if (phase === 'ERROR') this.#io.platform.log.log('debug', 'sync failed', failure && describeError(failure));
    this.#setStatus(nextStatus(this.status.value, phase, failure));
    this.#connections.replace();
  }

  #setStatus(wanted: AccountStatus): void {
    const present = this.status.value;
    let next = wanted;
    if (next.state === 'online' && this.#noSfu) next = { ...next, notice: 'no_sfu' };
    if (wanted.state === 'online') {
      // Not online before what it has come online for works; what works already stays.
      const { encryption } = this.#connections;
      if (encryption === 'failed') next = { state: 'degraded', reason: 'encryption' };
      else if (encryption === 'awaited' && present.state === 'connecting') next = present;
    }
    if (!this.#scope.closed && !sameStatus(next, present)) this.status.set(next);
  }

  /** The server has ended the session. Store and account stay: signing in again goes on with the same device. */
  #revoked(): void {
    this.#setStatus({ state: 'signed-out', reason: 'revoked' });
    this.#connections.drop();
  }

  /** Remembers that this account needs encryption, and gets it. */
  #needEncryption(): void {
    if (this.#settings.encryption || this.#scope.closed) return;
    this.#settings = { ...this.#settings, encryption: true };
    // Stored before the keys of this device are published: from then on every start needs encryption.
    this.#connections.encrypt(this.#change({ encryption: true }));
  }

  #change(settings: Account['settings']): Promise<void> {
    this.#account = { ...this.#account, settings: { ...this.#account.settings, ...settings } };
    return this.#save();
  }

  async #renewed(secrets: Secrets): Promise<void> {
    this.#secrets = { ...this.#secrets, ...secrets };
    await this.#save();
    this.#connections.present?.client.setAccessToken(secrets['accessToken'] ?? '');
  }

  async #save(): Promise<void> {
    try {
      await this.#io.save(this.#account, this.#secrets);
    } catch (error) {
      // It is found out and stored again at the next start.
      this.#io.platform.log.log('warn', 'settings of an account were not stored', describeError(error));
    }
  }

  /** How somebody called us or was reached, for the next call to them. */
  #remember(address: string, protocol: Protocol | null): void {
    const before = readWorked(this.#account.settings['worked']);
    const worked = withWorked(before, address, protocol);
    if (worked !== before) void this.#change({ worked });
  }

  #transport(known: boolean | null): void {
    this.#noSfu = known === false;
    if (this.status.value.state === 'online') this.#setStatus({ state: 'online' });
  }

  async #cryptoKey(): Promise<string> {
    const known = this.#secrets['cryptoKey'];
    if (known) return known;
    // Without its key a store that is left is of no use, and would keep the new one from opening.
    await deleteStore(this.#account.id, this.#io.platform.clock);
    const cryptoKey = newCryptoKey();
    this.#secrets = { ...this.#secrets, cryptoKey };
    await this.#save();
    return cryptoKey;
  }

  #create(cryptoKey: string | null): Promise<Connection> {
    return Connection.create({
      account: this.#account,
      settings: this.#settings,
      credentials: this.#credentials,
      cryptoKey,
      desk: this.#desk,
      io: this.#io,
      avatars: this.#avatars,
      contacts: this.contacts,
      requests: this.requests,
      synced: (phase, failure) => this.#synced(phase, failure),
      revoked: () => this.#revoked(),
      encryptedSeen: () => this.#needEncryption(),
      rtc: {
        worked: () => readWorked(this.#account.settings['worked']),
        remember: (address, protocol) => this.#remember(address, protocol),
        transport: (known) => this.#transport(known),
      },
    });
  }
}
