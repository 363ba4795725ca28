import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DisplayView } from '../../src/runtime/displays/view.ts';
import { Bedroom } from './support/bedroom.ts';
import { house } from './support/house.ts';
import { TvCall } from './support/tv-call.ts';
import { isHeardOnlyOn } from './support/watch.ts';

/** Of a player that is to be at most 3 s behind, on a busy machine. */
const BEHIND = 6_000;

describe('a call on a player that is no cast device', () => {
  let call: TvCall;
  let bedroom: Bedroom;
  before(async () => {
    const { stack, kiosk } = await house();
    bedroom = new Bedroom(stack);
    await bedroom.is('idle');
    await setServer('');
    await kiosk.command({ type: 'set-display-sound', sound: 'display', by: 'touch' });
    call = await TvCall.begin();
  });
  after(async () => {
    await call?.end();
    await setServer('');
  });

  /** What the settings page saves. */
  async function setServer(displayServer: string): Promise<void> {
    const { kiosk } = await house();
    await kiosk.page.evaluate(
      (address) => window.callAssist!.configureStation({ displayServer: address }),
      displayServer,
    );
  }

  const want = (options: { readonly mayInterrupt?: boolean } = {}) =>
    call.kiosk.command({ type: 'set-display', display: bedroom.player.entityId, by: 'touch', ...options });

  async function way(): Promise<DisplayView['ways'][number] | undefined> {
    const views = await call.kiosk.page.evaluate(() => window.callAssist!.displays());
    return views.find(({ id }) => id === bedroom.player.entityId)?.ways.find((each) => each.way === 'stream');
  }

  it('can be there once a go2rtc is set that answers', async () => {
    assert.deepEqual((await way())?.capability, { can: false, why: 'no_server' });
    await want();
    await call.failsWith('not_cast');
    await setServer('http://127.0.0.1:1');
    assert.deepEqual((await way())?.capability, { can: false, why: 'server_away' });
    await assert.rejects(setServer('http://user:secret@127.0.0.1:1984'), /go2rtc/);
    await setServer(bedroom.server.url);
    assert.deepEqual((await way())?.capability, { can: true });
  });

  it('is seen there with its sound, at most seconds late, and that is said', async (test) => {
    const from = Date.now();
    await want();
    const first = await bedroom.sees(from);
    test.diagnostic(`touch to picture on the player: ${first.at - from} ms`);
    await call.is('there');
    const display = await call.display();
    assert.deepEqual([display?.way, display?.behind, display?.soundBlocked], ['stream', 1_500, false]);
    assert.equal(display?.heardHere, false, 'the player has the sound, the tablet not');
    const later = await bedroom.sees(first.time + 2_000);
    test.diagnostic(`behind, with sound: ${later.at - later.time} ms`);
    assert.ok(later.at - later.time < BEHIND);
    assert.equal((await bedroom.server.streams()).length, 1);
    await isHeardOnlyOn(bedroom, call.tablet);
    // The tablet's statistics know no energy of what it does not play: that is looked at when it is heard here again.
    await call.call();
  });

  it('is heard on the tablet when somebody wants that, and then less late', async (test) => {
    await call.kiosk.command({ type: 'set-display-sound', sound: 'this_device', by: 'touch' });
    await call.is('lost');
    await call.is('there');
    assert.equal((await call.display())?.heardHere, true);
    await isHeardOnlyOn(call.tablet, bedroom);
    const seen = await bedroom.sees(Date.now() - 1_000);
    test.diagnostic(`behind, without sound: ${seen.at - seen.time} ms`);
    assert.ok(seen.at - seen.time < BEHIND);
    assert.match((await bedroom.player.address()) ?? '', /stream\.ts/);
  });

  it('comes back by touch: the player is stopped, and nothing is left on the server', async () => {
    await call.bringBack();
    await call.is('here');
    await bedroom.nothingIsLeft();
    await call.nothingIsLeft();
    await call.goesOn();
  });

  it('is back on the tablet within three seconds when the go2rtc is gone, and says why', async (test) => {
    await want();
    await call.is('there');
    const from = Date.now();
    await bedroom.server.offline();
    await call.failsWith('server_away');
    test.diagnostic(`go2rtc gone to back on the tablet: ${Date.now() - from} ms`);
    assert.ok(Date.now() - from < 3_000);
    await call.goesOn();
    await bedroom.server.online();
    await bedroom.nothingIsLeft();
  });

  it('is back on the tablet when somebody stops the player', async () => {
    await want();
    await call.is('there');
    await bedroom.call('media_stop');
    await call.failsWith('switched_off');
    await bedroom.nothingIsLeft();
    await call.goesOn();
  });

  it('stops nothing that plays there unless somebody says so; a camera plays there, too', async () => {
    await bedroom.playCamera('camera.front_door');
    await bedroom.is('playing');
    await want();
    await call.failsWith('in_use');
    assert.match((await bedroom.player.address()) ?? '', /m3u8/);
    await want({ mayInterrupt: true });
    await call.is('there');
    assert.match((await bedroom.player.address()) ?? '', /stream\.ts/);
  });

  it('ends there with the call', async () => {
    await call.end();
    await bedroom.nothingIsLeft();
  });
});
