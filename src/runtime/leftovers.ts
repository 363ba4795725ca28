import { type CallPolicy, type CallsState, NO_MEDIA } from './call/call.ts';
import { PAST } from './call/find.ts';
import { initialState } from './call/reduce.ts';
import type { Accounts } from './accounts.ts';
import type { Platform } from './platform/platform.ts';
import type { Scope } from './platform/scope.ts';
import type { RunningCall, Storage } from './storage/storage.ts';

/** How long the outcome of a call that a reload cut off is offered to be called again. */
const OFFERED = 60_000;
/** A note older than this is of a call that its peer has long given up. */
const STALE = 24 * 3_600_000;

/**
 * Calls that were running when the page went away: written to history as `kiosk_closed` if they are not there yet,
 * and the newest one shown as an outcome, so that one touch calls again.
 */
export async function stateAfterReload(
  storage: Pick<Storage, 'running'> & { readonly history: Pick<Storage['history'], 'latest' | 'add'> },
  platform: Pick<Platform, 'clock'>,
  policy: CallPolicy,
): Promise<{ readonly state: CallsState; readonly left: readonly RunningCall[] }> {
  const left = await storage.running.list();
  const recent = await storage.history.latest(PAST);
  const known = new Set(recent.map(({ callId }) => callId));
  const now = platform.clock.now();
  for (const call of left) {
    await storage.running.remove(call.callId);
    if (known.has(call.callId)) continue;
    await storage.history.add({
      callId: call.callId,
      direction: call.direction,
      peer: call.peer,
      offered: { audio: true, video: call.video },
      began: call.began,
      answered: call.answered,
      connected: call.connected,
      ended: now,
      reason: 'kiosk_closed',
    });
  }
  const fresh = left.filter(({ began }) => now - began < STALE || began > now);
  const last = fresh.at(-1);
  // What history knows neither rings nor is written down again when the server repeats it.
  const past = recent.map(({ callId: id, reason }) => ({ id, reason })).reverse();
  const state = { ...initialState(policy), past: past.slice(-PAST) };
  if (!last) return { state, left: fresh };
  return {
    left: fresh,
    state: {
      ...state,
      lastResult: 'kiosk_closed',
      calls: [
        {
          id: last.callId,
          direction: last.direction,
          peer: last.peer,
          phase: 'ended',
          offered: { audio: true, video: last.video },
          wanted: NO_MEDIA,
          sending: NO_MEDIA,
          began: last.began,
          answered: last.answered,
          connected: last.connected,
          ended: now,
          reason: 'kiosk_closed',
          deadline: now + OFFERED,
          restartAt: null,
          dropIn: null,
          silenced: false,
          placed: true,
          waiting: [],
        },
      ],
    },
  };
}

/** Tells the peers of such calls that they are over, as soon as each account is online. */
export function sayGoodbye(
  left: readonly RunningCall[],
  accounts: Pick<Accounts, 'status' | 'session' | 'views'>,
  platform: Pick<Platform, 'log'>,
  scope: Scope,
): void {
  let open = [...left];
  const attempt = (): void => {
    for (const call of open) {
      if (accounts.status(call.peer.accountId)?.state !== 'online') continue;
      open = open.filter((other) => other !== call);
      accounts
        .session(call.peer.accountId)
        ?.abandon(call.goodbye)
        .catch((error: unknown) => platform.log.log('warn', 'the peer of a lost call could not be told', error));
    }
  };
  attempt();
  scope.add(accounts.views.subscribe(attempt));
}
