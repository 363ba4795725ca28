import { expect } from '@open-wc/testing';
import fc from '../../../../support/fast-check.ts';
import { parseXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { type XmlElement, element } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { StanzaRefusal } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { SHAPES } from '../jingle/support/shapes.ts';
import { Device, aMoment, both, eventually, silent, testTracks, voice } from './support/device.ts';
import { MARK, mutate, mutation, renamed } from './support/mutations.ts';
import { TestServer } from './support/server.ts';

const KITCHEN = 'kitchen@home/panel';
const ANN = 'ann@a/phone';
const SID = 'the-running-call';
/** Another contact, a stranger, somebody blocked, another device of the contact, another one of ours, and ourselves. */
const OTHERS = ['carl@c/phone', 'eve@evil/x', 'bob@blocked/x', 'ann@a/tablet', 'kitchen@home/hall', KITCHEN, 'home'];

describe('XMPP calls, fed with what nobody should send', () => {
  let server: TestServer;
  let ann: Device;
  let kitchen: Device;
  const faults: unknown[] = [];
  const fault = (event: Event): void => {
    faults.push((event as PromiseRejectionEvent).reason ?? event);
    event.preventDefault();
  };

  beforeEach(() => {
    faults.splice(0);
    window.addEventListener('unhandledrejection', fault);
    window.addEventListener('error', fault);
    server = new TestServer();
    ann = new Device(server, ANN);
    kitchen = new Device(server, KITCHEN);
    kitchen.callers.set('eve@evil', 'stranger').set('bob@blocked', 'blocked').set('home', 'stranger');
  });
  afterEach(async () => {
    await Promise.all([ann.close(), kitchen.close()]);
    window.removeEventListener('unhandledrejection', fault);
    window.removeEventListener('error', fault);
    expect(faults).to.deep.equal([]);
    expect([kitchen.calls.live, kitchen.timers]).to.deep.equal([0, 0]);
    expect(kitchen.logged.filter((line) => line.startsWith('error') || line.includes(MARK))).to.deep.equal([]);
  });

  /** A call of ann's that runs, and everything that was said for it and after it. */
  const running = async (sid = SID) => {
    for (const device of [ann, kitchen]) device.events.splice(0);
    ann.nextId = sid;
    const outgoing = ann.dial('kitchen@home', silent(voice));
    await eventually(() => kitchen.types.includes('invited'), 'it rings');
    const incoming = kitchen.ringing;
    incoming.answer(silent(voice));
    await eventually(() => ann.types.includes('accepted') && kitchen.calls.live === 1, 'answered');
    await eventually(() => incoming.remote.value.participants[0]?.audio !== null, 'sound');
    return { outgoing, incoming };
  };
  const said = async (): Promise<readonly XmlElement[]> => {
    const tracks = testTracks();
    const other = new TestServer();
    const [one, two] = [new Device(other, ANN), new Device(other, KITCHEN)];
    one.nextId = SID;
    const outgoing = one.dial('kitchen@home');
    await eventually(() => two.types.includes('invited'), 'it rings');
    two.ringing.answer(silent(voice));
    await eventually(() => one.types.includes('accepted'), 'accepted');
    await two.ringing.setTracks(tracks);
    outgoing.restart();
    await aMoment(500);
    outgoing.hangUp('hung_up');
    one.dial('kitchen@home').hangUp('hung_up');
    one.dial('kitchen@home');
    await aMoment(100);
    two.ringing.decline('declined');
    await aMoment(100);
    await Promise.all([one.close(), two.close()]);
    tracks.stop();
    return other.passed.map(({ xml }) => parseXml(xml));
  };

  const feed = async (stanza: XmlElement, from: string): Promise<void> => {
    if (stanza.name === 'message') {
      kitchen.wire.deliver({ ...stanza, attributes: { ...stanza.attributes, from } });
      return;
    }
    try {
      await kitchen.wire.iq(stanza, from);
    } catch (error) {
      if (!(error instanceof StanzaRefusal)) throw error;
    }
  };
  const carbon = (stanza: XmlElement, kind: string): XmlElement =>
    element('jabber:client', 'message', { to: KITCHEN }, [
      element('urn:xmpp:carbons:2', kind, {}, [element('urn:xmpp:forward:0', 'forwarded', {}, [stanza])]),
    ]);

  it('2,500 mutated stanzas of everybody else: the running call does not notice', async function () {
    this.timeout(30_000);
    const corpus = [...(await said()), ...Object.values(SHAPES).map(parseXml)];
    const { incoming, outgoing } = await running();
    const cases = fc.sample(
      fc.record({
        stanza: fc.nat(corpus.length - 1),
        mutations: fc.array(mutation, { minLength: 0, maxLength: 3 }),
        from: fc.constantFrom(...OTHERS),
        sid: fc.constantFrom(SID, 'one', 'two', 'three'),
        wrap: fc.constantFrom(null, null, null, 'sent', 'received'),
        reaction: fc.nat(9),
      }),
      { numRuns: 2_500, seed: 20_261_121 },
    );
    const fed: Promise<void>[] = [];
    for (const { stanza, mutations, from, sid, wrap, reaction } of cases) {
      const original = renamed(
        corpus[stanza]!,
        new Map([
          [SID, sid],
          ['a', sid],
        ]),
      );
      // Another device of hers may take a running call over: that is no attack.
      const takesOver =
        from === 'ann@a/tablet' && original.name === 'message' && original.attributes['id']?.startsWith('jm-propose');
      if (takesOver) continue;
      const changed = mutations.reduce(mutate, original);
      const wrapped = wrap && changed.name === 'message' ? carbon(changed, wrap) : changed;
      const before = kitchen.incoming.length;
      fed.push(feed(wrapped, from));
      if (kitchen.incoming.length > before) {
        if (reaction === 0) kitchen.ringing.answer(silent(both));
        else if (reaction < 5) kitchen.ringing.decline('declined');
        else await kitchen.ringing.close();
      }
      if (fed.length % 100 === 0) await aMoment(1);
    }
    await Promise.all(fed);
    await aMoment(300);
    expect(fed.length).to.be.greaterThan(2_000);
    expect(kitchen.events.some((event) => event.callId === incoming.id && event.type !== 'invited')).to.equal(false);
    expect(ann.types).to.deep.equal(['delivered', 'accepted']);
    const { packetsReceived } = (await outgoing.stats()).audio;
    const tracks = testTracks();
    await incoming.setTracks({ ...tracks, video: null });
    await eventually(async () => (await outgoing.stats()).audio.packetsReceived > packetsReceived + 5, 'sound goes on');
    outgoing.hangUp('hung_up');
    await eventually(() => kitchen.reason === 'remote_hung_up', 'it can be ended');
    tracks.stop();
  });

  it('700 mutated stanzas of the peer itself: nothing breaks but, at worst, its own call', async function () {
    this.timeout(30_000);
    const corpus = (await said()).filter((one) => one.attributes['action'] !== 'session-terminate');
    const cases = fc.sample(
      fc.record({ stanza: fc.nat(corpus.length - 1), mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }) }),
      { numRuns: 700, seed: 42 },
    );
    let calls = 0;
    await running();
    for (const [index, { stanza, mutations }] of cases.entries()) {
      if (kitchen.calls.live === 0) await running(`running-${++calls}`);
      const original = renamed(corpus[stanza]!, new Map([[SID, calls === 0 ? SID : `running-${calls}`]]));
      await feed(mutations.reduce(mutate, original), ANN);
      if (index % 50 === 0) await aMoment(20);
    }
    await aMoment(300);
    for (const call of kitchen.incoming) await call.close();
    ann.events.splice(0);
    kitchen.events.splice(0);
    ann.nextId = 'another';
    ann.dial('kitchen@home', silent(voice));
    await eventually(() => kitchen.types.includes('invited'), 'another call rings');
  });
});
