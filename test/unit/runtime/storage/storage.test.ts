import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import type { CallRecord } from '../../../../src/runtime/call/effects.ts';
import type { Account } from '../../../../src/runtime/providers/provider.ts';
import { openStorage } from '../../../../src/runtime/storage/database.ts';
import { memoryStorage } from '../../../../src/runtime/storage/memory.ts';
import type {
  PersonChoice,
  PersonKey,
  RunningCall,
  Station,
  Storage,
} from '../../../../src/runtime/storage/storage.ts';
import { fakePlatform, type FakePlatform } from '../../support/fake-platform.ts';

const account: Account = { id: 'a', protocol: 'matrix', address: '@kitchen:example.org', settings: { device: 'D' } };
const secrets = { accessToken: 'syt_secret' };
const peer = { accountId: 'a', contactId: '!room', address: '@anna:example.org', name: 'Anna' };
const station: Station = {
  slug: 'kitchen',
  name: 'Kitchen',
  camera: 'camera.front_door',
  microphone: { deviceId: 'm', label: 'Microphone' },
  deviceCamera: null,
  speaker: null,
  dialAnyone: false,
  linkDials: false,
  scriptAnswers: true,
  scriptAnswersWithCamera: true,
  scriptHangsUp: true,
  scriptUnmutes: false,
  scriptTurnsCameraOn: false,
  display: 'this_device',
  displayStarts: false,
  displaySound: 'display',
  displayLevel: 1,
  displayAnnounces: 'no',
  displayServer: '',
};
const running: RunningCall = {
  callId: 'c',
  direction: 'outgoing',
  peer,
  video: true,
  began: 1,
  answered: null,
  connected: null,
  goodbye: { room: '!room' },
};
const record = (callId: string): CallRecord => ({
  callId,
  direction: 'incoming',
  peer,
  offered: { audio: true, video: false },
  began: 1,
  answered: 2,
  connected: null,
  ended: 3,
  reason: 'missed',
});
const person: PersonKey & PersonChoice = {
  accountId: 'a',
  contactId: '!room',
  favourite: true,
  alias: 'Mum',
  ringtone: 'marimba',
  autoAnswer: 'video',
  throughQuiet: false,
  blocked: false,
};
const KEPT = 30;
const isNumber = (value: unknown): value is number => typeof value === 'number';

let count = 0;
let name: string;
let platform: FakePlatform;
const opened: Storage[] = [];
const open = async (): Promise<Storage> => {
  const storage = await openStorage({ name, log: platform.log, historyKept: KEPT });
  opened.push(storage);
  return storage;
};
beforeEach(() => {
  name = `call-assist-test-${++count}`;
  platform = fakePlatform();
});
afterEach(async () => {
  opened.splice(0).forEach((storage) => storage.close());
  await deleteDB(name);
});

