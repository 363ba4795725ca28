import { expect } from '@open-wc/testing';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { linkWorker, type WorkerBrowser, type WorkerLink } from '../../../../src/runtime/worker/link.ts';
import type { Ring, RingTouched, ToWorker } from '../../../../src/runtime/worker/messages.ts';
import { settled } from '../../support/fake-clock.ts';
import { fakePlatform } from '../../support/fake-platform.ts';

const HOUR = 3_600_000;

class Worker extends EventTarget {
  state: ServiceWorkerState = 'activated';
  readonly version: string;
  readonly heard: ToWorker[] = [];

  constructor(version: string) {
    super();
    this.version = version;
  }
  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** A browser that has a registration, and a server that may have another version. */
function browserWith(workers: { active?: Worker | null; installing?: Worker; waiting?: Worker }) {
  const registration = { active: null, installing: null, waiting: null, ...workers };
  const page: EventTarget & { visibilityState: DocumentVisibilityState } = Object.assign(new EventTarget(), {
    visibilityState: 'visible' as const,
  });
  const container = new EventTarget();
  const given = {
    registration,
    page,
    container,
    updates: 0,
    skips: 0,
    update: async (): Promise<void> => {},
    answers: true,
    listeners: {} as Record<string, () => void>,
    browser: {} as WorkerBrowser,
    registered: registration as unknown as ServiceWorkerRegistration | undefined,
  };
  given.browser = {
    page,
    container,
    createWorkbox: () => ({
      register: async () => given.registered,
      update: async () => {
        given.updates++;
        await given.update();
      },
      messageSkipWaiting: () => void given.skips++,
      addEventListener: (type, listener) => void (given.listeners[type] = listener as unknown as () => void),
    }),
    ask: async (worker, message) => {
      (worker as unknown as Worker).heard.push(message);
      if (!given.answers) await new Promise(() => {});
      return (worker as unknown as Worker).version;
    },
  };
  return given;
}

describe('the link to the worker', () => {
  const platform = fakePlatform();
  let scope: Scope;
  let updates: number;
  let touches: RingTouched[];
  beforeEach(() => {
    scope = new Scope((error) => {
      throw error;
    });
    updates = 0;
    touches = [];
  });
  afterEach(async () => {
    await scope.close();
    expect(platform.clock.pending).to.equal(0);
  });
  const link = ({ browser }: { browser: WorkerBrowser }): Promise<WorkerLink> =>
    linkWorker({
      url: 'https://home.test/local/call-assist-worker.js',
      version: 'app-1.js',
      platform,
      scope,
      onTouched: (touched) => touches.push(touched),
      onUpdate: () => updates++,
      browser,
    });

  it('passes rings on to the worker that works', async () => {
    const active = new Worker('app-1.js');
    const { tell, over } = await link(browserWith({ active }));
    await settled();
    const ring = { callId: 'a' } as Ring;
    tell(ring);
    over('a');
    expect(active.heard).to.deep.equal([{ type: 'hello' }, { type: 'ring', ring }, { type: 'ring-over', callId: 'a' }]);
    expect(updates).to.equal(0);
  });

  it('waits for the first worker to be ready', async () => {
    const installing = new Worker('app-1.js');
    installing.state = 'installing';
    const given = browserWith({ active: null, installing });
    let linked = false;
    const linking = link(given).then(() => (linked = true));
    await settled();
    installing.become('installed');
    await settled();
    expect(linked).to.equal(false);
    installing.become('activated');
    await linking;
  });

  it('one that never is ready is given up', async () => {
    const waiting = new Worker('app-1.js');
    waiting.state = 'installed';
    const failed = link(browserWith({ active: null, waiting })).catch((error: Error) => error.message);
    await platform.clock.advance(30_000);
    expect(await failed).to.contain('30000 ms');
  });

  it('lets the newest worker begin at once', async () => {
    const given = browserWith({ active: new Worker('app-1.js') });
    await link(given);
    given.listeners['waiting']?.();
    expect(given.skips).to.equal(1);
  });

  it('tells once that the files on the server are of another version, and looks no more', async () => {
    const given = browserWith({ active: new Worker('app-1.js') });
    await link(given);
    await settled();
    expect([given.updates, updates]).to.deep.equal([1, 0]);
    given.registration.installing = new Worker('app-2.js') as never;
    await platform.clock.advance(HOUR);
    expect([given.updates, updates]).to.deep.equal([2, 1]);
    given.page.dispatchEvent(new Event('visibilitychange'));
    await platform.clock.advance(2 * HOUR);
    expect([given.updates, updates]).to.deep.equal([2, 1]);
  });

  it('believes no worker before the server was asked: the page may be the newer one', async () => {
    const given = browserWith({ active: new Worker('app-0.js') });
    given.update = async () => {
      await Promise.resolve();
      given.registration.waiting = new Worker('app-1.js') as never;
    };
    await link(given);
    await settled();
    expect(updates).to.equal(0);
  });

  it('looks again when the page is seen again, and after a server that was away', async () => {
    const given = browserWith({ active: new Worker('app-2.js') });
    given.update = () => Promise.reject(new TypeError('Failed to update'));
    await link(given);
    await settled();
    expect(updates).to.equal(0);
    given.page.visibilityState = 'hidden';
    given.page.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(given.updates).to.equal(1);
    given.update = async () => {};
    given.page.visibilityState = 'visible';
    given.page.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect([given.updates, updates]).to.deep.equal([2, 1]);
  });

  it('a worker that does not answer says nothing', async () => {
    const given = browserWith({ active: new Worker('app-2.js') });
    given.answers = false;
    await link(given);
    await platform.clock.advance(5_000);
    expect(updates).to.equal(0);
    expect(platform.lines.at(-1)).to.include({ level: 'debug' });
  });

  it('hears touches, and nothing else of workers', async () => {
    const given = browserWith({ active: new Worker('app-1.js') });
    await link(given);
    const touched: RingTouched = { type: 'call-assist-ring-touched', callId: 'a', action: 'answer' };
    for (const data of [null, { type: 'other' }, touched]) {
      given.container.dispatchEvent(new MessageEvent('message', { data }));
    }
    expect(touches).to.deep.equal([touched]);
  });

  it('ended, it hears and looks no more', async () => {
    const given = browserWith({ active: new Worker('app-2.js') });
    let answer = (): void => {};
    given.update = () => new Promise((resolve) => (answer = resolve));
    await link(given);
    await scope.close();
    answer();
    given.container.dispatchEvent(
      new MessageEvent('message', { data: { type: 'call-assist-ring-touched', callId: 'a', action: 'open' } }),
    );
    given.page.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect([touches.length, updates, given.updates]).to.deep.equal([0, 0, 1]);
  });

  it('fails where the browser has none', async () => {
    const given = browserWith({});
    given.registered = undefined;
    expect(await link(given).catch((error: Error) => error.message)).to.contain('no worker');
  });
});
