import { expect } from '@open-wc/testing';
import {
  avatarsOf,
  isFamily,
  type ContactsInput,
  type MemberRecord,
  nameOf,
  needsMembers,
  personOf,
  type RoomRecord,
  sameList,
  selectContacts,
} from '../../../../../src/runtime/providers/matrix/contacts.ts';

const anna: MemberRecord = { userId: '@anna:hs', joined: true, name: 'Anna', avatar: null };
const ben: MemberRecord = { userId: '@ben:hs', joined: true, name: 'Ben', avatar: null };
const room = (roomId: string, changes: Partial<RoomRecord> = {}): RoomRecord => ({
  roomId,
  name: '',
  avatar: null,
  encrypted: false,
  lastActive: 0,
  directFor: null,
  size: 2,
  others: [anna],
  maySend: true,
  isPublic: false,
  ...changes,
});
const select = (rooms: readonly RoomRecord[], changes: Partial<ContactsInput> = {}) =>
  selectContacts({
    accountId: 'a1',
    rooms,
    presence: () => 'unknown',
    avatar: (mxc) => `blob:${mxc}`,
    present: new Map(),
    ...changes,
  });

describe('personOf', () => {
  const table: [string, RoomRecord, string | null][] = [
    ['a room of two', room('!a'), '@anna:hs'],
    ['a room of two with an invited person', room('!a', { others: [{ ...anna, joined: false }] }), '@anna:hs'],
    ['a room alone', room('!a', { size: 1, others: [] }), null],
    ['a group', room('!a', { size: 3, others: [anna, ben] }), null],
    ['a group of which one is known', room('!a', { size: 3 }), null],
    ['a direct room with a third', room('!a', { size: 3, others: [anna, ben], directFor: '@ben:hs' }), '@ben:hs'],
    ['a direct room whose person left, with another', room('!a', { directFor: '@gone:hs' }), '@anna:hs'],
    ['a direct group whose person left', room('!a', { size: 3, others: [anna, ben], directFor: '@gone:hs' }), null],
  ];
  for (const [name, record, expected] of table) {
    it(`${name} → ${expected}`, () => expect(personOf(record)?.userId ?? null).to.equal(expected));
  }
});

describe('families', () => {
  const family = room('!family', { name: ' Family ', size: 3, others: [anna, ben], avatar: 'mxc://hs/f' });

  it('are contacts where they can be called, under the name and picture of their room', () => {
    expect(select([family])).to.deep.equal([]);
    expect(select([family, room('!a')], { families: true }).map(({ name }) => name)).to.deep.equal(['Anna', 'Family']);
    expect(select([family], { families: true })).to.deep.equal([
      {
        id: '!family',
        accountId: 'a1',
        address: '!family',
        name: 'Family',
        avatar: 'blob:mxc://hs/f',
        presence: 'unknown',
        callable: { audio: true, video: true },
        encrypted: false,
      },
    ]);
    expect(select([{ ...family, avatar: null }], { families: true })[0]?.avatar).to.equal(null);
    expect(avatarsOf([family])).to.deep.equal(new Set(['mxc://hs/f']));
  });

  for (const [what, change] of [
    ['without a name', { name: ' ' }],
    ['of too many', { size: 9 }],
    ['of two', { size: 2, others: [anna] }],
    ['that everybody may enter', { isPublic: true }],
    ['that is somebody’s direct room', { directFor: '@ben:hs' }],
  ] as const) {
    it(`are no rooms ${what}`, () => expect(isFamily({ ...family, ...change })).to.equal(false));
  }

  it('need to know whom to ring', () => {
    expect(needsMembers({ ...family, others: [anna] })).to.equal(false);
    expect(needsMembers({ ...family, others: [anna] }, true)).to.equal(true);
    expect(needsMembers(family, true)).to.equal(false);
  });
});

describe('needsMembers', () => {
  const table: [string, RoomRecord, boolean][] = [
    ['all known', room('!a'), false],
    ['a room of two, the other unknown', room('!a', { others: [] }), true],
    ['a room alone', room('!a', { size: 1, others: [] }), false],
    ['a group', room('!a', { size: 30, others: [] }), false],
    ['a direct group, the person known', room('!a', { size: 30, directFor: '@anna:hs' }), false],
    ['a direct group, the person unknown', room('!a', { size: 30, directFor: '@ben:hs' }), true],
    ['a direct group, all known, without the person', room('!a', { size: 2, directFor: '@gone:hs' }), false],
  ];
  for (const [name, record, expected] of table) {
    it(`${name} → ${expected}`, () => expect(needsMembers(record)).to.equal(expected));
  }
});

