import { expect } from '@open-wc/testing';
import { requestOwnership, type OwnerLock } from '../../../../src/runtime/platform/owner-lock.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** A tab, as far as the lock can tell: one request of the same page counts like one of another. */
class Tab {
  readonly history: string[] = [];
  readonly #closing = new AbortController();
  readonly lock: OwnerLock;

  constructor(locks: { locks?: LockManager | undefined } = {}) {
    this.lock = requestOwnership({
      onOwner: () => this.history.push('owner'),
      onLost: () => this.history.push('lost'),
      signal: this.#closing.signal,
      ...locks,
    });
  }

  close(): void {
    this.#closing.abort();
  }

  async becomes(...history: string[]): Promise<void> {
    await waitUntil(() => this.history.join() === history.join(), `${this.history.join()} is not ${history.join()}`);
  }
}

describe('requestOwnership', () => {
  const tabs: Tab[] = [];
  const open = (...options: ConstructorParameters<typeof Tab>): Tab => {
    const tab = new Tab(...options);
    tabs.push(tab);
    return tab;
  };
  afterEach(async () => {
    tabs.splice(0).forEach((tab) => tab.close());
    await waitUntil(
      async () => !(await navigator.locks.query()).held?.some(({ name }) => name === 'call-assist-owner'),
    );
  });

  it('gives the accounts to one tab, and to the next when that closes', async () => {
    const [first, second] = [open(), open()];
    await first.becomes('owner');
    expect(second.history).to.deep.equal([]);
    first.close();
    await second.becomes('owner');
    expect(first.history).to.deep.equal(['owner']);
  });

  it('is taken on request, and comes back when the thief closes', async () => {
    const [first, second] = [open(), open()];
    await first.becomes('owner');
    second.lock.steal();
    await second.becomes('owner');
    await first.becomes('owner', 'lost');
    second.close();
    await first.becomes('owner', 'lost', 'owner');
  });

  it('is handed over without being called lost', async () => {
    const [first, second] = [open(), open()];
    await first.becomes('owner');
    first.lock.handOver();
    await second.becomes('owner');
    expect(first.history).to.deep.equal(['owner']);
    second.lock.handOver();
    await first.becomes('owner', 'owner');
  });

  it('tells a closed tab nothing', async () => {
    const [first, second] = [open(), open()];
    await first.becomes('owner');
    second.close();
    second.lock.steal();
    first.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(second.history).to.deep.equal([]);
  });

  it('makes every tab the owner where there are no locks, and says so', async () => {
    const tab = open({ locks: undefined });
    await tab.becomes('owner');
    expect(tab.lock.exclusive).to.equal(false);
    tab.lock.steal();
    tab.lock.handOver();
    await Promise.resolve();
    expect(tab.history).to.deep.equal(['owner']);
  });
});
