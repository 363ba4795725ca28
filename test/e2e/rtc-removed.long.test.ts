import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { request, type Session, signIn, signOut } from '../../demo/matrix/api.ts';
import { hashed } from '../../demo/matrix-rtc/access-token.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';
import { identitiesIn, removeParticipant } from './support/sfu.ts';

/** Whoever is invited may call. */
const powers = { events: { 'org.matrix.msc3401.call.member': 0 } };

describe('the tablet is put out of a call', () => {
  afterEach(async () => (await rtcHouse()).settle());

  /** Rings, is answered, and is seen and heard on both sides. */
  const connect = async (name: string, roomId: string): Promise<void> => {
    const { kiosk, elementCall } = await rtcHouse();
    const peer = await elementCall(name);
    await peer.call(roomId);
    await kiosk.call('ringing-in', PATIENCE);
    await kiosk.touch('answer-video');
    await rtcMediaFlows(kiosk, await kiosk.call('active', PATIENCE), peer);
  };

  it('at the media server: the call is over, and the next one rings', async () => {
    const { kiosk, stack, elementCall, roomOf, callMembers } = await rtcHouse();
    await connect('Grandma', roomOf('Grandma'));
    const room = hashed([roomOf('Grandma'), 'm.call#ROOM']);
    const ours = (await identitiesIn(room)).filter((identity) => identity.startsWith(stack.accounts.kiosk.userId));
    assert.equal(ours.length, 1);
    await removeParticipant(room, ours[0]!);
    await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
    await kiosk.quiet();
    await kiosk.until(
      'no membership of ours',
      async () => (await callMembers(roomOf('Grandma'))).every((key) => !key.includes(stack.accounts.kiosk.userId)),
      PATIENCE,
    );
    await (await elementCall('Grandma')).hangUp();
    await connect('Grandma', roomOf('Grandma'));
  });

  it('with the room: the call is over, in words, and calls of others ring', async () => {
    const { kiosk, stack, elementCall, roomOf, userOf } = await rtcHouse();
    const { userId } = stack.accounts.kiosk;
    const ben = await enter(userOf('Ben'), stack.accounts.people.find((person) => person.name === 'Ben')!.password);
    const kitchen = await enter(userId, stack.accounts.kiosk.password);
    try {
      const body = { preset: 'private_chat', is_direct: true, invite: [userId], power_level_content_override: powers };
      const { room_id } = await request<{ room_id: string }>('POST', '/createRoom', { session: ben, body });
      const path = `/rooms/${encodeURIComponent(room_id)}`;
      await request('POST', `${path}/join`, { session: kitchen, body: {} });
      await connect('Ben', room_id);
      await request('POST', `${path}/kick`, { session: ben, body: { user_id: userId } });
      await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
      await kiosk.quiet();
      await (await elementCall('Ben')).hangUp();
      await connect('Grandma', roomOf('Grandma'));
    } finally {
      await Promise.all([signOut(ben), signOut(kitchen)]);
    }
  });

  const enter = (userId: string, password: string): Promise<Session> =>
    signIn(userId.slice(1).split(':')[0]!, password);
});
