import type { Logger } from '../platform/platform.ts';
import type { Secrets } from '../providers/provider.ts';
import { openDatabase, storageError, type OpenDatabase } from './connection.ts';
import { readHistory } from './history-range.ts';
import { isAccount, isHistoryEntry, isPerson, isRunningCall, isStation } from './records.ts';
import type { Database } from './schema.ts';
import { StorageError, type Storage } from './storage.ts';
import { seal, unseal } from './vault.ts';

/** History keeps this many calls. */
export const HISTORY_KEPT = 10_000;

export interface StorageOptions {
  readonly log: Logger;
  /** Name of the database. */
  readonly name?: string;
  /** Milliseconds an older tab may block the upgrade. */
  readonly blockedAfter?: number;
  /** How many calls history keeps. */
  readonly historyKept?: number;
}

/**
 * This device's own data, in IndexedDB.
 * @throws StorageError when the database cannot be opened; `memoryStorage` lets the page go on
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const opened = await openDatabase(options.name ?? 'call-assist', options.blockedAfter);
  return new IndexedDbStorage(opened, options.log, options.historyKept ?? HISTORY_KEPT);
}

type Check<T> = (value: unknown) => value is T;

class IndexedDbStorage implements Storage {
  readonly #opened: OpenDatabase;
  readonly #log: Logger;
  readonly #historyKept: number;
  #persistent = false;

  constructor(opened: OpenDatabase, log: Logger, historyKept: number) {
    this.#opened = opened;
    this.#log = log;
    this.#historyKept = historyKept;
  }

  readonly accounts: Storage['accounts'] = {
    list: () => this.#list('accounts', isAccount),
    put: async (account, secrets) => {
      await this.#use(async (database) => {
        const sealed = await seal(database, account.id, secrets);
        const transaction = database.transaction(['accounts', 'secrets'], 'readwrite');
        await Promise.all([
          transaction.objectStore('accounts').put(account),
          transaction.objectStore('secrets').put(sealed, account.id),
          transaction.done,
        ]);
      });
      void this.#persist();
    },
    secrets: (accountId) =>
      this.#use(async (database): Promise<Secrets | null> => {
        const sealed = await database.get('secrets', accountId);
        if (!sealed) return null;
        const secrets = await unseal(database, accountId, sealed);
        if (!secrets) this.#log.log('warn', 'the secrets of an account cannot be opened');
        return secrets;
      }),
    forgetSecrets: (accountId) => this.#use((database) => database.delete('secrets', accountId)),
    remove: (accountId) =>
      this.#use(async (database) => {
        const transaction = database.transaction(['accounts', 'secrets'], 'readwrite');
        await Promise.all([
          transaction.objectStore('accounts').delete(accountId),
          transaction.objectStore('secrets').delete(accountId),
          transaction.done,
        ]);
      }),
  };

  readonly history: Storage['history'] = {
    add: (record) =>
      this.#use(async (database) => {
        const transaction = database.transaction('history', 'readwrite');
        const added = transaction.store.add(record);
        const kept = this.#historyKept;
        await Promise.all([added, forgetOldest(), transaction.done]);

        async function forgetOldest(): Promise<void> {
          await added;
          const tooMany = (await transaction.store.count()) - kept;
          if (tooMany <= 0) return;
          const oldest = await transaction.store.getAllKeys(null, tooMany);
          await Promise.all(oldest.map((key) => transaction.store.delete(key)));
        }
      }),
    latest: (limit) => this.history.page({ limit }, () => true),
    page: (range, matches) =>
      this.#use((database) =>
        readHistory(database, range, (entry, key) => {
          if (isHistoryEntry(entry)) return matches(entry) ? entry : null;
          this.#reportBroken('history', key);
          return null;
        }),
      ),
    remove: (ids) =>
      this.#use(async (database) => {
        const transaction = database.transaction('history', 'readwrite');
        await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
      }),
    clear: () => this.#use((database) => database.clear('history')),
  };

  readonly stations: Storage['stations'] = {
    list: () => this.#list('stations', isStation),
    put: async (station) => void (await this.#use((database) => database.put('stations', station))),
    remove: (slug) => this.#use((database) => database.delete('stations', slug)),
  };

  readonly people: Storage['people'] = {
    list: () => this.#list('people', isPerson),
    put: async (person) => void (await this.#use((database) => database.put('people', person))),
    remove: ({ accountId, contactId }) => this.#use((database) => database.delete('people', [accountId, contactId])),
  };

  readonly running: Storage['running'] = {
    list: () => this.#list('running', isRunningCall),
    put: async (call) => void (await this.#use((database) => database.put('running', call))),
    remove: (callId) => this.#use((database) => database.delete('running', callId)),
  };

  readonly settings: Storage['settings'] = {
    get: async <T>(name: string, check: Check<T>) => {
      const value = await this.#use((database) => database.get('settings', name));
      if (value === undefined) return null;
      if (check(value)) return value;
      this.#reportBroken('settings', name);
      return null;
    },
    put: async (name, value) => void (await this.#use((database) => database.put('settings', value, name))),
  };

  close(): void {
    this.#opened.database.close();
  }

  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const before = this.#opened.lost();
    if (before) throw new StorageError(before);
    try {
      return await work(this.#opened.database);
    } catch (error) {
      const lost = this.#opened.lost();
      throw lost ? new StorageError(lost, { cause: error }) : storageError(error);
    }
  }

  #list<T>(store: 'accounts' | 'stations' | 'running' | 'people', check: Check<T>): Promise<readonly T[]> {
    return this.#use(async (database) => {
      const transaction = database.transaction(store);
      const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      return values.filter((value, index): value is T => {
        const good = check(value);
        if (!good) this.#reportBroken(store, keys[index]);
        return good;
      });
    });
  }

  #reportBroken(store: string, key: unknown): void {
    this.#log.log('warn', `a broken record in ${store} was skipped`, { record: key });
  }

  /** Asks the browser not to throw the device's accounts away when the disk gets full; once, when there is one. */
  async #persist(): Promise<void> {
    if (this.#persistent) return;
    this.#persistent = true;
    try {
      // Missing on pages without a secure context, whatever the DOM's types say.
      const manager = navigator.storage as StorageManager | undefined;
      if (manager && !(await manager.persisted())) await manager.persist();
    } catch (error) {
      this.#log.log('debug', 'storage stays evictable', error);
    }
  }
}
