import type { CallId, Peer } from '../../call/call.ts';
import { Store } from '../../platform/readable.ts';
import { Scope } from '../../platform/scope.ts';
import type { Account, AccountStatus, OptionValue, OutgoingMedia, Provider } from '../provider.ts';
import type { ProviderCall, ProviderIO, ProviderSession, Resolution, Secrets } from '../provider.ts';
import { parseAddress } from './address.ts';
import { watchArchive } from './archive/index.ts';
import { createCalls } from './calls/index.ts';
import type { XmppCalls } from './calls/types.ts';
import { type Contacts, createContacts } from './contacts/index.ts';
import { sendMessage } from './message.ts';
import { Services } from './services.ts';
import { readSettings, type XmppSettings } from './settings.ts';
import { sameStatus, withNotice } from './status.ts';
import { createWire, type LiveWire } from './stream/index.ts';

/** What the stream itself answers. */
const FEATURES = ['urn:xmpp:ping'];

/**
 * Opens a stored account. Resolves when calls can be placed, which is before it is online; never asks the server
 * anything before it resolves, so that being offline does not keep it from resolving.
 */
export const openSession: Provider['open'] = async (account, secrets, io) => {
  const settings = readSettings(account);
  if (!settings || !secrets['password']) throw new Error('a stored XMPP account is incomplete');
  return new XmppSession(account, settings, secrets, secrets['password'], io);
};

class XmppSession implements ProviderSession {
  readonly status = new Store<AccountStatus>({ state: 'connecting' });
  readonly #io: ProviderIO;
  readonly #secrets: Secrets;
  readonly #scope: Scope;
  readonly #wire: LiveWire;
  readonly #people: Contacts;
  readonly #services: Services;
  readonly #calls: XmppCalls;
  #account: Account;
  #settings: XmppSettings;
  #closing: Promise<void> | undefined;

  constructor(account: Account, settings: XmppSettings, secrets: Secrets, password: string, io: ProviderIO) {
    this.#account = account;
    this.#settings = settings;
    this.#secrets = secrets;
    this.#io = io;
    const { platform } = io;
    const scope = new Scope((error) => platform.log.log('error', 'closing an XMPP session', describe(error)));
    this.#scope = scope;
    const { address: jid, id: accountId } = account;
    const credentials = { username: jid.slice(0, jid.indexOf('@')), password };
    // Whoever listens to the stream is made in the same turn, so that nobody misses its begin.
    const wire = createWire({ ...settings, jid, credentials, platform, scope });
    this.#wire = wire;
    this.#people = createContacts({
      accountId,
      wire,
      platform,
      scope,
      features: FEATURES,
      remembered: settings.remembered,
      remember: (remembered) => void this.#change({ remembered }),
    });
    this.#services = new Services({ wire, platform, scope });
    this.#calls = createCalls(this.#callsContext());
    watchArchive({
      wire,
      platform,
      scope,
      since: settings.archived,
      asked: (archived) => void this.#change({ archived }),
      ready: () => this.#people.ready(),
      found: (envelopes, now) => this.#calls.archive(envelopes, now),
    });
    scope.add(wire.status.subscribe(() => this.#tellStatus()));
    scope.add(this.#services.relay.subscribe(() => this.#tellStatus()));
  }

  get contacts(): ProviderSession['contacts'] {
    return this.#people.contacts;
  }

  get requests(): ProviderSession['requests'] {
    return this.#people.requests;
  }

  resolve(address: string): Resolution {
    const jid = parseAddress(address)?.jid;
    if (jid === undefined || jid === this.#account.address) return { refused: 'refused_bad_value' };
    return { peer: this.#people.peerOf(jid) };
  }

  dial(callId: CallId, peer: Peer, media: OutgoingMedia): ProviderCall {
    this.#people.announce(peer.address);
    return this.#calls.dial(callId, peer, media);
  }

  acceptRequest(id: string): Promise<void> {
    return this.#people.acceptRequest(id);
  }

  rejectRequest(id: string): Promise<void> {
    return this.#people.rejectRequest(id);
  }

  /** @throws RangeError, WireError */
  message(contactId: string, text: string): Promise<void> {
    return sendMessage({ wire: this.#wire, platform: this.#io.platform }, contactId, text);
  }

  /** @throws WireError */
  block(contactId: string, on: boolean): Promise<void> {
    return this.#people.block(contactId, on);
  }

  iceServers(): Promise<readonly RTCIceServer[]> {
    return this.#services.servers();
  }

  /** @throws RangeError */
  async setOption(name: string, value: OptionValue): Promise<void> {
    const isOurs = name === 'strangers' || name === 'forceTURN';
    if (!isOurs || typeof value !== 'boolean') throw new RangeError(`option: ${name}`);
    await this.#change({ [name]: value });
  }

  abandon(goodbye: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#calls.abandon(goodbye);
  }

  pageClosing(): void {
    this.#calls.pageClosing();
    this.#wire.leave();
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  /** The server keeps nothing of a device that is gone: there is no token to revoke. */
  signOut(): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    try {
      // Their last words need the stream.
      await this.#calls.close();
    } finally {
      await this.#scope.close();
    }
  }

  #callsContext(): Parameters<typeof createCalls>[0] {
    const settings = (): XmppSettings => this.#settings;
    return {
      accountId: this.#account.id,
      wire: this.#wire,
      io: this.#io,
      scope: this.#scope.child(),
      callerOf: (jid) => this.#people.callerOf(jid),
      peerOf: (jid) => this.#people.peerOf(jid),
      get strangers() {
        return settings().strangers;
      },
      configuration: async () => ({
        iceServers: [...(await this.#services.servers())],
        iceTransportPolicy: settings().forceTURN ? 'relay' : 'all',
      }),
    };
  }

  /** In force at once, and stored. */
  async #change(change: Partial<XmppSettings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    this.#account = { ...this.#account, settings: { ...this.#settings } };
    // What comes after the end would bring back an account that was signed out.
    if (this.#scope.closed) return;
    try {
      await this.#io.save(this.#account, this.#secrets);
    } catch (error) {
      this.#io.platform.log.log('warn', 'settings of an account were not stored', describe(error));
    }
  }

  #tellStatus(): void {
    const status = withNotice(this.#wire.status.value, this.#services.relay.value);
    if (!this.#scope.closed && !sameStatus(status, this.status.value)) this.status.set(status);
  }
}

/** Never what was said on the stream. */
function describe(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
