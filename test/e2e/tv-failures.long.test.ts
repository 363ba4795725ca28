import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { MEDIA_APP } from '../../demo/tv/media-app.ts';
import { waitFor } from '../../demo/wait.ts';
import { Administrator } from './support/administrator.ts';
import { house } from './support/house.ts';
import { LINK, TvCall } from './support/tv-call.ts';
import { isHeard } from './support/watch.ts';

/** Three seconds are promised once a display is dead; it takes a while to die, and to look at it. */
const SOON = 6_000;

describe('a call that cannot be shown on the TV', () => {
  let call: TvCall;
  let admin: Administrator;
  before(async () => {
    admin = new Administrator((await house()).stack);
    call = await TvCall.begin();
  });
  after(() => call?.end());
  afterEach(async () => {
    await call.bringBack();
    await call.nothingIsLeft();
    await call.goesOn();
  });

  it('goes there over a notification where the helper for the link is missing', async () => {
    await admin.command('input_text/delete', { input_text_id: LINK.split('.')[1] });
    try {
      await (await call.toTv()).seesFrames();
      const told = await admin.command<readonly { readonly title: string }[]>('persistent_notification/get');
      assert.deepEqual(
        told.filter(({ title }) => title === 'Call Assist'),
        [],
      );
      await call.bringBack();
      await call.room.is('off');
    } finally {
      await admin.command('input_text/create', { name: 'Call Assist Kitchen link', max: 255 });
      await waitFor('the helper to be there', () => admin.entity(LINK), { timeout: 15_000 });
    }
  });

  it('does not stop what plays there, unless somebody says so', async () => {
    const { kiosk, room } = call;
    await room.playCamera();
    await call.want();
    await call.failsWith('in_use');
    assert.equal((await room.state()).state, 'playing');
    await kiosk.touchOverlay('display-anyway');
    await call.is('there');
    await (await call.watchTv()).seesFrames();
  });

  it('comes back when the page there is not loaded within 10 s', async () => {
    await call.room.launch();
    await call.room.tv.page!.context().route('**/local/call-assist/**', (route) => route.abort());
    const started = Date.now();
    await call.want({ mayInterrupt: true });
    await call.failsWith('view_not_loaded');
    const took = Date.now() - started;
    assert.ok(took > 9_000 && took < 15_000, `${took} ms`);
  });

  it('comes back when the two pages do not reach each other', async () => {
    await call.room.launch();
    await call.room.tv.page!.context().addInitScript(() => {
      const Original = window.RTCPeerConnection;
      window.RTCPeerConnection = class extends Original {
        constructor() {
          super({ iceTransportPolicy: 'relay' }); // and no relay is known
        }
      };
    });
    await call.want({ mayInterrupt: true });
    await call.failsWith('no_connection');
  });

  it('gives way to what somebody begins to watch there, and leaves that alone', async () => {
    const { room, tablet, kiosk } = call;
    await call.toTv();
    const watching = room.call('camera', 'play_stream', {
      entity_id: 'camera.front_door',
      media_player: room.tv.entityId,
    });
    await waitFor('another app', async () => room.tv.appId === MEDIA_APP, { timeout: 15_000, interval: 20 });
    await kiosk.until('the call to leave the TV', async () => (await call.display())?.state !== 'there', SOON);
    await isHeard(tablet);
    await call.failsWith('switched_off');
    await watching;
    await room.is('playing', 30_000);
    assert.equal(room.tv.appId, MEDIA_APP);
    await room.dark();
  });

  it('is there again after the page on the TV was loaded anew', async (test) => {
    const tv = await call.toTv();
    await tv.seesFrames();
    const started = Date.now();
    await call.room.tv.reload();
    await tv.seesFrames(10, 30_000);
    await call.is('there');
    test.diagnostic(`reload to pictures: ${Date.now() - started} ms`);
    assert.equal(await call.link(), '');
  });

  it('is on the tablet again when the TV loses its plug, and can go there when it has it again', async () => {
    const { room, tablet } = call;
    await call.toTv();
    const started = Date.now();
    await room.tv.offline();
    await call.is('lost');
    assert.ok(Date.now() - started < SOON, `${Date.now() - started} ms`);
    await isHeard(tablet);
    await room.is('unavailable');
    await call.bringBack();
    await call.want();
    await call.failsWith('unavailable');
    await room.tv.online();
    await room.is('off', 60_000);
    await call.toTv();
  });
});
