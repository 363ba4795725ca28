import { expect } from '@open-wc/testing';
import { Scope } from '../../../../../../src/runtime/platform/scope.ts';
import { watchArchive } from '../../../../../../src/runtime/providers/xmpp/archive/index.ts';
import { childOf, textOf, type XmlElement } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import type { Envelope } from '../../../../../../src/runtime/providers/xmpp/jmi/envelope.ts';
import { type IqRequest, WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { type FakePlatform, fakePlatform } from '../../../../support/fake-platform.ts';
import { settled } from '../../../../support/fake-clock.ts';
import { FakeWire } from '../support/fake-wire.ts';

const MAM = 'urn:xmpp:mam:2';
const JMI = `xmlns='urn:xmpp:jingle-message:0'`;
const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-21T12:00:00Z');
/** The server's clock is so much ahead of ours. */
const AHEAD = 7_000;

let platform: FakePlatform;
let wire: FakeWire;
let scope: Scope;
let found: { envelopes: readonly Envelope[]; now: number }[];
let asked: number[];
let ready: () => Promise<void>;

function watch(since: number | null): void {
  watchArchive({
    wire,
    platform,
    scope,
    since,
    asked: (at) => void asked.push(at),
    ready: () => ready(),
    found: (envelopes, now) => void found.push({ envelopes, now }),
  });
}
const retract = (id: string, from = 'ann@a/phone', more = ''): string =>
  `<message xmlns='jabber:client' from='${from}' to='kiosk@home' type='chat'><retract ${JMI} id='${id}'/>${more}</message>`;
const result = (queryid: string, inner: string, from = `from='kiosk@home'`, stamp = '2026-11-21T11:00:00Z'): string =>
  `<message xmlns='jabber:client' ${from} to='kiosk@home/panel'><result xmlns='${MAM}' queryid='${queryid}' id='1'>` +
  `<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='${stamp}'/>${inner}</forwarded></result></message>`;
const fin = (first: string | null): string =>
  `<fin xmlns='${MAM}'${first === null ? ` complete='true'` : ''}><set xmlns='http://jabber.org/protocol/rsm'>${first === null ? '' : `<first>${first}</first>`}</set></fin>`;
const idOf = ({ payload }: IqRequest): string => payload.attributes['queryid']!;
const before = ({ payload }: IqRequest): string =>
  textOf(
    childOf(childOf(payload, 'http://jabber.org/protocol/rsm', 'set')!, 'http://jabber.org/protocol/rsm', 'before')!,
  );
const start = ({ payload }: IqRequest): string => {
  const form = childOf(payload, 'jabber:x:data', 'x')!;
  return textOf((form.children[1] as XmlElement).children[0] as XmlElement);
};
const ids = (): readonly string[] => found.flatMap(({ envelopes }) => envelopes.map(({ message }) => message.id));
/** What the server answers each query with, after what it sends. */
const answers = (answer: (request: IqRequest, count: number) => string | WireError | Promise<string>): void => {
  let count = 0;
  wire.answers('set', MAM, 'query', (request) => answer(request, count++));
};
const begin = async (): Promise<void> => {
  wire.begins();
  await settled();
};

beforeEach(() => {
  platform = fakePlatform(NOW);
  wire = new FakeWire('kiosk@home/panel', () => platform.clock.now() + AHEAD);
  scope = new Scope((error) => {
    throw error;
  });
  [found, asked, ready] = [[], [], () => Promise.resolve()];
});
afterEach(async () => {
  await scope.close();
  expect([wire.listeners, platform.clock.pending]).to.deep.equal([0, 0]);
});

describe('the archive', () => {
  it('is asked from the last time on, by the server’s clock, and tells of calls alone', async () => {
    answers((request) => {
      wire.comes(result(idOf(request), retract('a')));
      wire.comes(result(idOf(request), `<message xmlns='jabber:client' from='ann@a/x'><body>hello</body></message>`));
      wire.comes(result(idOf(request), `<message xmlns='jabber:client' from='ann@a/x'><retract ${JMI}/></message>`));
      wire.comes(result(idOf(request), retract('b'), ''));
      return fin(null);
    });
    watch(NOW - HOUR);
    await begin();
    expect(start(wire.asked[0]!)).to.equal('2026-11-21T11:00:00.000Z');
    expect(ids()).to.deep.equal(['a', 'b']);
    expect(found[0]?.envelopes[0]?.stamp).to.equal(NOW - HOUR);
    expect(found[0]?.now).to.equal(NOW + AHEAD);
    expect(asked).to.deep.equal([NOW + AHEAD - 60_000]);
  });

  it('is not asked for what came before the first sign-in', async () => {
    watch(null);
    await begin();
    expect([wire.asked.length, asked, ids()]).to.deep.equal([0, [NOW + AHEAD], []]);
    expect(found).to.have.lengthOf(1);
    answers(() => fin(null));
    await begin();
    expect(start(wire.asked[0]!)).to.equal(new Date(NOW + AHEAD).toISOString());
  });

  it('is not asked where the stream went on', async () => {
    watch(NOW - HOUR);
    wire.begins(true);
    await settled();
    expect(wire.asked).to.deep.equal([]);
  });

  it('is read page by page, the newest first, and told in its order', async () => {
    answers((request, count) => {
      for (let index = 0; index < 2; index++) wire.comes(result(idOf(request), retract(`${9 - count}-${index}`)));
      return fin(count === 2 ? null : `first-${count}`);
    });
    watch(NOW - HOUR);
    await begin();
    expect(wire.asked.map(before)).to.deep.equal(['', 'first-0', 'first-1']);
    expect(new Set(wire.asked.map(idOf)).size).to.equal(3);
    expect(ids()).to.deep.equal(['7-0', '7-1', '8-0', '8-1', '9-0', '9-1']);
  });

  it('is never read without end', async () => {
    answers((_request, count) => fin(`first-${count}`));
    watch(NOW - HOUR);
    await begin();
    expect(wire.asked).to.have.lengthOf(10);
    answers(() => fin('round'));
    await begin();
    expect(wire.asked).to.have.lengthOf(12);
  });

  it('is not asked for longer than a month, nor for the future', async () => {
    answers(() => fin(null));
    watch(0);
    await begin();
    expect(start(wire.asked[0]!)).to.equal(new Date(NOW + AHEAD - 30 * 24 * HOUR).toISOString());
    await scope.close();
    scope = new Scope(() => {});
    watch(NOW * 2);
    await begin();
    expect(start(wire.asked[1]!)).to.equal(new Date(NOW + AHEAD).toISOString());
  });

  it('speaks for our own account and this query alone', async () => {
    answers((request) => {
      const id = idOf(request);
      for (const from of ['ann@a', 'mallory@m/x', 'kiosk@home/other', 'home']) {
        wire.comes(result(id, retract('forged'), `from='${from}'`));
      }
      wire.comes(result('other', retract('other')));
      for (let index = 0; index < 200; index++) wire.comes(result(id, retract(`r${index}`)));
      return fin(null);
    });
    watch(NOW - HOUR);
    await begin();
    wire.comes(result(idOf(wire.asked[0]!), retract('late')));
    expect(ids()).to.have.lengthOf(100).and.not.to.include('forged').and.not.to.include('other');
  });

  it('does not believe in a time that a sender has made up, unless it is older', async () => {
    const delay = (stamp: string): string => `<delay xmlns='urn:xmpp:delay' stamp='${stamp}'/>`;
    answers((request) => {
      wire.comes(result(idOf(request), retract('a', 'ann@a/x', delay('2099-01-01T00:00:00Z'))));
      wire.comes(result(idOf(request), retract('b', 'ann@a/x', delay('2026-11-21T10:00:00Z'))));
      wire.comes(result(idOf(request), retract('c', 'ann@a/x', delay('soon')), undefined, 'never'));
      return fin(null);
    });
    watch(NOW - HOUR);
    await begin();
    expect(found[0]?.envelopes.map(({ stamp }) => stamp)).to.deep.equal([NOW - HOUR, NOW - 2 * HOUR, null]);
  });

  it('is told with what came by the stream meanwhile, when it is known who is who', async () => {
    let know = (): void => {};
    ready = () => new Promise((resolve) => (know = resolve));
    answers(async (request) => {
      wire.comes(result(idOf(request), retract('a')));
      wire.comes(retract('live'));
      wire.comes(retract(''));
      return fin(null);
    });
    watch(NOW - HOUR);
    await begin();
    expect(wire.asked).to.deep.equal([]);
    await platform.clock.advance(4_000);
    know();
    await settled();
    expect(ids()).to.deep.equal(['a', 'live']);
    expect(asked).to.deep.equal([NOW + AHEAD - 60_000]);
  });

  for (const error of [
    new WireError('refused', 'service-unavailable'),
    new WireError('timeout'),
    new WireError('lost'),
  ]) {
    it(`is silent where the answer is: ${error.message}`, async () => {
      answers(() => error);
      watch(NOW - HOUR);
      await begin();
      expect([found, asked]).to.deep.equal([[{ envelopes: [], now: NOW + AHEAD }], []]);
      expect(platform.lines.every(({ level }) => level === 'debug')).to.equal(true);
      await platform.clock.advance(3 * HOUR);
      expect(asked).to.deep.equal([]);
    });
  }

  it('is asked anew where another stream begins meanwhile', async () => {
    let first = (_answer: string): void => {};
    answers((request, count) => {
      wire.comes(result(idOf(request), retract(`${count}`)));
      return count === 0 ? new Promise((resolve) => (first = resolve)) : fin(null);
    });
    watch(NOW - HOUR);
    await begin();
    await begin();
    first(fin(null));
    await settled();
    expect(ids()).to.deep.equal(['1']);
  });

  it('moves on with the stream, every ten minutes while it is there', async () => {
    answers(() => fin(null));
    watch(NOW - HOUR);
    await begin();
    await platform.clock.advance(HOUR);
    expect(asked.at(-1)).to.equal(NOW + AHEAD + HOUR - 600_000);
    const { length } = asked;
    wire.online.set(false);
    await platform.clock.advance(HOUR);
    expect(asked).to.have.lengthOf(length);
  });
});