describe('selectContacts', () => {
  it('makes one contact for each person, sorted by name', () => {
    const contacts = select([
      room('!b', { others: [ben] }),
      room('!a1'),
      room('!a2'),
      room('!g', { size: 9, others: [] }),
    ]);
    expect(contacts.map(({ name, address }) => `${name} ${address}`)).to.deep.equal(['Anna @anna:hs', 'Ben @ben:hs']);
  });

  it('says all that is known', () => {
    const record = room('!a', { encrypted: true, others: [{ ...anna, avatar: 'mxc://hs/1' }] });
    expect(select([record], { presence: () => 'reachable' })).to.deep.equal([
      {
        id: '!a',
        accountId: 'a1',
        address: '@anna:hs',
        name: 'Anna',
        avatar: 'blob:mxc://hs/1',
        presence: 'reachable',
        callable: { audio: true, video: true },
        encrypted: true,
      },
    ]);
  });

  const better: [string, Partial<RoomRecord>, Partial<RoomRecord>][] = [
    ['they are joined', {}, { others: [{ ...anna, joined: false }], encrypted: true, lastActive: 9 }],
    ['we may send', {}, { maySend: false, encrypted: true, lastActive: 9 }],
    ['it is encrypted', { encrypted: true }, { directFor: '@anna:hs', lastActive: 9 }],
    ['it is meant to be direct', { directFor: '@anna:hs' }, { lastActive: 9 }],
    ['it was active last', { lastActive: 9 }, { lastActive: 8 }],
  ];
  for (const [why, best, other] of better) {
    it(`takes the room in which ${why}`, () => {
      expect(select([room('!other', other), room('!best', best)])[0]?.id).to.equal('!best');
      expect(select([room('!best', best), room('!other', other)])[0]?.id).to.equal('!best');
    });
  }

  it('keeps the room in use while no other is better, so that the contact keeps its id', () => {
    const present = new Map([['@anna:hs', '!old']]);
    const active = room('!new', { lastActive: 9, directFor: '@anna:hs' });
    expect(select([active, room('!old')], { present })[0]?.id).to.equal('!old');
    expect(select([{ ...active, encrypted: true }, room('!old')], { present })[0]?.id).to.equal('!new');
    expect(select([active], { present })[0]?.id).to.equal('!new');
  });

  it('takes the picture of the room for a person without one', () => {
    expect(select([room('!a', { avatar: 'mxc://hs/room' })])[0]?.avatar).to.equal('blob:mxc://hs/room');
    expect(select([room('!a')])[0]?.avatar).to.equal(null);
  });

  it('shows whom it may not call', () => {
    expect(select([room('!a', { maySend: false })])[0]?.callable).to.deep.equal({ audio: false, video: false });
  });
});

describe('nameOf', () => {
  const table: [string, string, string][] = [
    ['Anna', 'Room', 'Anna'],
    ['  ', 'Room', 'Room'],
    ['', '', 'anna'],
  ];
  for (const [name, roomName, expected] of table) {
    it(`'${name}' in '${roomName}' → ${expected}`, () => {
      expect(nameOf({ userId: '@anna:hs', name }, roomName)).to.equal(expected);
    });
  }

  it('falls back to all of an id it does not understand', () => {
    expect(nameOf({ userId: 'odd', name: '' })).to.equal('odd');
  });
});

describe('avatarsOf', () => {
  it('lists what contacts show, each once', () => {
    const withPicture = { ...anna, avatar: 'mxc://hs/1' };
    const rooms = [
      room('!1', { others: [withPicture] }),
      room('!2', { others: [withPicture] }),
      room('!3', { others: [ben], avatar: 'mxc://hs/room' }),
      room('!4', { size: 3, others: [withPicture, ben], avatar: 'mxc://hs/group' }),
      room('!5', { others: [ben] }),
    ];
    expect([...avatarsOf(rooms)]).to.deep.equal(['mxc://hs/1', 'mxc://hs/room']);
  });
});

describe('sameList', () => {
  it('compares contents', () => {
    expect(sameList(select([room('!a')]), select([room('!a')]))).to.equal(true);
    expect(sameList(select([room('!a')]), select([room('!b')]))).to.equal(false);
  });
});
