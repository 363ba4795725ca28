import type { Millis } from '../call/call.ts';
import { messageSW, Workbox } from 'workbox-window';
import type { Platform } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import type { Ring, RingTouched, ToWorker } from './messages.ts';

/** Wall tablets are loaded once and stay for weeks: so often it is looked for a new version, in ms. */
const LOOK_EVERY = 60 * 60_000;
/** A small file that does next to nothing is ready, and answers, within a fraction of this, in ms. */
const READY_WITHIN: Millis = 30_000;
const ANSWER_WITHIN: Millis = 5_000;

/** What we use of a page's `navigator.serviceWorker` and of workbox-window. Injected by tests. */
export interface WorkerBrowser {
  readonly container: Pick<ServiceWorkerContainer, 'addEventListener'>;
  createWorkbox(url: string): Pick<Workbox, 'register' | 'update' | 'messageSkipWaiting' | 'addEventListener'>;
  /** Says something to a worker; resolves with what it answers. */
  ask(worker: ServiceWorker, message: ToWorker): Promise<unknown>;
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener'>;
}

export interface WorkerLinkOptions {
  /** The worker's file, in the folder of our own files. */
  readonly url: string;
  /** What this page was built as. */
  readonly version: string;
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  /** The link ends with it; the worker stays, for other pages. */
  readonly scope: Scope;
  /** Somebody touched a ring that this page had shown. */
  readonly onTouched: (touched: RingTouched) => void;
  /** The files on the server are of another version than this page. Told once. */
  readonly onUpdate: () => void;
  readonly browser?: WorkerBrowser;
}

export interface WorkerLink {
  tell(ring: Ring): void;
  over(callId: string): void;
}

/**
 * Registers the worker and stays in touch with it.
 * @throws when the browser lets no worker be: no secure context, a private window, a page of another origin
 */
export async function linkWorker(options: WorkerLinkOptions): Promise<WorkerLink> {
  const { url, version, scope, onTouched, onUpdate, browser = realBrowser() } = options;
  const { clock, log } = options.platform;
  const workbox = browser.createWorkbox(url);
  // It controls no page, so nothing speaks against the newest one at once.
  workbox.addEventListener('waiting', () => workbox.messageSkipWaiting());
  const registration = await workbox.register({ immediate: true });
  if (!registration) throw new Error('the browser registered no worker');
  const post = (message: ToWorker): void => registration.active?.postMessage(message);

  const look = async (): Promise<boolean> => {
    await workbox.update();
    const newest = registration.installing ?? registration.waiting ?? registration.active;
    const answer = newest && (await inTime(browser.ask(newest, { type: 'hello' }), ANSWER_WITHIN, clock));
    return typeof answer === 'string' && answer !== version;
  };
  let cancel = (): void => {};
  let found = false;
  const lookAgain = async (): Promise<void> => {
    if (found || scope.closed) return;
    cancel();
    cancel = clock.after(LOOK_EVERY, () => void lookAgain());
    // A server that is away, or starts again: the next look tells.
    const other = await look().catch((error: unknown) => log.log('debug', 'no look at the version', error));
    if (!other || found || scope.closed) return;
    found = true;
    cancel();
    onUpdate();
  };
  scope.add(() => cancel());

  const { signal } = scope;
  const heard = ({ data }: MessageEvent<RingTouched | null>): void => {
    if (data?.type === 'call-assist-ring-touched') onTouched(data);
  };
  browser.container.addEventListener('message', (event) => heard(event as MessageEvent<RingTouched | null>), {
    signal,
  });
  const seen = (): unknown => browser.page.visibilityState === 'visible' && lookAgain();
  browser.page.addEventListener('visibilitychange', seen, { signal });
  await inTime(activated(registration), READY_WITHIN, clock);
  scope.signal.throwIfAborted();
  void lookAgain();
  return { tell: (ring) => post({ type: 'ring', ring }), over: (callId) => post({ type: 'ring-over', callId }) };
}

/** Resolves when the registration has a worker that works. */
function activated(registration: ServiceWorkerRegistration): Promise<void> {
  const { active, installing, waiting } = registration;
  const coming = installing ?? waiting;
  if (active || !coming) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (coming.state !== 'activated' && coming.state !== 'redundant') return;
      coming.removeEventListener('statechange', look);
      resolve();
    };
    coming.addEventListener('statechange', look);
    look();
  });
}

/** @throws when it takes longer */
function inTime<T>(work: Promise<T>, limit: number, clock: Platform['clock']): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const cancel = clock.after(limit, () => reject(new Error(`the worker did not answer within ${limit} ms`)));
    work.then(resolve, reject).finally(cancel);
  });
}

function realBrowser(): WorkerBrowser {
  return {
    container: navigator.serviceWorker,
    createWorkbox: (url) => new Workbox(url),
    ask: messageSW,
    page: document,
  };
}
