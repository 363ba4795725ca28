import { afterEach, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { RtcByHand } from './support/rtc-by-hand.ts';
import { PATIENCE, rtcHouse } from './support/rtc-house.ts';
import { rtcMediaFlows } from './support/rtc-media.ts';

/** From the last sign of life until the server takes a membership away by itself, and what a busy machine adds. */
const LEAVE_AFTER = 23_000;
/** An event that the server is to send later (MSC4140). */
const SCHEDULED = /org\.matrix\.msc4140\.delay=/;

describe('one call after another', () => {
  afterEach(async () => {
    const { kiosk, settle } = await rtcHouse();
    await kiosk.page.unroute(SCHEDULED);
    await settle();
  });

  it('one that was given up while it began does not end the next', { timeout: 150_000 }, async () => {
    const { kiosk, elementCall, roomOf, userOf, callIsEmpty } = await rtcHouse();
    const peer = await elementCall('Anna');
    await RtcByHand.hasBeenThere('Anna');
    const begun = Date.now();
    const givenUp = Promise.withResolvers<void>();
    // The server has our leave, and the page does not know yet when somebody changes their mind.
    await kiosk.page.route(
      SCHEDULED,
      async (route) => {
        const response = await route.fetch();
        await kiosk.command({ type: 'hang-up', by: 'page' });
        await route.fulfill({ response });
        givenUp.resolve();
      },
      { times: 1 },
    );
    await kiosk.callContact(userOf('Anna'));
    await givenUp.promise;
    await kiosk.helperIs('last_result', 'hung_up', PATIENCE);
    await kiosk.quiet();
    await callIsEmpty(roomOf('Anna'));
    await peer.call(roomOf('Anna'));
    await kiosk.call('ringing-in', PATIENCE);
    await kiosk.touch('answer-video');
    const call = await kiosk.call('active', PATIENCE);
    await waitFor('every leave of before to be due', async () => Date.now() > begun + LEAVE_AFTER, {
      timeout: LEAVE_AFTER,
    });
    await rtcMediaFlows(kiosk, call, peer);
    await peer.hangUp();
    await kiosk.helperIs('last_result', 'remote_hung_up', PATIENCE);
    await kiosk.quiet();
  });
});
