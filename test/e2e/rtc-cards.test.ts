import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { cardsTalk, neighbour, type Neighbour } from './support/cards.ts';
import { rtcHouse } from './support/rtc-house.ts';

describe('two cards over the media server', () => {
  let hall: Neighbour;

  before(async () => {
    hall = await neighbour('hall');
  });
  after(() => hall?.card.close());
  afterEach(async () => {
    const { settle } = await rtcHouse();
    await hall.card.endAll();
    await settle();
  });

  /** How many events of this type the room of both has. */
  const written = async (type: string): Promise<number> => {
    const { timeline } = await rtcHouse();
    return (await timeline(hall.roomId)).filter((event) => event.type === type).length;
  };

  // First: afterwards both know how the other is called.
  it('of whom nothing is known is rung in both ways, which is one ring, and one call', async () => {
    const { kiosk, callMembers, callIsEmpty } = await rtcHouse();
    const { card, roomId } = hall;
    await hall.callsKiosk();
    const { peer } = await kiosk.call('ringing-in');
    assert.equal(peer.name, 'hall');
    await kiosk.until('an invitation of the other kind', async () => (await written('m.call.invite')) === 1);
    await kiosk.touch('answer-video');
    await kiosk.call('active');
    await cardsTalk(kiosk, card);
    assert.equal((await callMembers(roomId)).length, 2);
    await kiosk.until('the invitation to be taken back', async () => (await written('m.call.hangup')) === 1);
    assert.deepEqual(
      [await written('m.call.answer'), await written('m.call.reject'), (await kiosk.snapshot()).calls.length],
      [0, 0, 1],
    );
    await card.touch('hang-up');
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
    await callIsEmpty(roomId);
    const ofHall = (await kiosk.snapshot()).history.filter((entry) => entry.peer.address === hall.account.user);
    assert.deepEqual(
      ofHall.map(({ reason }) => reason),
      ['remote_hung_up'],
    );
  });

  it('the kiosk calls, and they hang up', async () => {
    const { kiosk, callIsEmpty } = await rtcHouse();
    const { card } = hall;
    await hall.isCalled();
    await card.call('ringing-in');
    await card.touch('answer-video');
    await kiosk.call('active');
    await cardsTalk(kiosk, card);
    await card.touch('hang-up');
    await kiosk.helperIs('last_result', 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
    await callIsEmpty(hall.roomId);
  });

  it('who is in a call and lets nobody wait is busy', async () => {
    const { kiosk, callIsEmpty } = await rtcHouse();
    const { card } = hall;
    await card.page.evaluate(() => window.callAssist!.configureDevice({ secondCall: 'busy' }));
    try {
      await card.page.evaluate(() => window.callAssist!.testCall({ video: true, name: 'Somebody' }));
      const { id } = await card.call('active');
      await hall.isCalled();
      await kiosk.helperIs('last_result', 'busy');
      await callIsEmpty(hall.roomId);
      assert.equal((await card.call('active')).id, id, 'the call that ran goes on');
    } finally {
      await card.page.evaluate(() => window.callAssist!.configureDevice({ secondCall: 'wait' }));
    }
  });

  it('both call at once: one call', async () => {
    const { kiosk } = await rtcHouse();
    const { card } = hall;
    await Promise.all([hall.isCalled(), hall.callsKiosk()]);
    await Promise.all([kiosk.call('active'), card.call('active')]);
    await cardsTalk(kiosk, card);
    for (const page of [kiosk, card])
      assert.equal((await page.snapshot()).calls.filter(({ phase }) => phase !== 'ended').length, 1);
    await kiosk.touch('hang-up');
    await card.until('the end', async () => (await card.snapshot()).lastResult === 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
  });
});
