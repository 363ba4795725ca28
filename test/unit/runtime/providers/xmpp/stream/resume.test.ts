import { expect } from '@open-wc/testing';
import { element } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import type { WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { FakeServer, until } from './support/fake-server.ts';
import { beginStory, message, type Story } from './support/wire.ts';

const problemOf = (error: unknown): string => (error as WireError).problem;

describe('an XMPP stream that breaks', () => {
  let story: Story;
  const begin = async (server?: FakeServer): Promise<void> => {
    story = beginStory(server);
    await until(() => story.streams.length === 1);
  };
  /** Lets the first attempt after a loss begin. */
  const retry = async (): Promise<void> => {
    await until(() => !story.wire.online.value);
    await story.platform.clock.advance(300);
  };
  const ids = (): string[] =>
    story.server.stanzas.flatMap(({ attributes: { id = '' } }) => (/^m\d/.test(id) ? [id] : []));
  afterEach(async () => {
    await story.scope.close();
    expect(story.platform.clock.pending).to.equal(0);
  });

  it('resumes: what was not acknowledged goes again, what waited follows, nothing twice', async () => {
    await begin();
    await story.wire.send(message('m1'));
    story.server.frozen = true;
    const sent = story.wire.send(message('m2'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    story.server.socket.drop();
    await until(() => !story.wire.online.value);
    const waited = story.wire.send(message('m3'));
    story.server.frozen = false;
    await retry();
    await Promise.all([sent, waited]);
    expect(story.streams).to.deep.equal([false, true]);
    expect(ids()).to.deep.equal(['m1', 'm2', 'm3']);
    // Acknowledgements after a resumption count the right stanzas.
    story.server.frozen = true;
    let acknowledged = false;
    void story.wire.send(message('m4')).then(() => (acknowledged = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(acknowledged).to.equal(false);
    story.server.socket.drop();
    story.server.frozen = false;
    await retry();
    await until(() => acknowledged);
    expect(ids()).to.deep.equal(['m1', 'm2', 'm3', 'm4']);
    // A loss that is made good at once is nobody's business.
    expect(story.statuses).to.deep.equal([{ state: 'online' }]);
  });

  it('hears what came meanwhile, once', async () => {
    await begin();
    story.server.push(message('in1'));
    await until(() => story.messages.length === 1);
    story.server.socket.drop();
    story.server.push(message('in2'));
    await retry();
    await until(() => story.messages.length === 2);
    expect(story.messages.map(({ attributes }) => attributes['id'])).to.deep.equal(['in1', 'in2']);
  });

  it('fails what a lost session took along, and begins anew', async () => {
    await begin();
    story.server.frozen = true;
    const sent = story.wire.send(message('m1')).catch(problemOf);
    const asked = story.wire.ask({ to: null, type: 'get', payload: element('x', 'y') }).catch(problemOf);
    story.server.socket.drop();
    story.server.forget();
    await until(() => !story.wire.online.value);
    const waited = story.wire.send(message('m2')).catch(problemOf);
    story.server.frozen = false;
    await retry();
    expect(await Promise.all([sent, asked, waited])).to.deep.equal(['lost', 'lost', 'lost']);
    await until(() => story.streams.length === 2);
    expect(story.streams).to.deep.equal([false, false]);
    await story.wire.send(message('m3'));
    expect(ids()).to.deep.equal(['m3']);
  });

  it('keeps what is sent before the first stream for it', async () => {
    story = beginStory();
    await story.wire.send(message('m1'));
    expect(ids()).to.deep.equal(['m1']);
  });

  it('does without stream management', async () => {
    const server = new FakeServer();
    server.managed = false;
    await begin(server);
    await story.wire.send(message('m1'));
    await until(() => ids().length === 1);
    story.server.socket.drop();
    await retry();
    await until(() => story.streams.length === 2);
    expect(story.streams).to.deep.equal([false, false]);
  });

  it('notices a server that is silent: after a stanza within 10 s, else after a minute', async () => {
    await begin();
    story.server.frozen = true;
    void story.wire.send(message('m1')).catch(() => {});
    await story.platform.clock.advance(9_999);
    expect(story.wire.online.value).to.equal(true);
    await story.platform.clock.advance(1);
    expect(story.wire.online.value).to.equal(false);
    story.server.frozen = false;
    await story.platform.clock.advance(300);
    await until(() => story.wire.online.value);
    story.server.frozen = true;
    await story.platform.clock.advance(69_000);
    expect(story.wire.online.value).to.equal(true);
    await story.platform.clock.advance(1_000);
    expect(story.wire.online.value).to.equal(false);
    story.server.frozen = false;
  });

  it('tries again after longer and longer, and at once when the network is back', async () => {
    await begin();
    story.server.up = false;
    story.server.socket.drop();
    await retry();
    await until(() => story.statuses.length === 2);
    for (const [wait, attempts] of [
      [1_000, 3],
      [2_000, 4],
      [4_000, 5],
    ] as const) {
      await story.platform.clock.advance(wait - 1);
      expect(story.server.sockets.length).to.equal(attempts - 1);
      await story.platform.clock.advance(1);
      await until(() => story.server.sockets.length === attempts && story.server.socket.readyState === 3);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(story.statuses.at(-1)).to.deep.equal({ state: 'degraded', reason: 'network' });
    story.server.up = true;
    dispatchEvent(new Event('online'));
    await until(() => story.wire.online.value);
    expect(story.statuses.at(-1)).to.deep.equal({ state: 'online' });
  });

  it('gives an attempt ten seconds', async () => {
    const server = new FakeServer();
    server.frozen = true;
    story = beginStory(server);
    await until(() => server.sockets[0]?.readyState === 1);
    await story.platform.clock.advance(10_000);
    await until(() => story.statuses.length === 1);
    expect(story.statuses).to.deep.equal([{ state: 'degraded', reason: 'network' }]);
  });

  it('stops where the password is refused, and waits where the server is busy', async () => {
    const server = new FakeServer();
    server.failure = 'temporary-auth-failure';
    story = beginStory(server);
    await until(() => story.statuses.length === 1);
    expect(story.statuses).to.deep.equal([{ state: 'degraded', reason: 'rate_limited' }]);
    dispatchEvent(new Event('online'));
    expect(server.sockets.length).to.equal(1);
    server.failure = 'not-authorized';
    await story.platform.clock.advance(60_000);
    await until(() => story.statuses.length === 2);
    expect(story.statuses.at(-1)).to.deep.equal({ state: 'signed-out', reason: 'revoked' });
    expect(story.platform.clock.pending).to.equal(0);
  });

  it('does not fight another client for its resource', async () => {
    await begin();
    const conflict = element('urn:ietf:params:xml:ns:xmpp-streams', 'conflict');
    story.server.socket.deliver(element('http://etherx.jabber.org/streams', 'error', {}, [conflict]));
    await until(() => !story.wire.online.value);
    expect(story.statuses.at(-1)).to.deep.equal({ state: 'degraded', reason: 'rate_limited' });
    await story.platform.clock.advance(59_000);
    expect(story.server.sockets.length).to.equal(1);
  });

  it('says its last words and leaves', async () => {
    await begin();
    const { socket } = story.server;
    story.wire.sendNow(message('m1'));
    story.wire.leave();
    expect(story.wire.online.value).to.equal(false);
    await story.platform.clock.advance(300);
    await until(() => story.streams.length === 2);
    expect(story.streams).to.deep.equal([false, false]);
    expect(socket.readyState).to.equal(3);
  });

  it('closes with a word, and fails what is open', async () => {
    await begin();
    story.server.frozen = true;
    const sent = story.wire.send(message('m1')).catch(problemOf);
    const asked = story.wire.ask({ to: null, type: 'get', payload: element('x', 'y') }).catch(problemOf);
    await story.scope.close();
    expect(await Promise.all([sent, asked])).to.deep.equal(['closed', 'closed']);
    expect(await story.wire.send(message('m2')).catch(problemOf)).to.equal('closed');
  });
});
