import { expect } from '@open-wc/testing';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Scope } from '../../../../../../src/runtime/platform/scope.ts';
import { SfuFinder } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/sfu-finder.ts';
import type { ProviderIO } from '../../../../../../src/runtime/providers/provider.ts';
import { FakeNetwork, json } from '../support/fake-network.ts';
import { type FakePlatform, fakePlatform } from '../../../../support/fake-platform.ts';
import { waitUntil } from '../../../../support/wait-until.ts';

const WELL_KNOWN = '/.well-known/matrix/client';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SFU = { type: 'livekit', livekit_service_url: 'https://sfu.test' };

describe('SfuFinder', () => {
  let network: FakeNetwork;
  let platform: FakePlatform;
  let scope: Scope;
  let told: (boolean | null)[];
  let asked: number;
  let endpoint: () => Promise<unknown>;

  const refused = (httpStatus: number): Promise<never> =>
    Promise.reject(Object.assign(new Error('refused'), { httpStatus }));
  const finder = (settings: Record<string, unknown> = {}): SfuFinder => {
    const client = {
      getDomain: () => 'example.org',
      ['_unstable_getRTCTransports']: () => {
        asked++;
        return endpoint();
      },
    } as unknown as MatrixClient;
    const io: ProviderIO = { platform, invited: () => {}, emit: () => {}, save: async () => {} };
    const account = { id: 'a', protocol: 'matrix', address: '@us:example.org', settings };
    return new SfuFinder({ client, account, io, scope, transport: (known) => void told.push(known) });
  };

  beforeEach(() => {
    network = new FakeNetwork();
    platform = fakePlatform();
    scope = new Scope(() => {});
    told = [];
    asked = 0;
    endpoint = () => refused(404);
  });
  afterEach(async () => {
    network.restore();
    await scope.close();
  });

  it('knows that there is none where the homeserver has no endpoint and its file names none', async () => {
    network.on('GET', WELL_KNOWN, () => json({}));
    const found = finder();
    expect(found.known).to.equal(null);
    expect((await found.find()).transports).to.deep.equal([]);
    expect(told).to.deep.equal([false]);
    expect(found.known?.transports).to.deep.equal([]);
  });

  it('knows it, too, of a homeserver that calls its endpoint unrecognised in other words', async () => {
    network.on('GET', WELL_KNOWN, () => json({}));
    endpoint = () => Promise.reject(Object.assign(new Error('?'), { httpStatus: 400, errcode: 'M_UNRECOGNIZED' }));
    await finder().find();
    expect(told).to.deep.equal([false]);
  });

  it('asks anew every six hours: there may be an SFU by then, or another', async () => {
    network.on('GET', WELL_KNOWN, () => json({}));
    const found = finder();
    await found.find();
    for (const url of ['https://first.test', 'https://second.test']) {
      endpoint = async () => [{ ...SFU, livekit_service_url: url }];
      await platform.clock.advance(6 * HOUR);
      await waitUntil(() => found.known?.transports[0]?.serviceUrl === url);
      expect((await found.find()).transports).to.deep.equal([{ serviceUrl: url }]);
    }
    expect([told, asked]).to.deep.equal([[false, true, true], 3]);
  });

  it('keeps what it knows while the homeserver cannot be asked, and lets no call wait for that', async () => {
    network.on('GET', WELL_KNOWN, () => json({}));
    endpoint = async () => [SFU];
    const found = finder();
    await found.find();
    let answer = (): void => {};
    endpoint = () => new Promise((_resolve, reject) => (answer = () => void reject(new Error('later'))));
    await platform.clock.advance(6 * HOUR);
    expect((await found.find()).from).to.equal('endpoint');
    answer();
    await waitUntil(() => told.length === 2);
    expect([told, found.known?.from]).to.deep.equal([[true, true], 'endpoint']);
    endpoint = async () => [];
    await platform.clock.advance(MINUTE);
    await waitUntil(() => told.length === 3);
    expect(told.at(-1)).to.equal(false);
    expect((await found.find()).transports).to.deep.equal([]);
  });

  it('forgets it where the homeserver names none any more, although its file cannot be fetched', async () => {
    endpoint = async () => [SFU];
    const found = finder();
    await found.find();
    endpoint = async () => [];
    await platform.clock.advance(6 * HOUR);
    await waitUntil(() => told.length === 2);
    expect([told, found.known?.transports]).to.deep.equal([[true, false], []]);
  });

  it('takes what the card is told where the server names none', async () => {
    network.on('GET', WELL_KNOWN, () => json({}, 404));
    const { from, transports } = await finder({ livekitServiceUrl: 'https://own.test/' }).find();
    expect([from, transports]).to.deep.equal(['settings', [{ serviceUrl: 'https://own.test' }]]);
    expect(told).to.deep.equal([true]);
  });

  it('says that there is none where only the file cannot be fetched, and asks later and later', async () => {
    network.fail = true;
    const found = finder();
    await found.find();
    expect([told, asked]).to.deep.equal([[false], 1]);
    for (const minutes of [2, 4, 8, 16, 32, 60, 60]) {
      const before = asked;
      await platform.clock.advance(minutes * MINUTE - 1);
      expect(asked).to.equal(before);
      await platform.clock.advance(1);
      await found.find();
      expect(asked).to.equal(before + 1);
    }
  });

  it('does not know while the homeserver cannot be asked, and asks each minute', async () => {
    network.on('GET', WELL_KNOWN, () => json({}));
    endpoint = () => refused(502);
    const found = finder();
    await found.find();
    expect(told).to.deep.equal([null]);
    await platform.clock.advance(MINUTE);
    await found.find();
    endpoint = async () => [SFU];
    await platform.clock.advance(MINUTE);
    expect((await found.find()).from).to.equal('endpoint');
    expect([told, asked]).to.deep.equal([[null, null, true], 3]);
    await scope.close();
    expect(platform.clock.pending).to.equal(0);
  });

  it('tells nobody of what it finds when it is closed', async () => {
    endpoint = async () => [SFU];
    const found = finder();
    await scope.close();
    await found.find();
    expect(told).to.deep.equal([]);
  });
});
