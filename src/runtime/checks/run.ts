import type { Millis } from '../call/call.ts';
import { within } from '../platform/wait.ts';
import { Scope } from '../platform/scope.ts';
import { type CheckBrowser, checkBrowser } from './browser.ts';
import { CHECK_IDS, type CheckId, type CheckResult, type Verdict } from './checks.ts';
import type { CheckContext } from './context.ts';
import { judgeCamera, judgeCameraEntity, judgeMicrophone, judgeRelay } from './judge-media.ts';
import {
  judgeHomeAssistant,
  judgeNotifications,
  judgeSecure,
  judgeSound,
  judgeStart,
  judgeStorage,
  judgeWakeLock,
} from './judge-page.ts';
import { probeCamera, probeCameraEntity, probeMicrophone } from './probe-media.ts';
import { probeHomeAssistant, probeSound, probeStorage, probeWakeLock } from './probe-page.ts';
import { probeRelay } from './probe-relay.ts';

interface Check<Id extends CheckId> {
  /** Longer than everything in it that has a limit of its own. */
  readonly limit: Millis;
  run(context: CheckContext, browser: CheckBrowser, own: Scope): Verdict<Id> | Promise<Verdict<Id>>;
}

/** The browser may ask for permission, and a person answers. */
const PERSON: Millis = 45_000;
/** What was opened is given back; a browser that does not answer holds up nothing. */
const CLOSING: Millis = 3_000;

const CHECKS: { readonly [Id in CheckId]: Check<Id> } = {
  secure_context: { limit: 1_000, run: (_, browser) => judgeSecure(browser) },
  home_assistant: {
    limit: 10_000,
    run: async (context, browser) => judgeHomeAssistant(await probeHomeAssistant(context, browser)),
  },
  module_start: {
    limit: 1_000,
    run: ({ moduleUrl, homeAssistant }, browser) =>
      judgeStart({ moduleUrl, homeAssistantUrl: homeAssistant.url('/'), pageImports: browser.pageImports() }),
  },
  // In some browsers a person is asked whether it may be kept.
  storage: {
    limit: PERSON,
    run: async (context, browser, own) => judgeStorage(await probeStorage(context, browser, own)),
  },
  microphone: {
    limit: PERSON,
    run: async (context, browser, own) => judgeMicrophone(await probeMicrophone(context, browser, own)),
  },
  camera: {
    limit: PERSON,
    async run(context, browser, own) {
      if (context.station.camera !== 'this_device') return { status: 'skipped', reason: 'not_used' };
      return judgeCamera(await probeCamera(context, browser, own));
    },
  },
  sound: { limit: 5_000, run: async (context, browser) => judgeSound(await probeSound(context, browser)) },
  wake_lock: { limit: 5_000, run: async (_, browser, own) => judgeWakeLock(await probeWakeLock(browser, own)) },
  notifications: { limit: 1_000, run: (_, browser) => judgeNotifications(browser.notifications()) },
  camera_entity: {
    limit: 40_000,
    async run(context, _, own) {
      const { camera } = context.station;
      if (camera === 'this_device') return { status: 'skipped', reason: 'not_used' };
      if (!context.homeAssistant.connected.value)
        return { status: 'skipped', reason: 'home_assistant_away', fix: 'wait_for_home_assistant' };
      return judgeCameraEntity(await probeCameraEntity(context, camera, own));
    },
  },
  relay: {
    limit: 15_000,
    async run(context, browser, own) {
      const servers = await context.iceServers().catch(() => {
        // Whatever it repeats of the credentials goes no further.
        throw new Error('the relays are not known');
      });
      if (servers === null) return { status: 'skipped', reason: 'no_account' };
      own.signal.throwIfAborted();
      return judgeRelay(await probeRelay(servers, context, browser, own));
    },
  },
};

export interface RunOptions {
  /** Ends the checks; what they have opened is released. */
  readonly signal?: AbortSignal;
  /** Which of them, such as the one that a person tries again; all unless told otherwise. */
  readonly only?: readonly CheckId[];
  /** A check begins. */
  readonly onBegin?: (id: CheckId) => void;
  readonly browser?: CheckBrowser;
}

/**
 * "Can this device make calls?": one check after the other, each within its time, each leaving nothing open. Devices
 * are asked for, so this begins with a touch. Never rejects.
 * @param onResult told after each check, in their order; never after the signal
 * @returns the results there are when it ends
 */
export async function runChecks(
  context: CheckContext,
  onResult: (result: CheckResult) => void,
  { signal = new AbortController().signal, only = CHECK_IDS, onBegin, browser = checkBrowser() }: RunOptions = {},
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const id of CHECK_IDS) {
    if (!only.includes(id)) continue;
    if (signal.aborted) break;
    onBegin?.(id);
    const result: CheckResult = { id, ...(await verdict(CHECKS[id], id, context, browser, signal)) };
    if (signal.aborted) break;
    results.push(result);
    onResult(result);
  }
  return results;
}

async function verdict(
  { limit, run }: Check<CheckId>,
  id: CheckId,
  context: CheckContext,
  browser: CheckBrowser,
  signal: AbortSignal,
): Promise<Verdict<CheckId>> {
  const { clock, log } = context.platform;
  const own = new Scope((error) => log.log('warn', `the check ${id} left something`, error));
  const late = Symbol('late');
  try {
    const work = Promise.resolve(run(context, browser, own));
    return await within(work, { clock, limit, signal, expired: () => Object.assign(new Error(id), { late }) });
  } catch (error) {
    if (error instanceof Error && 'late' in error && error.late === late)
      return { status: 'fail', reason: 'timed_out', detail: { seconds: limit / 1_000 } };
    if (!signal.aborted) log.log('warn', `the check ${id} failed`, error);
    return { status: 'fail', reason: 'failed' };
  } finally {
    const expired = (): Error => new Error('it does not end');
    await within(own.close(), { clock, limit: CLOSING, signal: new AbortController().signal, expired }).catch(
      (error: unknown) => log.log('warn', `the check ${id} left something`, error),
    );
  }
}
