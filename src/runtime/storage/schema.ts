import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/** AES-GCM with a random 96-bit IV (NIST SP 800-38D, 8.2.2). */
export interface SealedSecrets {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** What is read is `unknown` until `records.ts` has looked at it. */
export interface Schema extends DBSchema {
  accounts: { key: string; value: unknown };
  /** By account id. */
  secrets: { key: string; value: SealedSecrets };
  /** The vault's key, which cannot leave the browser. */
  keys: { key: string; value: CryptoKey };
  /** By a number that ascends in time. */
  history: { key: number; value: unknown };
  stations: { key: string; value: unknown };
  running: { key: string; value: unknown };
  settings: { key: string; value: unknown };
  /** By account id and contact id. */
  people: { key: [string, string]; value: unknown };
}
export type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/**
 * Each step brings the database from its index to the next version. A step that has been released is never changed:
 * it has run on people's tablets.
 */
const MIGRATIONS: readonly ((database: Database, upgrade: Upgrade) => Promise<void> | void)[] = [
  (database) => {
    database.createObjectStore('accounts', { keyPath: 'id' });
    database.createObjectStore('secrets');
    database.createObjectStore('keys');
    database.createObjectStore('history', { keyPath: 'id', autoIncrement: true });
    database.createObjectStore('stations', { keyPath: 'slug' });
    database.createObjectStore('running', { keyPath: 'callId' });
    database.createObjectStore('settings');
  },
  (database, upgrade) => {
    database.createObjectStore('people', { keyPath: ['accountId', 'contactId'] });
    // Stations got a speaker.
    return addToStations(upgrade, { speaker: null });
  },
  (_database, upgrade) =>
    // Stations got switches for what scripts may do.
    addToStations(upgrade, {
      scriptAnswers: true,
      scriptHangsUp: true,
      scriptUnmutes: false,
      scriptTurnsCameraOn: false,
      linkDials: false,
    }),
  (_database, upgrade) =>
    // Stations got a display.
    addToStations(upgrade, {
      display: 'this_device',
      displayStarts: false,
      displaySound: 'display',
      displayLevel: 1,
      displayAnnounces: 'no',
      displayServer: '',
    }),
];

async function addToStations(upgrade: Upgrade, fields: Readonly<Record<string, unknown>>): Promise<void> {
  const stations = upgrade.objectStore('stations');
  for (let cursor = await stations.openCursor(); cursor; cursor = await cursor.continue()) {
    const station: unknown = cursor.value;
    if (typeof station === 'object' && station !== null) await cursor.update({ ...fields, ...station });
  }
}

export const VERSION = MIGRATIONS.length;

/** One step after the other: each reads what the one before has written. */
export async function migrate(database: Database, from: number, upgrade: Upgrade): Promise<void> {
  for (const step of MIGRATIONS.slice(from)) await step(database, upgrade);
}
