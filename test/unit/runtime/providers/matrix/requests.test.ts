import { expect } from '@open-wc/testing';
import type { MemberRecord, RoomRecord } from '../../../../../src/runtime/providers/matrix/contacts.ts';
import {
  type InvitationRecord,
  readDirect,
  sortInvitations,
  withDirect,
  withIgnored,
} from '../../../../../src/runtime/providers/matrix/requests.ts';

const invitation: InvitationRecord = {
  roomId: '!new',
  inviter: '@anna:hs',
  inviterName: 'Anna',
  direct: true,
  encrypted: false,
  ignored: false,
};
const member: MemberRecord = { userId: '@anna:hs', joined: true, name: '', avatar: null };
const shared: RoomRecord = {
  roomId: '!shared',
  name: '',
  avatar: null,
  encrypted: false,
  lastActive: 0,
  directFor: null,
  size: 9,
  others: [member],
  maySend: true,
  isPublic: false,
};

describe('sortInvitations', () => {
  const table: [string, InvitationRecord, RoomRecord[], 'request' | 'welcome' | 'nothing'][] = [
    ['a stranger', invitation, [], 'request'],
    ['somebody from a room of ours', invitation, [shared], 'welcome'],
    ['somebody from a public room', invitation, [{ ...shared, isPublic: true }], 'request'],
    ['somebody who was only invited', invitation, [{ ...shared, others: [{ ...member, joined: false }] }], 'request'],
    ['a group', { ...invitation, direct: false }, [shared], 'nothing'],
    ['an ignored person', { ...invitation, ignored: true }, [shared], 'nothing'],
  ];
  for (const [name, record, rooms, expected] of table) {
    it(`${name} → ${expected}`, () => {
      const { requests, welcome } = sortInvitations('a1', [record], rooms);
      expect(requests.length).to.equal(expected === 'request' ? 1 : 0);
      expect(welcome.length).to.equal(expected === 'welcome' ? 1 : 0);
    });
  }

  it('names who asks', () => {
    const { requests } = sortInvitations('a1', [invitation, { ...invitation, roomId: '!2', inviterName: '' }], []);
    expect(requests).to.deep.equal([
      { id: '!new', accountId: 'a1', address: '@anna:hs', name: 'Anna' },
      { id: '!2', accountId: 'a1', address: '@anna:hs', name: 'anna' },
    ]);
  });
});

describe('readDirect', () => {
  it('reads what other clients wrote, and no nonsense', () => {
    const content = { '@anna:hs': ['!1', 7, '!2'], anna: ['!3'], '@ben:hs': 'no list' };
    expect([...readDirect(content)]).to.deep.equal([
      ['!1', '@anna:hs'],
      ['!2', '@anna:hs'],
    ]);
    for (const odd of [null, undefined, 'text', 3, []]) expect([...readDirect(odd)]).to.deep.equal([]);
  });
});

describe('withDirect', () => {
  it('adds a room, keeping everything else', () => {
    expect(withDirect({ '@ben:hs': ['!1'], odd: 4 }, '@anna:hs', '!2')).to.deep.equal({
      '@ben:hs': ['!1'],
      odd: 4,
      '@anna:hs': ['!2'],
    });
    expect(withDirect({ '@anna:hs': ['!1'] }, '@anna:hs', '!2')).to.deep.equal({ '@anna:hs': ['!1', '!2'] });
    expect(withDirect(null, '@anna:hs', '!2')).to.deep.equal({ '@anna:hs': ['!2'] });
  });

  it('changes nothing where the room is in there', () => {
    expect(withDirect({ '@anna:hs': ['!1'] }, '@anna:hs', '!1')).to.equal(null);
  });
});

describe('withIgnored', () => {
  const list = { ignored_users: { '@ben:hs': { since: 3 } }, odd: 4 };

  it('adds and removes somebody, keeping everything else', () => {
    expect(withIgnored(list, '@anna:hs', true)).to.deep.equal({
      ignored_users: { '@ben:hs': { since: 3 }, '@anna:hs': {} },
      odd: 4,
    });
    expect(withIgnored(list, '@ben:hs', false)).to.deep.equal({ ignored_users: {}, odd: 4 });
    for (const odd of [null, 'text', [], { ignored_users: ['@ben:hs'] }]) {
      expect(withIgnored(odd, '@anna:hs', true)).to.deep.equal({ ignored_users: { '@anna:hs': {} } });
    }
  });

  it('changes nothing where it says so already', () => {
    expect(withIgnored(list, '@ben:hs', true)).to.equal(null);
    expect(withIgnored(null, '@ben:hs', false)).to.equal(null);
  });
});