for (const [kind, make] of [
  ['IndexedDB', open],
  ['memory', async () => memoryStorage({ historyKept: KEPT })],
] as const) {
  describe(`storage in ${kind}`, () => {
    let storage: Storage;
    beforeEach(async () => (storage = await make()));

    it('keeps accounts with their secrets', async () => {
      await storage.accounts.put(account, secrets);
      expect(await storage.accounts.list()).to.deep.equal([account]);
      expect(await storage.accounts.secrets('a')).to.deep.equal(secrets);
      expect(await storage.accounts.secrets('b')).to.equal(null);
    });

    it('forgets secrets alone, or the whole account', async () => {
      await storage.accounts.put(account, secrets);
      await storage.accounts.forgetSecrets('a');
      expect(await storage.accounts.secrets('a')).to.equal(null);
      expect(await storage.accounts.list()).to.deep.equal([account]);
      await storage.accounts.put(account, { accessToken: 'new' });
      expect(await storage.accounts.secrets('a')).to.deep.equal({ accessToken: 'new' });
      await storage.accounts.remove('a');
      expect(await storage.accounts.list()).to.deep.equal([]);
      expect(await storage.accounts.secrets('a')).to.equal(null);
    });

    it('gives history newest first, as much as asked for', async () => {
      for (const callId of ['1', '2', '3']) await storage.history.add(record(callId));
      const latest = await storage.history.latest(2);
      expect(latest.map(({ callId }) => callId)).to.deep.equal(['3', '2']);
      expect(latest[0]).to.deep.include(record('3'));
      expect(latest[0]?.id).to.be.above(latest[1]?.id ?? Infinity);
      await storage.history.clear();
      expect(await storage.history.latest(5)).to.deep.equal([]);
    });

    it('keeps stations and running calls', async () => {
      await storage.stations.put(station);
      await storage.stations.put({ ...station, name: 'New' });
      await storage.running.put(running);
      expect(await storage.stations.list()).to.deep.equal([{ ...station, name: 'New' }]);
      expect(await storage.running.list()).to.deep.equal([running]);
      await storage.stations.remove('kitchen');
      await storage.running.remove('c');
      expect(await storage.stations.list()).to.deep.equal([]);
      expect(await storage.running.list()).to.deep.equal([]);
    });

    it('keeps settings that fit', async () => {
      await storage.settings.put('volume', 0.5);
      expect(await storage.settings.get('volume', isNumber)).to.equal(0.5);
      await storage.settings.put('volume', 'loud');
      expect(await storage.settings.get('volume', isNumber)).to.equal(null);
      expect(await storage.settings.get('other', isNumber)).to.equal(null);
    });

    it('forgets the oldest calls when there are too many', async () => {
      await Promise.all(Array.from({ length: KEPT + 2 }, (_, index) => storage.history.add(record(`${index}`))));
      const all = await storage.history.latest(KEPT * 2);
      expect(all.length).to.equal(KEPT);
      expect(all.at(-1)?.callId).to.equal('2');
    });

    it('gives pages of history: before, after, and what matches', async () => {
      for (let index = 0; index < 10; index++) await storage.history.add(record(`${index}`));
      const all = await storage.history.latest(99);
      const ids = (entries: readonly { readonly callId: string }[]) => entries.map(({ callId }) => callId).join('');
      const page = (limit: number, before?: number, after?: number, callIds = '0123456789') =>
        storage.history.page({ limit, before, after }, ({ callId }) => callIds.includes(callId)).then(ids);
      expect(await page(3)).to.equal('987');
      expect(await page(3, all[2]?.id)).to.equal('654');
      expect(await page(3, all.at(-1)?.id)).to.equal('');
      expect(await page(99, undefined, all[2]?.id)).to.equal('98');
      expect(await page(2, undefined, undefined, '246')).to.equal('64');
      expect(await page(0)).to.equal('');
      await storage.history.remove([all[0]?.id ?? 0, all[4]?.id ?? 0, 12345]);
      expect(await page(4)).to.equal('8764');
    });

    it('keeps what was chosen for people, each under account and contact', async () => {
      const other = { ...person, accountId: 'b' };
      await storage.people.put(person);
      await storage.people.put(other);
      await storage.people.put({ ...person, alias: null });
      expect(await storage.people.list()).to.have.deep.members([{ ...person, alias: null }, other]);
      await storage.people.remove(person);
      expect(await storage.people.list()).to.deep.equal([other]);
    });

    it('closes', () => storage.close());
  });
}

