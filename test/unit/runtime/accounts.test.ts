import { expect } from '@open-wc/testing';
import { Accounts } from '../../../src/runtime/accounts.ts';
import { SignInError } from '../../../src/runtime/providers/provider.ts';
import { memoryStorage } from '../../../src/runtime/storage/memory.ts';
import { settled } from '../support/fake-clock.ts';
import { fakePlatform } from '../support/fake-platform.ts';
import { anna, FakeProvider } from './support/fake-provider.ts';

const account = { id: 'account', protocol: 'matrix', address: '@kitchen:example.org', settings: {} };

describe('Accounts', () => {
  const all: Accounts[] = [];
  afterEach(() => Promise.all(all.splice(0).map((accounts) => accounts.close())));
  const set = (provider = new FakeProvider()) => {
    const platform = fakePlatform();
    const storage = memoryStorage();
    const leaving: string[] = [];
    const lost: unknown[] = [];
    const accounts = new Accounts({
      platform,
      storage,
      providers: [provider.descriptor],
      events: { invited: () => {}, emit: () => {} },
      onLeaving: (id) => leaving.push(id),
      onChunkLost: (error) => lost.push(error),
    });
    all.push(accounts);
    return { accounts, provider, storage, leaving, lost, ...platform };
  };
  const loaded = async (given: ReturnType<typeof set>) => {
    await given.storage.accounts.put(account, { token: 'secret' });
    await given.accounts.load();
    await settled();
    return given;
  };
  const state = ({ accounts }: ReturnType<typeof set>) => accounts.views.value[0]?.status;

  it('open what is stored, and show its people and options', async () => {
    const { accounts } = await loaded(set());
    expect(accounts.views.value).to.deep.equal([
      {
        id: 'account',
        protocol: 'matrix',
        protocolName: 'Matrix',
        address: '@kitchen:example.org',
        status: { state: 'online' },
        verifiable: false,
        options: [
          { type: 'switch', name: 'public_stun', label: 'STUN', byDefault: false, on: false },
          { type: 'url', name: 'stun_server', label: 'STUN server', placeholder: 'stun:example.org', value: '' },
        ],
      },
    ]);
    expect(accounts.contacts.value).to.deep.equal([anna]);
  });

  it('whose secrets are gone are signed out, and their calls end', async () => {
    const given = set();
    await given.storage.accounts.put(account, {});
    await given.storage.accounts.forgetSecrets('account');
    await given.accounts.load();
    await settled();
    expect(state(given)).to.deep.equal({ state: 'signed-out', reason: 'storage' });
    expect(given.leaving).to.deep.equal(['account']);
  });

  it('that cannot be opened are tried again, later and later, and at once when the network is back', async () => {
    const given = set();
    given.provider.failures = 3;
    await loaded(given);
    expect(state(given)).to.deep.equal({ state: 'degraded', reason: 'network' });
    await given.clock.advance(2_000);
    expect(given.provider.failures).to.equal(1);
    await given.clock.advance(3_999);
    expect(given.provider.failures).to.equal(1);
    dispatchEvent(new Event('online'));
    await settled();
    expect(given.provider.failures).to.equal(0);
    await given.clock.advance(8_000);
    expect(state(given)).to.deep.equal({ state: 'online' });
    expect(given.clock.pending).to.equal(0);
  });

  it('sign in, keep their secrets, and open', async () => {
    const { accounts, storage } = set();
    expect(await accounts.add('matrix', { password: 'x' }, {})).to.equal('account');
    await settled();
    expect(accounts.status('account')).to.deep.equal({ state: 'online' });
    expect(await storage.accounts.secrets('account')).to.deep.equal({ token: 'x' });
    const error = await accounts.add('xmpp', {}, {}).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(SignInError);
  });

  it('sign in again with the same id, and with what the server does not give anew', async () => {
    const given = await loaded(set());
    await given.storage.accounts.put(account, { token: 'old', storeKey: 'kept' });
    expect(await given.accounts.add('matrix', { user: account.address, password: 'new' }, {})).to.equal('account');
    await settled();
    expect(await given.storage.accounts.secrets('account')).to.deep.equal({ token: 'new', storeKey: 'kept' });
    expect(given.provider.sessions[0]?.done).to.deep.equal(['close']);
    expect(given.accounts.views.value.length).to.equal(1);
    expect(given.leaving).to.deep.equal(['account']);
  });

  it('take the place of a twin that was typed in another way', async () => {
    const given = await loaded(set());
    given.provider.nextId = 'other';
    given.provider.signIn = async () => ({ account: { ...account, id: 'other' }, secrets: {} });
    expect(await given.accounts.add('matrix', { user: 'kitchen' }, {})).to.equal('other');
    await settled();
    expect(given.accounts.views.value.map(({ id }) => id)).to.deep.equal(['other']);
    expect(given.provider.sessions[0]?.done).to.deep.equal(['sign out', 'close']);
  });

  it('sign out: calls first, then the server, then here; also when the server cannot be reached', async () => {
    for (const unreachable of [false, true]) {
      const given = await loaded(set());
      Object.assign(given.provider.sessions[0] ?? {}, { unreachable });
      await given.accounts.signOut('account');
      await given.accounts.signOut('account');
      expect(given.leaving).to.deep.equal(['account']);
      expect(given.provider.sessions[0]?.done).to.deep.equal(['sign out', 'close']);
      expect(given.accounts.views.value).to.deep.equal([]);
      expect(given.accounts.contacts.value).to.deep.equal([]);
      expect(await given.storage.accounts.list()).to.deep.equal([]);
    }
  });

  it('that are being opened are revoked as soon as they are open', async () => {
    const given = set();
    const opening = Promise.withResolvers<void>();
    given.provider.opening = opening.promise;
    await loaded(given);
    const leaving = given.accounts.signOut('account');
    await settled();
    expect(await given.storage.accounts.list()).to.have.length(1);
    opening.resolve();
    await leaving;
    expect(given.provider.sessions[0]?.done).to.deep.equal(['sign out', 'close']);
    expect(await given.storage.accounts.list()).to.deep.equal([]);
    expect(given.clock.pending).to.equal(0);
  });

  it('that never open are forgotten after ten seconds, and what opens then is closed', async () => {
    const given = set();
    const opening = Promise.withResolvers<void>();
    given.provider.opening = opening.promise;
    await loaded(given);
    const leaving = given.accounts.signOut('account');
    await given.clock.advance(10_000);
    await leaving;
    expect(await given.storage.accounts.list()).to.deep.equal([]);
    opening.resolve();
    await settled();
    expect(given.provider.sessions[0]?.done).to.deep.equal(['close']);
  });

  it('change the options they have', async () => {
    const given = await loaded(set());
    await given.accounts.setOption('account', 'public_stun', true);
    await given.accounts.setOption('account', 'stun_server', 'stun:a.test');
    const done = ['public_stun true', 'stun_server stun:a.test'];
    expect(given.provider.sessions[0]?.done).to.deep.equal(done);
    for (const [id, name, value] of [
      ['account', 'other', true],
      ['nobody', 'public_stun', true],
      ['account', 'public_stun', 'true'],
      ['account', 'stun_server', true],
    ] as const) {
      const error = await given.accounts.setOption(id, name, value).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(RangeError);
    }
    expect(given.provider.sessions[0]?.done).to.deep.equal(done);
  });

  it('tell of files that cannot be loaded', async () => {
    const provider = new FakeProvider();
    const given = set(provider);
    await given.storage.accounts.put(account, {});
    const broken = { ...provider.descriptor, load: () => Promise.reject(new Error('gone')) };
    const accounts = new Accounts({
      platform: given,
      storage: given.storage,
      providers: [broken],
      events: { invited: () => {}, emit: () => {} },
      onLeaving: () => {},
      onChunkLost: (error) => given.lost.push(error),
    });
    all.push(accounts);
    await accounts.load();
    await settled();
    expect(given.lost.length).to.equal(1);
    await loaded(given);
    given.provider.ios[0]?.chunkLost?.(new Error('a wasm that is gone'));
    expect(given.lost.length).to.equal(2);
  });

  it('keep what a session saves, and tell their sessions that the page goes away', async () => {
    const given = await loaded(set());
    const settings = { public_stun: true };
    await given.provider.ios[0]?.save({ ...account, settings }, { token: 'rotated' });
    expect(await given.storage.accounts.secrets('account')).to.deep.equal({ token: 'rotated' });
    expect(given.accounts.account('account')?.settings).to.deep.equal(settings);
    given.accounts.pageClosing();
    expect(given.provider.sessions[0]?.done).to.deep.equal(['page closing']);
    given.provider.sessions[0]?.status.set({ state: 'signed-out', reason: 'revoked' });
    expect(given.leaving).to.deep.equal(['account']);
  });
});
