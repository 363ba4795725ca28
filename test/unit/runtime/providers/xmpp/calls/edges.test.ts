import { expect } from '@open-wc/testing';
import { parseXml, serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { elements } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { readEnvelope } from '../../../../../../src/runtime/providers/xmpp/jmi/envelope.ts';
import { StanzaRefusal } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { SHAPES, audio, candidate, content, jingle, transport, video } from '../jingle/support/shapes.ts';
import { Device, aMoment, both, eventually, silent, voice } from './support/device.ts';
import { type ServerWire, TestServer } from './support/server.ts';

const KITCHEN = 'kitchen@home/panel';
const ANN = 'ann@a/phone';
const TABLET = 'ann@a/tablet';

/** The kitchen with peers whose every word is the test's. */
describe('XMPP calls with a peer of a few words', () => {
  let server: TestServer;
  let kitchen: Device;
  let ann: ServerWire;

  beforeEach(() => {
    server = new TestServer();
    kitchen = new Device(server, KITCHEN);
    ann = server.wire(ANN);
    ann.onIq({ ns: 'urn:xmpp:jingle:1', name: 'jingle' }, () => null);
  });
  afterEach(async () => {
    await kitchen.close();
    expect([kitchen.calls.live, kitchen.wire.listeners, kitchen.timers]).to.deep.equal([0, 0, 0]);
    expect(kitchen.logged.filter((line) => line.startsWith('error'))).to.deep.equal([]);
  });

  const jmi = (action: string, id: string, inner = ''): string =>
    `<${action} xmlns='urn:xmpp:jingle-message:0' id='${id}'>${inner}</${action}>`;
  const propose = (id: string, ...media: readonly string[]): string =>
    jmi('propose', id, media.map((one) => `<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='${one}'/>`).join(''));
  const says = async (inner: string, { from = ANN, to = 'kitchen@home', more = '' } = {}): Promise<void> => {
    const xml = `<message xmlns='jabber:client' type='chat' id='said' from='${from}' to='${to}'>${inner}${more}</message>`;
    kitchen.wire.deliver(parseXml(xml));
    await aMoment(20);
  };
  const delay = (ago: number): string =>
    `<delay xmlns='urn:xmpp:delay' stamp='${new Date(Date.now() - ago).toISOString()}'/>`;
  /** Conditions of the error, or `result`. */
  const does = async (xml: string, from = ANN): Promise<string> => {
    try {
      await kitchen.wire.iq(xml, from);
      return 'result';
    } catch (error) {
      if (!(error instanceof StanzaRefusal)) throw error;
      return elements(error.error)
        .map(({ name }) => name)
        .join(' ');
    }
  };
  const act = (action: string, sid: string, inner = ''): string =>
    jingle(action, inner, `sid='${sid}' initiator='${ANN}'`);
  const initiate = (sid: string, inner = audio('0')): string => act('session-initiate', sid, inner);
  /** Answered here, and by them. */
  const proceeded = async (sid: string, ...media: readonly string[]) => {
    await says(propose(sid, ...(media.length > 0 ? media : ['audio'])));
    kitchen.ringing.answer(silent(voice));
  };
  const running = async (sid: string) => {
    await proceeded(sid);
    expect(await does(initiate(sid))).to.equal('result');
    await eventually(() => server.of(KITCHEN).includes('session-accept'), 'accepted');
  };
  const words = () => server.of(KITCHEN);

  it('answers what clients send', async () => {
    for (const [name, shape] of Object.entries(SHAPES)) {
      const sid = name.replace(' ', '-');
      const media = ['audio', 'video'].filter((one) => shape.includes(`media='${one}'`));
      server.passed.splice(0);
      await proceeded(sid, ...media);
      expect(await does(shape.replace(`sid='a'`, `sid='${sid}'`)), name).to.equal('result');
      await eventually(() => words().includes('session-accept'), name);
      kitchen.ringing.hangUp('hung_up');
      await eventually(() => words().includes('finish'), name);
    }
  });

  it('a stranger neither rings nor learns that somebody is here; a blocked one never', async () => {
    for (const caller of ['stranger', 'blocked'] as const) {
      kitchen.callers.set('ann@a', caller);
      kitchen.strangers = caller === 'blocked';
      await says(propose('s', 'audio'), { more: `<request xmlns='urn:xmpp:receipts'/>` });
      for (const xml of [initiate('s'), initiate('s', ''), act('session-info', 's'), act('nonsense', 's')]) {
        expect(await does(xml)).to.equal('service-unavailable');
      }
    }
    expect([kitchen.types, words()]).to.deep.equal([[], []]);
  });

  it('a stranger who may ring is not told that it does', async () => {
    kitchen.callers.set('ann@a', 'stranger');
    kitchen.strangers = true;
    await says(propose('s', 'audio'));
    expect([kitchen.types, words()]).to.deep.equal([['invited'], []]);
  });

  it('an old proposal is a missed call, once', async () => {
    await says(propose('old', 'audio', 'video'), { more: delay(60_000) });
    await says(propose('old', 'audio'), { more: delay(1_000) });
    await says(propose('young', 'audio'), { more: delay(10_000) });
    const [old, young] = kitchen.events;
    expect(kitchen.types).to.deep.equal(['invited', 'invited']);
    expect(old).to.deep.include({ offered: both, lifetime: 0, callId: `${KITCHEN} ann@a old` });
    expect(old?.type === 'invited' && old.age >= 60_000).to.equal(true);
    expect(young).to.deep.include({ lifetime: 45_000 });
    expect(young?.type === 'invited' && young.age < 45_000).to.equal(true);
    expect(kitchen.calls.live).to.equal(1);
  });

  it('finds missed calls in the archive, and rings what still holds', () => {
    const at = (inner: string, ago: number, from = ANN, to = 'kitchen@home') => {
      const xml = `<message xmlns='jabber:client' from='${from}' to='${to}'>${inner}${delay(ago)}</message>`;
      return readEnvelope(parseXml(xml), KITCHEN)!;
    };
    kitchen.callers.set('eve@evil', 'stranger');
    const archived = [
      at(propose('over', 'audio'), 500_000),
      at(jmi('retract', 'over'), 490_000),
      at(propose('taken', 'audio'), 400_000),
      at(jmi('proceed', 'taken'), 390_000, 'kitchen@home/hall', ANN),
      at(propose('evil', 'audio'), 300_000, 'eve@evil/x'),
      at(propose('now', 'audio', 'video'), 2_000),
    ];
    kitchen.calls.archive(archived, Date.now());
    kitchen.calls.archive(archived, Date.now());
    expect(kitchen.events.map(({ callId }) => callId.split(' ').at(-1))).to.deep.equal(['over', 'now']);
    expect(kitchen.calls.live).to.equal(1);
    kitchen.ringing.decline('declined');
  });

  it('what the server had kept waits for the archive: over, it is missed and never rings; open, it rings', async () => {
    const asks = `<request xmlns='urn:xmpp:receipts'/>`;
    kitchen.wire.begins();
    await says(propose('over', 'audio'), { more: delay(9_000) });
    await says(jmi('retract', 'over'), { more: delay(2_000) });
    await says(propose('gone', 'audio'), { more: delay(5_000) });
    await says(jmi('retract', 'gone'));
    await says(propose('open', 'audio'), { more: delay(1_000) + asks });
    expect([kitchen.types, words()]).to.deep.equal([[], []]);
    kitchen.calls.archive([], Date.now());
    await aMoment(20);
    expect(kitchen.events.map((event) => event.type === 'invited' && event.lifetime)).to.deep.equal([0, 0, 45_000]);
    expect(words()).to.deep.equal(['ringing', 'received']);
    await says(jmi('retract', 'open'), { more: delay(0) });
    expect(kitchen.reason).to.equal('missed');
  });

  it('a kept proposal that comes after the archive has told of it is acknowledged, and rings once', async () => {
    const more = `${delay(1_000)}<request xmlns='urn:xmpp:receipts'/>`;
    const xml = `<message xmlns='jabber:client' type='chat' from='${ANN}' to='kitchen@home'>${propose('p', 'audio')}${more}</message>`;
    kitchen.wire.begins();
    kitchen.calls.archive([readEnvelope(parseXml(xml), KITCHEN)!], Date.now());
    await says(propose('p', 'audio'), { more });
    await says(propose('p', 'audio'), { from: 'eve@evil/x', more });
    expect([kitchen.types, words()]).to.deep.equal([['invited'], ['ringing', 'received']]);
    kitchen.ringing.decline('declined');
  });

  it('refuses another media set than was proposed, and says so on both ways', async () => {
    await proceeded('m');
    expect(await does(initiate('m', audio('0') + video('1')))).to.equal('result');
    await eventually(() => words().includes('session-terminate'), 'ended');
    expect(server.passed.find(({ word }) => word === 'session-terminate')?.xml).to.include('security-error');
    expect(words()).to.deep.equal(['ringing', 'proceed', 'finish', 'session-terminate']);
    expect(kitchen.reason).to.equal('protocol_error');
  });

  it('a session-initiate that is none ends what we have proceeded with', async () => {
    await proceeded('m');
    expect(await does(initiate('m', audio('0', transport())))).to.equal('feature-not-implemented');
    expect(kitchen.reason).to.equal('cannot_call');
    expect(words()).to.deep.equal(['ringing', 'proceed', 'reject', 'finish']);
  });

  it('what is not of the very device that called is of an unknown session', async () => {
    await proceeded('m');
    expect(await does(initiate('m'), TABLET)).to.equal('item-not-found unknown-session');
    expect(await does(initiate('m'))).to.equal('result');
    await eventually(() => words().includes('session-accept'), 'accepted');
    for (const xml of [act('session-terminate', 'm'), act('session-info', 'm'), act('session-info', 'other')]) {
      expect(await does(xml, TABLET)).to.equal('item-not-found unknown-session');
    }
    await says(jmi('retract', 'm'), { from: TABLET });
    await says(jmi('finish', 'm'), { from: 'carl@c/phone' });
    expect(await does(initiate('m'))).to.equal('unexpected-request out-of-order');
    expect(await does(act('content-accept', 'm', audio('9')))).to.equal('unexpected-request out-of-order');
    expect(await does(act('content-remove', 'm', content('9', '')))).to.equal('item-not-found');
    expect(await does(act('session-info', 'm', `<what xmlns='urn:other'/>`))).to.equal(
      'feature-not-implemented unsupported-info',
    );
    expect(kitchen.types).to.deep.equal(['invited']);
  });

  it('a change that the browser does not take leaves the call as it was', async () => {
    await running('m');
    const odd = video('v').replace(`name='VP8'`, `name='opus'`).replace(`clockrate='90000'`, `clockrate='1'`);
    expect(await does(act('content-add', 'm', odd))).to.equal('result');
    await eventually(() => words().some((word) => word === 'content-reject'), 'rejected');
    expect(await does(act('session-info', 'm'))).to.equal('result');
    expect(await does(act('content-add', 'm', video('w')))).to.equal('result');
    await eventually(() => words().includes('content-accept'), 'a sound one is taken');
    expect(kitchen.types).to.deep.equal(['invited']);
  });

  it('takes pictures in and out again; without any content there is no call', async () => {
    await running('m');
    await does(act('content-add', 'm', video('v')));
    await eventually(() => words().includes('content-accept'), 'taken');
    await eventually(() => kitchen.ringing.remote.value.participants[0]?.video !== null, 'a picture');
    await does(act('content-remove', 'm', content('v', '')));
    await eventually(() => kitchen.ringing.remote.value.participants[0]?.video === null, 'no picture');
    await does(act('content-remove', 'm', content('0', '')));
    await eventually(() => kitchen.reason === 'remote_hung_up', 'over');
    expect(words().slice(-2)).to.deep.equal(['session-terminate', 'finish']);
  });

  it('shows what they mute, and hold', async () => {
    await running('m');
    const told = async (info: string): Promise<boolean | undefined> => {
      await does(act('session-info', 'm', `<${info} xmlns='urn:xmpp:jingle:apps:rtp:info:1'/>`));
      await aMoment(20);
      return kitchen.ringing.remote.value.participants[0]?.audioMuted;
    };
    expect(await told('ringing')).to.equal(false);
    expect(await told(`mute name='0' creator='initiator'`)).to.equal(true);
    expect(await told(`unmute name='0' creator='initiator'`)).to.equal(false);
    expect(await told('mute')).to.equal(true);
    expect(await told('unmute')).to.equal(false);
    const held = (): boolean | undefined => kitchen.ringing.remote.value.participants[0]?.onHold;
    expect(held()).to.equal(false);
    expect(await told('hold')).to.equal(true);
    expect(held()).to.equal(true);
    expect(await told('unhold')).to.equal(false);
    expect(held()).to.equal(false);
  });

  it('thousands of candidates and restarts do not keep the page busy', async () => {
    await running('m');
    const info = (ufrag: string, count: number) =>
      act(
        'transport-info',
        'm',
        content('0', transport(candidate().repeat(count), `ufrag='${ufrag}' pwd='passwordpasswordpassword'`)),
      );
    expect(await does(info('ufr4', 5_000))).to.equal('not-acceptable');
    const many = await Promise.all(Array.from({ length: 400 }, () => does(info('ufr4', 150))));
    expect(new Set(many)).to.deep.equal(new Set(['result', 'resource-constraint']));
    for (let index = 0; index < 20; index++) expect(await does(info(`new${index}`, 0))).to.equal('result');
    expect(words().filter((word) => word === 'session-accept')).to.have.length(1);
    expect(server.passed.filter(({ word }) => word === 'transport-info').length).to.be.below(20);
  });

  it('more callers than could be heard do not ring', async () => {
    for (let index = 0; index < 50; index++) await says(propose(`m${index}`, 'audio'), { from: `p${index}@a/x` });
    expect(kitchen.types).to.have.length(8);
    for (const call of kitchen.incoming) await call.close();
  });

  it('tells nobody what a peer has sent', async () => {
    await proceeded('S3cret-sid');
    await does(initiate('S3cret-sid', audio('S3cret', transport())));
    await says(propose('S3cret&#10;', 'audio'));
    await does(`<jingle xmlns='urn:xmpp:jingle:1' action='S3cret' sid='S3cret-sid'/>`);
    expect(kitchen.logged.length).to.be.greaterThan(1);
    expect(kitchen.logged.join()).not.to.include('S3cret');
  });

  it('ends without a session when theirs does not come', async () => {
    await proceeded('m');
    expect(kitchen.ringing.goodbye).to.deep.include({ sid: 'm', phase: 'proceeded', remote: ANN });
    await says(jmi('finish', 'm'), { to: KITCHEN });
    expect(kitchen.reason).to.equal('remote_hung_up');
    expect(kitchen.ringing.goodbye).to.deep.equal({});
  });

  it('asks for receipts of a proposal, and takes one for a ring', async () => {
    const call = kitchen.dial('ann@a');
    const sent = server.passed.find(({ word }) => word === 'propose')?.xml ?? '';
    const id = / id="(jm-propose-[^"]+)"/.exec(sent)?.[1];
    expect(sent).to.include('urn:xmpp:receipts').and.include('urn:xmpp:hints');
    await says(`<received xmlns='urn:xmpp:receipts' id='${id}'/>`, { from: 'carl@c/x', to: KITCHEN });
    expect(kitchen.types).to.deep.equal([]);
    await says(`<received xmlns='urn:xmpp:receipts' id='${id}'/>`, { to: KITCHEN });
    expect(kitchen.types).to.deep.equal(['delivered']);
    call.hangUp('hung_up');
    expect(words()).to.deep.equal(['propose', 'retract']);
  });

  it('takes back a call that they have answered and whose session has not begun', async () => {
    kitchen.configuration = () => new Promise(() => {});
    const call = kitchen.dial('ann@a', silent(voice));
    const sid = / id="([0-9a-f-]{36})"/.exec(server.passed[0]?.xml ?? '')?.[1] ?? '';
    await says(jmi('proceed', sid), { to: KITCHEN });
    expect(call.goodbye).to.deep.include({ sid, phase: 'accepted' });
    call.hangUp('hung_up');
    expect(words()).to.deep.equal(['propose', 'retract']);
    expect(server.passed.at(-1)?.to).to.equal('ann@a');
  });

  it('a session-accept that is none ends the call', async () => {
    kitchen.dial('ann@a', silent(voice));
    const sid = / id="([0-9a-f-]{36})"/.exec(server.passed[0]?.xml ?? '')?.[1] ?? '';
    await says(jmi('proceed', sid), { to: KITCHEN });
    await eventually(() => words().includes('session-initiate'), 'initiated');
    const accept = act('session-accept', sid, audio('0', transport('')));
    expect(await does(accept.replace(`ufrag='ufr4'`, ''))).to.equal('bad-request');
    expect(kitchen.reason).to.equal('protocol_error');
    await eventually(() => words().at(-1) === 'finish', 'told');
    expect(
      serializeXml(parseXml(server.passed.find(({ word }) => word === 'session-terminate')?.xml ?? '')),
    ).to.include('failed-application');
  });
});
