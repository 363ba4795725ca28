import { expect } from '@open-wc/testing';
import { toBase64 } from '../../../../../../../src/runtime/platform/base64.ts';
import {
  readToken,
  requestForm,
  requestToken,
  TOKEN_TIMEOUT,
  TokenError,
  type TokenMeans,
  type TokenRequest,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/token.ts';
import {
  sfuIdentity,
  sfuRooms,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/identity.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';

const request: TokenRequest = {
  serviceUrl: 'https://sfu.test/tokens',
  roomId: '!room:test',
  userId: '@us:test',
  deviceId: 'TABLET',
  memberId: '@us:test:TABLET',
  form: 'compatible',
};
const NOW = 1_000_000;
const jwt = (claims: unknown): string => `head.${toBase64(new TextEncoder().encode(JSON.stringify(claims)))}.sign`;
const claims = { sub: '@us:test:TABLET', exp: 2_000, video: { room: '!room:test' } };
const answer = (change: object = {}, url = 'wss://sfu.test'): object => ({ url, jwt: jwt({ ...claims, ...change }) });

async function problem(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof TokenError ? error.problem : String(error);
  }
  return 'none';
}

describe('requestForm', () => {
  it('asks as the compatibility form does', () => {
    expect(requestForm(request, { access_token: 'x' })).to.deep.equal([
      '/sfu/get',
      { room: '!room:test', openid_token: { access_token: 'x' }, device_id: 'TABLET' },
    ]);
  });

  it('asks as the 2.0 form does', () => {
    expect(requestForm({ ...request, form: '2.0', memberId: 'uuid' }, 7)).to.deep.equal([
      '/get_token',
      {
        room_id: '!room:test',
        slot_id: 'm.call#ROOM',
        openid_token: 7,
        member: { id: 'uuid', claimed_user_id: '@us:test', claimed_device_id: 'TABLET' },
      },
    ]);
  });
});

describe('readToken', () => {
  it('takes a token for us and this room, under each of its names', async () => {
    for (const room of await sfuRooms('!room:test')) {
      const given = answer({ video: { room } });
      expect((await readToken(given, request, NOW)).url).to.equal('wss://sfu.test');
    }
  });

  it('takes one for the hashed identity of the 2.0 form', async () => {
    const later: TokenRequest = { ...request, form: '2.0', memberId: 'uuid' };
    expect(await problem(readToken(answer({ sub: await sfuIdentity(later) }), later, NOW))).to.equal('none');
    expect(await problem(readToken(answer(), later, NOW))).to.equal('foreign');
  });

  for (const [what, given, expected] of [
    ['nothing', null, 'bad_answer'],
    ['an error', { errcode: 'M_UNKNOWN' }, 'bad_answer'],
    ['no token', { url: 'wss://sfu.test' }, 'bad_answer'],
    ['a token that is none', { url: 'wss://sfu.test', jwt: 'x' }, 'bad_answer'],
    ['a token that is no JSON', { url: 'wss://sfu.test', jwt: 'a.!!!.c' }, 'bad_answer'],
    ['a huge token', { url: 'wss://sfu.test', jwt: `a.${'x'.repeat(20_000)}.c` }, 'bad_answer'],
    ['an address that is none', answer({}, 'sfu'), 'bad_answer'],
    ['an address of another kind', answer({}, 'javascript:alert(1)'), 'bad_answer'],
    ['no room', answer({ video: {} }), 'bad_answer'],
    ['a foreign room', answer({ video: { room: '!other:test' } }), 'foreign'],
    ['somebody else', answer({ sub: '@eve:test:X' }), 'foreign'],
    ['one of the past', answer({ exp: 999 }), 'expired'],
  ] as const) {
    it(`refuses ${what}: ${expected}`, async () =>
      expect(await problem(readToken(given, request, NOW))).to.equal(expected));
  }

  it('does without an end', async () => {
    expect(await problem(readToken(answer({ exp: undefined }), request, NOW))).to.equal('none');
  });
});

describe('requestToken', () => {
  const means = (change: Partial<TokenMeans> = {}): TokenMeans & { readonly clock: FakeClock } => {
    const clock = new FakeClock();
    return {
      openIdToken: async () => ({ access_token: 'proof' }),
      fetch: async () => Response.json(answer()),
      serverNow: () => NOW,
      signal: new AbortController().signal,
      ...change,
      clock,
    };
  };
  const never = (): Promise<never> => new Promise(() => {});

  it('sends the proof to the service alone, and nothing of it in the address', async () => {
    const asked: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      asked.push([input, init?.body]);
      return Response.json(answer());
    };
    const token = await requestToken(request, means({ fetch }));
    expect(token.token).to.equal(jwt(claims));
    const body = { room: '!room:test', openid_token: { access_token: 'proof' }, device_id: 'TABLET' };
    expect(asked).to.deep.equal([['https://sfu.test/tokens/sfu/get', JSON.stringify(body)]]);
  });

  for (const [what, change, expected] of [
    ['refused', { fetch: async () => new Response('{}', { status: 403 }) }, 'refused'],
    ['not there', { fetch: async () => new Response('{}', { status: 404 }) }, 'refused'],
    ['ill', { fetch: async () => new Response('', { status: 502 }) }, 'ill'],
    ['busy', { fetch: async () => new Response('', { status: 429 }) }, 'ill'],
    ['no JSON', { fetch: async () => new Response('<html>') }, 'bad_answer'],
    ['out of reach', { fetch: () => Promise.reject(new TypeError('x')) }, 'unreachable'],
    ['no proof', { openIdToken: () => Promise.reject(new Error('x')) }, 'unreachable'],
  ] as const) {
    it(`${what}: ${expected}`, async () => {
      expect(await problem(requestToken(request, means(change)))).to.equal(expected);
    });
  }

  for (const [what, change] of [
    ['service', { fetch: never }],
    ['homeserver', { openIdToken: never }],
  ] as const) {
    it(`does not wait for ever for the ${what}`, async () => {
      const slow = means(change);
      const ended = problem(requestToken(request, slow));
      await slow.clock.advance(TOKEN_TIMEOUT);
      expect(await ended).to.equal('slow');
      expect(slow.clock.pending).to.equal(0);
    });
  }
});
