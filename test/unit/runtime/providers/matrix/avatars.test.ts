import { expect } from '@open-wc/testing';
import { Avatars, thumbnailUrl } from '../../../../../src/runtime/providers/matrix/avatars.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { FakeNetwork, json } from './support/fake-network.ts';

const BASE = 'https://m.example.org';
const PATH = '/_matrix/client/v1/media/thumbnail/hs/';
const picture = (type = 'image/png', size = 3): Response =>
  new Response(new Uint8Array(size), { headers: { 'Content-Type': type } });
const mxc = (id: string): string => `mxc://hs/${id}`;

describe('thumbnailUrl', () => {
  it('asks for authenticated media', () => {
    expect(thumbnailUrl(BASE, 'mxc://example.org:8448/AbC_d-1')).to.equal(
      `${BASE}/_matrix/client/v1/media/thumbnail/example.org:8448/AbC_d-1?width=96&height=96&method=crop`,
    );
  });

  for (const odd of [
    '',
    'https://example.org/a.png',
    'mxc://hs',
    'mxc://hs/../secret',
    'mxc://hs/a/b',
    'mxc://h?s/a',
  ]) {
    it(`takes no '${odd}'`, () => expect(thumbnailUrl(BASE, odd)).to.equal(null));
  }
});

describe('Avatars', () => {
  let network: FakeNetwork;
  let scope: Scope;
  let clock: FakeClock;
  let avatars: Avatars;
  let changes: number;
  const revoked: string[] = [];
  const revoke = URL.revokeObjectURL;

  beforeEach(() => {
    network = new FakeNetwork();
    scope = new Scope((error) => {
      throw error;
    });
    clock = new FakeClock();
    changes = 0;
    revoked.splice(0);
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revoke.call(URL, url);
    };
    const credentials = { accessToken: 'token', fetch: globalThis.fetch };
    avatars = new Avatars({ baseUrl: BASE, credentials, clock, scope, changed: () => void changes++ });
  });
  afterEach(async () => {
    await scope.close();
    URL.revokeObjectURL = revoke;
    network.restore();
  });

  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  it('loads what is used, with the token, once', async () => {
    network.on('GET', `${PATH}a`, () => picture());
    avatars.use(new Set([mxc('a')]));
    avatars.use(new Set([mxc('a')]));
    expect(avatars.url(mxc('a'))).to.equal(null);
    await pause();
    expect(avatars.url(mxc('a'))).to.match(/^blob:/);
    expect([changes, network.asked.length]).to.deep.equal([1, 1]);
    expect(network.asked[0]?.request.headers.get('Authorization')).to.equal('Bearer token');
    expect(clock.pending).to.equal(0);
  });

  it('asks servers of before authenticated media without the token', async () => {
    network.on('GET', '/_matrix/media/v3/thumbnail/hs/a', () => picture());
    avatars.use(new Set([mxc('a')]));
    await pause();
    expect(avatars.url(mxc('a'))).to.match(/^blob:/);
    expect(network.asked[1]?.request.headers.has('Authorization')).to.equal(false);
  });

  const refused: [string, () => Response][] = [
    ['no picture', () => picture('text/html')],
    ['a script in a picture', () => picture('image/svg+xml')],
    ['too large', () => picture('image/png', 1_000_001)],
    ['missing', () => json({ errcode: 'M_NOT_FOUND' }, 404)],
    ['refused', () => json({}, 403)],
  ];
  for (const [name, answer] of refused) {
    it(`shows nothing where it is ${name}, and asks again later`, async () => {
      network.on('GET', `${PATH}a`, answer);
      avatars.use(new Set([mxc('a')]));
      await pause();
      avatars.use(new Set([mxc('a')]));
      await pause();
      expect([avatars.url(mxc('a')), changes, network.asked.length]).to.deep.equal([null, 0, 1]);
      network.on('GET', `${PATH}a`, () => picture());
      await clock.advance(61_000);
      avatars.use(new Set([mxc('a')]));
      await pause();
      expect(avatars.url(mxc('a'))).to.match(/^blob:/);
    });
  }

  it('loads four at a time', async () => {
    const answers: ((response: Response) => void)[] = [];
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const id of ids) network.on('GET', PATH + id, () => new Promise((resolve) => answers.push(resolve)));
    avatars.use(new Set(ids.map(mxc)));
    await pause();
    expect(network.asked).to.have.length(4);
    answers[0]?.(picture());
    await pause();
    expect(network.asked).to.have.length(5);
  });

  it('forgets the oldest of what is not used any more, never what is used', async () => {
    const ids = Array.from({ length: 34 }, (_, index) => `p${index}`);
    for (const id of ids) network.on('GET', PATH + id, () => picture());
    avatars.use(new Set(ids.map(mxc)));
    while (changes < ids.length) await pause();
    const first = avatars.url(mxc('p0'));
    avatars.use(new Set([mxc('p33')]));
    expect(revoked).to.deep.equal([first]);
    expect([avatars.url(mxc('p0')), avatars.url(mxc('p33'))].map((url) => url === null)).to.deep.equal([true, false]);
  });

  it('revokes everything when its scope closes, also what comes later', async () => {
    network.on('GET', `${PATH}a`, () => picture());
    network.on('GET', `${PATH}b`, ({ signal }) => FakeNetwork.hang(signal));
    avatars.use(new Set([mxc('a'), mxc('b')]));
    await pause();
    const url = avatars.url(mxc('a'));
    await scope.close();
    await pause();
    expect(revoked).to.deep.equal([url]);
    expect([avatars.url(mxc('a')), avatars.url(mxc('b'))]).to.deep.equal([null, null]);
    expect(clock.pending).to.equal(0);
  });

  it('does not wait for ever', async () => {
    network.on('GET', `${PATH}a`, ({ signal }) => FakeNetwork.hang(signal));
    avatars.use(new Set([mxc('a')]));
    await pause();
    await clock.advance(20_000);
    await pause();
    expect(network.asked[0]?.request.signal?.aborted).to.equal(true);
  });
});
