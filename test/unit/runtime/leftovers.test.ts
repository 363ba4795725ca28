import { expect } from '@open-wc/testing';
import type { AccountView } from '../../../src/runtime/api.ts';
import { Unavailable } from '../../../src/runtime/call-sessions.ts';
import { DEFAULT_POLICY } from '../../../src/runtime/call/call.ts';
import { sayGoodbye, stateAfterReload } from '../../../src/runtime/leftovers.ts';
import { whenOnline } from '../../../src/runtime/online.ts';
import { Store } from '../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../src/runtime/platform/scope.ts';
import type { AccountStatus } from '../../../src/runtime/providers/provider.ts';
import { memoryStorage } from '../../../src/runtime/storage/memory.ts';
import type { RunningCall } from '../../../src/runtime/storage/storage.ts';
import { settled } from '../support/fake-clock.ts';
import { fakePlatform } from '../support/fake-platform.ts';
import { annasPeer, FakeSession } from './support/fake-provider.ts';

const DAY = 24 * 3_600_000;
const left = (callId: string, began: number): RunningCall => ({
  callId,
  direction: 'outgoing',
  peer: annasPeer,
  video: true,
  began,
  answered: null,
  connected: null,
  goodbye: { call: callId },
});

/** One account whose status the test sets. */
const accountsWith = (first: AccountStatus | null) => {
  const session = new FakeSession();
  const views = new Store<readonly AccountView[]>([]);
  let status = first;
  return {
    session,
    accounts: { views, status: () => status, session: () => (status ? session : null) },
    becomes(next: AccountStatus): void {
      status = next;
      views.set([]);
    },
  };
};

describe('stateAfterReload', () => {
  const set = () => ({ ...fakePlatform(10 * DAY), storage: memoryStorage() });

  it('is empty when nothing ran', async () => {
    const { storage, ...platform } = set();
    const { state, left: calls } = await stateAfterReload(storage, platform, DEFAULT_POLICY);
    expect(state).to.deep.include({ calls: [], past: [], lastResult: null, policy: DEFAULT_POLICY });
    expect(calls).to.deep.equal([]);
  });

  it('writes what the page cut off into history, offers the newest again, and forgets the notes', async () => {
    const { storage, ...platform } = set();
    const now = platform.clock.now();
    await storage.running.put(left('old', now - DAY));
    await storage.running.put(left('new', now - 1_000));
    const { state, left: calls } = await stateAfterReload(storage, platform, DEFAULT_POLICY);
    expect(calls.map(({ callId }) => callId)).to.deep.equal(['new']);
    expect(state.lastResult).to.equal('kiosk_closed');
    expect(state.calls.length).to.equal(1);
    expect(state.calls[0]).to.deep.include({
      id: 'new',
      phase: 'ended',
      reason: 'kiosk_closed',
      dropIn: null,
      silenced: false,
      deadline: now + 60_000,
    });
    const history = await storage.history.latest(9);
    expect(history.map(({ callId, reason }) => `${callId} ${reason}`)).to.deep.equal([
      'new kiosk_closed',
      'old kiosk_closed',
    ]);
    expect(await storage.running.list()).to.deep.equal([]);
  });

  it('writes nothing twice, and knows what must not ring again', async () => {
    const { storage, ...platform } = set();
    const now = platform.clock.now();
    await storage.running.put(left('known', now));
    const record = { callId: 'known', direction: 'outgoing', peer: annasPeer, began: now, answered: null } as const;
    await storage.history.add({
      ...record,
      offered: { audio: true, video: true },
      connected: null,
      ended: now,
      reason: 'hung_up',
    });
    const { state } = await stateAfterReload(storage, platform, DEFAULT_POLICY);
    expect(await storage.history.latest(9)).to.have.length(1);
    expect(state.past).to.deep.equal([{ id: 'known', reason: 'hung_up' }]);
  });
});

describe('sayGoodbye', () => {
  it('tells each peer once, as soon as its account is online', async () => {
    const { accounts, session, becomes } = accountsWith({ state: 'connecting' });
    const scope = new Scope(() => {});
    sayGoodbye([left('1', 0), left('2', 0)], accounts, fakePlatform(), scope);
    expect(session.done).to.deep.equal([]);
    becomes({ state: 'online' });
    becomes({ state: 'online' });
    expect(session.done).to.deep.equal(['abandon {"call":"1"}', 'abandon {"call":"2"}']);
    await scope.close();
    expect(accounts.views.listeners).to.equal(0);
  });

  it('lives with a peer that cannot be told', async () => {
    const { accounts, session } = accountsWith({ state: 'online' });
    session.abandon = () => Promise.reject(new Error('gone'));
    const platform = fakePlatform();
    sayGoodbye([left('1', 0)], accounts, platform, new Scope(() => {}));
    await settled();
    expect(platform.lines.map(({ level }) => level)).to.deep.equal(['warn']);
  });
});

describe('whenOnline', () => {
  const set = (first: AccountStatus | null) => {
    const platform = fakePlatform();
    const abort = new AbortController();
    const given = accountsWith(first);
    const waiting = whenOnline(given.accounts, 'account', platform, abort.signal).then(
      () => 'online',
      (error: unknown) => (error instanceof Unavailable ? error.reason : 'other'),
    );
    return { ...given, ...platform, abort, waiting };
  };

  it('is at once where it is online, or only lacks encryption', async () => {
    for (const status of [{ state: 'online' }, { state: 'degraded', reason: 'encryption' }] as const) {
      expect(await set(status).waiting).to.equal('online');
    }
  });

  it('waits for an account on its way', async () => {
    const { waiting, becomes, clock, accounts } = set({ state: 'connecting' });
    becomes({ state: 'degraded', reason: 'network' });
    becomes({ state: 'online' });
    expect(await waiting).to.equal('online');
    expect(clock.pending + accounts.views.listeners).to.equal(0);
  });

  it('fails with the reason: signed out, not in time, or not wanted any more', async () => {
    expect(await set(null).waiting).to.equal('signed_out');
    const leaving = set({ state: 'connecting' });
    leaving.becomes({ state: 'signed-out', reason: 'revoked' });
    expect(await leaving.waiting).to.equal('signed_out');
    const late = set({ state: 'connecting' });
    await late.clock.advance(20_000);
    expect(await late.waiting).to.equal('account_away');
    const hungUp = set({ state: 'connecting' });
    hungUp.abort.abort();
    expect(await hungUp.waiting).to.equal('account_away');
  });
});
