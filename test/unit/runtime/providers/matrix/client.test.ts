import { expect } from '@open-wc/testing';
import { createClientFetch } from '../../../../../src/runtime/providers/matrix/client-fetch.ts';
import { describeError, quietLogger } from '../../../../../src/runtime/providers/matrix/client-log.ts';
import { syncFilter } from '../../../../../src/runtime/providers/matrix/client.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { fakePlatform } from '../../../support/fake-platform.ts';
import { FakeNetwork, json } from './support/fake-network.ts';

const POLL = 'https://hs/_matrix/client/v3/sync?since=s1&timeout=30000';
const FIRST = 'https://hs/_matrix/client/v3/sync?timeout=0';

describe('createClientFetch', () => {
  let network: FakeNetwork;
  let scope: Scope;
  let clock: FakeClock;
  const outcome = (promise: Promise<unknown>): Promise<string> =>
    Promise.race([
      promise.then(
        () => 'answered',
        () => 'failed',
      ),
      new Promise<string>((resolve) => setTimeout(() => resolve('silent'), 30)),
    ]);

  beforeEach(() => {
    network = new FakeNetwork();
    network.on('GET', '/_matrix/client/v3/sync', ({ signal }) => FakeNetwork.hang(signal));
    network.on('GET', '/other', () => json({}));
    scope = new Scope(() => {});
    clock = new FakeClock();
  });
  afterEach(() => network.restore());

  it('passes requests on', async () => {
    expect(await outcome(createClientFetch(scope, clock).fetch('https://hs/other'))).to.equal('answered');
    network.fail = true;
    expect(await outcome(createClientFetch(scope, clock).fetch('https://hs/other'))).to.equal('failed');
  });

  it('gives up a poll that takes longer than the server may', async () => {
    const result = outcome(createClientFetch(scope, clock).fetch(POLL));
    await clock.advance(45_000);
    expect(await result).to.equal('failed');
  });

  it('waits for a first sync as long as it takes', async () => {
    const result = outcome(createClientFetch(scope, clock).fetch(FIRST));
    await clock.advance(3_600_000);
    expect(await result).to.equal('silent');
  });

  it('drops the poll of a lost network, and nothing else', async () => {
    const { fetch, dropPoll } = createClientFetch(scope, clock);
    const [poll, first] = [outcome(fetch(POLL)), outcome(fetch(FIRST))];
    dropPoll();
    expect(await Promise.all([poll, first])).to.deep.equal(['failed', 'silent']);
    dropPoll();
  });

  it('gives up what is to be sent or kept on a dead connection, and never as a poll', async () => {
    const { fetch, dropPoll } = createClientFetch(scope, clock);
    const paths = ['/rooms/!r/send/m.room.message/ca1', '/user/@me:hs/account_data/m.ignored_user_list'];
    const results = paths.map((path) => {
      network.on('PUT', path, ({ signal }) => FakeNetwork.hang(signal));
      return outcome(fetch(`https://hs${path}`, { method: 'PUT' }));
    });
    const poll = outcome(fetch(POLL));
    results.push(outcome(fetch(`https://hs${paths[0]}`, { method: 'PUT' })));
    dropPoll();
    expect(await poll).to.equal('failed');
    expect(network.asked.map(({ request }) => request.signal?.aborted)).to.deep.equal([false, false, true, false]);
    await clock.advance(10_000);
    expect(await Promise.all(results)).to.deep.equal(['failed', 'failed', 'failed']);
    expect(clock.pending).to.equal(0);
  });

  it('heeds the signal it is given', async () => {
    const abort = new AbortController();
    const result = outcome(createClientFetch(scope, clock).fetch(POLL, { signal: abort.signal }));
    abort.abort();
    expect(await result).to.equal('failed');
    expect(await outcome(createClientFetch(scope, clock).fetch('https://hs/other', { signal: abort.signal }))).to.equal(
      'failed',
    );
    expect(clock.pending).to.equal(0);
  });

  it('aborts and keeps silent when its scope closes', async () => {
    const { fetch } = createClientFetch(scope, clock);
    const result = outcome(fetch(POLL));
    await scope.close();
    expect(await result).to.equal('silent');
    expect(network.asked[0]?.request.signal?.aborted).to.equal(true);
    expect(await outcome(fetch('https://hs/other'))).to.equal('silent');
    expect([network.asked.length, clock.pending]).to.deep.equal([1, 0]);
  });
});

describe('quietLogger', () => {
  it('keeps the first text and the names of errors, nothing else', () => {
    const platform = fakePlatform();
    const logger = quietLogger(platform.log).getChild('sync');
    const error = Object.assign(new Error('https://hs/?access_token=secret'), {
      errcode: 'M_FORBIDDEN',
      httpStatus: 403,
    });
    logger.trace('secret');
    logger.debug('secret');
    logger.info('secret');
    logger.warn('decrypting $event:hs in !room:hs failed', error, { access_token: 'secret' });
    logger.error({ secret: 1 });
    expect(platform.lines.map(({ level, message }) => `${level} ${message}`)).to.deep.equal([
      'debug sdk warning: decrypting … in … failed Error M_FORBIDDEN 403',
      'debug sdk error:',
    ]);
  });
});

describe('describeError', () => {
  it('says no more than what kind it is', () => {
    expect(describeError(new TypeError('secret'))).to.equal('TypeError');
    expect(describeError('secret')).to.equal('string');
    const named = Object.assign(new Error('secret'), { name: 'M_FORBIDDEN', errcode: 'M_FORBIDDEN' });
    expect(describeError(named)).to.equal('M_FORBIDDEN');
  });
});

describe('syncFilter', () => {
  it('is different for each client, so that no cached answer fits', () => {
    expect(JSON.stringify(syncFilter('a', false))).not.to.equal(JSON.stringify(syncFilter('b', false)));
  });

  it('lets calls and everything contacts are made of through', () => {
    const { timeline, state } = syncFilter('a', false).room ?? {};
    expect(timeline?.types).to.include.members(['m.call.*', 'm.room.encrypted', 'm.room.member']);
    expect(timeline?.limit).to.be.at.least(20);
    expect(timeline?.types).to.include.members(state?.types ?? []);
  });
});
