import { expect } from '@open-wc/testing';
import type { CallAssist } from '../../../src/runtime/api.ts';
import type { ProviderCallEvent } from '../../../src/runtime/call/events.ts';
import { createConfigure } from '../../../src/runtime/configure.ts';
import { Device } from '../../../src/runtime/device.ts';
import { createOwner, type Owner } from '../../../src/runtime/owner.ts';
import { Problems } from '../../../src/runtime/problems.ts';
import type { ProviderSession } from '../../../src/runtime/providers/provider.ts';
import { DEFAULT_SETTINGS } from '../../../src/runtime/settings/device-settings.ts';
import { LockedError } from '../../../src/runtime/settings/lock.ts';
import { memoryStorage } from '../../../src/runtime/storage/memory.ts';
import { createVacant } from '../../../src/runtime/vacant.ts';
import { settled } from '../support/fake-clock.ts';
import { fakePlatform } from '../support/fake-platform.ts';
import { anna, annasPeer, FakeCall, FakeProvider } from './support/fake-provider.ts';
import { openPage } from './support/home-page.ts';

const account = { id: 'account', protocol: 'matrix', address: '@kitchen:example.org', settings: {} };

describe('owner', () => {
  let end: () => Promise<void>;
  afterEach(() => end());

  const set = async () => {
    const page = openPage();
    const platform = fakePlatform();
    const storage = memoryStorage();
    const provider = new FakeProvider();
    const problems = new Problems(platform.log);
    const device = await Device.open({ platform, storage, report: problems.storage, isAdmin: async () => true });
    await storage.accounts.put(account, { token: 'x' });
    const providers = [provider.descriptor];
    const owner = await createOwner({ platform, storage, device, providers, problems, onChunkLost: () => {} });
    await settled();
    end = async () => {
      await owner.close();
      device.close();
      page.close();
    };
    const ring = async (callId = 'c', change: Partial<Extract<ProviderCallEvent, { type: 'invited' }>> = {}) => {
      const call = new FakeCall(callId);
      const offered = { audio: true, video: true };
      provider.ios[0]?.invited(call, {
        ...{ type: 'invited', callId, peer: annasPeer, offered, age: 0, lifetime: null },
        ...change,
      });
      await settled();
      return call;
    };
    return { ...platform, owner, device, storage, provider, problems, ring, socket: page.socket };
  };
  const choose = (owner: Owner, change: Parameters<CallAssist['configurePerson']>[2]) =>
    owner.configurePerson('account', anna.id, change);
  const failure = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    );

  it('shows people under the names that are used here, when they call too', async () => {
    const { owner, ring } = await set();
    await choose(owner, { alias: 'Mum', favourite: true, ringtone: 'lullaby' });
    await settled();
    expect(owner.snapshot.value.contacts[0]).to.include({
      name: 'Mum',
      ownName: 'Anna',
      favourite: true,
      writable: true,
    });
    await ring();
    const [call] = owner.snapshot.value.calls;
    expect(call).to.deep.include({ phase: 'ringing-in', autoAnswerAt: null, cameraOnAt: null });
    expect(call?.peer.name).to.equal('Mum');
  });

  it('lets nobody ring who is blocked, without a trace', async () => {
    const { owner, ring, storage } = await set();
    await choose(owner, { blocked: true });
    const call = await ring();
    expect(call.told).to.deep.equal(['close']);
    expect(owner.snapshot.value.calls).to.deep.equal([]);
    expect(owner.snapshot.value.lastResult).to.equal(null);
    expect(await storage.history.latest(9)).to.deep.equal([]);
  });

  it('stops the ring of somebody who is blocked meanwhile', async () => {
    const { owner, ring } = await set();
    const call = await ring();
    await choose(owner, { blocked: true });
    await settled();
    expect(call.told).to.include('decline declined');
    expect(owner.busy()).to.equal(false);
  });

  it('rings through do not disturb for who may, counts the others as missed, and forgets them when seen', async () => {
    const { owner, ring } = await set();
    await owner.configureDevice({ doNotDisturb: true });
    await ring('1');
    await settled();
    expect(owner.snapshot.value).to.deep.include({ quiet: true, calls: [], missed: 1, lastResult: 'do_not_disturb' });
    await choose(owner, { throughQuiet: true, autoAnswer: 'video' });
    await ring('2');
    expect(owner.snapshot.value.calls[0]).to.deep.include({ phase: 'ringing-in', dropIn: null });
    await owner.markSeen();
    await settled();
    expect(owner.snapshot.value.missed).to.equal(0);
  });

  it('tells a second caller that it is busy here, where that was chosen, and rings no longer than was chosen', async () => {
    const { owner, ring, clock } = await set();
    await owner.configureDevice({ secondCall: 'busy', ringWindow: 15_000 });
    await ring('1', { lifetime: 60_000 });
    const second = await ring('2');
    expect(second.told).to.deep.equal(['decline busy_here', 'close']);
    await clock.advance(15_000);
    expect(owner.snapshot.value.calls[0]?.reason).to.equal('missed');
    expect(owner.busy()).to.equal(false);
  });

  it('never answers by itself where the ring is turned down', async () => {
    const { owner, ring } = await set();
    await choose(owner, { autoAnswer: 'voice' });
    await owner.configureDevice({ ringVolume: 0 });
    await ring();
    expect(owner.snapshot.value.calls[0]?.dropIn).to.equal(null);
  });

  it('locked changes no account, and still takes calls', async () => {
    const { owner, ring } = await set();
    await owner.configureDevice({ lock: 'pin', pin: '1234' });
    owner.lock();
    for (const refused of [
      owner.addAccount('matrix', {}),
      owner.signOut('account'),
      owner.setAccountOption('account', 'public_stun', true),
      owner.verifyAccount('account', 'key'),
      owner.acceptRequest('account', 'r'),
      owner.rejectRequest('account', 'r'),
      choose(owner, { favourite: true }),
    ]) {
      expect(await failure(refused)).to.be.instanceOf(LockedError);
    }
    await ring();
    expect(await owner.command({ type: 'decline', by: 'touch' })).to.deep.equal({ ok: true });
    await owner.sendMessage('account', anna.id, 'Later');
    expect(await owner.command({ type: 'set-volume', volume: 0.2, by: 'touch' })).to.deep.equal({ ok: true });
    await settled();
    expect(owner.snapshot.value.settings.callVolume).to.equal(0.2);
  }).timeout(20_000);

  it('adds an account with what was imported for it, and signs it out', async () => {
    const { owner, provider, storage } = await set();
    const choice = {
      alias: 'Gran',
      favourite: true,
      ringtone: null,
      autoAnswer: 'off',
      throughQuiet: false,
      blocked: false,
    };
    const text = JSON.parse(await owner.exportSettings());
    text.people = [{ account: { protocol: 'matrix', address: '@hall:example.org' }, contactId: '!room', ...choice }];
    await owner.importSettings(JSON.stringify(text));
    provider.nextId = 'hall';
    expect(await owner.addAccount('matrix', { user: '@hall:example.org' })).to.equal('hall');
    expect(await storage.people.list()).to.deep.equal([{ ...choice, accountId: 'hall', contactId: '!room' }]);
    await owner.setAccountOption('hall', 'public_stun', true);
    await owner.signOut('hall');
    expect(provider.sessions[1]?.done).to.deep.equal(['public_stun true', 'sign out', 'close']);
    expect(await failure(owner.acceptRequest('hall', 'x'))).to.be.instanceOf(RangeError);
  });

  it('says that Home Assistant is away, and keeps names from the helpers where they are hidden', async () => {
    const { owner, socket, clock, ring } = await set();
    await owner.configureStation({ name: 'Kitchen' });
    await owner.configureDevice({ hideNames: 'while-ringing' });
    await ring();
    await settled();
    expect(JSON.stringify(socket.sent)).not.to.contain('Anna');
    expect(owner.snapshot.value.problems.map(({ kind }) => kind)).to.deep.equal([]);
    socket.close();
    await clock.advance(10_000);
    await settled();
    expect(owner.snapshot.value.problems.map(({ kind }) => kind)).to.include('home-assistant-away');
  });

  it('a simulated call rings also while it is quiet, and leaves no trace', async () => {
    const { owner, storage, socket, clock } = await set();
    await owner.configureStation({ name: 'Kitchen' });
    await owner.configureDevice({ doNotDisturb: true });
    const sent = socket.sent.length;
    await owner.simulateCall({ video: true, name: 'Somebody' });
    await settled();
    expect(owner.snapshot.value.calls[0]).to.deep.include({ phase: 'ringing-in', dropIn: null, direction: 'incoming' });
    expect(owner.snapshot.value.calls[0]?.peer.name).to.equal('Somebody');
    expect(await failure(owner.simulateCall({ video: false, name: 'x' }))).to.be.instanceOf(Error);
    expect(await owner.testCall({ video: false, name: 'x' })).to.deep.equal({ ok: false, reason: 'refused_busy' });
    expect(await owner.command({ type: 'decline', by: 'touch' })).to.deep.equal({ ok: true });
    await clock.advance(10_000);
    expect(owner.snapshot.value).to.deep.include({ calls: [], history: [], missed: 0, lastResult: null });
    expect(await storage.history.latest(9)).to.deep.equal([]);
    expect(await storage.running.list()).to.deep.equal([]);
    expect(socket.sent.slice(sent).filter(({ type }) => type === 'call_service')).to.deep.equal([]);
  });

  it('tells the relays of those accounts that know them', async () => {
    const { owner, provider } = await set();
    expect(await owner.iceServers()).to.equal(null);
    const session: ProviderSession = provider.sessions[0]!;
    session.iceServers = async () => [{ urls: 'turn:turn.example.org' }];
    expect(await owner.iceServers()).to.deep.equal([{ urls: 'turn:turn.example.org' }]);
    session.iceServers = () => Promise.reject(new Error('the server is away'));
    expect(await failure(owner.iceServers())).to.be.instanceOf(Error);
  });

  it('hands requests to their account, and tells sessions that the page goes away', async () => {
    const { owner, provider } = await set();
    await owner.acceptRequest('account', '1');
    await owner.rejectRequest('account', '2');
    await owner.verifyAccount('account', 'key');
    owner.previewRingtone(null);
    owner.allowSound();
    expect(owner.cameras()).to.deep.equal([]);
    expect(owner.media('none')).to.equal(null);
    owner.pageClosing();
    expect(provider.sessions[0]?.done).to.deep.equal(['accept 1', 'reject 2', 'page closing']);
  });
});

