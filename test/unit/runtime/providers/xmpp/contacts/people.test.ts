import { expect } from '@open-wc/testing';
import { StanzaRefusal, WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { ACCOUNT, DISCO, House, PHONE, VIDEO_PHONE, caps, discoXml, item, rosterXml } from './support/house.ts';

const ANN = item('ann@a', 'both', `name='Ann'`, '<group>Family</group><group> </group><group>Family</group>');
const NICK = 'http://jabber.org/protocol/nick';

let house: House;
const open = async (roster = ANN, remembered: unknown = {}): Promise<House> => {
  house = new House(roster, remembered);
  await house.begin();
  return house;
};
const push = (items: string, from = ACCOUNT): Promise<unknown> => house.wire.iq('set', rosterXml(items), from);
const refused = async (task: Promise<unknown>): Promise<string> => {
  const error = await task.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(StanzaRefusal);
  return serializeXml((error as StanzaRefusal).error);
};

afterEach(async () => {
  await house.scope.close();
  expect(house.failures).to.deep.equal([]);
  expect([house.wire.listeners, house.platform.clock.pending]).to.deep.equal([0, 0]);
});

describe('the roster', () => {
  it('is the contacts', async () => {
    await open(`${item('zoe@a', 'none')}${ANN}${item('gateway.a')}${item(ACCOUNT)}`);
    expect(house.people.contacts.value).to.deep.equal([
      {
        id: 'ann@a',
        accountId: 'account',
        address: 'ann@a',
        name: 'Ann',
        avatar: null,
        presence: 'unknown',
        callable: { audio: true, video: true },
        encrypted: false,
        groups: ['Family'],
      },
      {
        id: 'zoe@a',
        accountId: 'account',
        address: 'zoe@a',
        name: 'zoe',
        avatar: null,
        presence: 'unknown',
        callable: { audio: true, video: true },
        encrypted: false,
      },
    ]);
  });

  it('changes by pushes of our own account alone', async () => {
    await open();
    await push(item('bob@b', 'to', `name='Bob'`));
    await push(item('eve@e'), '');
    for (const from of ['mallory@m', 'ann@a', 'kiosk@home/other', 'home']) {
      expect(await refused(push(item('mallory@m'), from))).to.contain('service-unavailable');
    }
    await push(`${item('x@x')}${item('y@y')}`);
    await house.pause();
    expect(house.people.contacts.value.map(({ id }) => id)).to.deep.equal(['ann@a', 'bob@b', 'eve@e']);
    await push(item('ann@a', 'remove'));
    await house.pause();
    expect(house.contact('ann@a')).to.equal(undefined);
    expect(house.people.callerOf('ann@a')).to.equal('stranger');
  });

  it('is asked for by its version in the next stream', async () => {
    await open();
    house.roster(ANN, 'v1');
    await house.begin();
    house.wire.answers('get', 'jabber:iq:roster', 'query', () => null);
    await house.begin();
    expect(
      house.wire.asked.filter(({ payload }) => payload.name === 'query').map(({ payload }) => payload.attributes),
    ).to.deep.equal([{}, {}, { ver: 'v1' }]);
    expect(house.contact('ann@a')?.name).to.equal('Ann');
  });

  it('is asked for again where it did not come, and nobody is called offline meanwhile', async () => {
    house = new House();
    house.wire.answers('get', 'jabber:iq:roster', 'query', () => new WireError('timeout'));
    await house.begin();
    expect(house.wire.take().join()).to.contain('<presence');
    house.roster(ANN);
    await house.pause(40_000);
    await house.pause();
    expect(house.contact('ann@a')?.presence).to.equal('unknown');
  });

  it('says who may call', async () => {
    await open();
    const { people } = house;
    expect(
      ['ann@a', 'ann@a/phone', 'bob@b', ACCOUNT, 'kiosk@home/other'].map((jid) => people.callerOf(jid)),
    ).to.deep.equal(['contact', 'contact', 'stranger', 'blocked', 'blocked']);
    expect(people.peerOf('ann@a')).to.deep.equal({
      accountId: 'account',
      contactId: 'ann@a',
      address: 'ann@a',
      name: 'Ann',
    });
    expect(people.peerOf('bob@b').name).to.equal('bob');
  });

  it('holds thousands, told at once', async () => {
    await open(Array.from({ length: 4_500 }, (_, index) => item(`p${index}@a`)).join(''));
    expect([house.people.contacts.value.length, house.told]).to.deep.equal([4_500, 1]);
    for (let index = 0; index < 500; index++) house.presence(`p${index}@a/x`);
    await house.pause();
    expect(house.told).to.equal(2);
    expect(house.people.contacts.value.filter(({ presence }) => presence === 'reachable')).to.have.lengthOf(500);
  });
});

describe('our presence', () => {
  it('goes out after roster and block list, with a hash of what we can do', async () => {
    await open();
    expect(house.wire.asked.map(({ payload }) => payload.name)).to.deep.equal(['query', 'blocklist']);
    const [presence, ...more] = house.wire.take();
    expect(more).to.deep.equal([]);
    expect(presence).to.match(/^<presence xmlns="jabber:client"><priority>0<\/priority><c [^>]*hash="sha-1"/);
    const ver = /ver="([^"]+)"/.exec(presence!)![1]!;
    const ask = (node: string): Promise<unknown> =>
      house.wire.iq('get', `<query xmlns='${DISCO}'${node && ` node='${node}'`}/>`, 'ann@a/phone');
    const said = serializeXml((await ask(`urn:call-assist#${ver}`)) as never);
    expect(said).to.contain('urn:xmpp:jingle-message:0').and.to.contain(`#${ver}`).and.to.contain('urn:xmpp:ping');
    expect(serializeXml((await ask('')) as never)).not.to.contain('urn:ietf:rfc:3264');
    expect(await refused(ask('urn:call-assist#other'))).to.contain('item-not-found');
  });

  it('goes out in each new stream, and not in one that went on', async () => {
    await open();
    house.wire.take();
    house.wire.begins(true);
    await house.pause();
    expect(house.wire.take()).to.deep.equal([]);
    await house.begin();
    expect(house.wire.take()).to.have.lengthOf(1);
  });

  it('is shown to those we call who do not see it', async () => {
    await open(`${ANN}${item('bob@b', 'to')}`);
    house.wire.take();
    for (const jid of ['ann@a', 'bob@b', 'carl@c']) house.people.announce(jid);
    const sent = house.wire.take();
    expect(sent.map((xml) => /to="([^"]+)"/.exec(xml)?.[1])).to.deep.equal(['bob@b', 'carl@c']);
    expect(sent[0]).to.contain('urn:call-assist');
  });
});

