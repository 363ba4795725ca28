import { expect } from '@open-wc/testing';
import type { HistoryQuery } from '../../../src/runtime/api.ts';
import type { CallRecord } from '../../../src/runtime/call/effects.ts';
import { HistoryBook, searchHistory } from '../../../src/runtime/history.ts';
import { memoryStorage } from '../../../src/runtime/storage/memory.ts';
import { StorageError } from '../../../src/runtime/storage/storage.ts';

const record = (callId: string, change: Partial<CallRecord> = {}): CallRecord => ({
  callId,
  direction: 'incoming',
  peer: { accountId: 'a', contactId: '!zoe', address: '@zoe:example.org', name: 'Zoë' },
  offered: { audio: true, video: true },
  began: 1,
  answered: null,
  connected: null,
  ended: 2,
  reason: 'missed',
  ...change,
});

describe('HistoryBook', () => {
  const set = async () => {
    const storage = memoryStorage();
    const errors: unknown[] = [];
    const open = async (): Promise<HistoryBook> => {
      const book = new HistoryBook(storage, (error) => errors.push(error));
      await book.open();
      return book;
    };
    return { storage, errors, open, book: await open() };
  };

  it('counts missed calls until somebody looks, over a reload too', async () => {
    const { book, open } = await set();
    await book.add(record('1'));
    await book.add(record('2', { reason: 'do_not_disturb' }));
    await book.add(record('3', { reason: 'declined' }));
    await book.add(record('4', { direction: 'outgoing' }));
    await book.add(record('5', { reason: 'busy_here' }));
    expect(book.missed.value).to.equal(3);
    expect((await open()).missed.value).to.equal(3);
    await book.markSeen();
    expect(book.missed.value).to.equal(0);
    const next = await open();
    expect(next.missed.value).to.equal(0);
    await next.add(record('6'));
    expect(next.missed.value).to.equal(1);
  });

  it('does not count what was missed before anybody counted', async () => {
    const { storage } = await set();
    await storage.settings.put('history-seen', 'broken');
    await storage.history.add(record('1'));
    const book = new HistoryBook(storage, () => {});
    await book.open();
    expect(book.missed.value).to.equal(0);
    expect(book.recent.value.length).to.equal(1);
  });

  it('counts to 99 and shows the newest twenty', async () => {
    const { book } = await set();
    await Promise.all(Array.from({ length: 105 }, (_, index) => book.add(record(`${index}`))));
    expect(book.missed.value).to.equal(99);
    expect(book.recent.value.length).to.equal(20);
    expect(book.recent.value[0]?.callId).to.equal('104');
  });

  it('forgets what is deleted, one by one or all', async () => {
    const { book } = await set();
    for (const id of ['1', '2', '3']) await book.add(record(id));
    await book.remove([book.recent.value[1]?.id ?? 0]);
    expect(book.recent.value.map(({ callId }) => callId)).to.deep.equal(['3', '1']);
    expect(book.missed.value).to.equal(2);
    await book.remove('all');
    expect(book.recent.value).to.deep.equal([]);
    await book.add(record('4'));
    expect(book.missed.value).to.equal(1);
    expect(() => book.remove(['x'] as never)).to.throw(RangeError, 'ids:');
  });

  it('reports storage that fails where nobody waits, and throws where somebody does', async () => {
    const { book, storage, errors } = await set();
    const broken = { ...storage.history, add: () => Promise.reject(new StorageError('full')) };
    Object.assign(storage, { history: { ...broken, clear: () => Promise.reject(new StorageError('corrupt')) } });
    await book.add(record('1'));
    expect(errors.length).to.equal(1);
    const thrown = await book.remove('all').catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(StorageError);
    Object.assign(storage, { history: { ...broken, latest: () => Promise.reject(new StorageError('corrupt')) } });
    await new HistoryBook(storage, (error) => errors.push(error)).open();
    expect(errors.length).to.equal(2);
  });
});

describe('searchHistory', () => {
  const { history } = memoryStorage();
  before(async () => {
    await history.add(record('missed'));
    await history.add(record('taken', { reason: 'hung_up' }));
    await history.add(record('made', { direction: 'outgoing', reason: 'no_answer' }));
    await history.add(
      record('ben', { peer: { accountId: 'a', contactId: '!ben', address: 'ben@example.org', name: 'Ben' } }),
    );
  });
  const look = async (query: Partial<HistoryQuery>): Promise<string> =>
    (await searchHistory(history, { filter: 'all', limit: 10, ...query })).map(({ callId }) => callId).join(' ');

  it('finds by filter, name, address and place', async () => {
    expect(await look({})).to.equal('ben made taken missed');
    expect(await look({ filter: 'missed' })).to.equal('ben missed');
    expect(await look({ filter: 'incoming' })).to.equal('ben taken missed');
    expect(await look({ filter: 'outgoing' })).to.equal('made');
    expect(await look({ text: ' ZOE ' })).to.equal('made taken missed');
    expect(await look({ text: 'ben@' })).to.equal('ben');
    expect(await look({ text: 'nobody' })).to.equal('');
    const [first] = await searchHistory(history, { filter: 'all', limit: 1 });
    expect(await look({ before: first?.id ?? 0 })).to.equal('made taken missed');
  });

  const bad: [key: string, value: unknown][] = [
    ['filter', 'some'],
    ['text', 5],
    ['before', 'x'],
    ['limit', 0],
    ['limit', 201],
    ['limit', 1.5],
  ];
  for (const [key, value] of bad) {
    it(`refuses ${key} ${String(value)} and names it`, async () => {
      const error = await look({ [key]: value }).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(RangeError);
      expect((error as Error).message).to.match(new RegExp(`^${key}:`));
    });
  }
});
