import assert from 'node:assert/strict';
import { connect } from 'node:tls';
import { after, before, describe, it } from 'node:test';
import { answers, waitFor } from '../../demo/wait.ts';
import { secureUrl } from '../../demo/tv/https.ts';
import { tvDevice } from '../../demo/tv/identity.ts';
import { house } from './support/house.ts';
import { LivingRoom } from './support/living-room.ts';

const HOME_ASSISTANT_APP = 'A078F6B0';
const MEDIA_APP = 'CC1AD845';
/** The dashboard's first view, which has the card, and its second. */
const [PHONE, OTHER] = ['call-assist/0~Secret_of-this.session', 'call-assist/1~another'];

describe('the virtual TV', () => {
  let room: LivingRoom;
  before(async () => {
    room = new LivingRoom((await house()).stack);
  });
  after(() => room.dark());

  it('is found by the cast integration, and is off', async () => {
    const { state, attributes } = await room.state();
    assert.equal(state, 'off');
    assert.equal(attributes['friendly_name'], tvDevice.name);
    assert.equal(room.tv.page, undefined);
    await assert.rejects(answers(`${room.tv.cdp}/json/version`), 'no browser runs');
  });

  it('shows the card to an ordinary user who plays a view, as the receiver would', async (test) => {
    const started = Date.now();
    await room.play(PHONE);
    const page = await room.shows('0~Secret_of-this.session');
    await page.locator('call-assist-card').waitFor();
    test.diagnostic(`play_media to the card on the TV: ${Date.now() - started} ms`);
    assert.equal(room.tv.appId, HOME_ASSISTANT_APP);
    await room.is('playing');
    assert.equal((await room.state()).attributes['app_id'], HOME_ASSISTANT_APP);
    const seen = await page.evaluate(() => {
      type Home = { hass: { user: { name: string; is_admin: boolean }; auth: { data: { hassUrl: string } } } };
      const { hass } = document.querySelector('home-assistant') as unknown as Home;
      // What a page may use at all; not in TypeScript's library.
      const policy = (document as unknown as { featurePolicy: { allowsFeature(name: string): boolean } }).featurePolicy;
      const entries = performance.getEntriesByType('resource').map(({ name }) => name);
      return {
        origin: location.origin,
        isSecure: isSecureContext,
        size: [innerWidth, innerHeight],
        user: hass.user.name,
        isAdmin: hass.user.is_admin,
        hassUrl: hass.auth.data.hassUrl,
        cardFrom: [
          ...new Set(entries.filter((name) => name.includes('call-assist')).map((name) => new URL(name).origin)),
        ],
        hasConnection: 'hassConnection' in window,
        devices: ['camera', 'microphone'].filter((name) => policy.allowsFeature(name)),
        hasSecret: `${location.href}${JSON.stringify({ ...localStorage, ...sessionStorage })}`.includes('Secret_of'),
      };
    });
    assert.deepEqual(seen, {
      origin: 'https://cast.home-assistant.io',
      isSecure: true,
      size: [1920, 1080],
      user: 'Home Assistant Cast',
      isAdmin: true,
      hassUrl: secureUrl,
      cardFrom: [secureUrl],
      hasConnection: false,
      devices: [],
      hasSecret: false,
    });
  });

  it('shows another view without loading anew, though only the view was sent', async () => {
    const page = room.tv.page!;
    const card = page.locator('call-assist-card');
    await card.evaluate((element) => Object.assign(element, { wasHere: true }));
    await room.play('call-assist/0~second');
    await room.shows('0~second');
    assert.equal(await card.evaluate((element) => 'wasHere' in element), true, 'the card stays');
    await room.hears('receiver_error', () => room.play('call-assist/no-such-view'));
    await room.play(OTHER);
    await room.shows('1~another');
    await page.locator('hui-picture-entity-card').first().waitFor();
    await room.play('call-assist/phone');
    await room.shows('phone');
    await card.waitFor();
    assert.equal(new URL(page.url()).pathname, '/call-assist/0');
  });

  it('comes back with its view when it is loaded anew', async () => {
    await room.tv.reload();
    const page = await room.shows('phone');
    await page.locator('call-assist-card').waitFor();
  });

  it('is cast to by an administrator, and by nobody else in that way', async () => {
    const view = { view_path: '0~of-admin', dashboard_path: 'call-assist' };
    await assert.rejects(room.call('cast', 'show_lovelace_view', view), /401/);
    await room.call('cast', 'show_lovelace_view', view, 'admin');
    await room.shows('0~of-admin');
  });

  it('takes its volume, and tells it', async () => {
    const becomes = async (level: number, muted: boolean) => {
      await room.call('media_player', 'volume_set', { volume_level: level });
      await room.call('media_player', 'volume_mute', { is_volume_muted: muted });
      assert.deepEqual(room.tv.volume, { level, muted });
      const isKnown = async () => {
        const { attributes } = await room.state();
        return attributes['volume_level'] === level && attributes['is_volume_muted'] === muted;
      };
      await waitFor('Home Assistant to know its volume', isKnown, { timeout: 5_000 });
    };
    await becomes(0.3, true);
    await becomes(0.6, false);
  });

  it('is dark after turn_off, with nothing left running', async (test) => {
    const started = Date.now();
    await room.call('media_player', 'turn_off');
    await room.is('off');
    test.diagnostic(`turn_off to off: ${Date.now() - started} ms`);
    await waitFor('the page to be closed', async () => room.tv.page === undefined, { timeout: 15_000 });
    const isGone = () =>
      answers(`${room.tv.cdp}/json/version`).then(
        () => false,
        () => true,
      );
    await waitFor('the browser to be gone', isGone, { timeout: 15_000 });
  });

  it('plays the stream of a camera', async (test) => {
    const started = Date.now();
    const stream = { entity_id: 'camera.front_door', media_player: room.tv.entityId };
    await room.call('camera', 'play_stream', stream);
    assert.equal(room.tv.appId, MEDIA_APP);
    await room.is('playing');
    const frames = (): Promise<number> =>
      room.tv.page!.evaluate(() => document.querySelector('video')!.getVideoPlaybackQuality().totalVideoFrames);
    await waitFor('pictures', async () => (await frames()) > 25, { timeout: 30_000 });
    test.diagnostic(`play_stream to 25 pictures: ${Date.now() - started} ms`);
    await room.call('media_player', 'media_pause');
    await room.is('paused');
    await room.call('media_player', 'media_play');
    await room.is('playing');
    await room.call('media_player', 'media_stop');
    await room.is('idle');
  });

  it('says that it cannot play what is not there', async () => {
    const missing = { media_content_type: 'video/mp4', media_content_id: `${secureUrl}/local/missing.mp4` };
    await room.call('media_player', 'play_media', missing);
    const fails = () => room.tv.page!.evaluate(() => document.querySelector('video')!.error !== null);
    await waitFor('the player to fail', fails, { timeout: 15_000 });
    await room.is('idle');
  });

  it('shows a view instead of what plays', async () => {
    await room.play(PHONE);
    const page = await room.shows('0~Secret_of-this.session');
    await page.locator('call-assist-card').waitFor();
  });

  it('is unavailable without its plug, and found again', async (test) => {
    await room.tv.offline();
    await room.is('unavailable');
    assert.equal(room.tv.page, undefined);
    const started = Date.now();
    await room.tv.online();
    await room.is('off', 60_000);
    test.diagnostic(`plug in to found: ${Date.now() - started} ms`);
  });

  it('hangs up on who does not speak CAST v2, and lives on', async () => {
    const longText = Buffer.from([0, 1, 0, 1, ...Buffer.alloc(64)]);
    const noField = Buffer.from([0, 0, 0, 2, 8, 0]);
    const endless = Buffer.from([0, 0, 0, 2, 0x12, 0xff]);
    const unknownKind = Buffer.from([0, 0, 0, 1, 0x0b]);
    for (const bytes of [longText, noField, endless, unknownKind]) {
      const socket = connect({ host: tvDevice.host, port: tvDevice.castPort, rejectUnauthorized: false });
      socket.resume();
      await new Promise((resolve, reject) => {
        socket.once('close', resolve);
        socket.once('error', reject);
        socket.write(bytes);
      });
    }
    assert.equal((await room.state()).state, 'off');
  });
});