describe('presence of others', () => {
  it('is known some seconds after ours went out', async () => {
    await open(`${ANN}${item('bob@b')}${item('carl@c', 'from')}`);
    house.presence('ann@a/phone');
    house.presence('ann@a/desk');
    await house.pause();
    expect(house.people.contacts.value.map(({ presence }) => presence)).to.deep.equal([
      'reachable',
      'unknown',
      'unknown',
    ]);
    await house.pause(5_000);
    expect(house.people.contacts.value.map(({ presence }) => presence)).to.deep.equal([
      'reachable',
      'offline',
      'unknown',
    ]);
    house.presence('ann@a/phone', '', 'unavailable');
    await house.pause();
    expect(house.contact('ann@a')?.presence).to.equal('reachable');
    house.presence('ann@a/desk', '', 'unavailable');
    await house.pause();
    expect(house.contact('ann@a')?.presence).to.equal('offline');
  });

  it('stands in a new stream until it should have been told again', async () => {
    await open();
    house.presence('ann@a/phone');
    await house.pause(6_000);
    await house.begin();
    expect(house.contact('ann@a')?.presence).to.equal('reachable');
    await house.pause(6_000);
    expect(house.contact('ann@a')?.presence).to.equal('offline');
  });

  it('is nothing to ask strangers about', async () => {
    await open();
    house.presence('mallory@m/x', caps('v'));
    house.presence('kiosk@home/other', caps('v'));
    await house.pause();
    expect(house.wire.asked.some(({ payload }) => payload.ns === DISCO)).to.equal(false);
  });
});

