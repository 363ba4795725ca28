import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page, Worker } from 'playwright-core';
import type { RingAction } from '../../src/runtime/worker/messages.ts';
import { waitFor } from '../../demo/wait.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';

const FILE = 'call-assist-worker.js';

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly { readonly action: string; readonly title: string }[];
}

/** What a page of Home Assistant says of our worker; null: it is not registered. */
const registered = (page: Page) =>
  page.evaluate(async (file) => {
    const all = await navigator.serviceWorker.getRegistrations();
    const ours = all.find(({ active }) => active?.scriptURL.endsWith(file));
    const controller = navigator.serviceWorker.controller?.scriptURL ?? '';
    return ours ? { scope: ours.scope, controls: controller.endsWith(file) } : null;
  }, FILE);

/** The notifications that the browser shows for us now. */
const notifications = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate(async (file) => {
    const all = await navigator.serviceWorker.getRegistrations();
    const ours = all.find(({ active }) => active?.scriptURL.endsWith(file));
    // `actions` is not in the types of pages.
    const shown = ((await ours?.getNotifications()) ?? []) as unknown as readonly Shown[];
    return shown.map(({ title, body, actions }) => ({
      title,
      body,
      actions: actions.map((each) => ({ action: each.action, title: each.title })),
    }));
  }, FILE);

/**
 * The browser of the kiosk has no screen, so its tabs are always in sight: what the page is told of its own sight is
 * all that is made up here.
 */
const sight = (page: Page, state: DocumentVisibilityState): Promise<void> =>
  page.evaluate((seen) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => seen });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

