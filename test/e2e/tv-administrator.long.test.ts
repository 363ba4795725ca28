import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { house } from './support/house.ts';
import { LivingRoom } from './support/living-room.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

describe('a call on the TV, from an administrator’s tablet', () => {
  let tablet: Tablet;
  before(async () => {
    const account = await matrixAccount('castadmin', ['Grandma']);
    tablet = await Tablet.open({ user: 'admin', account });
  });
  after(async () => {
    await tablet?.page.evaluate(() => window.callAssist!.removeHelpers('hall'));
    await tablet?.close();
  });

  it('has a view for TVs and helpers of its own from its set-up', async () => {
    const view = await tablet.page.evaluate(() => window.callAssist!.createTvView());
    assert.deepEqual(view, { ok: true, view: { dashboard: 'call-assist-tv', index: 0 } });
    const made = await tablet.page.evaluate(() => window.callAssist!.createHelpers('hall'));
    assert.equal(made.ok, true);
  });

  it('is shown there as from any other, and two tablets do not hear each other’s links', async () => {
    const { stack, kiosk, person } = await house();
    const room = new LivingRoom(stack);
    const grandma = await person('Grandma');
    await tablet.calledBy(grandma);
    await tablet.call('ringing-in');
    await tablet.touch('answer-video');
    await tablet.call('active');
    const display = async () => (await tablet.snapshot()).calls.at(-1)?.display;
    await tablet.command({ type: 'set-display', display: room.tv.entityId, by: 'touch' });
    await tablet.until('the call to be on the TV', async () => (await display())?.state === 'there', 30_000);
    const frames = (): Promise<number> =>
      room.tv
        .page!.locator('ca-cast-view video')
        .first()
        .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
    await waitFor('pictures on the TV', async () => (await frames()) > 10, { timeout: 15_000 });
    assert.equal((await kiosk.held()).peerConnections, 0);
    await grandma.hangUp();
    await tablet.quiet();
    await room.is('off');
    await waitFor('the TV to be dark', async () => room.tv.page === undefined, { timeout: 15_000 });
    for (const station of ['kitchen', 'hall'])
      await waitFor(
        `the link of ${station} to be empty`,
        async () => {
          const link = `input_text.call_assist_${station}_link`;
          const { state } = (await stack.haRest(`/api/states/${link}`)) as { state: string };
          return state === '' || state === 'unknown';
        },
        { timeout: 5_000 },
      );
  });
});