/** No hash of anything. */
const PHONE_VER = 'phone';
describe('what others can be called with', () => {
  const answer = (features: readonly string[]): void =>
    house.wire.answers('get', DISCO, 'query', () => discoXml(features));
  const asked = (): number => house.wire.asked.filter(({ payload }) => payload.ns === DISCO).length;
  const hashOf = async (features: readonly string[]): Promise<string> => {
    const text = `client/pc//x<${[...features]
      .sort()
      .map((one) => `${one}<`)
      .join('')}`;
    return btoa(
      String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text)))),
    );
  };

  it('is asked once for each kind of client', async () => {
    await open(`${ANN}${item('bob@b')}`);
    answer(PHONE);
    const ver = await hashOf(PHONE);
    house.presence('ann@a/phone', caps(ver));
    house.presence('bob@b/phone', caps(ver));
    await house.pause();
    expect([asked(), house.wire.asked.at(-1)?.to, house.wire.asked.at(-1)?.payload.attributes['node']]).to.deep.equal([
      1,
      'ann@a/phone',
      `n#${ver}`,
    ]);
    expect(house.people.contacts.value.map(({ callable }) => callable.video)).to.deep.equal([false, false]);
    house.presence('ann@a/desk', caps(ver));
    await house.pause();
    expect(asked()).to.equal(1);
  });

  it('counts for one device alone where the hash is wrong', async () => {
    await open(`${ANN}${item('bob@b')}`);
    answer([]);
    house.presence('ann@a/phone', caps(PHONE_VER));
    await house.pause();
    answer(VIDEO_PHONE);
    house.presence('bob@b/phone', caps(PHONE_VER));
    await house.pause();
    expect(asked()).to.equal(2);
    expect(house.people.contacts.value.map(({ callable }) => callable.audio)).to.deep.equal([false, true]);
  });

  it('is what all devices can together, and nothing by a client that does not say', async () => {
    await open();
    house.presence('ann@a/old');
    await house.pause();
    expect(house.contact('ann@a')?.callable).to.deep.equal({ audio: false, video: false });
    answer(PHONE);
    house.presence('ann@a/phone', caps('a'));
    await house.pause();
    expect(house.contact('ann@a')?.callable).to.deep.equal({ audio: true, video: false });
    answer(VIDEO_PHONE);
    house.presence('ann@a/tablet', caps('b'));
    await house.pause();
    expect(house.contact('ann@a')?.callable).to.deep.equal({ audio: true, video: true });
  });

  it('is kept when they go, and written once', async () => {
    await open(`${ANN}${item('bob@b')}`, { 'bob@b': { audio: true, video: false }, '': 1, 'x@x': null });
    expect(house.contact('bob@b')?.callable).to.deep.equal({ audio: true, video: false });
    answer(PHONE);
    house.presence('ann@a/phone', caps('a'));
    await house.pause();
    house.presence('ann@a/phone', '', 'unavailable');
    await house.pause();
    expect(house.contact('ann@a')?.callable).to.deep.equal({ audio: true, video: false });
    await house.pause(61_000);
    expect(house.written).to.deep.equal([
      {
        'bob@b': { audio: true, video: false },
        'x@x': { audio: false, video: false },
        'ann@a': { audio: true, video: false },
      },
    ]);
  });

  it('is assumed where nobody answers, and a flood of kinds is not asked about', async () => {
    await open();
    house.wire.answers('get', DISCO, 'query', () => new Promise(() => {}));
    for (let index = 0; index < 500; index++) house.presence(`ann@a/${index % 20}`, caps(`v${index}`));
    await house.pause();
    expect(asked()).to.equal(4);
    expect(house.contact('ann@a')?.callable).to.deep.equal({ audio: true, video: true });
  });
});

describe('requests', () => {
  const asks = (from: string, inner = ''): void => house.presence(from, inner, 'subscribe');

  it('come from others than ourselves and whom we know', async () => {
    await open(item('dora@d', 'from'));
    asks('bob@b', `<nick xmlns='${NICK}'> Bob\u202e\n </nick>`);
    asks('dora@d');
    asks(ACCOUNT);
    asks('@x');
    await house.pause();
    expect(house.people.requests.value).to.deep.equal([
      { id: 'bob@b', accountId: 'account', address: 'bob@b', name: 'Bob' },
      { id: 'dora@d', accountId: 'account', address: 'dora@d', name: 'dora' },
    ]);
    house.presence('bob@b', '', 'unsubscribe');
    await house.pause();
    expect(house.people.requests.value.map(({ id }) => id)).to.deep.equal(['dora@d']);
  });

  it('are accepted: they see us, and we ask to see them', async () => {
    await open('');
    house.wire.take();
    asks('bob@b/phone', `<nick xmlns='${NICK}'>Bob</nick>`);
    await house.pause();
    // The name is there before their subscription puts them into the roster without one.
    house.wire.answers('set', 'jabber:iq:roster', 'query', () => {
      expect(house.wire.sent).to.deep.equal([]);
      return null;
    });
    await house.people.acceptRequest('bob@b');
    await house.pause();
    expect(house.wire.take().map((xml) => /type="(\w+)"/.exec(xml)?.[1])).to.deep.equal(['subscribed', 'subscribe']);
    expect(serializeXml(house.wire.asked.at(-1)!.payload)).to.contain('jid="bob@b" name="Bob"');
    expect(house.people.requests.value).to.deep.equal([]);
    await house.people.acceptRequest('bob@b');
    await house.people.rejectRequest('bob@b');
    expect(house.wire.take()).to.deep.equal([]);
  });

  it('are refused', async () => {
    await open();
    house.wire.take();
    asks('bob@b');
    await house.pause();
    house.wire.failing = new WireError('lost');
    const lost = await house.people.rejectRequest('bob@b').catch((error: unknown) => error);
    expect(lost).to.be.instanceOf(WireError);
    house.wire.failing = null;
    await house.people.rejectRequest('bob@b');
    await house.pause();
    expect(house.wire.take().join()).to.contain('type="unsubscribed"');
    expect(house.people.requests.value).to.deep.equal([]);
  });

  it('of those we have asked ourselves are answered', async () => {
    await open(`${item('bob@b', 'none', `ask='subscribe'`)}${item('carl@c', 'to')}`);
    house.wire.take();
    asks('bob@b');
    asks('carl@c');
    await house.pause();
    expect(house.wire.take().map((xml) => /type="(\w+)"/.exec(xml)?.[1])).to.deep.equal(['subscribed', 'subscribed']);
    expect(house.people.requests.value).to.deep.equal([]);
  });

  it('go where they were answered elsewhere', async () => {
    await open('');
    asks('bob@b');
    asks('carl@c');
    await house.pause();
    await push(item('bob@b', 'from'));
    await house.begin();
    expect(house.people.requests.value.map(({ id }) => id)).to.deep.equal(['carl@c']);
    await house.pause(6_000);
    expect(house.people.requests.value).to.deep.equal([]);
  });

  it('are a hundred at most', async () => {
    await open();
    for (let index = 0; index < 150; index++) asks(`p${index}@a`);
    await house.pause();
    expect(house.people.requests.value).to.have.lengthOf(100);
  });
});

