import type { Millis } from '../call/call.ts';
import type { Clock } from '../platform/platform.ts';
import type { Ring, RingTouched, ToWorker } from './messages.ts';
import type { MessageOfPage, PageClient, RingData, RingNotification, Touch, WorkerScope } from './scope.ts';

/** How often it is looked whether the page that rings is still there, in ms. */
const LOOK_EVERY: Millis = 3_000;
const TAG = 'call-assist-ring ';

/**
 * All that the worker does. Its scope is the folder of our own files, so it controls no page, sees no request and keeps
 * no file: it shows rings of pages that nobody sees, passes touches on, and says which version it belongs to.
 */
export function serve(scope: WorkerScope, version: string, clock: Clock): void {
  const { registration, clients } = scope;
  /** One thing after the other, so that the end of a ring never overtakes its beginning. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const notificationOf = async (callId: string): Promise<RingNotification | undefined> =>
    (await registration.getNotifications({ tag: TAG + callId }))[0];

  const show = ({ callId, title, body, silent, actions }: Ring, { id, url }: Pick<PageClient, 'id' | 'url'>) =>
    registration.showNotification(title, {
      body,
      silent,
      actions,
      tag: TAG + callId,
      requireInteraction: true,
      data: { callId, page: id, url },
    });

  /** A page that dies, or is killed, cannot take its notification back. */
  const watch = async ({ callId, until }: Ring, page: string): Promise<void> => {
    for (;;) {
      await new Promise<void>((resolve) => clock.after(LOOK_EVERY, resolve));
      const shown = await notificationOf(callId);
      if (!shown || dataOf(shown)?.page !== page) return;
      if (clock.now() >= until || !(await clients.get(page))) return shown.close();
    }
  };

  /** Rings of pages that are gone, from before this worker began. */
  const tidy = async (): Promise<void> => {
    for (const shown of await registration.getNotifications()) {
      const data = dataOf(shown);
      if (data && !(await clients.get(data.page))) shown.close();
    }
  };

  const told = ({ data, source, ports }: MessageOfPage): Promise<void> | undefined => {
    const message = data as ToWorker | null;
    switch (message?.type) {
      case 'hello':
        ports[0]?.postMessage(version);
        return inTurn(tidy);
      case 'ring': {
        const { ring } = message;
        return source ? inTurn(() => show(ring, source)).then(() => watch(ring, source.id)) : undefined;
      }
      case 'ring-over':
        return inTurn(async () => (await notificationOf(message.callId))?.close());
      case 'SKIP_WAITING':
        return scope.skipWaiting();
      default:
        return undefined; // Of another version, or not ours.
    }
  };

  /** The page is told first: where the browser lets nobody bring it to the front, the command counts all the same. */
  const touched = async ({ notification, action }: Touch): Promise<void> => {
    const data = dataOf(notification);
    if (!data) return;
    notification.close();
    const page = await clients.get(data.page);
    if (page) {
      page.postMessage(touchOf(data.callId, action));
      return action === 'decline' ? undefined : seen(page);
    }
    // The ring has gone with its page: nothing is answered, and whoever touched it sees Home Assistant.
    const [other] = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    await (other ? seen(other) : clients.openWindow(data.url));
  };

  scope.addEventListener('message', (event) => {
    const work = told(event);
    if (work) event.waitUntil(work);
  });
  scope.addEventListener('notificationclick', (event) => event.waitUntil(touched(event)));
}

function touchOf(callId: string, action: string): RingTouched {
  const known = action === 'answer' || action === 'decline' ? action : 'open';
  return { type: 'call-assist-ring-touched', callId, action: known };
}

async function seen(page: PageClient): Promise<void> {
  await page.focus().catch(() => undefined);
}

/** null: not one of ours. */
function dataOf({ tag, data }: RingNotification): RingData | null {
  return tag.startsWith(TAG) ? (data as RingData) : null;
}
