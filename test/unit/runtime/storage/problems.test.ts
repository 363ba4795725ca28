import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { openStorage } from '../../../../src/runtime/storage/database.ts';
import { StorageError } from '../../../../src/runtime/storage/storage.ts';
import { fakePlatform } from '../../support/fake-platform.ts';

describe('storage that cannot be used', () => {
  const { log } = fakePlatform();
  let count = 0;
  let name: string;
  const undo: (() => void)[] = [];
  beforeEach(() => (name = `call-assist-problem-${++count}`));
  afterEach(async () => {
    undo.splice(0).forEach((each) => each());
    await deleteDB(name);
  });

  const problemOf = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
    } catch (error) {
      expect(error).to.be.instanceOf(StorageError);
      return (error as StorageError).problem;
    }
    return 'none';
  };
  /** Replaces what the browser offers for one test. */
  const replace = (owner: object, key: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(owner, key);
    Object.defineProperty(owner, key, { value, configurable: true, writable: true });
    undo.push(() => {
      if (before) Object.defineProperty(owner, key, before);
      else Reflect.deleteProperty(owner, key);
    });
  };
  const failing = (errorName: string) => () => {
    throw new DOMException('made by the test', errorName);
  };
  const account = { id: 'a', protocol: 'matrix', address: '@a:b', settings: {} };

  it('is newer when a newer version wrote it', async () => {
    (await openDB(name, 99)).close();
    expect(await problemOf(openStorage({ name, log }))).to.equal('newer');
  });

  it('is blocked when an older tab does not let go, and lets go itself when it comes too late', async () => {
    // An old version of the card that does not listen for upgrades: the first of the same database.
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener('success', () => resolve(request.result));
    });
    const delay = new Promise((resolve) => setTimeout(resolve, 60));
    expect(await problemOf(openStorage({ name, log, blockedAfter: 20 }))).to.equal('blocked');
    await delay;
    old.close();
  });

  it('gives way to who deletes it, and says that it was cleared', async () => {
    const storage = await openStorage({ name, log });
    await deleteDB(name);
    expect(await problemOf(storage.stations.list())).to.equal('cleared');
    storage.close();
  });

  it('gives way to a newer version in another tab, and says so afterwards', async () => {
    const storage = await openStorage({ name, log });
    const newer = await openDB(name, 99);
    expect(await problemOf(storage.stations.list())).to.equal('newer');
    newer.close();
  });

  it('is full when the browser has no space, and keeps what was there', async () => {
    const storage = await openStorage({ name, log });
    await storage.accounts.put(account, { token: 'old' });
    replace(IDBObjectStore.prototype, 'put', failing('QuotaExceededError'));
    expect(await problemOf(storage.accounts.put(account, { token: 'new' }))).to.equal('full');
    expect(await storage.accounts.secrets('a')).to.deep.equal({ token: 'old' });
    storage.close();
  });

  it('is corrupt when the browser cannot read it', async () => {
    const storage = await openStorage({ name, log });
    replace(IDBObjectStore.prototype, 'getAll', failing('UnknownError'));
    expect(await problemOf(storage.stations.list())).to.equal('corrupt');
    storage.close();
  });

  it('is unavailable when the browser forbids it', async () => {
    replace(IDBFactory.prototype, 'open', failing('SecurityError'));
    expect(await problemOf(openStorage({ name, log }))).to.equal('unavailable');
  });

  it('keeps no secrets on a page that is not secure, and all the rest', async () => {
    const storage = await openStorage({ name, log });
    await storage.accounts.put(account, { token: 'x' });
    replace(globalThis.crypto, 'subtle', undefined);
    expect(await problemOf(storage.accounts.put(account, { token: 'x' }))).to.equal('unavailable');
    expect(await problemOf(storage.accounts.secrets('a'))).to.equal('unavailable');
    expect(await storage.accounts.list()).to.deep.equal([account]);
    storage.close();
  });

  it('does not work once closed', async () => {
    const storage = await openStorage({ name, log });
    storage.close();
    expect(await problemOf(storage.stations.list())).to.equal('unavailable');
  });
});
