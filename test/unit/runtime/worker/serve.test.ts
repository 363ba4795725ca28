import { expect } from '@open-wc/testing';
import type { Ring, RingTouched } from '../../../../src/runtime/worker/messages.ts';
import type { PageClient, RingNotification, RingOptions, WorkerScope } from '../../../../src/runtime/worker/scope.ts';
import { serve } from '../../../../src/runtime/worker/serve.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';

class Page implements PageClient {
  readonly told: (RingTouched | 'focus')[] = [];
  readonly id: string;
  readonly url = 'https://home.test/lovelace/0';
  mayFocus = true;

  constructor(id: string) {
    this.id = id;
  }
  async focus(): Promise<void> {
    if (!this.mayFocus) throw new DOMException('no touch', 'InvalidAccessError');
    this.told.push('focus');
  }
  postMessage(message: RingTouched): void {
    this.told.push(message);
  }
}

type Shown = RingNotification & { readonly title: string; readonly options: RingOptions };

/** A browser with pages and notifications; `send` and `touch` resolve when the worker has handled it. */
class House implements WorkerScope {
  readonly clock = new FakeClock(1_000);
  readonly pages = new Map<string, Page>();
  readonly shown = new Map<string, Shown>();
  readonly opened: string[] = [];
  skipped = 0;
  #listeners: Record<string, (event: never) => void> = {};

  readonly registration: WorkerScope['registration'] = {
    showNotification: async (title, options) => {
      await Promise.resolve();
      const tag = options.tag ?? '';
      this.shown.set(tag, { title, options, tag, data: options.data, close: () => void this.shown.delete(tag) });
    },
    getNotifications: async (filter) => [...this.shown.values()].filter(({ tag }) => !filter || tag === filter.tag),
  };
  readonly clients: WorkerScope['clients'] = {
    get: async (id) => this.pages.get(id),
    matchAll: async () => [...this.pages.values()],
    openWindow: async (url) => void this.opened.push(url),
  };

  constructor() {
    serve(this, 'app-1.js', this.clock);
  }
  async skipWaiting(): Promise<void> {
    this.skipped++;
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners[type] = listener;
  }
  page(id: string): Page {
    const page = new Page(id);
    this.pages.set(id, page);
    return page;
  }

  /** @returns what the worker answered, and what it still works on */
  send(data: unknown, source: Page | null): { readonly answers: unknown[]; readonly works: Promise<unknown>[] } {
    const answers: unknown[] = [];
    const works: Promise<unknown>[] = [];
    const ports = [{ postMessage: (answer: unknown) => answers.push(answer) }];
    this.#listeners['message']?.({
      data,
      source,
      ports,
      waitUntil: (work: Promise<unknown>) => works.push(work),
    } as never);
    return { answers, works };
  }
  async touch(notification: RingNotification, action = ''): Promise<void> {
    const works: Promise<unknown>[] = [];
    const waitUntil = (work: Promise<unknown>): unknown => works.push(work);
    this.#listeners['notificationclick']?.({ notification, action, waitUntil } as never);
    await Promise.all(works);
  }
  get titles(): string[] {
    return [...this.shown.values()].map(({ title }) => title);
  }
}

const ring: Ring = {
  callId: 'a',
  title: 'Anna is calling',
  body: 'Incoming video call',
  silent: true,
  until: 61_000,
  actions: [
    { action: 'answer', title: 'Answer with video' },
    { action: 'decline', title: 'Decline' },
  ],
};

