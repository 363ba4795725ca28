import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { tokenServiceUrl } from '../../demo/matrix-rtc/token-service.ts';
import { cardsTalk, isOver, neighbour, type Neighbour } from './support/cards.ts';
import { mediaFlows } from './support/media.ts';
import { DECLINE, RtcByHand } from './support/rtc-by-hand.ts';
import { rtcHouse } from './support/rtc-house.ts';
import { Tablet } from './support/tablet.ts';

/** Where the page asks for a token. */
const TOKENS = `${tokenServiceUrl}/**`;
/** Where it hears of anything. */
const SYNC = /\/_matrix\/client\/[^/]+\/sync\?/;

describe('a neighbour’s card, of which the kiosk knows nothing yet', () => {
  let zoe: Neighbour | undefined;

  afterEach(async () => {
    const { kiosk, settle } = await rtcHouse();
    await kiosk.page.unrouteAll({ behavior: 'ignoreErrors' });
    await zoe?.close();
    zoe = undefined;
    await settle();
  });

  it('in an encrypted room: it is called, answers, and is hung up on; then the other way round', async () => {
    const { kiosk, callIsEmpty } = await rtcHouse();
    const { card, ...calls } = (zoe = await neighbour('zoe-encrypted', { isEncrypted: true }));
    await calls.isCalled();
    await card.call('ringing-in');
    await card.touch('answer-video');
    await cardsTalk(kiosk, card);
    for (const device of [kiosk, card])
      assert.equal((await device.snapshot()).calls.at(-1)?.security, 'end-to-end-unverified');
    await kiosk.touchOverlay('hang-up');
    await isOver(card, 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
    await calls.callsKiosk();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await cardsTalk(kiosk, card);
    await kiosk.touchOverlay('hang-up');
    await isOver(card, 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
    await callIsEmpty(calls.roomId);
  });

  it('where an answer over the media server fails, the other ring is answered', async () => {
    const { kiosk, callIsEmpty } = await rtcHouse();
    const { card, written, roomId, callsKiosk } = (zoe = await neighbour('zoe-fallback'));
    await kiosk.page.route(TOKENS, (route) => route.fulfill({ status: 403, json: { errcode: 'M_FORBIDDEN' } }));
    await callsKiosk();
    await kiosk.call('ringing-in');
    await kiosk.until('an invitation of the other kind', async () => (await written('m.call.invite')) === 1);
    await kiosk.touch('answer-video');
    await kiosk.call('active');
    await cardsTalk(kiosk, card);
    assert.deepEqual([await written('m.call.answer'), await written(DECLINE)], [1, 1]);
    await callIsEmpty(roomId);
    await kiosk.touchOverlay('hang-up');
    await isOver(card, 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
  });

  it('both call at once, each in its own way: one call over the media server', async () => {
    const { kiosk, callMembers } = await rtcHouse();
    const { card, written, roomId, account, callsKiosk, isCalled } = (zoe = await neighbour('zoe-crossing'));
    // What the kiosk has heard of last is how it calls.
    await speaksMatrixRtc(card, false);
    await callsKiosk();
    await kiosk.call('ringing-in');
    assert.deepEqual([await written('m.call.invite'), (await callMembers(roomId)).length], [1, 0]);
    await kiosk.touch('decline');
    await isOver(card, 'remote_declined');
    await speaksMatrixRtc(card, true);
    const hears = await deafened(account.user);
    await callsKiosk();
    await card.call('ringing-out');
    await isCalled();
    assert.equal(await written('m.call.invite'), 2);
    hears();
    await kiosk.call('active');
    await cardsTalk(kiosk, card);
    assert.equal((await callMembers(roomId)).length, 2);
    await kiosk.until('the invitation to be taken back', async () => (await written('m.call.hangup')) === 1);
    assert.equal(await written('m.call.answer'), 0);
    for (const device of [kiosk, card])
      assert.equal((await device.snapshot()).calls.filter(({ phase }) => phase !== 'ended').length, 1);
    await card.touchOverlay('hang-up');
    await isOver(kiosk, 'remote_hung_up');
    await Promise.all([kiosk.quiet(), card.quiet()]);
  });

  async function speaksMatrixRtc(card: Tablet, on: boolean): Promise<void> {
    await card.page.evaluate(async (value) => {
      const { id } = window.callAssist!.snapshot.value.accounts[0]!;
      await window.callAssist!.setAccountOption(id, 'matrixRtc', value);
    }, on);
    await card.page.reload();
    await card.online(1);
  }

  /** The kiosk hears of nothing any more, until the function that is returned is called. */
  async function deafened(by: string): Promise<() => void> {
    const { kiosk } = await rtcHouse();
    const { promise: open, resolve } = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    await kiosk.page.route(SYNC, async (route) => {
      asked.resolve();
      await open;
      await route.continue();
    });
    // The request that is on its way is answered with this; the next one is held.
    await kiosk.page.evaluate(async (address) => {
      const { contacts } = window.callAssist!.snapshot.value;
      const { accountId, id } = contacts.find((contact) => contact.address === address)!;
      await window.callAssist!.sendMessage(accountId, id, 'hello');
    }, by);
    await asked.promise;
    return resolve;
  }
});

describe('the kiosk’s own account on another card', () => {
  let bedroom: Tablet;
  let yves: Neighbour;

  before(async () => {
    const home = await rtcHouse();
    const { userId: user, password } = home.stack.accounts.kiosk;
    bedroom = await Tablet.open({ account: { user, password, rooms: new Map() }, home });
    yves = await neighbour('yves');
  });
  after(async () => {
    await yves?.close();
    await bedroom?.close();
  });
  afterEach(async () => {
    const { settle } = await rtcHouse();
    await Promise.all([bedroom.endAll(), yves.card.endAll()]);
    await settle();
  });

  // First: afterwards it is known how the kiosk is called.
  it('answers what rings in both ways: it rings nowhere else', async () => {
    const { kiosk } = await rtcHouse();
    await yves.callsKiosk();
    await Promise.all([kiosk.call('ringing-in'), bedroom.call('ringing-in')]);
    await kiosk.until('an invitation of the other kind', async () => (await yves.written('m.call.invite')) === 1);
    await bedroom.touch('answer-video');
    await isOver(kiosk, 'answered_elsewhere');
    await kiosk.silent();
    await kiosk.quiet();
    await cardsTalk(bedroom, yves.card);
    await yves.card.touchOverlay('hang-up');
    await isOver(bedroom, 'remote_hung_up');
    await bedroom.quiet();
    assert.equal(await yves.written('m.call.reject'), 0);
  });

  it('declines: it rings nowhere else, and the caller is told', async () => {
    const { kiosk, callIsEmpty } = await rtcHouse();
    await yves.callsKiosk();
    await Promise.all([kiosk.call('ringing-in'), bedroom.call('ringing-in')]);
    await bedroom.touch('decline');
    await isOver(yves.card, 'remote_declined');
    await isOver(kiosk, 'answered_elsewhere');
    await kiosk.silent();
    await Promise.all([kiosk.quiet(), bedroom.quiet(), yves.card.quiet()]);
    await callIsEmpty(yves.roomId);
  });
});

describe('somebody whose app knows legacy calls alone', () => {
  afterEach(async () => (await rtcHouse()).settle());

  it('calls while the kiosk calls them over the media server: their call is the one', async () => {
    const { kiosk, person, callIsEmpty } = await rtcHouse();
    await RtcByHand.hasBeenThere('Ben');
    const ben = await person('Ben');
    await kiosk.callContact(ben.contact.userId);
    await kiosk.call('ringing-out');
    await ben.call();
    await mediaFlows(kiosk, await kiosk.call('active'), ben);
    await callIsEmpty(ben.contact.roomId);
    await ben.hangUp();
    await isOver(kiosk, 'remote_hung_up');
    await kiosk.quiet();
  });
});
