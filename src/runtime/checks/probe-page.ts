import type { Scope } from '../platform/scope.ts';
import type { StorageProblem } from '../storage/storage.ts';
import type { CheckBrowser } from './browser.ts';
import type { CheckContext } from './context.ts';
import type { HomeAssistantFacts, SoundFacts, StorageFacts, WakeLockFacts } from './judge-page.ts';
import { contextRuns } from './sound-untouched.ts';

/** Asks Home Assistant something that costs it nothing. */
export async function probeHomeAssistant(
  { homeAssistant, platform }: CheckContext,
  browser: CheckBrowser,
): Promise<HomeAssistantFacts> {
  const suspends = browser.suspendsWhenHidden();
  const began = platform.clock.now();
  if (!homeAssistant.connected.value) return { roundTrip: null, suspends };
  try {
    await homeAssistant.request({ type: 'get_config' });
  } catch (error) {
    platform.log.log('debug', 'Home Assistant did not answer the check', error);
    return { roundTrip: null, suspends };
  }
  return { roundTrip: platform.clock.now() - began, suspends };
}

/** Writes and reads a database of its own; asks the browser to keep what is stored, if a person wants that. */
export async function probeStorage(
  { mayPersist, platform }: CheckContext,
  { indexedDB, storage }: CheckBrowser,
  own: Scope,
): Promise<StorageFacts> {
  const problem = indexedDB ? await tryDatabase(indexedDB, platform.id(), own) : 'unavailable';
  const before = (await storage?.persisted().catch(() => null)) ?? null;
  const asked = before === false && mayPersist;
  const persisted = asked ? ((await storage?.persist().catch(() => false)) ?? false) : before;
  const { quota = null, usage = null } = (await storage?.estimate().catch((): StorageEstimate => ({}))) ?? {};
  return { problem, persisted, asked, quota, usage };
}

async function tryDatabase(factory: IDBFactory, id: string, own: Scope): Promise<StorageProblem | null> {
  const name = `call-assist-check-${id}`;
  try {
    const opening = factory.open(name, 1);
    opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore('check'));
    const database = await outcome(opening);
    own.add(async () => {
      database.close();
      await outcome(factory.deleteDatabase(name));
    });
    const store = database.transaction('check', 'readwrite').objectStore('check');
    await outcome(store.put(id, 'key'));
    const read = await outcome(database.transaction('check').objectStore('check').get('key') as IDBRequest<unknown>);
    return read === id ? null : 'corrupt';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unavailable';
  }
}

function outcome<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database failed')));
  });
}

/** Whether a sound could start now: a context runs or it does not; nothing is heard. */
export async function probeSound(
  { platform, soundUntouched }: CheckContext,
  browser: CheckBrowser,
): Promise<SoundFacts> {
  const running = await contextRuns(browser, platform.clock);
  return {
    available: running !== null,
    running: running === true,
    touched: browser.touched(),
    untouched: soundUntouched,
  };
}

/** Takes the lock for a moment. */
export async function probeWakeLock({ wakeLock, visible }: CheckBrowser, own: Scope): Promise<WakeLockFacts> {
  const facts = { supported: wakeLock !== undefined, visible: visible() };
  try {
    const sentinel = await wakeLock?.request('screen');
    if (sentinel) own.add(() => sentinel.release());
    return { ...facts, granted: sentinel !== undefined };
  } catch {
    // Refused: the page is hidden, or the battery is to be saved.
    return { ...facts, visible: facts.visible && visible(), granted: false };
  }
}
