import { expect } from '@open-wc/testing';
import { element, type XmlElement } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { StanzaRefusal, type WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { until } from './support/fake-server.ts';
import { beginStory, message, type Story } from './support/wire.ts';

const NS = 'urn:example';
const ping = element('urn:xmpp:ping', 'ping');

function iq(attributes: Readonly<Record<string, string>>, ...payload: XmlElement[]): XmlElement {
  return element('jabber:client', 'iq', { id: 'q', from: 'ben@example.org/phone', ...attributes }, payload);
}

describe('the XMPP wire', () => {
  let story: Story;
  beforeEach(async () => {
    story = beginStory();
    await until(() => story.streams.length === 1);
  });
  afterEach(async () => {
    await story.scope.close();
    expect(story.platform.clock.pending).to.equal(0);
    expect(story.server.sockets.every(({ readyState }) => readyState === 3)).to.equal(true);
  });

  const answers = (): XmlElement[] => story.server.stanzas.filter(({ attributes }) => attributes['id'] === 'q');

  it('begins with the full JID, carbons and the time of the server', () => {
    expect(story.wire.own).to.equal('anna@example.org/kitchen');
    expect(story.server.told).to.deep.equal(['iq set enable', 'iq get time']);
    expect(story.wire.now()).to.equal(1_000_000);
    expect(story.statuses).to.deep.equal([{ state: 'online' }]);
    expect(story.streams).to.deep.equal([false]);
  });

  it('resolves a sending when the server has it, and gives it an id', async () => {
    const presence = element('jabber:client', 'presence');
    await story.wire.send(presence);
    expect(story.server.stanzas.at(-1)?.attributes['id']).to.be.a('string');
  });

  it('asks, and hears only whom it asked', async () => {
    const asked = story.wire.ask({ to: 'ben@example.org/phone', type: 'get', payload: element(NS, 'q') });
    await until(() => story.server.stanzas.length === 3);
    const { id = '' } = story.server.stanzas.at(-1)!.attributes;
    story.server.push(iq({ id, type: 'result', from: 'eve@example.org' }, element(NS, 'lie')));
    story.server.push(iq({ id, type: 'result' }, element(NS, 'answer')));
    expect((await asked)?.name).to.equal('answer');
  });

  it('tells why it was refused', async () => {
    const asked = story.wire.ask({ to: null, type: 'set', payload: element(NS, 'q') }).catch((error: unknown) => error);
    await until(() => story.server.stanzas.length === 3);
    const { id = '' } = story.server.stanzas.at(-1)!.attributes;
    const error = element('jabber:client', 'error', { type: 'cancel' }, [
      element('urn:ietf:params:xml:ns:xmpp-stanzas', 'conflict'),
      element('urn:xmpp:jingle:errors:1', 'tie-break'),
    ]);
    story.server.push(iq({ id, type: 'error', from: 'anna@example.org' }, error));
    const refused = (await asked) as WireError;
    expect([refused.problem, refused.condition, refused.specific]).to.deep.equal(['refused', 'conflict', 'tie-break']);
  });

  it('waits for an answer, but not for ever', async () => {
    const asked = story.wire.ask({ to: null, type: 'get', payload: element(NS, 'q'), timeout: 5_000 });
    const failed = asked.catch((error: unknown) => (error as WireError).problem);
    await until(() => story.server.stanzas.length === 3);
    await story.platform.clock.advance(5_000);
    expect(await failed).to.equal('timeout');
  });

  it('answers IQs by their handlers, each once', async () => {
    const kind = { type: 'set', ns: NS, name: 'do' } as const;
    story.wire.onIq(kind, ({ payload }) => element(NS, `did-${payload.attributes['what']}`));
    story.server.push(iq({ type: 'set' }, element(NS, 'do', { what: 'it' })));
    await until(() => answers().length === 1);
    expect(story.server.told.at(-1)).to.equal('iq result did-it');
    const end = story.wire.onIq(kind, async () => Promise.reject(new StanzaRefusal(element('jabber:client', 'error'))));
    story.server.push(iq({ type: 'set' }, element(NS, 'do')));
    await until(() => answers().length === 2);
    expect(story.server.told.at(-1)).to.equal('iq error error');
    end();
    story.server.push(iq({ type: 'set' }, element(NS, 'do')));
    await until(() => answers().length === 3);
    expect(JSON.stringify(answers().at(-1))).to.contain('service-unavailable');
  });

  it('answers before anything that its handler sends next', async () => {
    story.wire.onIq({ type: 'set', ns: NS, name: 'do' }, () => {
      queueMicrotask(() => void story.wire.send(message('next')));
      return null;
    });
    story.server.push(iq({ type: 'set' }, element(NS, 'do')));
    await until(() => story.server.told.includes('message  body'));
    expect(story.server.told.slice(-2)).to.deep.equal(['iq result', 'message  body']);
  });

  it('refuses what no handler may see, and survives a handler that fails', async () => {
    story.wire.onIq({ type: 'get', ns: NS, name: 'ask' }, () => {
      throw new Error('broken');
    });
    const conditions: [XmlElement, string][] = [
      [iq({ type: 'get' }, element(NS, 'ask')), 'internal-server-error'],
      [iq({ type: 'get' }), 'bad-request'],
      [iq({ type: 'get' }, ping, ping), 'bad-request'],
      [iq({ type: 'get' }, element(NS, 'other')), 'service-unavailable'],
      [iq({ type: 'set' }, ping), 'service-unavailable'],
    ];
    for (const [index, [stanza, condition]] of conditions.entries()) {
      story.server.push(stanza);
      await until(() => answers().length === index + 1);
      expect(JSON.stringify(answers().at(-1))).to.contain(condition);
    }
    story.server.push(iq({ type: 'get' }, ping));
    await until(() => answers().length === 6);
    expect(story.server.told.at(-1)).to.equal('iq result');
  });

  it('gives up on a handler that does not answer', async () => {
    story.wire.onIq({ type: 'get', ns: NS, name: 'ask' }, () => new Promise(() => {}));
    story.server.push(iq({ type: 'get' }, element(NS, 'ask')));
    await until(() => (story.server.session?.sent.length ?? 0) === 3);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await story.platform.clock.advance(10_000);
    await until(() => answers().length === 1);
    expect(JSON.stringify(answers())).to.contain('internal-server-error');
  });

  it('lives on with stanzas that are made to break it', async () => {
    const { socket } = story.server;
    socket.deliverText("<message xmlns='jabber:client' constructor='x' toString='y' __proto__='z' id='m1'/>");
    socket.deliverText("<message xmlns='jabber:client' id='m2'><豈 xmlns='x'/></message>");
    socket.deliverText("<presence xmlns='jabber:client' type='disconnected' id='--transport-disconnected'/>");
    socket.deliverText("<error xmlns='jabber:client'/>");
    socket.deliverText("<a xmlns='urn:xmpp:sm:3' h='-1'/>");
    socket.deliverText("<a xmlns='urn:xmpp:sm:3'/>");
    story.wire.onMessage(() => {
      throw new Error('a listener fails');
    });
    socket.deliverText("<message xmlns='jabber:client' id='m3'/>");
    await until(() => story.messages.length === 3);
    await story.wire.send(message('fine'));
    expect(story.messages.map(({ attributes }) => attributes['id'])).to.deep.equal(['m1', 'm2', 'm3']);
    expect(story.server.sockets.length).to.equal(1);
  });

  it('leaves out what is too large, and says so to who asks', async () => {
    const much = '<x/>'.repeat(40_000);
    story.server.socket.deliverText(`<message xmlns='jabber:client' id='big'>${much}</message>`);
    story.server.socket.deliverText(
      `<iq xmlns='jabber:client' type='set' id='q' from='eve@example.org/x'><y xmlns='${NS}'>${much}</y></iq>`,
    );
    await until(() => answers().length === 1);
    expect(JSON.stringify(answers())).to.contain('resource-constraint');
    expect(story.messages).to.deep.equal([]);
  });
});
