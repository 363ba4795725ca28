import { expect } from '@open-wc/testing';
import { createWakeLock } from '../../../../src/runtime/platform/wake-lock.ts';
import { fakePlatform } from '../../support/fake-platform.ts';
import { waitUntil } from '../../support/wait-until.ts';

class FakeSentinel extends EventTarget {
  release(): Promise<undefined> {
    this.dispatchEvent(new Event('release'));
    return Promise.resolve(undefined);
  }
}

class FakeWakeLock {
  readonly taken: FakeSentinel[] = [];
  fails = false;
  request(): Promise<WakeLockSentinel> {
    if (this.fails) return Promise.reject(new DOMException('battery', 'NotAllowedError'));
    const sentinel = new FakeSentinel();
    this.taken.push(sentinel);
    return Promise.resolve(sentinel as unknown as WakeLockSentinel);
  }
}

describe('createWakeLock', () => {
  const { log } = fakePlatform();
  let browser: FakeWakeLock;
  beforeEach(() => (browser = new FakeWakeLock()));
  const create = () => createWakeLock(log, browser);
  const seen = () => document.dispatchEvent(new Event('visibilitychange'));

  it('holds while wanted', async () => {
    const lock = create();
    lock.want(true);
    await waitUntil(() => lock.held.value);
    lock.want(false);
    await waitUntil(() => !lock.held.value);
    lock.close();
  });

  it('takes it again when the page is seen again', async () => {
    const lock = create();
    lock.want(true);
    await waitUntil(() => lock.held.value);
    await browser.taken[0]?.release();
    expect(lock.held.value).to.equal(false);
    seen();
    await waitUntil(() => lock.held.value);
    expect(browser.taken.length).to.equal(2);
    lock.close();
    await waitUntil(() => !lock.held.value);
  });

  it('lets go of what came too late', async () => {
    const lock = create();
    lock.want(true);
    lock.want(false);
    await waitUntil(() => browser.taken.length === 1);
    await waitUntil(() => !lock.held.value);
    lock.close();
  });

  it('tries again after a refusal, and asks for nothing once closed', async () => {
    browser.fails = true;
    const lock = create();
    lock.want(true);
    await Promise.resolve();
    browser.fails = false;
    await new Promise((resolve) => setTimeout(resolve));
    seen();
    await waitUntil(() => lock.held.value);
    lock.close();
    seen();
    expect(browser.taken.length).to.equal(1);
  });
});
