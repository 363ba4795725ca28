import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import { Administrator } from './support/administrator.ts';
import { house } from './support/house.ts';
import { LINK, TvCall } from './support/tv-call.ts';

/** Three seconds are promised once a display is dead; it takes a while to die, and to look at it. */
const SOON = 6_000;

describe('a call that somebody keeps off the TV', () => {
  let call: TvCall;
  before(async () => {
    call = await TvCall.begin();
  });
  after(() => call?.end());
  afterEach(async () => {
    await call.bringBack();
    await call.nothingIsLeft();
    await call.goesOn();
  });

  it('stays on the tablet when Home Assistant refuses', async () => {
    const admin = new Administrator((await house()).stack);
    await admin.whileKioskMayOnlyRead(async () => {
      await call.want();
      await call.failsWith('refused');
    });
    assert.equal(call.room.tv.appId, undefined);
  });

  it('comes back when somebody switches the TV off', async () => {
    await call.toTv();
    const started = Date.now();
    await call.room.call('media_player', 'turn_off');
    await call.failsWith('switched_off');
    await call.tablet.seesFrames(1);
    assert.ok(Date.now() - started < SOON, `${Date.now() - started} ms`);
  });

  it('leaves the TV dark for who changes their mind at once, and goes there for who does so again', async () => {
    const { tv } = call.room;
    await call.want();
    await waitFor('the app to be launched', async () => tv.appId, { timeout: 15_000, interval: 5 });
    await call.bringBack();
    await waitFor('the app to be quit', async () => tv.appId === undefined, { timeout: 15_000 });
    await call.nothingIsLeft();
    await (await call.toTv()).seesFrames();
  });

  it('takes nothing from those who write into the helper', async () => {
    const { kiosk, room } = call;
    const said = await call.hearsLink(() => call.toTv());
    const [ready, offer, answer] = ['R', 'O', 'A'].map((letter) => said.findLast((text) => text.startsWith(letter)));
    if (!ready || !offer || !answer) throw new Error(`the pages said ${JSON.stringify(said)}`);
    const tv = await call.watchTv();
    const before = [await kiosk.held(), await tv.page.evaluate(() => performance.timeOrigin)];
    const forged = [`${offer.slice(0, -4)}AAAA`, leadingElsewhere(answer)];
    const bad = [
      ready,
      offer,
      answer,
      ...forged,
      answer.slice(0, 40),
      'O',
      'RR',
      `A${'x'.repeat(254)}`,
      '☎️',
      'unknown',
    ];
    for (const value of bad) await room.call('input_text', 'set_value', { entity_id: LINK, value });
    await tv.seesFrames();
    await tv.isLive();
    await call.is('there');
    assert.deepEqual([await kiosk.held(), await tv.page.evaluate(() => performance.timeOrigin)], before);
    await room.call('input_text', 'set_value', { entity_id: LINK, value: offer });
  });
});

/** What the TV said, with another address for its last candidate: IPv4 and port, before a seal of 12 bytes. */
function leadingElsewhere(answer: string): string {
  const bytes = Buffer.from(answer.slice(1), 'base64url');
  Buffer.from([203, 0, 113, 7, 195, 80]).copy(bytes, bytes.length - 12 - 6);
  return answer[0] + bytes.toString('base64url');
}
