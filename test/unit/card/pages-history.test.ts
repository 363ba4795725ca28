import { expect } from '@open-wc/testing';
import { Pager, PAGE_SIZE } from '../../../src/card/pages/history/pager.ts';
import { setLanguage } from '../../../src/card/localize/localize.ts';
import type { HistoryQuery } from '../../../src/runtime/api.ts';
import type { HistoryEntry } from '../../../src/runtime/storage/storage.ts';
import { historyEntry, openContent } from './support/content.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

const many = (count: number): HistoryEntry[] =>
  Array.from({ length: count }, (_, index) => historyEntry(count - index, { began: Date.now() - index * 3_600_000 }));

describe('calls that were', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(async () => {
    page.close();
    await setLanguage('en');
  });

  const rows = (host: Element): HTMLElement[] => [...(host.shadowRoot?.querySelectorAll<HTMLElement>('.call') ?? [])];
  const read = (entries: readonly HistoryEntry[]) => (query: HistoryQuery) =>
    Promise.resolve(entries.filter(({ id }) => query.before === undefined || id < query.before).slice(0, query.limit));

  it('says who, when, how long, and how it ended', async () => {
    const connected = Date.now() - 900_000;
    page.api.entries = [
      historyEntry(3),
      historyEntry(2, { direction: 'outgoing', reason: 'no_answer', offered: { audio: true, video: false } }),
      historyEntry(1, { reason: 'remote_hung_up', connected, ended: connected + 760_000 }),
    ];
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 3);
    const said = rows(history).map((row) => text(row));
    expect(said[0]).to.contain('Anna Berger').and.to.contain('Missed call');
    expect(rows(history)[0]!.classList.contains('missed')).to.equal(true);
    expect(said[1]).to.contain('Voice').and.to.contain('Anna Berger did not answer');
    expect(said[2]).to.contain('Video, 12 min 40 sec').and.to.contain('Incoming');
  });

  it('marks missed calls as seen, and says how many there were', async () => {
    page.api.set({ missed: 3 });
    const history = await openContent(page, 'history');
    await until(() => page.api.asked.some(([name]) => name === 'markSeen'));
    page.api.set({ missed: 0 });
    await settled();
    expect(text(find(history, '.new'))).to.equal('Missed since somebody last looked: 3');
  });

  it('groups by day, in the language of the page', async () => {
    await setLanguage('de');
    const noon = new Date().setHours(12, 0, 0, 0);
    page.api.entries = [
      historyEntry(3, { began: noon }),
      historyEntry(2, { began: noon - 86_400_000 }),
      historyEntry(1, { began: noon - 30 * 86_400_000 }),
    ];
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 3);
    const days = [...history.shadowRoot!.querySelectorAll('h3')].map((day) => text(day));
    expect(days.slice(0, 2)).to.deep.equal(['Heute', 'Gestern']);
    expect(days[2]).to.match(/^\d+\. \p{L}+ \d{4}$/u);
  });

  it('searches when typing rests, and filters at once', async () => {
    const history = await openContent(page, 'history');
    page.api.asked.length = 0;
    const search = find(history, '#search') as HTMLInputElement;
    for (const value of ['a', 'an', 'ann ']) {
      search.value = value;
      search.dispatchEvent(new Event('input'));
    }
    await until(() => page.api.asked.length > 0);
    find(history, '[name="filter"][value="missed"]').click();
    await settled();
    expect(page.api.asked).to.deep.equal([
      ['history', { text: 'ann', filter: 'all', limit: PAGE_SIZE }],
      ['history', { text: 'ann', filter: 'missed', limit: PAGE_SIZE }],
    ]);
    await settled();
    expect(text(find(history, '.sentinel'))).to.equal('No call fits.');
  });

  it('calls back, a contact by its id and a stranger by the address', async () => {
    const peer = { accountId: 'account-1', contactId: '@zoe:other.org', address: '@zoe:other.org', name: 'Zoe' };
    page.api.entries = [historyEntry(2), historyEntry(1, { peer })];
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 2);
    for (const button of history.shadowRoot!.querySelectorAll<HTMLElement>('[data-action="call-voice"]'))
      button.click();
    expect(page.api.commands).to.deep.equal([
      {
        type: 'dial',
        to: { accountId: 'account-1', contactId: '!anna.berger:example.org' },
        video: false,
        by: 'touch',
      },
      { type: 'dial', to: { text: '@zoe:other.org' }, video: false, by: 'touch' },
    ]);
  });

  it('offers to write to whoever can be written to', async () => {
    page.api.entries = [historyEntry(1)];
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 1);
    find(history, '[data-action="details"]').click();
    await settled();
    const form = find(history, 'ca-message');
    await until(() => has(form, '[data-message="msg.later"]'));
    find(form, '[data-message="msg.later"]').click();
    await until(() => page.api.asked.some(([name]) => name === 'sendMessage'));
    expect(page.api.asked.find(([name]) => name === 'sendMessage')).to.deep.equal([
      'sendMessage',
      'account-1',
      '!anna.berger:example.org',
      'I will call you later.',
    ]);
    page.api.set({ contacts: readySnapshot().contacts.map((one) => ({ ...one, writable: false })) });
    await until(() => !has(history, 'ca-message'));
  });

  it('offers no call where none of our accounts reaches them', async () => {
    const peer = { accountId: 'home', contactId: 'Front door', address: 'Front door', name: 'Front door' };
    page.api.entries = [historyEntry(1, { peer })];
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 1);
    expect(has(history, '[data-action="call-voice"], [data-action="call-video"]')).to.equal(false);
    expect(has(history, '[data-action="details"]')).to.equal(true);
  });

  it('says why a call was refused', async () => {
    page.api.entries = [historyEntry(1)];
    page.api.result = { ok: false, reason: 'refused_busy' };
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 1);
    find(history, '[data-action="call-video"]').click();
    await settled();
    await settled();
    expect(text(find(history, '.said'))).to.equal('You are in a call already.');
  });

  describe('names that are always hidden', () => {
    const hide = { settings: { ...readySnapshot().settings, hideNames: 'always' as const } };
    const opened = async (): Promise<HTMLElement> => {
      page.api.entries = [historyEntry(2, { direction: 'outgoing', reason: 'no_answer' }), historyEntry(1)];
      const history = await openContent(page, 'history');
      await until(() => rows(history).length === 2);
      return history;
    };

    it('are in no line, in no detail and cannot be searched for', async () => {
      page.api.set(hide);
      const history = await opened();
      find(history, '[data-action="details"]').click();
      await settled();
      expect(text(rows(history)[0])).to.contain('Somebody did not answer');
      expect(history.shadowRoot!.innerHTML).not.to.match(/Anna|anna/);
      expect(has(history, '#search')).to.equal(false);
      expect(has(history, '[data-action="person"]')).to.equal(false);
    });

    it('are shown to who asks, on a device that everybody may change', async () => {
      page.api.set(hide);
      const history = await opened();
      find(history, '[data-action="show-who"]').click();
      await settled();
      expect(text(rows(history)[0])).to.contain('Anna Berger');
      expect(has(history, '#search')).to.equal(true);
    });

    it('are shown on a locked device only to who unlocks it', async () => {
      page.api.set({ ...hide, lock: { kind: 'pin', locked: true, retryAt: null } });
      const history = await opened();
      find(history, '[data-action="show-who"]').click();
      await until(() => has(document.querySelector('ca-page')!, 'ca-unlock'));
      expect(text(rows(history)[0])).not.to.contain('Anna');
      find(document.querySelector('ca-page')!, 'ca-unlock').dispatchEvent(new CustomEvent('unlocked'));
      await until(() => text(rows(history)[0]).includes('Anna Berger'));
    });
  });

  it('deletes one call after a yes', async () => {
    page.api.entries = many(3);
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 3);
    for (const action of ['details', 'delete', 'delete-yes']) {
      find(history, `[data-action="${action}"]`).click();
      await settled();
    }
    await until(() => rows(history).length === 2);
    expect(page.api.asked.at(-1)).to.deep.equal(['deleteHistory', [3]]);
  });

  it('deletes all after a yes', async () => {
    page.api.entries = many(3);
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 3);
    find(document.querySelector('ca-page')!, '[data-action="delete-all"]').click();
    await settled();
    page.api.entries = [];
    find(history, '[data-action="confirm"]').click();
    await until(() => rows(history).length === 0);
    expect(page.api.asked).to.deep.include(['deleteHistory', 'all']);
    expect(text(find(history, '.sentinel'))).to.equal('No calls yet.');
  });

  it('shows a call that ends while it is open', async () => {
    page.api.entries = many(2);
    const history = await openContent(page, 'history');
    await until(() => rows(history).length === 2);
    page.api.entries = [historyEntry(3), ...page.api.entries];
    page.api.set({ history: page.api.entries });
    await until(() => rows(history).length === 3);
  });

  it('says that calls could not be read, and tries again', async () => {
    page.api.failure = new Error('storage');
    const history = await openContent(page, 'history');
    await until(() => has(history, '[data-action="try"]'));
    page.api.failure = null;
    page.api.entries = many(1);
    find(history, '[data-action="try"]').click();
    await until(() => rows(history).length === 1);
  });

  it('draws ten thousand calls a screen at a time', async () => {
    const entries = many(10_000);
    page.api.history = read(entries);
    const history = await openContent(page, 'history');
    const main = history.parentElement!;
    const pages = (): number => history.shadowRoot!.querySelectorAll('.page').length;
    while (pages() < 200) {
      const before = pages();
      main.scrollTop = main.scrollHeight;
      await until(() => pages() > before);
    }
    await settled();
    await until(() => rows(history).length < 600);
    const height = main.scrollHeight;
    main.scrollTop = 0;
    await until(() => text(rows(history)[0]).includes('Anna Berger') && rows(history).length < 600);
    expect(Math.abs(main.scrollHeight - height)).to.be.below(height / 100);
    // Two hundred screens, each drawn before the next: a busy machine takes its time.
  }).timeout(100_000);

  describe('pages of it', () => {
    const none = (): void => {};

    it('are read until there are no more', async () => {
      const pager = new Pager(read(many(120)), none);
      await pager.search('', 'all');
      for (let turn = 0; turn < 5; turn += 1) await pager.more();
      expect(pager.pages.map(({ length }) => length)).to.deep.equal([50, 50, 20]);
      expect(pager.ended).to.equal(true);
    });

    it('belong to the search that was begun last', async () => {
      const slow = Promise.withResolvers<readonly HistoryEntry[]>();
      const pager = new Pager(({ text }) => (text === 'slow' ? slow.promise : Promise.resolve(many(2))), none);
      const first = pager.search('slow', 'all');
      await pager.search('fast', 'all');
      slow.resolve(many(40));
      await first;
      expect(pager.pages.flat().length).to.equal(2);
    });
  });
});
