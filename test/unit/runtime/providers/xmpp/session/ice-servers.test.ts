import { expect } from '@open-wc/testing';
import { Store } from '../../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../../src/runtime/platform/scope.ts';
import { readServices } from '../../../../../../src/runtime/providers/xmpp/ice-servers.ts';
import { element, type XmlElement } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { Services } from '../../../../../../src/runtime/providers/xmpp/services.ts';
import { WireError, type IqRequest, type Wire } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { settled } from '../../../../support/fake-clock.ts';
import { fakePlatform } from '../../../../support/fake-platform.ts';

const NS = 'urn:xmpp:extdisco:2';
const service = (attributes: Readonly<Record<string, string>>): XmlElement => element(NS, 'service', attributes);
const services = (...all: XmlElement[]): XmlElement => element(NS, 'services', {}, all);
const STUN = { type: 'stun', host: 'turn.example.org', port: '3478', transport: 'udp' };
const TURN = { ...STUN, type: 'turn', username: 'u', password: 'p' };

describe('STUN and TURN as a server tells them (XEP-0215)', () => {
  it('become addresses that a browser takes', () => {
    const all = services(
      service(STUN),
      service(TURN),
      service({ ...TURN, transport: 'tcp' }),
      service({ ...TURN, type: 'turns', port: '5349', transport: 'tcp', expires: '2026-11-21T12:00:00Z' }),
      service({ type: 'stuns', host: '2001:db8::1' }),
      service({ ...TURN, expires: '2026-11-21T11:00:00Z', host: '192.0.2.1' }),
    );
    const offer = readServices(all);
    expect(offer.servers.map(({ urls }) => urls)).to.deep.equal([
      'turn:turn.example.org:3478?transport=udp',
      'turn:turn.example.org:3478?transport=tcp',
      'turns:turn.example.org:5349?transport=tcp',
      'turn:192.0.2.1:3478?transport=udp',
      'stun:turn.example.org:3478',
      'stuns:[2001:db8::1]',
    ]);
    expect(offer.servers[0]).to.deep.include({ username: 'u', credential: 'p' });
    expect(offer.relay).to.equal(true);
    expect(offer.expires).to.equal(Date.parse('2026-11-21T11:00:00Z'));
    new RTCPeerConnection({ iceServers: [...offer.servers] }).close();
  });

  it('are left out where they would break a connection, or are doubtful', () => {
    const all = services(
      service({ ...TURN, username: '' }),
      service({ type: 'turn', host: 'turn.example.org', transport: 'udp' }),
      service({ ...STUN, host: 'a b' }),
      service({ ...STUN, host: 'evil.test?transport=tcp' }),
      service({ ...STUN, port: '34x' }),
      service({ ...STUN, transport: 'tcp' }),
      service({ ...TURN, transport: 'sctp' }),
      service({ ...STUN, type: 'ftp' }),
      element('urn:other', 'service', STUN),
    );
    expect(readServices(all)).to.deep.equal({ servers: [], relay: false, expires: null });
  });

  it('are few, each once, relays first', () => {
    const many = Array.from({ length: 20 }, (_, at) => service({ ...STUN, host: `s${at}.example.org` }));
    const offer = readServices(services(...many, service(TURN), service(TURN)));
    expect(offer.servers.length).to.equal(8);
    expect(offer.servers[0]?.urls).to.equal('turn:turn.example.org:3478?transport=udp');
  });
});

describe('the services of an account', () => {
  function begin(answer: () => XmlElement | null | Promise<never>) {
    const platform = fakePlatform();
    const scope = new Scope(() => {});
    const asked: IqRequest[] = [];
    let begun: ((stream: { resumed: boolean }) => void) | null = null;
    const wire: Wire = {
      own: 'anna@example.org/kitchen',
      online: new Store(true),
      now: () => platform.clock.now(),
      send: async () => {},
      ask: async (request) => {
        asked.push(request);
        return answer();
      },
      onMessage: () => () => {},
      onPresence: () => () => {},
      onIq: () => () => {},
      onStream: (listener) => {
        begun = listener;
        return () => (begun = null);
      },
      sendNow: () => {},
    };
    const list = new Services({ wire, platform, scope });
    return { list, platform, scope, asked, stream: (resumed = false) => begun?.({ resumed }) };
  }
  const expiring = (platform: { clock: { now(): number } }, after: number): XmlElement =>
    services(service({ ...TURN, expires: new Date(platform.clock.now() + after).toISOString() }));

  it('are there when a call begins, and asked for again before they end', async () => {
    const story = begin(() => expiring(story.platform, 600_000));
    expect(story.list.relay.value).to.equal(null);
    story.stream();
    await settled();
    expect(story.list.relay.value).to.equal(true);
    expect(story.asked[0]).to.deep.include({ to: 'example.org', type: 'get' });
    expect((await story.list.servers()).length).to.equal(1);
    expect(story.asked.length).to.equal(1);
    await story.platform.clock.advance(450_000);
    expect(story.asked.length).to.equal(2);
    story.stream(true);
    await settled();
    expect(story.asked.length).to.equal(2);
    await story.scope.close();
    expect(story.platform.clock.pending).to.equal(0);
  });

  it('are asked for by the call where there are none that hold', async () => {
    const story = begin(() => services(service(TURN)));
    const [first, second] = await Promise.all([story.list.servers(), story.list.servers()]);
    expect([first.length, second.length, story.asked.length]).to.deep.equal([1, 1, 1]);
    await story.scope.close();
  });

  it('say that there is no relay, but not before the server has', async () => {
    const silent = begin(() => Promise.reject(new WireError('timeout')));
    silent.stream();
    await settled();
    expect(silent.list.relay.value).to.equal(null);
    expect(await silent.list.servers()).to.deep.equal([]);
    await silent.platform.clock.advance(60_000);
    expect(silent.asked.length).to.equal(3);
    await silent.scope.close();
    const without = begin(() => Promise.reject(new WireError('refused', 'service-unavailable')));
    without.stream();
    await settled();
    expect(without.list.relay.value).to.equal(false);
    expect(await without.list.servers()).to.deep.equal([]);
    expect(without.asked.length).to.equal(1);
    await without.scope.close();
    const stunOnly = begin(() => services(service(STUN)));
    stunOnly.stream();
    await settled();
    expect(stunOnly.list.relay.value).to.equal(false);
    await stunOnly.scope.close();
  });
});
