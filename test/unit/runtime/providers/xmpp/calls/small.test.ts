import { expect } from '@open-wc/testing';
import type { ProviderCallEvent } from '../../../../../../src/runtime/call/events.ts';
import { Scope } from '../../../../../../src/runtime/platform/scope.ts';
import { createCalls } from '../../../../../../src/runtime/providers/xmpp/calls/index.ts';
import { readGoodbye, writeGoodbye } from '../../../../../../src/runtime/providers/xmpp/calls/goodbye.ts';
import { Mutes } from '../../../../../../src/runtime/providers/xmpp/calls/mutes.ts';
import { Post } from '../../../../../../src/runtime/providers/xmpp/calls/post.ts';
import { Queue } from '../../../../../../src/runtime/providers/xmpp/calls/queue.ts';
import { harmless, readMessage } from '../../../../../../src/runtime/providers/xmpp/calls/stanzas.ts';
import { parseXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { fakePlatform } from '../../../../support/fake-platform.ts';
import { FakeClock, settled } from '../../../../support/fake-clock.ts';
import { agreed } from '../jingle/support/agreed.ts';
import { FakeWire } from '../support/fake-wire.ts';

describe('Queue', () => {
  it('runs one after the other, and what fails keeps none from running', async () => {
    const order: string[] = [];
    const failures: unknown[] = [];
    const queue = new Queue((error) => failures.push(error));
    const failure = new Error('no');
    const first = queue.run(async () => {
      await Promise.resolve();
      order.push('first');
      return 1;
    });
    queue.start(() => Promise.reject(failure));
    const last = queue.run(() => void order.push('last'));
    expect(queue.length).to.equal(3);
    expect(await first).to.equal(1);
    await last;
    await settled();
    expect([order, failures, queue.length]).to.deep.equal([['first', 'last'], [failure], 0]);
  });
});

describe('Goodbye', () => {
  it('is what the end of a session takes, through JSON', () => {
    const session = {
      id: 'a',
      peer: 'ann@a',
      remote: 'ann@a/phone',
      phase: 'live',
      outgoing: true,
      direct: false,
      media: [],
      until: null,
      contested: false,
      connected: false,
    } as const;
    const json: unknown = JSON.parse(JSON.stringify(writeGoodbye(session)));
    expect(readGoodbye(json as Record<string, unknown>)).to.deep.equal(session);
    expect(writeGoodbye(null)).to.deep.equal({});
    for (const bad of [
      {},
      { ...session, sid: 'a', phase: 'gone' },
      { sid: 'a', peer: 'x'.repeat(4_000), phase: 'live' },
    ]) {
      expect(readGoodbye(bad)).to.equal(null);
    }
  });
});

describe('Mutes', () => {
  const tracks = (audioMuted: boolean) => ({
    audio: {} as MediaStreamTrack,
    video: null,
    audioMuted,
    videoMuted: true,
  });
  it('says each change once, of what is sent', () => {
    const mutes = new Mutes();
    const session = agreed('initiator');
    const told = (muted: boolean) => mutes.tell(session, tracks(muted)).map(({ type }) => type);
    expect([told(false), told(true), told(true), told(false)]).to.deep.equal([[], ['mute'], [], ['unmute']]);
    const silent = { ...session, sections: session.sections.map((one) => ({ ...one, senders: 'responder' as const })) };
    expect([mutes.tell(silent, tracks(true)), told(true)]).to.deep.equal([[], ['mute']]);
  });
});

describe('Post', () => {
  const info = { action: 'transport-info', sid: 'a', initiator: null, responder: null } as const;
  const content = (name: string) =>
    ({ creator: 'initiator', name, senders: null, description: null, transport: null }) as const;
  const jingle = { ...info, contents: [content('0')], groups: [], reason: null, info: [] };

  it('says once more on the next stream what can be said twice, and only that', async () => {
    const clock = new FakeClock();
    const wire = new FakeWire();
    const post = new Post(wire, clock);
    let lost = 1;
    wire.answers('set', 'urn:xmpp:jingle:1', 'jingle', () => (lost-- > 0 ? new WireError('lost') : null));
    wire.online.set(false);
    const sent = post.action('ann@a/x', jingle);
    await settled();
    expect(wire.asked).to.have.length(1);
    wire.begins();
    await sent;
    expect(wire.asked).to.have.length(2);
    lost = 1;
    const error = await post.action('ann@a/x', { ...jingle, action: 'content-add' }).catch((given: unknown) => given);
    expect(error).to.be.instanceOf(WireError);
    expect([clock.pending, wire.online.listeners]).to.deep.equal([0, 0]);
    await post.idle();
  });

  it('gives up when no stream begins in time, or the account closes', async () => {
    const clock = new FakeClock();
    const wire = new FakeWire();
    const post = new Post(wire, clock);
    wire.answers('set', 'urn:xmpp:jingle:1', 'jingle', () => new WireError('lost'));
    wire.online.set(false);
    const ends: unknown[] = [];
    const end = { id: 'a', to: 'ann@a/x', reason: 'success' } as const;
    post.terminate(end).catch((error: unknown) => ends.push(error));
    await clock.advance(60_000);
    expect(ends).to.have.length(1);
    post.terminate(end).catch((error: unknown) => ends.push(error));
    await settled();
    post.close();
    await post.idle();
    await settled();
    expect([ends.length, clock.pending, wire.online.listeners]).to.deep.equal([2, 0, 0]);
  });
});

describe('Stanzas', () => {
  const read = (inner: string, attributes = '') =>
    readMessage(parseXml(`<message xmlns='jabber:client' from='ann@a/x' ${attributes}>${inner}</message>`), 'k@h/p');
  it('of calls are told from others', () => {
    expect(read('<body>hi</body>')).to.equal(null);
    expect(read('', `type='error' id='other'`)).to.equal(null);
    expect(read('', `type='error' id='jm-propose-a'`)).to.deep.equal({ type: 'bounced', id: 'a', from: 'ann@a/x' });
    const receipt = `<received xmlns='urn:xmpp:receipts' id='jm-propose-a'/>`;
    expect(read(receipt)).to.deep.equal({ type: 'receipt', id: 'a', from: 'ann@a/x' });
    const ringing = `<ringing xmlns='urn:xmpp:jingle-message:0' id='a'/>`;
    expect(read(ringing)).to.deep.include({ type: 'initiation', receipt: null });
    expect(read(`${ringing}<request xmlns='urn:xmpp:receipts'/>`, `id='5'`)).to.deep.include({ receipt: '5' });
  });
  it('never come into a log', () => {
    expect(harmless(new DOMException('a=ice-pwd:secret', 'OperationError'))).to.equal('OperationError');
    expect(harmless('secret')).to.equal('string');
    expect(harmless(new WireError('refused', 'item-not-found'))).to.equal('refused: item-not-found');
  });
});

describe('Calls in time', () => {
  const begin = () => {
    const platform = fakePlatform();
    const wire = new FakeWire('kitchen@home/panel', () => platform.clock.now());
    const events: ProviderCallEvent[] = [];
    const scope = new Scope(() => {});
    const calls = createCalls({
      accountId: 'account',
      wire,
      io: {
        platform,
        invited: (_call, event) => void events.push(event),
        emit: (event) => void events.push(event),
        save: () => Promise.resolve(),
      },
      scope,
      callerOf: () => 'contact',
      peerOf: (address) => ({ accountId: 'account', contactId: address, address, name: address }),
      strangers: false,
      configuration: () => Promise.resolve({}),
    });
    return { platform, wire, events, calls, scope, types: () => events.map(({ type }) => type) };
  };
  const media = {
    kinds: { audio: true, video: false },
    tracks: { audio: null, video: null, audioMuted: true, videoMuted: true },
  };
  const ann = { accountId: 'account', contactId: 'ann@a', address: 'ann@a', name: 'Ann' };
  const propose = `<message xmlns='jabber:client' from='ann@a/x' to='kitchen@home'><propose xmlns='urn:xmpp:jingle-message:0' id='m'><description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/></propose></message>`;

  it('what nobody has returned has arrived', async () => {
    const { platform, calls, scope, types } = begin();
    calls.dial('out', ann, media);
    await platform.clock.advance(2_900);
    expect(types()).to.deep.equal([]);
    await platform.clock.advance(200);
    expect(types()).to.deep.equal(['delivered']);
    await scope.close();
    expect(platform.clock.pending).to.equal(0);
  });

  it('what comes back has not', async () => {
    const { platform, wire, events, calls, scope } = begin();
    calls.dial('out', ann, media);
    await platform.clock.advance(100);
    const id = wire.sent[0]?.attributes['id'];
    wire.comes(`<message xmlns='jabber:client' type='error' from='ann@a' id='${id}'/>`);
    expect(events).to.deep.equal([{ type: 'remote-ended', callId: 'out', reason: 'unreachable' }]);
    await scope.close();
    expect(platform.clock.pending).to.equal(0);
  });

  it('a ring is over by itself, and so is a call whose session never comes', async () => {
    const { platform, wire, events, scope } = begin();
    wire.comes(propose);
    await platform.clock.advance(45_000);
    expect(events.at(-1)).to.deep.include({ type: 'remote-ended', reason: 'missed' });
    await scope.close();
    const second = begin();
    second.wire.comes(propose);
    await second.platform.clock.advance(1_000);
    const stop = second.calls.live;
    expect(stop).to.equal(1);
    await second.scope.close();
    expect([second.calls.live, second.platform.clock.pending, second.wire.listeners]).to.deep.equal([0, 0, 0]);
  });

  it('waits for last words, not for ever', async () => {
    const { platform, wire, calls } = begin();
    wire.answers('set', 'urn:xmpp:jingle:1', 'jingle', () => new Promise(() => {}));
    const goodbye = { sid: 'a', peer: 'ann@a', remote: 'ann@a/x', phase: 'live' };
    void calls.abandon(goodbye);
    let closed = false;
    void calls.close().then(() => (closed = true));
    await platform.clock.advance(2_900);
    expect(closed).to.equal(false);
    await platform.clock.advance(200);
    expect(closed).to.equal(true);
  });

  it('an abandoned call that nobody knows any more is over', async () => {
    const { wire, calls, scope } = begin();
    await calls.abandon({ sid: 'a', peer: 'ann@a', remote: 'ann@a/x', phase: 'live' });
    expect([wire.asked.length, wire.sent.length]).to.deep.equal([1, 1]);
    await scope.close();
  });
});
