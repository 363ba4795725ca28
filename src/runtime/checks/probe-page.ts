import { pause } from '../media/wait.ts';
import type { Scope } from '../platform/scope.ts';
import type { StorageProblem } from '../storage/storage.ts';
import type { CheckBrowser } from './browser.ts';
import type { CheckContext } from './context.ts';
import type { HomeAssistantFacts, SoundFacts, StorageFacts, WakeLockFacts } from './judge-page.ts';

/** How long a context may take to run where it is allowed; then it counts as blocked. */
const SOUND_STARTS_WITHIN = 300;

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
  own: Scope,
): Promise<SoundFacts> {
  const running = await contextRuns(browser, platform.clock, own);
  return {
    available: running !== null,
    running: running === true,
    touched: browser.touched(),
    untouched: soundUntouched,
  };
}

/**
 * Whether a sound can start without a touch. To be asked when the page has just been loaded, because a touch hides it
 * for as long as the page lives.
 * @returns null where it cannot be told: the page was touched before, or has no sound
 */
export async function soundWithoutTouch(
  browser: CheckBrowser,
  clock: CheckContext['platform']['clock'],
  own: Scope,
): Promise<boolean | null> {
  if (browser.touched()) return null;
  const running = await contextRuns(browser, clock, own);
  return browser.touched() ? null : running;
}

async function contextRuns(
  { createAudioContext }: CheckBrowser,
  clock: CheckContext['platform']['clock'],
  own: Scope,
): Promise<boolean | null> {
  if (!createAudioContext) return null;
  const context = createAudioContext();
  own.add(() => context.close());
  // Where it is blocked this promise waits for a touch, so nobody waits for it.
  context.resume().catch(() => {});
  const changed = new AbortController();
  context.addEventListener('statechange', () => changed.abort(), { signal: own.signal });
  if (context.state !== 'running')
    await pause(clock, SOUND_STARTS_WITHIN, AbortSignal.any([changed.signal, own.signal]));
  return context.state === 'running';
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
