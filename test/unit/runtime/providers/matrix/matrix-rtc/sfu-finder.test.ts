import { expect } from '@open-wc/testing';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Scope } from '../../../../../../src/runtime/platform/scope.ts';
import { SfuFinder } from '../../../../../../src/runtime/providers/matrix/matrix-rtc/sfu-finder.ts';
import type { ProviderIO } from '../../../../../../src/runtime/providers/provider.ts';
import { FakeNetwork, json } from '../support/fake-network.ts';
import { type FakePlatform, fakePlatform } from '../../../../support/fake-platform.ts';

const WELL_KNOWN = '/.well-known/matrix/client';
const MINUTE = 60_000;
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
    expect(platform.clock.pending).to.equal(0);
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
