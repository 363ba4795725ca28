import type { Millis } from './call/call.ts';
import type { AccountOptionView, AccountView, AddAccountOptions } from './api.ts';
import type { Platform } from './platform/platform.ts';
import { Store } from './platform/readable.ts';
import { Scope } from './platform/scope.ts';
import {
  type Account,
  type AccountOption,
  type AccountStatus,
  type Contact,
  type ContactRequest,
  type FormValues,
  type OptionValue,
  type Provider,
  type ProviderDescriptor,
  type ProviderIO,
  type ProviderSession,
  type Secrets,
  SignInError,
} from './providers/provider.ts';
import type { Storage } from './storage/storage.ts';

/** What a session may tell; the runtime adds storage and platform. */
export type AccountEvents = Pick<ProviderIO, 'invited' | 'emit'>;

interface Entry {
  account: Account;
  status: AccountStatus;
  session: ProviderSession | null;
  /** The attempt to open it that runs; resolves when there is a session or none can be had now. */
  opening: Promise<void>;
  /** Lives as long as this opening of the account: its session, its listeners, its retry. */
  scope: Scope;
}

const RETRY_FIRST: Millis = 2_000;
const RETRY_MOST: Millis = 60_000;
/** How long a sign-out waits for an account that is being opened. */
const OPEN_WITHIN: Millis = 10_000;

/**
 * The accounts of this kiosk: opened at start, tried again when opening fails, merged into one list of people.
 * A broken account never keeps another from opening.
 */
