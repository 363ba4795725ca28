import { expect } from '@open-wc/testing';
import { createPeopleApi } from '../../../../src/runtime/people/people-api.ts';
import { NOTHING_CHOSEN, People } from '../../../../src/runtime/people/people.ts';
import { waitingFor, waitingId } from '../../../../src/runtime/people/waiting.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import type { Contact, ProviderSession } from '../../../../src/runtime/providers/provider.ts';
import { memoryStorage } from '../../../../src/runtime/storage/memory.ts';
import { fakePlatform } from '../../support/fake-platform.ts';

const anna: Contact = {
  id: '!room',
  accountId: 'a',
  address: '@anna:example.org',
  name: 'Anna',
  avatar: null,
  presence: 'reachable',
  callable: { audio: true, video: true },
  encrypted: true,
};
const key = { accountId: 'a', contactId: '!room' };
const peer = { ...key, address: anna.address, name: 'Anna' };

describe('People', () => {
  it('know nothing of whom nobody chose anything', async () => {
    const people = await People.open(memoryStorage().people);
    expect(people.choice(key)).to.deep.equal(NOTHING_CHOSEN);
    expect(people.named(peer)).to.equal(peer);
    expect(people.views([anna], () => false)).to.deep.equal([
      { ...anna, ...NOTHING_CHOSEN, ownName: 'Anna', writable: false },
    ]);
  });

  it('keep what was chosen, for the next page too', async () => {
    const { people: storage } = memoryStorage();
    const people = await People.open(storage);
    let changes = 0;
    people.changes.subscribe(() => changes++);
    await people.change(key, { alias: 'Mum', favourite: true });
    await people.change(key, { autoAnswer: 'voice', ringtone: 'lullaby' });
    expect(changes).to.equal(2);
    const chosen = { ...NOTHING_CHOSEN, alias: 'Mum', favourite: true, autoAnswer: 'voice', ringtone: 'lullaby' };
    for (const each of [people, await People.open(storage)]) {
      expect(each.choice(peer)).to.deep.include(chosen);
      expect(each.named(peer)).to.deep.equal({ ...peer, name: 'Mum' });
      expect(each.views([anna], () => true)[0]).to.deep.equal({
        ...anna,
        ...chosen,
        name: 'Mum',
        ownName: 'Anna',
        writable: true,
      });
    }
    expect(people.choice({ ...key, accountId: 'b' })).to.equal(NOTHING_CHOSEN);
  });

  const bad: [key: string, value: unknown][] = [
    ['alias', ''],
    ['alias', ' Mum'],
    ['alias', 'x'.repeat(61)],
    ['ringtone', 'siren'],
    ['autoAnswer', true],
    ['throughQuiet', 1],
    ['blocked', null],
    ['favourite', 'yes'],
    ['accountId', 'b'],
  ];
  for (const [name, value] of bad) {
    it(`refuse ${name} ${JSON.stringify(value).slice(0, 20)}, name it and change nothing`, async () => {
      const people = await People.open(memoryStorage().people);
      let error: unknown;
      await people.change(key, { favourite: true, [name]: value }).catch((reason: unknown) => (error = reason));
      expect(error).to.be.instanceOf(RangeError);
      expect((error as Error).message).to.match(new RegExp(`^person\\.${name}:`));
      expect(people.all()).to.deep.equal([]);
    });
  }

  it('show nothing that storage could not keep', async () => {
    const { people: storage } = memoryStorage();
    const people = People.empty({ ...storage, put: () => Promise.reject(new Error('full')) });
    await people.change(key, { favourite: true }).catch(() => {});
    expect(people.choice(key).favourite).to.equal(false);
  });

  it('wait for an account, and are its own when somebody signs in', async () => {
    const { people: storage } = memoryStorage();
    const people = await People.open(storage);
    const account = { protocol: 'matrix', address: '@kitchen:example.org' };
    await people.put([{ ...NOTHING_CHOSEN, favourite: true, accountId: waitingId(account), contactId: '!room' }]);
    await people.adopt({ id: 'a', ...account, settings: {} });
    expect(people.all()).to.deep.equal([{ ...NOTHING_CHOSEN, favourite: true, ...key }]);
    expect(await storage.list()).to.deep.equal(people.all());
    expect(waitingFor(waitingId(account))).to.deep.equal(account);
    expect(waitingFor('0123abcd')).to.equal(null);
  });
});

describe('what can be done about people', () => {
  const set = async (session: Partial<Pick<ProviderSession, 'message' | 'block'>>) => {
    const people = await People.open(memoryStorage().people);
    const platform = fakePlatform();
    let locked = false;
    const blocked: string[][] = [];
    const api = createPeopleApi({
      people,
      contacts: new Store([anna]),
      lock: {
        require: () => {
          if (locked) throw new Error('locked');
        },
      },
      session: () => session,
      onBlocked: (...who) => void blocked.push(who),
      log: platform.log,
    });
    return { people, api, blocked, lines: platform.lines, lockIt: () => (locked = true) };
  };
  const failure = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: unknown) => String(error),
    );

  it('tells the server once who is blocked, and who is no more', async () => {
    const told: [string, boolean][] = [];
    const { api, blocked } = await set({ block: async (...what) => void told.push(what) });
    await api.configurePerson('a', '!room', { favourite: true });
    await api.configurePerson('a', '!room', { blocked: true });
    await api.configurePerson('a', '!room', { blocked: true });
    await api.configurePerson('a', '!room', { blocked: false });
    expect(told).to.deep.equal([
      ['!room', true],
      ['!room', false],
    ]);
    expect(blocked, 'what rings for them ends').to.deep.equal([['a', '!room']]);
  });

  it('blocks here though the server cannot', async () => {
    const { api, people, lines } = await set({ block: () => Promise.reject(new Error('away')) });
    await api.configurePerson('a', '!room', { blocked: true });
    expect(people.choice(key).blocked).to.equal(true);
    expect(lines.length).to.equal(1);
    const plain = await set({});
    await plain.api.configurePerson('a', '!room', { blocked: true });
    expect(plain.people.choice(key).blocked).to.equal(true);
  });

  it('refuses strangers, and everything while it is locked', async () => {
    const { api, lockIt } = await set({});
    expect(await failure(api.configurePerson('a', '!other', {}))).to.match(/RangeError: person:/);
    lockIt();
    expect(await failure(api.configurePerson('a', '!room', {}))).to.contain('locked');
  });

  it('writes to contacts, where the account can, texts of 1 to 1,000 characters', async () => {
    const sent: string[] = [];
    const { api, lockIt } = await set({ message: async (_to, text) => void sent.push(text) });
    lockIt();
    await api.sendMessage('a', '!room', 'x'.repeat(1_000));
    expect(sent.length).to.equal(1);
    for (const text of ['', '  \n', 'x'.repeat(1_001), 5 as never]) {
      expect(await failure(api.sendMessage('a', '!room', text))).to.match(/RangeError: text:/);
    }
    expect(await failure(api.sendMessage('a', '!other', 'Hello'))).to.match(/RangeError: person:/);
    expect(await failure((await set({})).api.sendMessage('a', '!room', 'Hello'))).to.match(/RangeError: message:/);
    expect(sent.length).to.equal(1);
  });
});
