import type { Millis } from '../call/call.ts';
import { openDB } from 'idb';
import { migrate, VERSION, type Database, type Schema } from './schema.ts';
import { StorageError, type StorageProblem } from './storage.ts';

/** How long an older tab may keep the database from being upgraded: ours let go of it at once. */
const BLOCKED_AFTER: Millis = 5_000;

const PROBLEMS: Readonly<Record<string, StorageProblem>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  // Chromium: files damaged or unreadable.
  UnknownError: 'corrupt',
  DataError: 'corrupt',
  NotFoundError: 'corrupt',
};

/** Any failure of the database as one of ours. */
export function storageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error ? error.name : '';
  return new StorageError(PROBLEMS[name] ?? 'unavailable', { cause: error });
}

export interface OpenDatabase {
  readonly database: Database;
  /** Why it can be used no more; null while it can. */
  readonly lost: () => StorageProblem | null;
}

/** @throws StorageError */
export async function openDatabase(name: string, blockedAfter = BLOCKED_AFTER): Promise<OpenDatabase> {
  let lost: StorageProblem | null = null;
  let giveUp = (_error: StorageError): void => {};
  const blocked = new Promise<never>((_resolve, reject) => (giveUp = reject));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = Promise.resolve().then(() =>
    openDB<Schema>(name, VERSION, {
      // An upgrade that fails is undone by the browser as a whole, and opening fails then.
      upgrade: (database, from, _to, transaction) => void migrate(database, from, transaction).catch(() => {}),
      blocked: () => {
        timer = setTimeout(() => giveUp(new StorageError('blocked')), blockedAfter);
      },
      // A newer version of the card in another tab, or somebody who deletes it: they must not wait for us.
      blocking: (_current, wanted, event) => {
        lost = wanted === null ? 'cleared' : 'newer';
        (event.target as IDBDatabase).close();
      },
      // The browser closed it: site data were cleared, which deletes it, or the disk is gone.
      terminated: () => (lost = 'cleared'),
    }),
  );
  try {
    return { database: await Promise.race([opening, blocked]), lost: () => lost };
  } catch (error) {
    // It may open after all, when nobody wants it any more.
    opening.then(
      (database) => database.close(),
      () => {},
    );
    throw storageError(error);
  } finally {
    clearTimeout(timer);
  }
}