describe('the worker beside the card', () => {
  let kiosk: Awaited<ReturnType<typeof house>>['kiosk'];
  let page: Page;
  let workerFile: string;
  let worker: string;

  before(async () => {
    const { stack, ...home } = await house();
    kiosk = home.kiosk;
    page = kiosk.page;
    workerFile = join(stack.cardFolder, FILE);
    worker = readFileSync(workerFile, 'utf8');
    const { origin } = new URL(stack.endpoints.homeAssistant.url);
    await kiosk.context.grantPermissions(['notifications', 'microphone', 'camera'], { origin });
    await waitFor('the worker', async () => (await registered(page)) ?? false, { timeout: 30_000 });
  });
  afterEach(async () => {
    await sight(page, 'visible');
    await kiosk.endAll();
  });
  after(async () => kiosk.context.clearPermissions());

  const shows = (wanted: number): Promise<readonly Shown[]> =>
    waitFor(
      `${wanted} notifications`,
      async () => {
        const shown = await notifications(page);
        return shown.length === wanted && shown;
      },
      { timeout: 15_000 },
    );
  /** The worker's own program, awake. */
  const awake = (): Promise<Worker> =>
    waitFor(
      'the worker to be awake',
      async () => {
        await page.evaluate(async (file) => {
          const all = await navigator.serviceWorker.getRegistrations();
          all.find(({ active }) => active?.scriptURL.endsWith(file))?.active?.postMessage(null);
        }, FILE);
        return kiosk.context.serviceWorkers().find((each) => each.url().endsWith(FILE));
      },
      { timeout: 15_000 },
    );
  /** As a finger would, but for the browser's trust in it: nothing may come to the front. */
  const touch = async (action: RingAction | ''): Promise<void> => {
    await (
      await awake()
    ).evaluate(async (of) => {
      const self = globalThis as unknown as EventTarget & { registration: ServiceWorkerRegistration };
      const [notification] = await self.registration.getNotifications();
      // Known in workers only.
      const Touch = (globalThis as unknown as { NotificationEvent: new (type: string, init: object) => Event })
        .NotificationEvent;
      self.dispatchEvent(new Touch('notificationclick', { notification, action: of }));
    }, action);
  };
  const ringUnseen = async (): Promise<Awaited<ReturnType<Awaited<ReturnType<typeof house>>['person']>>> => {
    const person = await (await house()).person('Grandma');
    await sight(page, 'hidden');
    await person.call();
    await kiosk.call('ringing-in');
    return person;
  };

  it('lies in our own folder, has its scope there, and controls no page', async () => {
    const { stack } = await house();
    assert.deepEqual(await registered(page), {
      scope: `${stack.endpoints.homeAssistant.url}/local/call-assist/`,
      controls: false,
    });
    const served = await fetch(`${stack.endpoints.homeAssistant.url}/local/call-assist/${FILE}`);
    assert.match(served.headers.get('content-type') ?? '', /^text\/javascript/);
  });

  it('a call in sight shows no notification', async () => {
    const person = await (await house()).person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.until('the ringtone', () => kiosk.sounding());
    assert.deepEqual(await notifications(page), []);
    await person.hangUp();
  });

  it('a call out of sight shows who it is; Answer answers with what was offered', async () => {
    const person = await ringUnseen();
    const [shown] = await shows(1);
    assert.deepEqual(shown, {
      title: 'Grandma is calling',
      body: 'Incoming video call',
      actions: [
        { action: 'answer', title: 'Answer with video' },
        { action: 'decline', title: 'Decline' },
      ],
    });
    await touch('answer');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await shows(0);
    await person.hangUp();
    await kiosk.quiet();
  });

  it('Decline declines', async () => {
    const person = await ringUnseen();
    await shows(1);
    await touch('decline');
    await kiosk.helperIs('last_result', 'declined');
    await person.stateIs('idle');
    await shows(0);
  });

  it('goes when they give up, when the page is seen again, and comes when it is hidden again', async () => {
    const person = await ringUnseen();
    await shows(1);
    await sight(page, 'visible');
    await shows(0);
    await sight(page, 'hidden');
    await shows(1);
    await touch('');
    await shows(0);
    assert.equal((await kiosk.call('ringing-in')).phase, 'ringing-in', 'the notification itself answers nothing');
    await sight(page, 'visible');
    await sight(page, 'hidden');
    await shows(1);
    await person.hangUp();
    await kiosk.helperIs('last_result', 'missed');
    await shows(0);
  });

  it('says nobody’s name where names are hidden', async () => {
    await page.evaluate(() => window.callAssist!.configureDevice({ hideNames: 'while-ringing' }));
    try {
      const person = await ringUnseen();
      const [shown] = await shows(1);
      assert.equal(shown?.title, 'Somebody is calling');
      await person.hangUp();
      await shows(0);
    } finally {
      await page.evaluate(() => window.callAssist!.configureDevice({ hideNames: 'show' }));
    }
  });

  it('goes with a page that dies; the page that comes back rings by itself', async () => {
    const person = await ringUnseen();
    await shows(1);
    await page.goto('about:blank');
    await kiosk.page.goto(`${(await house()).stack.endpoints.homeAssistant.url}/manifest.json`);
    await shows(0);
    await person.hangUp();
    await kiosk.open();
  });

  it('a stale one that is touched says nothing', async () => {
    await (
      await awake()
    ).evaluate(async () => {
      const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
      const data = { callId: 'long over', page: 'gone', url: '/' };
      await registration.showNotification('Grandma is calling', { tag: 'call-assist-ring long over', data });
    });
    const before = await kiosk.helper('last_result');
    await touch('answer');
    await shows(0);
    assert.deepEqual((await kiosk.snapshot()).calls, []);
    assert.equal(await kiosk.helper('last_result'), before);
  });

  describe('a new version on the server', () => {
    const note = () => page.locator('[data-note="update-ready"]');
    const updated = async (): Promise<boolean> =>
      (await kiosk.snapshot()).problems.some(({ kind }) => kind === 'update-ready');

    afterEach(() => writeFileSync(workerFile, worker));

    it('is told when no call runs, and Reload loads it', async () => {
      const person = await (await house()).person('Grandma');
      await person.call();
      await kiosk.call('ringing-in');
      await kiosk.touch('answer-voice');
      await kiosk.call('active');
      writeFileSync(workerFile, worker.replace(/app-[\w-]+\.js/, 'app-newer.js'));
      await sight(page, 'visible'); // seen again: it looks
      await kiosk.until('the new version', updated, 30_000);
      assert.equal(await note().count(), 0, 'not in a call');
      await person.hangUp();
      await kiosk.quiet();
      await note().waitFor({ timeout: 10_000 });
      assert.match(await note().innerText(), /An update is ready/);
      writeFileSync(workerFile, worker);
      const loaded = page.waitForEvent('load');
      await note().locator('[data-action="reload"]').click();
      await loaded;
      await kiosk.ready();
      await waitFor('the worker', async () => (await registered(page)) ?? false, { timeout: 30_000 });
      assert.equal(await updated(), false);
    });
  });
});