export class Accounts {
  readonly views = new Store<readonly AccountView[]>([]);
  readonly contacts = new Store<readonly Contact[]>([]);
  readonly requests = new Store<readonly ContactRequest[]>([]);
  readonly #entries = new Map<string, Entry>();
  readonly #options: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  /** Opens what is stored; resolves when all are on their way, not when they are online. */
  async load(): Promise<void> {
    for (const account of await this.#options.storage.accounts.list()) this.#open(account);
    this.#publish();
  }

  session(accountId: string): ProviderSession | null {
    return this.#entries.get(accountId)?.session ?? null;
  }

  account(accountId: string): Account | null {
    return this.#entries.get(accountId)?.account ?? null;
  }

  status(accountId: string): AccountStatus | null {
    return this.#entries.get(accountId)?.status ?? null;
  }

  /**
   * Signs in and opens the account.
   * @returns the account's id. @throws SignInError
   */
  async add(protocol: string, values: FormValues, options: AddAccountOptions): Promise<string> {
    const { again, signal = new AbortController().signal, onStep } = options;
    const provider = await this.#load(this.#descriptor(protocol));
    const { account, secrets } = await provider.signIn(values, {
      platform: this.#options.platform,
      previous: again === undefined ? this.#sameAddress(protocol, values) : this.account(again),
      signal,
      ...(onStep && { onStep }),
    });
    this.#options.onLeaving(account.id);
    await this.#entries.get(account.id)?.scope.close();
    const twin = [...this.#entries.values()].find(
      (entry) => entry.account.address === account.address && entry.account.id !== account.id,
    );
    if (twin) await this.signOut(twin.account.id);
    // Signing in again keeps what the server did not give anew, such as the key of the device's own store.
    const kept = { ...(await this.#options.storage.accounts.secrets(account.id)), ...secrets };
    await this.#options.storage.accounts.put(account, kept);
    this.#open(account, kept);
    this.#publish();
    return account.id;
  }

  /** Revokes what the server knows and forgets the account here, also when the server cannot be reached. */
  async signOut(accountId: string): Promise<void> {
    const entry = this.#entries.get(accountId);
    if (!entry) return;
    this.#options.onLeaving(accountId);
    try {
      // What is on its way can soon be told to the server; a device that stays signed in there is a key left behind.
      if (!entry.session) await this.#opened(entry);
      await entry.session?.signOut();
    } catch (error) {
      this.#options.platform.log.log('warn', 'sign-out did not reach the server', error);
    }
    this.#entries.delete(accountId);
    await entry.scope.close();
    await this.#options.storage.accounts.remove(accountId);
    this.#publish();
  }

  /** Resolves when the attempt to open the account has ended, or takes too long. */
  async #opened(entry: Entry): Promise<void> {
    const late = Promise.withResolvers<void>();
    const cancel = this.#options.platform.clock.after(OPEN_WITHIN, late.resolve);
    await Promise.race([entry.opening, late.promise]);
    cancel();
  }

  /** @throws RangeError for an option that the account has not, or a value that is none */
  async setOption(accountId: string, name: string, value: OptionValue): Promise<void> {
    const entry = this.#entries.get(accountId);
    const options = entry ? this.#descriptor(entry.account.protocol).options : [];
    const option = options.find((candidate) => candidate.name === name);
    const fits = option && typeof value === (option.type === 'switch' ? 'boolean' : 'string');
    if (!fits || !entry?.session?.setOption) throw new RangeError(`option: ${name}`);
    await entry.session.setOption(name, value);
    this.#publish();
  }

  /** The page goes away. */
  pageClosing(): void {
    for (const { session } of this.#entries.values()) session?.pageClosing();
  }

  async close(): Promise<void> {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    await Promise.all(entries.map((entry) => entry.scope.close()));
    this.#publish();
  }

  #descriptor(protocol: string): ProviderDescriptor {
    const descriptor = this.#options.providers.find((candidate) => candidate.protocol === protocol);
    if (!descriptor) throw new SignInError('not_offered');
    return descriptor;
  }

  async #load(descriptor: ProviderDescriptor): Promise<Provider> {
    try {
      return await descriptor.load();
    } catch (error) {
      this.#options.onChunkLost(error);
      throw new SignInError('network', null, { cause: error });
    }
  }

  /** Signing in once more with an address that is here already is signing in again. */
  #sameAddress(protocol: string, values: FormValues): Account | null {
    const typed = Object.values(values);
    const known = [...this.#entries.values()].map((entry) => entry.account);
    return known.find((account) => account.protocol === protocol && typed.includes(account.address)) ?? null;
  }

  #open(account: Account, secrets?: Secrets): void {
    const scope = new Scope((error) => this.#options.platform.log.log('error', 'closing an account', error));
    const entry: Entry = { account, status: { state: 'connecting' }, session: null, opening: Promise.resolve(), scope };
    this.#entries.set(account.id, entry);
    entry.opening = this.#attempt(entry, secrets ?? null, RETRY_FIRST);
  }

  async #attempt(entry: Entry, known: Secrets | null, wait: number): Promise<void> {
    const { platform, storage } = this.#options;
    try {
      const provider = await this.#load(this.#descriptor(entry.account.protocol));
      const secrets = known ?? (await storage.accounts.secrets(entry.account.id));
      if (entry.scope.closed) return;
      if (!secrets) return this.#setStatus(entry, { state: 'signed-out', reason: 'storage' });
      const session = await provider.open(entry.account, secrets, this.#io(entry));
      entry.scope.add(() => session.close());
      if (entry.scope.closed) return;
      entry.session = session;
      entry.scope.add(session.status.subscribe((status) => this.#setStatus(entry, status)));
      entry.scope.add(session.contacts.subscribe(() => this.#publish()));
      entry.scope.add(session.requests.subscribe(() => this.#publish()));
      this.#setStatus(entry, session.status.value);
    } catch (error) {
      if (entry.scope.closed) return;
      platform.log.log('warn', `account ${entry.account.protocol} could not be opened, trying again`, error);
      this.#setStatus(entry, { state: 'degraded', reason: 'network' });
      const delay = wait * (0.75 + platform.random() / 2);
      const next = Math.min(wait * 2, RETRY_MOST);
      // Owns this wait alone: an account that cannot open for weeks must not gather listeners.
      const waiting = entry.scope.child();
      const retry = (): void => {
        if (waiting.closed) return;
        void waiting.close();
        entry.opening = this.#attempt(entry, known, next);
      };
      waiting.add(platform.clock.after(delay, retry));
      // Back on the network is the moment to try, whatever the timer says.
      addEventListener('online', retry, { signal: waiting.signal });
    }
  }

  #io(entry: Entry): ProviderIO {
    const { platform, storage, events } = this.#options;
    return {
      platform: { ...platform, log: platform.log.child(entry.account.protocol) },
      invited: (call, event) => events.invited(call, event),
      emit: (event) => events.emit(event),
      chunkLost: (error) => this.#options.onChunkLost(error),
      save: async (account, secrets) => {
        entry.account = account;
        await storage.accounts.put(account, secrets);
      },
    };
  }

  #setStatus(entry: Entry, status: AccountStatus): void {
    entry.status = status;
    if (status.state === 'signed-out') this.#options.onLeaving(entry.account.id);
    this.#publish();
  }

  #publish(): void {
    const entries = [...this.#entries.values()];
    this.views.set(
      entries.map(({ account, status, session }) => {
        const { name, options } = this.#descriptor(account.protocol);
        return {
          id: account.id,
          protocol: account.protocol,
          protocolName: name,
          address: account.address,
          status,
          verifiable: session?.verify !== undefined,
          options: options.map((option) => viewOf(account, option)),
        };
      }),
    );
    this.contacts.set(entries.flatMap(({ session }) => session?.contacts.value ?? []));
    this.requests.set(entries.flatMap(({ session }) => session?.requests.value ?? []));
  }
}

export interface AccountsOptions {
  readonly platform: Platform;
  readonly storage: Pick<Storage, 'accounts'>;
  readonly providers: readonly ProviderDescriptor[];
  readonly events: AccountEvents;
  /** The account's session is about to end: its calls end first, while their peers can still be told. */
  readonly onLeaving: (accountId: string) => void;
  /** A protocol's code could not be loaded: most likely an update replaced the files of the open page. */
  readonly onChunkLost: (error: unknown) => void;
}

function viewOf({ settings }: Account, option: AccountOption): AccountOptionView {
  const value = settings[option.name];
  return option.type === 'switch'
    ? { ...option, on: typeof value === 'boolean' ? value : option.byDefault }
    : { ...option, value: typeof value === 'string' ? value : '' };
}

/** Whether calls can be placed: without encryption those in plain rooms still can. */
export function canCall(status: AccountStatus | null): boolean {
  return status?.state === 'online' || (status?.state === 'degraded' && status.reason === 'encryption');
}
