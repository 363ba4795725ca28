import { expect } from '@open-wc/testing';
import { hostBackground } from '../../../../src/card/background-host.ts';
import { emptySnapshot, FakeCallAssist, readySnapshot } from '../support/fake-call-assist.ts';
import { until } from '../support/page.ts';

const APP = `${location.origin}/hacsfiles/call-assist/app-1a2b.js`;

describe('the host of the background', () => {
  const container = navigator.serviceWorker;
  let registered: string[];
  beforeEach(() => {
    registered = [];
    // What the browser would do is tested end to end.
    Object.defineProperty(container, 'register', {
      configurable: true,
      value: (url: string) => {
        registered.push(url);
        return Promise.reject(new DOMException('no', 'SecurityError'));
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(container, 'register');
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  it('waits for an account, and then registers the worker beside the app, once', async () => {
    const api = new FakeCallAssist();
    api.snapshot.set(emptySnapshot());
    hostBackground(api, APP);
    api.set({ missed: 1 });
    expect(registered).to.deep.equal([]);
    api.snapshot.set(readySnapshot());
    api.set({ missed: 2 });
    await until(() => registered.length > 0);
    api.set({ missed: 3 });
    expect(registered).to.deep.equal([`${location.origin}/hacsfiles/call-assist/call-assist-worker.js`]);
  });

  it('does nothing in a browser, or on a page, without workers', () => {
    Object.defineProperty(navigator, 'serviceWorker', { configurable: true, get: () => undefined });
    const api = new FakeCallAssist();
    let followed = false;
    Object.assign(api.snapshot, { subscribe: () => (followed = true) });
    hostBackground(api, APP);
    expect(followed).to.equal(false);
  });
});
