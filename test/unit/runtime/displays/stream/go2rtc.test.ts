import { expect } from '@open-wc/testing';
import { Go2rtc, Go2rtcError } from '../../../../../src/runtime/displays/stream/go2rtc.ts';
import { FakeClock, settled } from '../../../support/fake-clock.ts';
import { FakeServer } from './support/fake-server.ts';

describe("a go2rtc's API", () => {
  let server: FakeServer;
  let clock: FakeClock;
  let go2rtc: Go2rtc;
  const { signal } = new AbortController();

  beforeEach(() => {
    [server, clock] = [new FakeServer(), new FakeClock()];
    go2rtc = new Go2rtc({ server: new URL('http://house:1984/go2rtc/'), fetch: server.fetch, clock });
  });
  afterEach(() => expect(clock.pending).to.equal(0));

  const problemOf = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => 'nothing',
      (reason: unknown) => reason,
    );
    if (!(error instanceof Go2rtcError)) throw new Error(String(error));
    expect(error.message).not.to.contain('house');
    return error.problem;
  };

  it('makes a stream, publishes into it, tells who watches, and removes it', async () => {
    await go2rtc.greet(signal);
    await go2rtc.create('a stream', signal);
    expect(await go2rtc.report('a stream', signal)).to.deep.equal({ published: false, watchers: [] });
    expect(await go2rtc.publish('a stream', 'v=0 offer', signal)).to.equal('v=0\r\n');
    server.streams.get('a stream')!.watchers = [7, 8];
    expect(await go2rtc.report('a stream', signal)).to.deep.equal({
      published: true,
      watchers: [
        { id: 0, bytes: 7 },
        { id: 1, bytes: 8 },
      ],
    });
    expect(await go2rtc.names(signal)).to.deep.equal(['a stream']);
    await go2rtc.remove('a stream', signal);
    expect(await go2rtc.names(signal)).to.deep.equal([]);
    expect(server.asked.every((asked) => asked.includes(' /go2rtc/api'))).to.equal(true);
  });

  it('says where a player finds a stream', () => {
    expect(go2rtc.address('stream.mp4', { src: 'a b', mp4: 'all' })).to.equal(
      'http://house:1984/go2rtc/api/stream.mp4?src=a+b&mp4=all',
    );
  });

  it('writes nothing into its configuration: a stream is made by asking for it', async () => {
    await go2rtc.create('x', signal);
    expect([...server.streams.keys()]).to.deep.equal(['x']);
    expect(server.asked).to.deep.equal(['GET /go2rtc/api/stream.mp4', 'GET /go2rtc/api/streams']);
    server.makes = false;
    expect(await problemOf(go2rtc.create('y', signal))).to.equal('refused');
  });

  it('is away where nobody answers, or not in time', async () => {
    server.away = true;
    expect(await problemOf(go2rtc.greet(signal))).to.equal('away');
    server.away = false;
    server.silent = true;
    const greeting = problemOf(go2rtc.greet(signal));
    await clock.advance(1_000);
    expect(await greeting).to.equal('away');
  });

  it('refuses what is no go2rtc, no stream, and no answer', async () => {
    const other = new Go2rtc({
      server: new URL('http://house/'),
      fetch: () => Promise.resolve(new Response('<html>')),
      clock,
    });
    expect(await problemOf(other.greet(signal))).to.equal('refused');
    const plain = new Go2rtc({
      server: new URL('http://house/'),
      fetch: () => Promise.resolve(Response.json('ok')),
      clock,
    });
    expect(await problemOf(plain.greet(signal))).to.equal('refused');
    expect(await plain.names(signal)).to.deep.equal([]);
    expect(await plain.report('x', signal)).to.deep.equal({ published: false, watchers: [] });
    expect(await problemOf(go2rtc.report('unknown', signal))).to.equal('refused');
    expect(await problemOf(go2rtc.publish('unknown', 'v=0', signal))).to.equal('refused');
    await go2rtc.create('x', signal);
    server.answers = () => Promise.resolve('<html>');
    expect(await problemOf(go2rtc.publish('x', 'v=0', signal))).to.equal('refused');
  });

  it('is given up with its scope', async () => {
    server.silent = true;
    const over = new AbortController();
    const asked = problemOf(go2rtc.names(over.signal));
    await settled();
    over.abort();
    expect(await asked).to.equal('away');
  });
});
