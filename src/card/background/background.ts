import type { CallAssist } from '../../runtime/api.ts';
import type { Platform } from '../../runtime/platform/platform.ts';
import { browserPlatform } from '../../runtime/platform/browser-platform.ts';
import { Scope } from '../../runtime/platform/scope.ts';
import { linkWorker, type WorkerLink } from '../../runtime/worker/link.ts';
import type { Ring, RingTouched } from '../../runtime/worker/messages.ts';
import { hideNames } from '../overlay/hiding.ts';
import { ringsToTell } from './rings.ts';

/** What the background takes from the browser. Injected by tests. */
export interface BackgroundBrowser {
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener'>;
  /** Whether notifications may be shown. */
  allowed(): boolean;
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  readonly link: typeof linkWorker;
}

/**
 * Reaches people whom the page does not: a ring as a notification while the page is out of sight, and word of a new
 * version on the server. Without a worker, calls are as they were.
 * @param app address of the app's own file: the worker lies beside it, and its name is the version, since it has a hash
 * of everything that it loads
 * @returns ends it
 */
export async function startBackground(
  callAssist: CallAssist,
  app: string,
  browser: BackgroundBrowser = realBrowser(),
): Promise<() => Promise<void>> {
  const { platform } = browser;
  const scope = new Scope((error) => platform.log.log('warn', 'the background did not end', error));
  try {
    const link = await browser.link({
      url: new URL('call-assist-worker.js', app).href,
      version: new URL(app).pathname.replace(/^.*\//, ''),
      platform,
      scope,
      onTouched: (touched) => carryOut(callAssist, touched),
      onUpdate: () => callAssist.updateFound(),
    });
    follow(callAssist, link, browser, scope);
  } catch (error) {
    platform.log.log('info', 'no worker: calls out of sight are only heard', error);
  }
  return () => scope.close();
}

/** Tells the worker of each ring that nobody sees, and of its end. */
function follow(callAssist: CallAssist, link: WorkerLink, { page, allowed }: BackgroundBrowser, scope: Scope): void {
  let told: readonly Ring[] = [];
  const tell = (rings: readonly Ring[]): void => {
    for (const { callId } of told) if (!rings.some((ring) => ring.callId === callId)) link.over(callId);
    for (const ring of rings) if (!told.some((before) => isSame(before, ring))) link.tell(ring);
    told = rings;
  };
  const look = (): void => {
    const { value } = callAssist.snapshot;
    const sight = { hidden: page.visibilityState === 'hidden', allowed };
    tell(ringsToTell(value, sight, hideNames(value.settings.hideNames)));
  };
  scope.add(callAssist.snapshot.subscribe(look));
  page.addEventListener('visibilitychange', look, { signal: scope.signal });
  scope.add(() => tell([]));
  look();
}

const isSame = (one: Ring, other: Ring): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A call that rings no more is left as it is: the touch came too late. */
function carryOut(callAssist: CallAssist, { callId, action }: RingTouched): void {
  const call = callAssist.snapshot.value.calls.find(({ id, phase }) => id === callId && phase === 'ringing-in');
  if (!call || action === 'open') return;
  const by = 'touch';
  if (action === 'decline') void callAssist.command({ type: 'decline', callId, by });
  else void callAssist.command({ type: 'answer', callId, video: call.offered.video, by });
}

function realBrowser(): BackgroundBrowser {
  return {
    page: document,
    allowed: () => (globalThis as Partial<typeof globalThis>).Notification?.permission === 'granted',
    platform: browserPlatform(),
    link: linkWorker,
  };
}
