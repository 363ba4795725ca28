import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { request, signIn, signOut, type Session } from '../../demo/matrix/api.ts';
import type { Mischief } from '../../demo/matrix-rtc/token-service.ts';
import { tokenServiceUrl } from '../../demo/matrix-rtc/token-service.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

/** Long enough for whatever would happen to happen. */
const MOMENT = 1_500;
const STALE = 200;
/** How late it may ring, on a machine that runs Element Call beside it. */
const AT_ONCE = 1_500;
const NOTIFICATION = 'org.matrix.msc4075.rtc.notification';
const MEMBER = 'org.matrix.msc3401.call.member';

describe('bad input by MatrixRTC', () => {
  let ben: Session;

  before(async () => {
    const { stack } = await rtcHouse();
    ben = await signIn('ben', stack.accounts.people.find(({ name }) => name === 'Ben')!.password);
  });
  after(async () => {
    if (ben) await signOut(ben);
  });
  afterEach(async () => {
    const { rtc, settle } = await rtcHouse();
    rtc.tokens.misbehave(null);
    await settle();
  });

  const room = async () => `/rooms/${encodeURIComponent((await rtcHouse()).roomOf('Ben'))}`;
  const send = async (type: string, body: object): Promise<string> => {
    const path = `${await room()}/send/${type}/${crypto.randomUUID()}`;
    return (await request<{ event_id: string }>('PUT', path, { session: ben, body })).event_id;
  };
  const join = async (device: string, body: object): Promise<string> => {
    const path = `${await room()}/state/${MEMBER}/${encodeURIComponent(`_${ben.userId}_${device}_m.call`)}`;
    return (await request<{ event_id: string }>('PUT', path, { session: ben, body })).event_id;
  };
  /** When the homeserver had the newest of them. */
  const lastNotification = async (): Promise<number> => {
    type Messages = { readonly chunk: readonly { readonly type: string; readonly origin_server_ts: number }[] };
    const { chunk } = await request<Messages>('GET', `${await room()}/messages?dir=b&limit=20`, { session: ben });
    return chunk.find(({ type }) => type === NOTIFICATION)!.origin_server_ts;
  };
  const membership = (device: string, change: object = {}) => ({
    application: 'm.call',
    call_id: '',
    scope: 'm.room',
    device_id: device,
    expires: 3_600_000,
    focus_active: { type: 'livekit', focus_selection: 'multi_sfu' },
    foci_preferred: [{ type: 'livekit', livekit_service_url: tokenServiceUrl, livekit_alias: 'alias' }],
    ...change,
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

  const nothingRings = async (): Promise<void> => {
    const { kiosk } = await rtcHouse();
    await kiosk.page.waitForTimeout(MOMENT);
    const { calls, sounding } = await kiosk.snapshot();
    assert.deepEqual(
      calls.filter(({ phase }) => phase !== 'ended'),
      [],
    );
    assert.equal(sounding, null);
  };

  it(`${STALE} memberships that are over: nothing rings, and a right call goes through`, async () => {
    const { kiosk, elementCall, roomOf } = await rtcHouse();
    for (let start = 0; start < STALE; start += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          join(`STALE${start + i}`, membership(`STALE${start + i}`, { expires: 1 })),
        ),
      );
    await nothingRings();
    const peer = await elementCall('Ben');
    await peer.call(roomOf('Ben'));
    await kiosk.call('ringing-in', PATIENCE);
    const rang = Date.now();
    const late = rang - (await lastNotification());
    assert.ok(late < AT_ONCE, `it rang ${late} ms after the notification`);
    await kiosk.touch('answer-video');
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
    await peer.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
    await kiosk.quiet();
  });

  it('notifications that are none do not ring, and the next right one does', async () => {
    const { kiosk, stack } = await rtcHouse();
    const { userId } = stack.accounts.kiosk;
    const word = await send('m.room.message', { msgtype: 'm.text', body: 'no membership' });
    await send(NOTIFICATION, ring(userId, word, { lifetime: MOMENT / 2 }));
    await nothingRings();
    const event = await join('RINGER', membership('RINGER'));
    for (const content of [
      {},
      ring(ben.userId, event),
      ring(userId, event, { notification_type: 'notification' }),
      ring(userId, event, { notification_type: { a: 'ring' } }),
      ring(userId, event, { 'm.mentions': {} }),
      ring(userId, event, { 'm.mentions': { user_ids: [], room: false } }),
      ring(userId, event, { lifetime: -1 }),
      ring(userId, event, { lifetime: 0 }),
      ring(userId, event, { lifetime: 'x'.repeat(20_000) }),
      ring(userId, event, { slot_id: 'm.call#ELSEWHERE' }),
    ])
      await send(NOTIFICATION, content);
    await nothingRings();
    await send(NOTIFICATION, ring(userId, event));
    const call = await kiosk.call('ringing-in', PATIENCE);
    assert.equal(call.peer.name, 'Ben');
    await join('RINGER', {});
    await kiosk.helperIs('last_result', 'missed', PATIENCE);
    await kiosk.quiet();
  });

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
});