describe('the block list', () => {
  const list = (name: string, ...jids: readonly string[]): string =>
    `<${name} xmlns='urn:xmpp:blocking'>${jids.map((jid) => `<item jid='${jid}'/>`).join('')}</${name}>`;

  it('overrides the roster', async () => {
    house = new House(`${ANN}${item('bob@b')}`);
    house.wire.answers('get', 'urn:xmpp:blocking', 'blocklist', () =>
      list('blocklist', 'ann@a', 'b', 'c@c/phone', 'd/x'),
    );
    await house.begin();
    const said = ['ann@a', 'ann@a/x', 'bob@b', 'c@c', 'c@c/phone', 'd@d/x', 'd@d/y'].map((jid) =>
      house.people.callerOf(jid),
    );
    expect(said).to.deep.equal(['blocked', 'blocked', 'blocked', 'stranger', 'blocked', 'blocked', 'stranger']);
  });

  it('changes by pushes of our own account alone, and ends requests', async () => {
    await open();
    house.presence('bob@b', '', 'subscribe');
    await house.pause();
    await house.wire.iq('set', list('block', 'ann@a', 'bob@b'), ACCOUNT);
    expect(await refused(house.wire.iq('set', list('unblock'), 'ann@a'))).to.contain('service-unavailable');
    house.presence('bob@b', '', 'subscribe');
    await house.pause();
    expect(house.people.requests.value).to.deep.equal([]);
    await house.wire.iq('set', list('unblock', 'ann@a'), ACCOUNT);
    expect(['ann@a', 'bob@b'].map((jid) => house.people.callerOf(jid))).to.deep.equal(['contact', 'blocked']);
    await house.wire.iq('set', list('unblock'), ACCOUNT);
    expect(house.people.callerOf('bob@b')).to.equal('stranger');
  });

  it('is changed at the server', async () => {
    await open();
    house.wire.answers('set', 'urn:xmpp:blocking', 'block', () => null);
    await house.people.block('ann@a', true);
    expect(serializeXml(house.wire.asked.at(-1)!.payload)).to.contain('<item jid="ann@a"/>');
    expect(house.wire.asked.at(-1)?.payload.name).to.equal('block');
    const error = await house.people.block('ann@a', false).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(WireError);
  });
});

describe('names', () => {
  it('are the roster’s, else what they call themselves', async () => {
    await open(`${ANN}${item('bob@b')}`);
    house.publishes('ann@a', NICK, `<nick xmlns='${NICK}'>Queen</nick>`);
    house.publishes('bob@b', NICK, `<nick xmlns='${NICK}'>${'B'.repeat(900)}</nick>`);
    house.publishes('mallory@m', NICK, `<nick xmlns='${NICK}'>Ann</nick>`);
    await house.pause();
    expect(house.people.contacts.value.map(({ name }) => name)).to.deep.equal(['Ann', 'B'.repeat(200)]);
    expect(house.people.peerOf('bob@b').name).to.match(/^B+$/);
    expect(house.people.peerOf('mallory@m').name).to.equal('mallory');
  });
});
