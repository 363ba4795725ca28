import { expect } from '@open-wc/testing';
import type { Request } from '../../../../../src/runtime/providers/matrix/client-request.ts';
import { discover, lookups, mayConnect, parseUserId } from '../../../../../src/runtime/providers/matrix/well-known.ts';
import { SignInError, type SignInProblem } from '../../../../../src/runtime/providers/provider.ts';

describe('parseUserId', () => {
  const table: [string, string | null][] = [
    ['@anna:example.org', 'anna example.org'],
    ['  @anna:example.org ', 'anna example.org'],
    ['@anna:example.org:8448', 'anna example.org:8448'],
    ['@anna:[2001:db8::1]:8448', 'anna [2001:db8::1]:8448'],
    ['@anna:127.0.0.1', 'anna 127.0.0.1'],
    ['@Old.Style/1:hs.test', 'Old.Style/1 hs.test'],
    ['anna:example.org', null],
    ['@:example.org', null],
    ['@anna', null],
    ['@anna:', null],
    ['@an na:example.org', null],
    ['@anna:exa mple.org', null],
    ['@anna:example.org/path', null],
    [`@${'a'.repeat(250)}:example.org`, null],
  ];
  for (const [text, parts] of table) {
    it(`${text.slice(0, 40)} → ${parts}`, () => {
      const id = parseUserId(text);
      expect(id && `${id.localpart} ${id.server}`).to.equal(parts);
    });
  }
});

describe('lookups', () => {
  const places = (homeserver: string, user = 'anna'): string[] =>
    lookups(homeserver, user).map((lookup) =>
      lookup.kind === 'address' ? lookup.baseUrl : `well-known ${lookup.host}`,
    );
  const table: [string, string, string[]][] = [
    ['https://m.example.org', 'anna', ['https://m.example.org', 'well-known m.example.org']],
    ['https://m.example.org/', 'anna', ['https://m.example.org', 'well-known m.example.org']],
    ['https://example.org/matrix/', 'anna', ['https://example.org/matrix', 'well-known example.org']],
    ['example.org', 'anna', ['well-known example.org', 'https://example.org']],
    ['example.org:8448', 'anna', ['well-known example.org:8448', 'https://example.org:8448']],
    ['http://10.0.0.1:8008', 'anna', ['http://10.0.0.1:8008']],
    ['', '@anna:example.org', ['well-known example.org', 'https://example.org']],
    ['', '@anna:example.org:8448', ['well-known example.org', 'https://example.org:8448']],
    [' m.example.org ', '@anna:example.org', ['well-known m.example.org', 'https://m.example.org']],
  ];
  for (const [homeserver, user, expected] of table) {
    it(`'${homeserver}' for ${user}`, () => expect(places(homeserver, user)).to.deep.equal(expected));
  }
  const bad: [string, string, SignInProblem][] = [
    ['', 'anna', 'needed'],
    ['ftp://example.org', 'anna', 'bad_address'],
    ['https://', 'anna', 'bad_address'],
    ['exa mple', 'anna', 'bad_address'],
    ['https://user:secret@example.org', 'anna', 'bad_address'],
  ];
  for (const [homeserver, user, problem] of bad) {
    it(`'${homeserver}' for ${user} is ${problem}`, () => {
      expect(() => lookups(homeserver, user))
        .to.throw(SignInError)
        .that.includes({ problem, field: 'homeserver' });
    });
  }
});

describe('mayConnect', () => {
  const table: [string, string, boolean][] = [
    ['https://example.org', 'https:', true],
    ['http://example.org', 'http:', true],
    ['http://example.org', 'https:', false],
    ['http://192.168.1.5:8008', 'https:', false],
    ['http://localhost:8008', 'https:', true],
    ['http://hs.localhost', 'https:', true],
    ['http://127.0.0.1:8008', 'https:', true],
    ['http://[::1]:8008', 'https:', true],
    ['http://localhost.example.org', 'https:', false],
  ];
  for (const [baseUrl, page, expected] of table) {
    it(`${baseUrl} from ${page} → ${expected}`, () => expect(mayConnect(baseUrl, page)).to.equal(expected));
  }
});