describe('IndexedDB storage', () => {
  it('asks the browser once to keep it, and lives with a no', async () => {
    const { persist, persisted } = StorageManager.prototype;
    let asked = 0;
    Object.assign(StorageManager.prototype, {
      persisted: async () => false,
      persist: () => {
        asked++;
        return Promise.reject(new DOMException('no', 'NotAllowedError'));
      },
    });
    try {
      const storage = await open();
      await storage.accounts.put(account, secrets);
      await storage.accounts.put(account, secrets);
      await new Promise((resolve) => setTimeout(resolve));
    } finally {
      Object.assign(StorageManager.prototype, { persist, persisted });
    }
    expect(asked).to.equal(1);
    expect(platform.lines.map(({ level }) => level)).to.deep.equal(['debug']);
  });

  it('is still there for the next page', async () => {
    const first = await open();
    await first.accounts.put(account, secrets);
    first.close();
    expect(await (await open()).accounts.secrets('a')).to.deep.equal(secrets);
  });

  it('holds no secret in clear, and none that fits another account', async () => {
    const storage = await open();
    await storage.accounts.put(account, secrets);
    await storage.accounts.put({ ...account, id: 'b' }, { accessToken: 'other' });
    const raw = await openDB(name);
    const sealed = await raw.get('secrets', 'a');
    const key: CryptoKey = await raw.get('keys', 'vault');
    expect(new TextDecoder().decode(sealed.data)).not.to.contain('syt_');
    expect(key.extractable).to.equal(false);
    await raw.put('secrets', sealed, 'b');
    raw.close();
    expect(await storage.accounts.secrets('b')).to.equal(null);
    expect(await storage.accounts.secrets('a')).to.deep.equal(secrets);
    expect(platform.lines.map(({ message }) => message)).to.deep.equal(['the secrets of an account cannot be opened']);
  });

  it('seals with one key though two tabs begin at once', async () => {
    const [first, second] = [await open(), await open()];
    await Promise.all([
      first.accounts.put(account, secrets),
      second.accounts.put({ ...account, id: 'b' }, { accessToken: 'other' }),
    ]);
    expect(await second.accounts.secrets('a')).to.deep.equal(secrets);
    expect(await first.accounts.secrets('b')).to.deep.equal({ accessToken: 'other' });
  });

  it('skips broken records, leaves them where they are and reports them', async () => {
    const storage = await open();
    await storage.accounts.put(account, secrets);
    await storage.stations.put(station);
    await storage.running.put(running);
    await storage.history.add(record('good'));
    const raw = await openDB(name);
    await raw.put('accounts', { id: 'broken', protocol: 7 });
    await raw.put('stations', { ...station, slug: 'Not A Slug' });
    await raw.put('people', { ...person, autoAnswer: 'always' });
    await raw.put('running', { ...running, callId: 'broken', peer: null });
    await raw.put('history', { ...record('bad'), reason: 'because' });
    expect(await storage.accounts.list()).to.deep.equal([account]);
    expect(await storage.stations.list()).to.deep.equal([station]);
    expect(await storage.people.list()).to.deep.equal([]);
    expect(await storage.running.list()).to.deep.equal([running]);
    expect((await storage.history.latest(9)).map(({ callId }) => callId)).to.deep.equal(['good']);
    expect(await raw.count('accounts')).to.equal(2);
    raw.close();
    expect(platform.lines.map(({ message }) => message)).to.deep.equal(
      ['accounts', 'stations', 'people', 'running', 'history'].map(
        (store) => `a broken record in ${store} was skipped`,
      ),
    );
  });

  it('brings a device of the first version along: its stations have a speaker to choose, switches, and a display', async () => {
    const { slug, name: called, camera, microphone, deviceCamera, dialAnyone, scriptAnswersWithCamera } = station;
    const old = { slug, name: called, camera, microphone, deviceCamera, dialAnyone, scriptAnswersWithCamera };
    const raw = await openDB(name, 1, {
      upgrade(database) {
        for (const store of ['secrets', 'keys', 'settings']) database.createObjectStore(store);
        database.createObjectStore('accounts', { keyPath: 'id' });
        database.createObjectStore('history', { keyPath: 'id', autoIncrement: true });
        database.createObjectStore('stations', { keyPath: 'slug' });
        database.createObjectStore('running', { keyPath: 'callId' });
      },
    });
    await raw.put('stations', old);
    raw.close();
    const storage = await open();
    expect(await storage.stations.list()).to.deep.equal([station]);
    await storage.people.put(person);
    expect(await storage.people.list()).to.deep.equal([person]);
  });

  it('stays fast with 10,000 calls', async () => {
    const storage = await open();
    const raw = await openDB(name);
    const transaction = raw.transaction('history', 'readwrite');
    for (let index = 0; index < 10_000; index++) void transaction.store.add(record(`${index}`));
    await transaction.done;
    raw.close();
    const began = performance.now();
    expect((await storage.history.latest(50)).length).to.equal(50);
    const page = performance.now();
    expect((await storage.history.page({ limit: 50 }, ({ callId }) => callId === '0')).length).to.equal(1);
    const search = performance.now();
    expect(page - began, 'the newest page').to.be.below(250);
    expect(search - page, 'all of it searched').to.be.below(2_000);
  }).timeout(30_000);
});
