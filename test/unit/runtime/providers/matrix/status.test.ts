import { expect } from '@open-wc/testing';
import {
  nextStatus,
  sameStatus,
  type SyncFailure,
  type SyncPhase,
} from '../../../../../src/runtime/providers/matrix/status.ts';
import type { AccountStatus } from '../../../../../src/runtime/providers/provider.ts';

const connecting: AccountStatus = { state: 'connecting' };
const online: AccountStatus = { state: 'online' };
const network: AccountStatus = { state: 'degraded', reason: 'network' };
const revoked: AccountStatus = { state: 'signed-out', reason: 'revoked' };

describe('nextStatus', () => {
  const table: [AccountStatus, SyncPhase, SyncFailure | null, AccountStatus][] = [
    [connecting, 'PREPARED', null, online],
    [connecting, 'SYNCING', null, online],
    [connecting, 'RECONNECTING', {}, connecting],
    [connecting, 'ERROR', {}, network],
    [online, 'RECONNECTING', {}, online],
    [online, 'ERROR', null, network],
    [online, 'ERROR', { httpStatus: 502 }, { state: 'degraded', reason: 'server' }],
    [online, 'ERROR', { errcode: 'M_UNKNOWN', httpStatus: 500 }, { state: 'degraded', reason: 'server' }],
    [online, 'ERROR', { httpStatus: 429 }, { state: 'degraded', reason: 'rate_limited' }],
    [online, 'ERROR', { errcode: 'M_LIMIT_EXCEEDED' }, { state: 'degraded', reason: 'rate_limited' }],
    [online, 'ERROR', { errcode: 'M_UNKNOWN_TOKEN', httpStatus: 401 }, revoked],
    [network, 'CATCHUP', null, network],
    [network, 'SYNCING', null, online],
    [online, 'STOPPED', null, online],
    [revoked, 'SYNCING', null, revoked],
    [revoked, 'ERROR', {}, revoked],
  ];
  for (const [present, phase, failure, expected] of table) {
    it(`${present.state} + ${phase} ${JSON.stringify(failure)} → ${JSON.stringify(expected)}`, () => {
      expect(nextStatus(present, phase, failure)).to.deep.equal(expected);
    });
  }
});

describe('sameStatus', () => {
  it('compares what is said, not the object', () => {
    expect(sameStatus(online, { state: 'online' })).to.equal(true);
    expect(sameStatus(network, { state: 'degraded', reason: 'network' })).to.equal(true);
    expect(sameStatus(network, { state: 'degraded', reason: 'server' })).to.equal(false);
    expect(sameStatus(online, connecting)).to.equal(false);
  });
});
