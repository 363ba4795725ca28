import { expect } from '@open-wc/testing';
import {
  findTransports,
  readTransports,
  type TransportSources,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/transports.ts';
import { readServiceUrl } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/service-url.ts';

const entry = (url: unknown): object => ({ type: 'livekit', livekit_service_url: url });

describe('readTransports', () => {
  it('takes what it can use, in its order', () => {
    const given = [entry('https://a.test/'), { type: 'mesh' }, entry('http://127.0.0.1:6080'), null, 'x'];
    expect(readTransports(given)).to.deep.equal([
      { serviceUrl: 'https://a.test' },
      { serviceUrl: 'http://127.0.0.1:6080' },
    ]);
  });

  it('takes no more than a few', () => {
    expect(readTransports(Array.from({ length: 100 }, () => entry('https://a.test')))).to.have.length(8);
  });

  for (const given of [null, undefined, {}, 'https://a.test', 7]) {
    it(`takes nothing of ${JSON.stringify(given)}`, () => expect(readTransports(given)).to.deep.equal([]));
  }
});

describe('readServiceUrl', () => {
  it('leaves out what a path is not made of', () => {
    expect(readServiceUrl('https://a.test/livekit/jwt/?x=1#y')).to.equal('https://a.test/livekit/jwt');
  });

  for (const given of [
    7,
    '',
    'sfu',
    'wss://a.test',
    'javascript:alert(1)',
    'https://u:p@a.test',
    `https://${'a'.repeat(2_000)}`,
  ])
    it(`refuses ${String(given).slice(0, 30)}`, () => expect(readServiceUrl(given)).to.equal(null));
});

describe('findTransports', () => {
  const lost = (): Promise<never> => Promise.reject(new Error('lost'));
  const sources = (change: Partial<TransportSources>): TransportSources => ({
    endpoint: async () => ({ rtc_transports: [] }),
    wellKnown: async () => null,
    configured: undefined,
    ...change,
  });

  it('asks the homeserver first', async () => {
    const found = await findTransports(
      sources({ endpoint: async () => ({ rtc_transports: [entry('https://a.test')] }), wellKnown: lost }),
    );
    expect(found).to.deep.equal({ transports: [{ serviceUrl: 'https://a.test' }], from: 'endpoint', unasked: [] });
  });

  it('then the well-known file, then the settings', async () => {
    const wellKnown = async (): Promise<unknown> => ({ 'org.matrix.msc4143.rtc_foci': [entry('https://b.test')] });
    expect((await findTransports(sources({ endpoint: lost, wellKnown }))).from).to.equal('well-known');
    const configured = 'https://c.test';
    expect(await findTransports(sources({ endpoint: lost, wellKnown: lost, configured }))).to.deep.equal({
      transports: [{ serviceUrl: 'https://c.test' }],
      from: 'settings',
      unasked: [],
    });
  });

  it('says whether there is none, or nobody could be asked', async () => {
    const none = { transports: [], from: null };
    expect(await findTransports(sources({}))).to.deep.equal({ ...none, unasked: [] });
    expect(await findTransports(sources({ wellKnown: lost }))).to.deep.equal({ ...none, unasked: ['well-known'] });
    expect(await findTransports(sources({ endpoint: lost, wellKnown: lost }))).to.deep.equal({
      ...none,
      unasked: ['endpoint', 'well-known'],
    });
  });

  it('finds nothing in answers that are none', async () => {
    for (const answer of [null, [], 'x', { rtc_transports: 'x' }, { rtc_transports: [{}] }])
      expect((await findTransports(sources({ endpoint: async () => answer }))).transports).to.deep.equal([]);
  });
});
