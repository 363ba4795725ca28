import type { AccountStatus } from '../provider.ts';

/**
 * The account's status from its stream's, with what its server lacks.
 * @param relay whether the server offers TURN; null while unknown
 */
export function withNotice(status: AccountStatus, relay: boolean | null): AccountStatus {
  return status.state === 'online' && relay === false ? { state: 'online', notice: 'no_relay' } : status;
}

/** Listeners hear of a change, not of the same thing said again. */
export function sameStatus(a: AccountStatus, b: AccountStatus): boolean {
  const told = (status: AccountStatus): string => ('reason' in status ? status.reason : '');
  const notice = (status: AccountStatus): string => ('notice' in status ? (status.notice ?? '') : '');
  return a.state === b.state && told(a) === told(b) && notice(a) === notice(b);
}
