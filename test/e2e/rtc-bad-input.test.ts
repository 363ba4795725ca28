import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Mischief } from '../../demo/matrix-rtc/token-service.ts';
import { DECLINE, MOMENT, NOTIFICATION, nothingRings, RtcByHand } from './support/rtc-by-hand.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';

describe('bad input by MatrixRTC', () => {
  let ben: RtcByHand;

  before(async () => {
    await RtcByHand.hasBeenThere('Ben');
    ben = await RtcByHand.signIn('Ben');
  });
  after(async () => {
    await ben?.close();
  });
  afterEach(async () => {
    const { rtc, settle } = await rtcHouse();
    rtc.tokens.misbehave(null);
    await settle();
  });

  const ring = (to: string, about: string, change: object = {}) => ({
    notification_type: 'ring',
    'm.mentions': { user_ids: [to], room: false },
    'm.call.intent': 'video',
    'm.relates_to': { rel_type: 'm.reference', event_id: about },
    sender_ts: Date.now(),
    lifetime: 30_000,
    ...change,
  });

  it('notifications that are none do not ring, and the next right one does', async () => {
    const { kiosk, stack } = await rtcHouse();
    const { userId } = stack.accounts.kiosk;
    const word = await ben.send('m.room.message', { msgtype: 'm.text', body: 'no membership' });
    await ben.send(NOTIFICATION, ring(userId, word, { lifetime: MOMENT / 2 }));
    await nothingRings();
    const event = await ben.join('RINGER');
    for (const content of [
      {},
      ring(ben.session.userId, event),
      ring(userId, event, { notification_type: 'whisper' }),
      ring(userId, event, { notification_type: { a: 'ring' } }),
      ring(userId, event, { 'm.mentions': {} }),
      ring(userId, event, { 'm.mentions': { user_ids: [], room: false } }),
      ring(userId, event, { lifetime: -1 }),
      ring(userId, event, { lifetime: 0 }),
      ring(userId, event, { lifetime: 'x'.repeat(20_000) }),
      ring(userId, event, { slot_id: 'm.call#ELSEWHERE' }),
    ])
      await ben.send(NOTIFICATION, content);
    await nothingRings();
    await ben.send(NOTIFICATION, ring(userId, event));
    const call = await kiosk.call('ringing-in', PATIENCE);
    assert.equal(call.peer.name, 'Ben');
    await ben.leave('RINGER');
    await kiosk.helperIs('last_result', 'missed', PATIENCE);
    await kiosk.quiet();
  });

  // Ben, who has rung over the SFU last: nobody tries a legacy call.
  for (const mischief of ['refuses', 'nonsense', 'expired'] as const satisfies readonly Mischief[])
    it(`a token service that ${mischief === 'refuses' ? 'refuses' : `answers with ${mischief}`}: said in words, nobody stays`, async () => {
      const { kiosk, rtc, roomOf, userOf, callIsEmpty } = await rtcHouse();
      rtc.tokens.misbehave(mischief);
      // Of whom is known that they have an app for such calls: else a legacy call would follow.
      await kiosk.callContact(userOf('Ben'));
      const { reason } = await kiosk.call('ended', PATIENCE);
      assert.equal(reason, 'server_failed');
      await kiosk.helperIs('last_result', reason, PATIENCE);
      await kiosk.quiet();
      await callIsEmpty(roomOf('Ben'));
    });

  it('a token that is refused for an answer: whoever calls is told, and it rings no longer', async () => {
    const { kiosk, rtc, stack, roomOf, timeline } = await rtcHouse();
    const { userId } = stack.accounts.kiosk;
    rtc.tokens.misbehave('refuses');
    const notification = await ben.send(NOTIFICATION, ring(userId, await ben.join('RINGER')));
    try {
      await kiosk.call('ringing-in', PATIENCE);
      await kiosk.touch('answer-video');
      await kiosk.helperIs('last_result', 'server_failed', PATIENCE);
      await kiosk.until('the decline', async () =>
        (await timeline(roomOf('Ben'))).some(
          ({ type, sender, content }) =>
            type === DECLINE && sender === userId && JSON.stringify(content).includes(notification),
        ),
      );
      await kiosk.quiet();
    } finally {
      await ben.leave('RINGER');
    }
  });
});
