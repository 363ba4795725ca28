import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { readTimecode } from '../../demo/person/timecode.ts';
import { MEDIA_APP } from '../../demo/tv/media-app.ts';
import { waitFor } from '../../demo/wait.ts';
import { Administrator } from './support/administrator.ts';
import { Bedroom } from './support/bedroom.ts';
import { house } from './support/house.ts';
import { TvCall } from './support/tv-call.ts';
import { isHeard } from './support/watch.ts';

/** Home Assistant's and go2rtc's HLS on a busy machine. */
const OLDEST = 20_000;

describe('a call that falls from one way to a TV to the next', () => {
  let call: TvCall;
  let bedroom: Bedroom;
  before(async () => {
    bedroom = new Bedroom((await house()).stack);
    await setServer(bedroom.server.url);
    call = await TvCall.begin();
  });
  after(async () => {
    await call?.end();
    await setServer('');
  });
  afterEach(async () => {
    await call.bringBack();
    await call.nothingIsLeft();
    await bedroom.nothingIsLeft();
    await call.goesOn();
  });

  async function setServer(displayServer: string): Promise<void> {
    const { kiosk } = await house();
    await kiosk.page.evaluate(
      (address) => window.callAssist!.configureStation({ displayServer: address }),
      displayServer,
    );
  }

  it('is a stream where our page is not loaded, and on the tablet when that ends as well', async (test) => {
    const { room, kiosk, tablet } = call;
    await room.launch();
    await room.tv.page!.context().route('**/local/call-assist/**', (route) => route.abort());
    const started = Date.now();
    await call.want({ mayInterrupt: true });
    await kiosk.until('the next way to be tried', async () => (await call.display())?.way === 'stream', 15_000);
    test.diagnostic(`given up after ${Date.now() - started} ms`);
    await tablet.seesFrames();
    await call.is('there', 30_000);
    test.diagnostic(`there as a stream after ${Date.now() - started} ms`);
    assert.equal(room.tv.appId, MEDIA_APP);
    const display = await call.display();
    assert.deepEqual([display?.way, display?.heardHere, display?.failure], ['stream', true, null]);
    const time = await waitFor(
      'the other person’s clock on the TV',
      async () => (await room.tv.page!.locator('video').evaluate(readTimecode)) ?? undefined,
      { timeout: 20_000, interval: 200 },
    );
    test.diagnostic(`behind, as HLS: ${Date.now() - time} ms`);
    assert.ok(Math.abs(Date.now() - time) < OLDEST);
    await isHeard(tablet);
    const gone = Date.now();
    await bedroom.server.offline();
    try {
      await call.failsWith('server_away');
      test.diagnostic(`go2rtc gone to back on the tablet: ${Date.now() - gone} ms`);
      assert.ok(Date.now() - gone < 3_000);
      await tablet.seesFrames();
    } finally {
      await bedroom.server.online();
    }
  });

  it('is nowhere else when Home Assistant refuses both', async () => {
    const admin = new Administrator((await house()).stack);
    await admin.whileKioskMayOnlyRead(async () => {
      await call.want({ mayInterrupt: true });
      await call.failsWith('refused');
    });
    assert.equal(call.room.tv.appId, undefined);
  });
});
