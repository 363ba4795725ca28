import { expect } from '@open-wc/testing';
import { openSession } from '../../../../../src/runtime/providers/matrix/session.ts';
import type { Readable } from '../../../../../src/runtime/platform/readable.ts';
import type { Account, ProviderIO, ProviderSession, Secrets } from '../../../../../src/runtime/providers/provider.ts';
import { fakePlatform, type FakePlatform } from '../../../support/fake-platform.ts';
import { BASE, FakeHomeserver, invitationFrom, ME, member, roomWith } from './support/fake-homeserver.ts';
import { FakeNetwork, json } from './support/fake-network.ts';

const settings = { baseUrl: BASE, deviceId: 'DEVICE', userId: ME, encryption: false };
const secrets: Secrets = { accessToken: 'secret-token', cryptoKey: btoa('k'.repeat(32)) };

/** Waits until a value is as wanted; fails by the test's own timeout, with what there is. */
function until<T>(readable: Readable<T>, wanted: (value: T) => boolean): Promise<T> {
  if (wanted(readable.value)) return Promise.resolve(readable.value);
  return new Promise((resolve) => {
    const stop = readable.subscribe((value) => {
      if (!wanted(value)) return;
      stop();
      resolve(value);
    });
  });
}

describe('openSession', () => {
  let server: FakeHomeserver;
  let platform: FakePlatform;
  let session: ProviderSession;
  let account: Account;
  let saved: Account[];
  const sessions: ProviderSession[] = [];

  beforeEach(() => {
    server = new FakeHomeserver();
    server.join = { '!anna:example.org': roomWith('@anna:example.org') };
    platform = fakePlatform();
    saved = [];
    account = { id: crypto.randomUUID(), protocol: 'matrix', address: ME, settings };
  });
  afterEach(async () => {
    for (const opened of sessions.splice(0)) await meanwhile(opened.close());
    server.network.restore();
  });

  async function open(changes: Partial<typeof settings> = {}, given: Secrets = secrets): Promise<ProviderSession> {
    const io: ProviderIO = {
      platform,
      invited: () => {},
      emit: () => {},
      save: async (changed) => void saved.push(changed),
    };
    account = { ...account, settings: { ...settings, ...changes } };
    session = await openSession(account, given, io);
    sessions.push(session);
    return session;
  }
  /** Lets time pass for what gives the last messages of calls a moment. */
  async function meanwhile(closing: Promise<unknown>): Promise<void> {
    await platform.clock.advance(3_000);
    await closing;
  }
  const online = () => until(session.status, ({ state }) => state === 'online');
  const path = (rest: string): string => `/_matrix/client/v3${rest}`;

  it('comes online with its contacts', async () => {
    await open();
    expect(session.status.value.state).to.equal('connecting');
    await online();
    const [contact] = await until(session.contacts, (contacts) => contacts.length > 0);
    expect(contact).to.deep.equal({
      id: '!anna:example.org',
      accountId: account.id,
      address: '@anna:example.org',
      name: 'anna',
      avatar: null,
      presence: 'unknown',
      callable: { audio: true, video: true },
      encrypted: false,
    });
  });

  it('asks who is in a room of two that it does not know', async () => {
    server.join = { '!anna:example.org': roomWith('@anna:example.org', { known: false }) };
    server.network.on('GET', path(`/rooms/${encodeURIComponent('!anna:example.org')}/members`), () =>
      json({ chunk: [{ ...member('@anna:example.org'), event_id: '$m', room_id: '!anna:example.org' }] }),
    );
    await open();
    const [contact] = await until(session.contacts, (contacts) => contacts.length > 0);
    expect(contact?.name).to.equal('anna');
  });

  it('refuses an account that is incomplete', async () => {
    const error: unknown = await open({}, {}).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Error);
  });

  it('says that the network is gone, and comes back by itself', async () => {
    server.network.fail = true;
    await open();
    await until(session.status, (status) => status.state === 'degraded' && status.reason === 'network');
    server.network.fail = false;
    dispatchEvent(new Event('online'));
    await online();
  });

  it('says that the server is ill', async () => {
    server.status = 502;
    server.network.on('GET', '/_matrix/client/versions', () => json({}, 502));
    await open();
    await until(session.status, (status) => status.state === 'degraded' && status.reason === 'server');
  });

  it('ends when the server revokes it, and asks nothing any more', async () => {
    await open();
    await online();
    server.revoke();
    expect(await until(session.status, ({ state }) => state === 'signed-out')).to.deep.equal({
      state: 'signed-out',
      reason: 'revoked',
    });
    const asked = server.network.asked.length;
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.network.asked.slice(asked).map((e) => e.request.url.href)).to.deep.equal([]);
  });

  it('asks about invitations from strangers and joins when told', async () => {
    await open();
    await online();
    server.news({ invite: { '!ben:example.org': invitationFrom('@bert:example.org') } });
    const [request] = await until(session.requests, (requests) => requests.length > 0);
    expect(request).to.deep.include({ id: '!ben:example.org', address: '@bert:example.org', name: 'bert' });
    server.network.on('POST', path(`/join/${encodeURIComponent('!ben:example.org')}`), () =>
      json({ room_id: '!ben:example.org' }),
    );
    await session.acceptRequest('!ben:example.org');
    expect(session.requests.value).to.deep.equal([]);
    expect(server.network.last('PUT')).to.deep.equal({ '@bert:example.org': ['!ben:example.org'] });
  });

  it('rejects invitations', async () => {
    await open();
    await online();
    server.news({ invite: { '!ben:example.org': invitationFrom('@bert:example.org') } });
    await until(session.requests, (requests) => requests.length > 0);
    const leave = path(`/rooms/${encodeURIComponent('!ben:example.org')}/leave`);
    server.network.on('POST', leave, () => json({}));
    await session.rejectRequest('!ben:example.org');
    await session.rejectRequest('!unknown:example.org');
    await session.acceptRequest('!unknown:example.org');
    expect([session.requests.value.length, server.network.count(leave)]).to.deep.equal([0, 1]);
  });

  it('joins people it knows by itself', async () => {
    await open();
    await online();
    const joined = new Promise<void>((resolve) => {
      server.network.on('POST', path(`/join/${encodeURIComponent('!two:example.org')}`), () => {
        resolve();
        return json({ room_id: '!two:example.org' });
      });
    });
    server.news({ invite: { '!two:example.org': invitationFrom('@anna:example.org') } });
    await joined;
    expect(session.requests.value).to.deep.equal([]);
  });

  it('understands addresses', async () => {
    await open();
    await until(session.contacts, (contacts) => contacts.length > 0);
    const accountId = account.id;
    const peer = (contactId: string, address: string, name: string) => ({
      peer: { accountId, contactId, address, name },
    });
    expect(session.resolve(' @anna:example.org')).to.deep.equal(peer('!anna:example.org', '@anna:example.org', 'anna'));
    expect(session.resolve('@new:hs')).to.deep.equal(peer('@new:hs', '@new:hs', 'new'));
    for (const text of ['', 'anna', '@anna', ME]) {
      expect(session.resolve(text)).to.deep.equal({ refused: 'refused_bad_value' });
    }
  });

  describe('to a contact', () => {
    const room = '!anna:example.org';
    beforeEach(async () => {
      await open();
      await until(session.contacts, (contacts) => contacts.length > 0);
    });
    const sends = () => server.network.asked.filter(({ path }) => path.includes('/send/'));
    const problem = (done: Promise<unknown> | undefined): Promise<unknown> =>
      Promise.resolve(done).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.name : 'none'),
      );

    it('writes plain text, and says when the server has not taken it', async () => {
      platform.id = () => 'one';
      const send = path(`/rooms/${encodeURIComponent(room)}/send/m.room.message/caone`);
      server.network.on('PUT', send, () => json({ event_id: '$1' }));
      await session.message?.(room, 'I will call back');
      expect(server.network.last('PUT')).to.deep.equal({ msgtype: 'm.text', body: 'I will call back' });
      platform.id = () => 'two';
      expect(await problem(session.message?.(room, 'again'))).to.equal('SendError');
      expect(await problem(session.message?.('!other:example.org', 'hello'))).to.equal('RangeError');
      expect(sends()).to.have.length(2);
    });

    it('closes and opens the door on the server', async () => {
      const list = path(`/user/${encodeURIComponent(ME)}/account_data/m.ignored_user_list`);
      server.network.on('PUT', list, () => json({}));
      await session.block?.(room, false);
      expect(server.network.count(list)).to.equal(0);
      await session.block?.(room, true);
      expect(server.network.last('PUT')).to.deep.equal({ ignored_users: { '@anna:example.org': {} } });
      expect(await problem(session.block?.('!other:example.org', true))).to.equal('RangeError');
    });
  });

  it('has the relays that a call would use', async () => {
    const turn = { uris: ['turn:turn.example.org'], username: 'u', password: 'p', ttl: 86_400 };
    server.network.on('GET', path('/voip/turnServer'), () => json(turn));
    await open();
    await online();
    expect(await session.iceServers?.()).to.deep.equal([
      { urls: ['turn:turn.example.org'], username: 'u', credential: 'p' },
    ]);
  });

  it('leaves nothing behind, however often it is closed', async () => {
    await open();
    await online();
    await meanwhile(Promise.all([session.close(), session.close()]));
    const asked = server.network.asked.length;
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.network.asked.length).to.equal(asked);
    const poll = server.network.asked.findLast(({ path }) => path.endsWith('/sync'));
    expect(poll?.request.signal?.aborted).to.equal(true);
    expect(platform.clock.pending).to.equal(0);
  });

  it('never tells its secrets to the log', async () => {
    server.network.fail = true;
    await open();
    await until(session.status, ({ state }) => state === 'degraded');
    expect(JSON.stringify(platform.lines)).not.to.contain('secret');
  });

  describe('with encryption', () => {
    const databases = async (): Promise<string[]> =>
      (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.includes(account.id));
    afterEach(async () => {
      for (const opened of sessions.splice(0)) await meanwhile(opened.signOut());
    });

    it('gets it when the first encrypted room is there, remembers that, and is online only then', async () => {
      server.join = { '!anna:example.org': roomWith('@anna:example.org', { encrypted: true }) };
      await open();
      const states: string[] = [];
      session.status.subscribe(({ state }) => states.push(state));
      await online();
      expect(states).to.deep.equal(['online']);
      expect(saved.map((changed) => changed.settings['encryption'])).to.deep.equal([true]);
      expect(session.contacts.value[0]?.encrypted).to.equal(true);
      expect(await databases()).to.have.length(2);
      await meanwhile(session.signOut());
      expect(await databases()).to.deep.equal([]);
      expect(server.network.count(path('/logout'))).to.equal(1);
    });

    it('publishes the keys of its device where the server has lost them', async () => {
      await open({ encryption: true });
      await online();
      const uploads = () =>
        server.network.asked.filter(
          ({ path, request }) => path.endsWith('/keys/upload') && 'device_keys' in request.body,
        );
      while (uploads().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const [upload] = uploads();
      expect(upload?.request.body['device_keys']).to.deep.include({ device_id: 'DEVICE', user_id: ME });
    });

    it('makes a key for its store where that was lost', async () => {
      await open({ encryption: true }, { accessToken: 'secret-token' });
      await online();
      expect(saved).to.have.length(1);
    });

    it('verifies nothing without a recovery key of the account', async () => {
      await open({ encryption: true });
      await online();
      const problem = (key: string): Promise<unknown> =>
        session.verify?.(key).catch((error: unknown) => (error as { problem: string }).problem) ?? Promise.resolve();
      expect(await problem('hello')).to.equal('bad_key');
      expect(await problem('EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d')).to.equal('not_set_up');
    });

    it('signs out also when the server does not answer', async () => {
      await open({ encryption: true });
      await online();
      server.network.on('POST', path('/logout'), ({ signal }) => FakeNetwork.hang(signal));
      const signedOut = session.signOut();
      while (server.network.count(path('/logout')) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await platform.clock.advance(5_000);
      await signedOut;
      expect(await databases()).to.deep.equal([]);
    });
  });
});