describe('the worker', () => {
  it('says for which version it was built', () => {
    const house = new House();
    expect(house.send({ type: 'hello' }, house.page('p')).answers).to.deep.equal(['app-1.js']);
  });

  it('takes the place of the one before when it is told so, and does nothing for words of others', async () => {
    const house = new House();
    await Promise.all(house.send({ type: 'SKIP_WAITING' }, null).works);
    expect(house.skipped).to.equal(1);
    for (const other of [null, 'text', {}, { type: 'CACHE_URLS' }]) {
      expect(house.send(other, null)).to.deep.equal({ answers: [], works: [] });
    }
    expect(house.send({ type: 'ring', ring }, null).works).to.deep.equal([]);
    expect(house.titles).to.deep.equal([]);
  });

  it('shows a ring with what can be touched, until it is over', async () => {
    const house = new House();
    const page = house.page('p');
    house.send({ type: 'ring', ring }, page);
    await settled();
    const [shown] = house.shown.values();
    expect(shown?.options).to.deep.equal({
      body: 'Incoming video call',
      silent: true,
      actions: ring.actions,
      tag: 'call-assist-ring a',
      requireInteraction: true,
      data: { callId: 'a', page: 'p', url: page.url },
    });
    house.send({ type: 'ring', ring: { ...ring, title: 'Somebody is calling' } }, page);
    await settled();
    expect(house.titles).to.deep.equal(['Somebody is calling']);
    house.send({ type: 'ring-over', callId: 'other' }, page);
    await settled();
    expect(house.titles.length).to.equal(1);
    house.send({ type: 'ring-over', callId: 'a' }, page);
    await settled();
    expect(house.titles).to.deep.equal([]);
  });

  it('a ring that is over before it was shown does not stay', async () => {
    const house = new House();
    const page = house.page('p');
    house.send({ type: 'ring', ring }, page);
    house.send({ type: 'ring-over', callId: 'a' }, page);
    await settled();
    expect(house.titles).to.deep.equal([]);
  });

  it('one that could not be shown keeps no other from being shown', async () => {
    const house = new House();
    const page = house.page('p');
    const { registration } = house;
    const { showNotification } = registration;
    registration.showNotification = () => Promise.reject(new TypeError('not allowed'));
    const failed = house.send({ type: 'ring', ring }, page).works;
    const outcomes = await Promise.allSettled(failed);
    registration.showNotification = showNotification;
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected']);
    house.send({ type: 'ring', ring }, page);
    await settled();
    expect(house.titles.length).to.equal(1);
  });

  describe('looks after a ring whose page', () => {
    it('died: it is taken away soon', async () => {
      const house = new House();
      const [work] = house.send({ type: 'ring', ring }, house.page('p')).works;
      await house.clock.advance(3_000);
      expect(house.titles.length).to.equal(1);
      house.pages.clear();
      await house.clock.advance(3_000);
      await work;
      expect(house.titles).to.deep.equal([]);
      expect(house.clock.pending).to.equal(0);
    });

    it('hangs: it is taken away when its time is over', async () => {
      const house = new House();
      house.send({ type: 'ring', ring }, house.page('p'));
      for (let at = 0; at < 57_000; at += 3_000) await house.clock.advance(3_000);
      expect(house.titles.length).to.equal(1);
      await house.clock.advance(3_000);
      expect(house.titles).to.deep.equal([]);
    });

    it('took it back, or another page rings: it ends', async () => {
      const house = new House();
      const [work] = house.send({ type: 'ring', ring }, house.page('p')).works;
      await settled();
      house.send({ type: 'ring-over', callId: 'a' }, house.page('p'));
      await house.clock.advance(3_000);
      await work;
      const [first] = house.send({ type: 'ring', ring }, house.page('p')).works;
      await settled();
      house.send({ type: 'ring', ring }, house.page('q'));
      await house.clock.advance(3_000);
      await first;
      expect(house.titles.length).to.equal(1);
    });
  });

  it('takes away what earlier pages left, and nothing of others, when a page says hello', async () => {
    const house = new House();
    const page = house.page('p');
    const data = (of: string) => ({ body: '', actions: [], data: { callId: of, page: of, url: '' } });
    await house.registration.showNotification('Left', { ...data('gone'), tag: 'call-assist-ring old' });
    await house.registration.showNotification('Rings', { ...data('p'), tag: 'call-assist-ring new' });
    await house.registration.showNotification('Washing machine', { ...data('gone'), tag: 'other' });
    await Promise.all(house.send({ type: 'hello' }, page).works);
    expect(house.titles).to.deep.equal(['Rings', 'Washing machine']);
  });

  describe('a touch', () => {
    const ringing = async (): Promise<[House, Page, Shown]> => {
      const house = new House();
      const page = house.page('p');
      house.send({ type: 'ring', ring }, page);
      await settled();
      return [house, page, [...house.shown.values()][0]!];
    };
    const told = (action: RingTouched['action']): RingTouched => ({
      type: 'call-assist-ring-touched',
      callId: 'a',
      action,
    });

    for (const [action, reaches] of [
      ['answer', [told('answer'), 'focus']],
      ['decline', [told('decline')]],
      ['', [told('open'), 'focus']],
      ['something', [told('open'), 'focus']],
    ] as const) {
      it(`of «${action}» reaches the page that rings`, async () => {
        const [house, page, shown] = await ringing();
        const other = house.page('q');
        await house.touch(shown, action);
        expect(page.told).to.deep.equal(reaches);
        expect([other.told, house.titles, house.opened]).to.deep.equal([[], [], []]);
      });
    }

    it('counts where the browser brings no page to the front', async () => {
      const [house, page, shown] = await ringing();
      page.mayFocus = false;
      await house.touch(shown, 'answer');
      expect(page.told).to.deep.equal([told('answer')]);
    });

    it('of a ring whose page is gone says nothing, and opens Home Assistant', async () => {
      const [house, page, shown] = await ringing();
      house.pages.clear();
      await house.touch(shown, 'answer');
      expect(house.opened).to.deep.equal([page.url]);
      const other = house.page('q');
      await house.touch(shown, 'decline');
      expect(other.told).to.deep.equal(['focus']);
      expect(house.opened.length).to.equal(1);
    });

    it('of a notification that is not ours is left to others', async () => {
      const [house, page] = await ringing();
      let closed = false;
      await house.touch({ tag: 'other', data: null, close: () => void (closed = true) });
      expect([closed, page.told]).to.deep.equal([false, []]);
    });
  });
});
