import type { AccountStatus } from '../provider.ts';

/** The states of the SDK's sync loop (`SyncState` in matrix-js-sdk 43). */
export type SyncPhase = 'ERROR' | 'PREPARED' | 'STOPPED' | 'SYNCING' | 'CATCHUP' | 'RECONNECTING';

/** As much of an SDK error as says what is wrong. */
export interface SyncFailure {
  readonly errcode?: string | undefined;
  readonly httpStatus?: number | undefined;
}

/**
 * What a state of the sync loop makes of the account's status. A first lost poll (RECONNECTING) changes
 * nothing: it is tried again at once, and only a failure of that is worth telling.
 */
export function nextStatus(present: AccountStatus, phase: SyncPhase, failure: SyncFailure | null): AccountStatus {
  if (present.state === 'signed-out') return present;
  switch (phase) {
    case 'PREPARED':
    case 'SYNCING':
      return { state: 'online' };
    case 'ERROR':
      return failed(failure);
    case 'RECONNECTING':
    case 'CATCHUP':
    case 'STOPPED':
      return present;
    default:
      return phase satisfies never;
  }
}

function failed(failure: SyncFailure | null): AccountStatus {
  if (failure?.errcode === 'M_UNKNOWN_TOKEN') return { state: 'signed-out', reason: 'revoked' };
  if (failure?.errcode === 'M_LIMIT_EXCEEDED' || failure?.httpStatus === 429) {
    return { state: 'degraded', reason: 'rate_limited' };
  }
  return { state: 'degraded', reason: failure?.httpStatus === undefined ? 'network' : 'server' };
}

/** Listeners hear of a change, not of the same thing said again. */
export function sameStatus(a: AccountStatus, b: AccountStatus): boolean {
  const more = (status: AccountStatus): string =>
    'reason' in status ? status.reason : 'notice' in status ? (status.notice ?? '') : '';
  return a.state === b.state && more(a) === more(b);
}
