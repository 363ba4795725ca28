import { expect } from '@open-wc/testing';
import {
  RING_LIFETIME,
  readDecline,
  readNotification,
  rtcType,
  writeDecline,
  writeNotification,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/contents.ts';

describe('rtcType', () => {
  it('knows notifications, declines and memberships by their deployed and later names, and nothing else', () => {
    expect(rtcType('org.matrix.msc4075.rtc.notification')).to.equal('notification');
    expect(rtcType('m.rtc.notification')).to.equal('notification');
    expect(rtcType('org.matrix.msc4310.rtc.decline')).to.equal('decline');
    expect(rtcType('m.rtc.decline')).to.equal('decline');
    expect(rtcType('org.matrix.msc3401.call.member')).to.equal('membership');
    expect(rtcType('org.matrix.msc4143.rtc.member')).to.equal('membership');
    for (const type of ['m.call.invite', 'org.matrix.msc4075.call.notify', 'm.room.message', 'toString', ''])
      expect(rtcType(type)).to.equal(null);
  });
});

const deployed = {
  'm.mentions': { user_ids: [], room: true },
  notification_type: 'ring',
  'm.call.intent': 'video',
  'm.relates_to': { rel_type: 'm.reference', event_id: '$member' },
  sender_ts: 1,
  lifetime: 90_000,
};

describe('readNotification', () => {
  it('reads the form that Element Call sends', () => {
    expect(readNotification(deployed)).to.deep.equal({
      type: 'ring',
      mentions: { userIds: [], room: true },
      offered: { audio: true, video: true },
      lifetime: 90_000,
      membership: '$member',
    });
  });

  it('reads the later form, with its fields below the application', () => {
    const content = {
      slot_id: 'm.call#ROOM',
      'm.mentions': { user_ids: ['@us:test'] },
      application: { type: 'm.call', notification_type: 'ring', 'm.call.intent': 'audio' },
      lifetime: 30_000,
    };
    expect(readNotification(content)).to.deep.equal({
      type: 'ring',
      mentions: { userIds: ['@us:test'], room: false },
      offered: { audio: true, video: false },
      lifetime: 30_000,
      membership: null,
    });
  });

  it('rings where no type is said, and knows what only tells', () => {
    const { notification_type: _type, ...untold } = deployed;
    expect(readNotification(untold)?.type).to.equal('ring');
    expect(readNotification({ ...deployed, notification_type: 'notification' })?.type).to.equal('notification');
  });

  it('lets nothing ring for longer than two minutes', () => {
    expect(readNotification({ ...deployed, lifetime: 1e12 })?.lifetime).to.equal(120_000);
    expect(readNotification({ ...deployed, lifetime: undefined })?.lifetime).to.equal(RING_LIFETIME);
  });

  for (const [what, change] of [
    ['a type that is a number', { notification_type: 7 }],
    ['a type that nobody knows', { notification_type: 'whisper' }],
    ['another slot', { slot_id: 'm.call#OTHER' }],
    ['a slot that is no text', { slot_id: {} }],
    ['another application', { application: { type: 'm.whiteboard' } }],
    ['no mentions', { 'm.mentions': undefined }],
    ['mentions that are a list', { 'm.mentions': [] }],
    ['a lifetime that is a text', { lifetime: '90000' }],
    ['a negative lifetime', { lifetime: -1 }],
    ['a lifetime that is no number', { lifetime: NaN }],
  ] as const) {
    it(`refuses ${what}`, () => expect(readNotification({ ...deployed, ...change })).to.equal(null));
  }

  it('believes of broken fields only what can be', () => {
    const mentions = { user_ids: ['@a:test', 7, null, {}], room: 'yes' };
    expect(readNotification({ ...deployed, 'm.mentions': mentions })?.mentions).to.deep.equal({
      userIds: ['@a:test'],
      room: false,
    });
    expect(readNotification({ ...deployed, 'm.mentions': { user_ids: '@a:test' } })?.mentions.userIds).to.deep.equal(
      [],
    );
    const many = Array.from({ length: 5_000 }, (_, index) => `@${index}:test`);
    expect(readNotification({ ...deployed, 'm.mentions': { user_ids: many } })?.mentions.userIds).to.have.length(1_000);
    for (const relation of [null, 'x', { rel_type: 'm.thread', event_id: '$a' }, { rel_type: 'm.reference' }])
      expect(readNotification({ ...deployed, 'm.relates_to': relation })?.membership).to.equal(null);
  });
});

describe('writeNotification', () => {
  const written = writeNotification({ userIds: ['@anna:test'], video: true, membership: '$ours', sentAt: 5 });

  it('rings exactly those who are named, without power over the room', () => {
    expect(written['m.mentions']).to.deep.equal({ user_ids: ['@anna:test'], room: false });
  });

  it('says the same in both forms, so that what we read is what we wrote', () => {
    const { notification_type: type, 'm.call.intent': intent, sender_ts: sent, lifetime, ...later } = written;
    expect([type, intent, sent, lifetime]).to.deep.equal(['ring', 'video', 5, RING_LIFETIME]);
    expect(written['application']).to.include({ type: 'm.call', sender_ts: sent, lifetime });
    expect(readNotification(later)).to.deep.equal(readNotification(written));
    expect(readNotification(written)).to.deep.equal({
      type: 'ring',
      mentions: { userIds: ['@anna:test'], room: false },
      offered: { audio: true, video: true },
      lifetime: RING_LIFETIME,
      membership: '$ours',
    });
  });

  it('says when a call is without pictures', () => {
    const voice = writeNotification({ userIds: [], video: false, membership: '$ours', sentAt: 5 });
    expect(readNotification(voice)?.offered).to.deep.equal({ audio: true, video: false });
  });
});

describe('declines', () => {
  for (const cause of ['busy', 'failed', null] as const)
    it(`are read as they are written, cause: ${cause}`, () => {
      const decline = { notification: '$ring', cause };
      expect(readDecline(writeDecline(decline))).to.deep.equal(decline);
    });

  it('say no reason where somebody declined, and no other than ours is believed', () => {
    const given = writeDecline({ notification: '$ring', cause: null });
    expect(given).to.deep.equal({ 'm.relates_to': { rel_type: 'm.reference', event_id: '$ring' } });
    for (const reason of ['busy', true, null, { user_busy: 1 }])
      expect(readDecline({ ...given, reason })?.cause).to.equal(null);
  });

  for (const content of [
    {},
    { 'm.relates_to': '$ring' },
    { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$ring' } },
    { 'm.relates_to': { rel_type: 'm.reference', event_id: 'ring' } },
    { 'm.relates_to': { rel_type: 'm.reference', event_id: `$${'x'.repeat(300)}` } },
  ]) {
    it(`are refused: ${JSON.stringify(content).slice(0, 60)}`, () => expect(readDecline(content)).to.equal(null));
  }
});
