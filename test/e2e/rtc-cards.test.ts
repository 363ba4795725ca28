import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { cardsTalk, isOver, neighbour, type Neighbour } from './support/cards.ts';
import { rtcHouse } from './support/rtc-house.ts';

describe('two cards over the media server', () => {
  let wilma: Neighbour;

  before(async () => {
    wilma = await neighbour('wilma');
  });
  after(() => wilma?.close());
  afterEach(async () => {
    const { settle } = await rtcHouse();
    await wilma.card.endAll();
    await settle();
  });

  // First: afterwards both know how the other is called.
  it('of whom nothing is known is rung in both ways, which is one ring, and one call', async () => {
    const { kiosk, callMembers, callIsEmpty } = await rtcHouse();
    const { card, roomId } = wilma;
    await wilma.callsKiosk();
    const { peer } = await kiosk.call('ringing-in');
    assert.equal(peer.name, 'wilma');
    await kiosk.until('an invitation of the other kind', async () => (await wilma.written('m.call.invite')) === 1);
    await kiosk.touch('answer-video');
    await kiosk.call('active');
    await cardsTalk(kiosk, card);
    assert.equal((await callMembers(roomId)).length, 2);
    await kiosk.until('the invitation to be taken back', async () => (await wilma.written('m.call.hangup')) === 1);
    assert.deepEqual(
      [
        await wilma.written('m.call.answer'),
        await wilma.written('m.call.reject'),
        (await kiosk.snapshot()).calls.length,
      ],
      [0, 0, 1],
    );
    await card.touchOverlay('hang-up');
    await isOver(kiosk, 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
    await callIsEmpty(roomId);
    const ofWilma = (await kiosk.snapshot()).history.filter((entry) => entry.peer.address === wilma.account.user);
    assert.deepEqual(
      ofWilma.map(({ reason }) => reason),
      ['remote_hung_up'],
    );
  });

  it('the kiosk calls, and they hang up', async () => {
    const { kiosk, callIsEmpty } = await rtcHouse();
    const { card } = wilma;
    await wilma.isCalled();
    await card.call('ringing-in');
    await card.touch('answer-video');
    await kiosk.call('active');
    await cardsTalk(kiosk, card);
    await card.touchOverlay('hang-up');
    await isOver(kiosk, 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
    await callIsEmpty(wilma.roomId);
  });

  it('who is in a call and lets nobody wait is busy', async () => {
    const { kiosk, callIsEmpty } = await rtcHouse();
    const { card } = wilma;
    await card.page.evaluate(() => window.callAssist!.configureDevice({ secondCall: 'busy' }));
    try {
      await card.page.evaluate(() => window.callAssist!.testCall({ video: true, name: 'Somebody' }));
      const { id } = await card.call('active');
      await wilma.isCalled();
      await isOver(kiosk, 'busy');
      await callIsEmpty(wilma.roomId);
      assert.equal((await card.call('active')).id, id, 'the call that ran goes on');
    } finally {
      await card.page.evaluate(() => window.callAssist!.configureDevice({ secondCall: 'wait' }));
    }
  });

  it('both call at once: one call', async () => {
    const { kiosk } = await rtcHouse();
    const { card } = wilma;
    await Promise.all([wilma.isCalled(), wilma.callsKiosk()]);
    await Promise.all([kiosk.call('active'), card.call('active')]);
    await cardsTalk(kiosk, card);
    for (const page of [kiosk, card])
      assert.equal((await page.snapshot()).calls.filter(({ phase }) => phase !== 'ended').length, 1);
    await kiosk.touchOverlay('hang-up');
    await isOver(card, 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
  });
});