describe('a device without accounts', () => {
  it('is configured all the same, and becomes the owner with its first account', async () => {
    const platform = fakePlatform();
    const storage = memoryStorage();
    const problems = new Problems(platform.log);
    const device = await Device.open({ platform, storage, report: problems.storage, isAdmin: async () => true });
    const added: unknown[] = [];
    const occupied = { addAccount: async (...given: unknown[]) => (added.push(given), 'id') } as unknown as Owner;
    const opened = { device, configure: createConfigure(device, () => []) };
    let loads = 0;
    const load = async () => (loads++, opened);
    const vacant = await createVacant({ problems, known: false, device: load, occupy: async () => occupied });
    expect(loads).to.equal(0);
    expect(vacant.snapshot.value.settings).to.deep.equal(DEFAULT_SETTINGS);
    vacant.lock();
    await vacant.configureDevice({ language: 'de' });
    await vacant.configureStation({ name: 'Hall' });
    problems.raise({ kind: 'insecure-page' });
    expect(vacant.snapshot.value).to.deep.include({ role: 'owner', problems: [{ kind: 'insecure-page' }] });
    expect(vacant.snapshot.value.settings.language).to.equal('de');
    expect(vacant.snapshot.value.station.slug).to.equal('hall');
    expect(await vacant.command({ type: 'dismiss', by: 'touch' })).to.deep.equal({
      ok: false,
      reason: 'refused_not_ready',
    });
    expect(await vacant.signOut('x').catch((error: unknown) => error)).to.be.instanceOf(RangeError);
    expect(await vacant.addAccount('matrix', {})).to.equal('id');
    expect(added).to.deep.equal([['matrix', {}]]);
    expect([vacant.busy(), vacant.media('x'), vacant.cameras()]).to.deep.equal([false, null, []]);
    vacant.allowSound();
    vacant.previewRingtone('chimes');
    vacant.pageClosing();
    for (const done of [vacant.markSeen(), vacant.unlock(''), vacant.deleteHistory('all')]) await done;
    await vacant.importSettings(await vacant.exportSettings());
    await vacant.close();
    const known = await createVacant({ problems, known: true, device: load, occupy: async () => occupied });
    expect(known.snapshot.value.settings.language).to.equal('de');
    await known.close();
    expect(problems.all.listeners).to.equal(0);
    device.close();
  });
});
