import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { waitFor } from '../../demo/wait.ts';
import type { Station } from '../../src/runtime/storage/storage.ts';
import { AiortcPeer } from '../peers/aiortc-peer.ts';
import { aiortcPython } from './support/aiortc.ts';
import type { DevicePage } from './support/device-page.ts';
import { house } from './support/house.ts';
import { LivingRoom } from './support/living-room.ts';
import { isHeardOnlyOn, Watch } from './support/watch.ts';

describe('a call that begins on the TV of its station', () => {
  let kiosk: DevicePage;
  let room: LivingRoom;
  let peer: AiortcPeer;
  let from: string;

  before(async () => {
    const { stack, kiosk: page } = await house();
    kiosk = page;
    room = new LivingRoom(stack);
    await room.getsToKnowTheHouse();
    await choose({ display: room.tv.entityId, displayStarts: true, displayAnnounces: 'without-name' });
    const { userId: user, password, roomId } = stack.accounts.people.find(({ name }) => name === 'Carla')!;
    from = roomId;
    peer = await AiortcPeer.start(aiortcPython(), { baseUrl: stack.endpoints.matrix.baseUrl, user, password });
  });
  afterEach(() => kiosk.endAll());
  after(async () => {
    await choose({ display: 'this_device', displayStarts: false, displayAnnounces: 'no' });
    await peer?.stop();
    await room?.dark();
  });

  const choose = (change: Partial<Station>) =>
    kiosk.page.evaluate((wanted) => window.callAssist!.configureStation(wanted), change);
  const display = async () => (await kiosk.snapshot()).calls.at(-1)?.display;

  it('is announced there without a name, goes on there when it is answered, and leaves it dark', async (test) => {
    peer.tell({ do: 'call', room: from, video: true });
    await kiosk.call('ringing-in');
    const rings = Date.now();
    const page = await room.lit();
    const words = async () => (await page.locator('ca-cast-view :is(h2, p)').allInnerTexts()).join(' ');
    const announced = async () => (await words()).includes('Somebody is calling');
    await waitFor('the TV to say that somebody calls', announced, { timeout: 20_000, interval: 100 });
    test.diagnostic(`said there after ${Date.now() - rings} ms`);
    assert.doesNotMatch(await words(), /Carla/);
    const [tv, tablet] = [await Watch.of(page), await Watch.of(kiosk.page)];
    await kiosk.touch('answer-voice');
    const answered = Date.now();
    await tv.seesFrames();
    test.diagnostic(`seen there ${Date.now() - answered} ms after the answer`);
    await tv.isLive();
    await kiosk.until('the call to be there', async () => (await display())?.state === 'there');
    await isHeardOnlyOn(tv, tablet);
    assert.match(await words(), /Carla/);
    peer.tell({ do: 'hangup' });
    await kiosk.quiet();
    await room.is('off');
    await waitFor('the TV to be dark', async () => room.tv.page === undefined, { timeout: 15_000 });
  });

  it('is dark again when somebody declines', async () => {
    peer.tell({ do: 'call', room: from, video: true });
    await kiosk.call('ringing-in');
    await room.lit();
    await kiosk.touch('decline');
    await kiosk.quiet();
    await waitFor('the TV to be dark', async () => room.tv.appId === undefined, { timeout: 15_000 });
    await room.is('off');
  });
});
