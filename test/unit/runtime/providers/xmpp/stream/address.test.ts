import { expect } from '@open-wc/testing';
import { findWebSocket, isSecure } from '../../../../../../src/runtime/providers/xmpp/stream/address.ts';
import { backoff } from '../../../../../../src/runtime/providers/xmpp/stream/backoff.ts';
import type { StreamError } from '../../../../../../src/runtime/providers/xmpp/stream/problems.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

const REL = 'urn:xmpp:alt-connections:websocket';
const json = (...hrefs: readonly unknown[]): string =>
  JSON.stringify({ links: hrefs.map((href) => ({ rel: REL, href })) });
const xml = (href: string, rel = REL): string =>
  `<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'><Link rel='${rel}' href='${href}'/></XRD>`;

/** Files by name; null: the request fails. */
function find(files: Readonly<Record<string, string | null>>): Promise<string> {
  const clock = new FakeClock();
  const asked: string[] = [];
  const fetch = async (url: string | URL | Request): Promise<Response> => {
    const { href } = new URL(url as string);
    asked.push(href);
    const file = files[href.replace('https://example.org/.well-known/', '')];
    if (file === null) throw new TypeError('failed');
    return new Response(file ?? '', { status: file === undefined ? 404 : 200 });
  };
  const { signal } = new AbortController();
  return findWebSocket({ domain: 'example.org', clock, signal, fetch }).finally(() => {
    expect(clock.pending).to.equal(0);
    expect(asked.toSorted()).to.deep.equal([
      'https://example.org/.well-known/host-meta',
      'https://example.org/.well-known/host-meta.json',
    ]);
  });
}

const problemOf = (found: Promise<string>): Promise<string> =>
  found.catch((error: unknown) => (error as StreamError).problem);

describe('the WebSocket of a domain (XEP-0156)', () => {
  it('is found in either file', async () => {
    expect(await find({ 'host-meta.json': json('wss://example.org/ws') })).to.equal('wss://example.org/ws');
    expect(await find({ 'host-meta': xml('wss://example.org/xml') })).to.equal('wss://example.org/xml');
    expect(await find({ 'host-meta.json': null, 'host-meta': xml('wss://a.test/') })).to.equal('wss://a.test/');
    const both = { 'host-meta.json': json('wss://json.test/'), 'host-meta': xml('wss://xml.test/') };
    expect(await find(both)).to.equal('wss://json.test/');
    expect(await find({ 'host-meta.json': json('ws://a.test/', 7, 'wss://b.test/') })).to.equal('wss://b.test/');
  });

  it('is not made up', async () => {
    expect(await problemOf(find({}))).to.equal('no-address');
    expect(await problemOf(find({ 'host-meta.json': null, 'host-meta': null }))).to.equal('no-address');
    expect(await problemOf(find({ 'host-meta.json': '<html>', 'host-meta': '{}' }))).to.equal('no-address');
    expect(await problemOf(find({ 'host-meta.json': '{"links":{}}', 'host-meta': '' }))).to.equal('no-address');
    expect(await problemOf(find({ 'host-meta.json': json('https://example.org/ws', null) }))).to.equal('no-address');
    expect(await problemOf(find({ 'host-meta': xml('wss://a.test/', 'urn:other') }))).to.equal('no-address');
    expect(await problemOf(find({ 'host-meta': xml('ws://example.org/ws') }))).to.equal('not-secure');
  });

  it('is not waited for any longer than ten seconds, nor after an abort', async () => {
    const clock = new FakeClock();
    const never: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const given = { domain: 'example.org', clock, fetch: never };
    const abort = new AbortController();
    const slow = problemOf(findWebSocket({ ...given, signal: abort.signal }));
    await clock.advance(10_000);
    expect(await slow).to.equal('no-address');
    const stopped = problemOf(findWebSocket({ ...given, signal: abort.signal }));
    abort.abort();
    expect(await stopped).to.equal('closed');
    expect(clock.pending).to.equal(0);
  });

  it('carries a password only with TLS, or on this device', () => {
    const secure = ['wss://example.org/', 'ws://localhost:1/', 'ws://127.0.0.1/x', 'ws://[::1]/', 'ws://a.localhost/'];
    expect(secure.every(isSecure)).to.equal(true);
    const insecure = ['ws://example.org/', 'https://example.org/', 'ws://127.0.0.1.example.org/', 'nonsense', ''];
    expect(insecure.some(isSecure)).to.equal(false);
  });
});

describe('the wait before the next attempt', () => {
  it('is none after a loss, doubles up to half a minute, and is long for who is not welcome', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 50].map((failures) => backoff('unreachable', failures, 0.5))).to.deep.equal([
      150, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
    expect([0, 0.999].map((random) => Math.round(backoff('lost', 1, random)))).to.deep.equal([750, 1_250]);
    expect(backoff('conflict', 0, 0.5)).to.equal(60_000);
    expect(backoff('busy', 9, 0.5)).to.equal(60_000);
  });
});