describe('discover', () => {
  type Answers = Readonly<Record<string, unknown>>;
  const versions = { versions: ['v1.11'] };

  /** A network of these addresses: an object is a 200 with it, a number that status, what is missing is not there. */
  function network(answers: Answers): { request: Request; asked: string[] } {
    const asked: string[] = [];
    const request: Request = async (_method, url) => {
      asked.push(url);
      const answer = answers[url];
      if (answer === undefined) throw new SignInError('server_not_found');
      if (answer instanceof Error) throw answer;
      const status = typeof answer === 'number' ? answer : 200;
      return { status, body: status === 200 ? (answer as Record<string, unknown>) : {}, headers: new Headers() };
    };
    return { request, asked };
  }

  async function failure(answers: Answers, homeserver: string, user = 'anna', page = 'https:'): Promise<unknown> {
    return discover(homeserver, user, network(answers).request, page).then(
      (url) => url,
      ({ problem, field }: SignInError) => `${problem} ${field}`,
    );
  }

  it('follows the well-known file of the user id', async () => {
    const answers = {
      'https://example.org/.well-known/matrix/client': { 'm.homeserver': { base_url: 'https://m.example.org/' } },
      'https://m.example.org/_matrix/client/versions': versions,
    };
    expect(await discover('', '@anna:example.org', network(answers).request, 'https:')).to.equal(
      'https://m.example.org',
    );
  });

  for (const [name, file] of Object.entries({
    'is missing': 404,
    'is no object': { 'm.homeserver': 'https://m.example.org' },
    'names no address': { 'm.homeserver': { base_url: 'javascript:alert(1)' } },
    'names nonsense': { 'm.homeserver': { base_url: 'https://' } },
  })) {
    it(`tries the server itself where the well-known file ${name}`, async () => {
      const answers = {
        'https://example.org/.well-known/matrix/client': file,
        'https://example.org/_matrix/client/versions': versions,
      };
      expect(await discover('example.org', 'anna', network(answers).request, 'https:')).to.equal('https://example.org');
    });
  }

  it('believes an explicit address that speaks Matrix and asks nobody else', async () => {
    const { request, asked } = network({ 'https://m.example.org/_matrix/client/versions': versions });
    await discover('https://m.example.org', 'anna', request, 'https:');
    expect(asked).to.have.length(1);
  });

  it('says which field to look at', async () => {
    expect(await failure({}, 'example.org')).to.equal('server_not_found homeserver');
    expect(await failure({}, '', '@anna:example.org')).to.equal('server_not_found user');
    expect(await failure({ 'https://example.org/_matrix/client/versions': { hello: 1 } }, 'example.org')).to.equal(
      'server_not_found homeserver',
    );
  });

  it('refuses what the browser would block', async () => {
    expect(await failure({}, 'http://10.0.0.1')).to.equal('server_not_secure homeserver');
    const wellKnown = { 'https://e.org/.well-known/matrix/client': { 'm.homeserver': { base_url: 'http://m.e.org' } } };
    expect(await failure(wellKnown, 'e.org')).to.equal('server_not_secure homeserver');
  });

  it('tells an ill server from a missing one', async () => {
    expect(await failure({ 'https://example.org/_matrix/client/versions': 502 }, 'https://example.org')).to.equal(
      'server_error null',
    );
    const offline = new SignInError('network');
    const answers = {
      'https://example.org/.well-known/matrix/client': offline,
      'https://example.org/_matrix/client/versions': offline,
    };
    expect(await failure(answers, 'example.org')).to.equal('network null');
  });

  it('stops at once when it is cancelled', async () => {
    const answers = { 'https://example.org/.well-known/matrix/client': new SignInError('cancelled') };
    expect(await failure(answers, 'example.org')).to.equal('cancelled null');
  });

  it('lets an error of our own through', async () => {
    const answers = { 'https://example.org/_matrix/client/versions': new RangeError('ours') };
    const error: unknown = await discover('https://example.org', 'anna', network(answers).request, 'https:').catch(
      (e: unknown) => e,
    );
    expect(error).to.be.instanceOf(RangeError);
  });
});
