import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { waitFor } from '../../demo/wait.ts';
import { Guest, type RoomSite, serveRooms } from './matrix-rtc-room-page.ts';
import { flags } from './support/flags.ts';
import { type Sfu, startSfu } from './support/sfu.ts';

const growing = { timeout: 15_000, interval: 100 };
const [KIOSK, ANNA, EVE] = ['@kiosk:test:TABLET', '@anna:test:PHONE', '@eve:test:LAPTOP'];

/** Rooms at a real SFU, without Matrix: what of a call is LiveKit's. */
describe('a room at an SFU', () => {
  let sfu: Sfu;
  let site: RoomSite;
  let browser: Browser;
  const guests: Guest[] = [];

  before(async () => {
    [sfu, site, browser] = await Promise.all([
      startSfu(),
      serveRooms(),
      chromium.launch({
        executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
        args: [...flags, '--js-flags=--expose-gc'],
      }),
    ]);
  });
  after(async () => {
    await browser.close();
    site.close();
    await sfu.stop();
  });
  afterEach(async () => {
    for (const { context, errors } of guests.splice(0)) {
      await context.close();
      assert.deepEqual(errors, []);
    }
  });

  async function guest(url = site.url): Promise<Guest> {
    const opened = await Guest.open(browser, url);
    guests.push(opened);
    return opened;
  }

  /** Somebody who is in the room, and lets in who is named. */
  async function enter(room: string, identity: string, admitted: readonly string[], encrypted = false): Promise<Guest> {
    const opened = await guest();
    await opened.open(room, { url: sfu.url, token: sfu.token(room, identity), encrypted });
    await opened.admit(room, admitted);
    await opened.until(room, `${identity} in the room`, ({ state }) => state === 'connected');
    return opened;
  }

  async function seesColour(who: Guest, room: string, whom: string, [r, g, b]: readonly number[]): Promise<void> {
    let last: readonly number[] | null = null;
    await waitFor(
      `the colour of ${whom}`,
      async () => {
        last = await who.colour(room, whom);
        return last !== null && [r, g, b].every((part, index) => Math.abs((part ?? 0) - (last?.[index] ?? 0)) < 60);
      },
      growing,
    ).catch((error: Error) => assert.fail(`${error.message}: ${JSON.stringify(last)}`));
  }

  async function hears(who: Guest, room: string): Promise<void> {
    const before = (await who.stats(room)).audio.energyReceived;
    await waitFor('sound', async () => (await who.stats(room)).audio.energyReceived > before + 0.001, growing);
  }

  it('shows both sides to each other, by their own tracks', async () => {
    const room = sfu.room();
    const kiosk = await enter(room, KIOSK, [ANNA]);
    await kiosk.publish(room);
    const anna = await enter(room, ANNA, [KIOSK]);
    const quiet = await anna.until(room, 'what is ready', ({ participants }) => participants[0]?.video === true);
    assert.deepEqual(
      quiet.participants.map(({ identity, audioMuted, videoMuted, key }) => [identity, audioMuted, videoMuted, key]),
      [[KIOSK, true, true, 'none']],
    );
    await kiosk.send(room, { colour: 'red' });
    await anna.send(room, { colour: 'blue' });
    await seesColour(anna, room, KIOSK, [255, 0, 0]);
    await seesColour(kiosk, room, ANNA, [0, 0, 255]);
    await hears(kiosk, room);
    await hears(anna, room);
    const { audio, video } = await kiosk.stats(room);
    assert.ok(video.framesSent > 0 && video.framesDecoded > 0 && audio.packetsSent > 0 && audio.packetsReceived > 0);
    assert.deepEqual([video.width, video.height], [640, 360]);

    await kiosk.send(room, { colour: 'lime' });
    await seesColour(anna, room, KIOSK, [0, 255, 0]);
    await kiosk.close(room);
    await anna.until(room, 'the end', ({ participants }) => participants.length === 0);
    assert.deepEqual(await kiosk.tracks('red'), [
      { state: 'live', enabled: true },
      { state: 'live', enabled: true },
    ]);
  });

  it('tells what is muted, and sends nothing of it', async () => {
    const room = sfu.room();
    const [kiosk, anna] = await Promise.all([enter(room, KIOSK, [ANNA]), enter(room, ANNA, [KIOSK])]);
    await kiosk.send(room, { colour: 'red' });
    await seesColour(anna, room, KIOSK, [255, 0, 0]);
    await hears(anna, room);

    await kiosk.send(room, { colour: 'red', audioMuted: true, videoMuted: true });
    await anna.until(room, 'muted', ({ participants: [one] }) => one?.audioMuted === true && one.videoMuted);
    const before = await sent(kiosk, room);
    await kiosk.page.evaluate(() => new Promise((later) => setTimeout(later, 1_000)));
    assert.deepEqual(await sent(kiosk, room), before);
    assert.deepEqual(await kiosk.tracks('red'), [
      { state: 'live', enabled: true },
      { state: 'live', enabled: true },
    ]);

    await kiosk.send(room, { colour: 'red', videoMuted: true });
    await anna.until(room, 'heard', ({ participants: [one] }) => one?.audioMuted === false && one.videoMuted);
    await hears(anna, room);
    await kiosk.send(room, { colour: 'blue' });
    await anna.until(room, 'seen', ({ participants: [one] }) => one?.videoMuted === false);
    await seesColour(anna, room, KIOSK, [0, 0, 255]);
  });

  it('hears again who left and came back, by what the SFU has used before', async () => {
    const room = sfu.room();
    const [kiosk, anna] = await Promise.all([enter(room, KIOSK, [ANNA]), enter(room, ANNA, [KIOSK])]);
    await anna.send(room, { colour: 'blue' });
    await hears(kiosk, room);
    for (const colour of ['lime', 'red']) {
      await anna.close(room);
      await kiosk.until(room, 'nobody', ({ participants }) => participants.length === 0);
      await anna.open(room, { url: sfu.url, token: sfu.token(room, ANNA), encrypted: false });
      await anna.admit(room, [KIOSK]);
      await anna.send(room, { colour });
      await seesColour(kiosk, room, ANNA, colour === 'lime' ? [0, 255, 0] : [255, 0, 0]);
      await hears(kiosk, room);
    }
  });

  async function sent(who: Guest, room: string): Promise<readonly number[]> {
    const { audio, video } = await who.stats(room);
    return [audio.packetsSent, video.framesSent];
  }

  it('neither shows nor subscribes to who is no member of the call', async () => {
    const room = sfu.room();
    const [kiosk, anna, eve] = await Promise.all([
      enter(room, KIOSK, [ANNA]),
      enter(room, ANNA, [KIOSK]),
      enter(room, EVE, [KIOSK, ANNA]),
    ]);
    await Promise.all([
      kiosk.send(room, { colour: 'red' }),
      anna.send(room, { colour: 'blue' }),
      eve.send(room, { colour: 'lime' }),
    ]);
    await seesColour(kiosk, room, ANNA, [0, 0, 255]);
    await seesColour(eve, room, KIOSK, [255, 0, 0]);
    assert.deepEqual(
      (await kiosk.seen(room)).participants.map(({ identity }) => identity),
      [ANNA],
    );
    await kiosk.admit(room, [ANNA, EVE]);
    await seesColour(kiosk, room, EVE, [0, 255, 0]);
    await kiosk.admit(room, [EVE]);
    await kiosk.until(room, 'Eve alone', ({ participants }) => participants.length === 1);
    const before = (await kiosk.stats(room)).video.framesDecoded;
    await waitFor(
      "Eve's picture",
      async () => (await kiosk.stats(room)).video.framesDecoded > before + 5 && (await kiosk.colour(room, EVE)),
      growing,
    );
  });

  describe('that is encrypted', () => {
    const [ours, theirs, wrong] = [randomBytes(16), randomBytes(16), randomBytes(16)];

    /** Both have both keys. */
    async function keyed(...guests: readonly (readonly [Guest, string])[]): Promise<void> {
      for (const [one, room] of guests) {
        assert.equal(await one.setKey(room, KIOSK, 0, ours), 'taken');
        assert.equal(await one.setKey(room, ANNA, 0, theirs), 'taken');
      }
    }

    it('shows and lets hear what its keys open, and nothing before', async () => {
      const room = sfu.room();
      const [kiosk, anna] = await Promise.all([enter(room, KIOSK, [ANNA], true), enter(room, ANNA, [KIOSK], true)]);
      await anna.setKey(room, ANNA, 0, theirs);
      await anna.send(room, { colour: 'blue' });
      const closed = await kiosk.until(room, 'Anna', ({ participants: [one] }) => one?.videoMuted === false);
      assert.deepEqual(
        closed.participants.map(({ key, audio, video }) => [key, audio, video]),
        [['waiting', false, false]],
      );
      await kiosk.page.evaluate(() => new Promise((later) => setTimeout(later, 1_000)));
      assert.equal((await kiosk.stats(room)).video.framesDecoded, 0);

      await kiosk.setKey(room, KIOSK, 0, ours);
      await kiosk.send(room, { colour: 'red' });
      await keyed([kiosk, room], [anna, room]);
      await seesColour(kiosk, room, ANNA, [0, 0, 255]);
      await seesColour(anna, room, KIOSK, [255, 0, 0]);
      await hears(kiosk, room);
      await hears(anna, room);
    });

    it('changes its keys, lets in who comes late, and takes no key that is none', async () => {
      const room = sfu.room();
      const kiosk = await enter(room, KIOSK, [ANNA, EVE], true);
      await kiosk.setKey(room, KIOSK, 0, ours);
      await kiosk.send(room, { colour: 'red' });
      const anna = await enter(room, ANNA, [KIOSK], true);
      await anna.setKey(room, KIOSK, 0, ours);
      await seesColour(anna, room, KIOSK, [255, 0, 0]);
      for (const [index, key] of [randomBytes(16), randomBytes(32)].entries()) {
        await anna.setKey(room, KIOSK, 1 + index, key);
        await kiosk.setKey(room, KIOSK, 1 + index, key);
        await kiosk.send(room, { colour: index === 0 ? 'blue' : 'lime' });
        await seesColour(anna, room, KIOSK, index === 0 ? [0, 0, 255] : [0, 255, 0]);
      }
      const eve = await enter(room, EVE, [KIOSK], true);
      await eve.setKey(room, KIOSK, 0, ours);
      await eve.until(room, 'doubt, since that key is old', ({ participants: [one] }) => one?.key === 'waiting');
      assert.equal((await eve.stats(room)).video.framesDecoded, 0);

      assert.match(await anna.setKey(room, KIOSK, 3, randomBytes(15)), /^length: a key of 15 bytes/);
      assert.match(await anna.setKey(room, KIOSK, 3, randomBytes(33)), /^length: /);
      assert.match(await anna.setKey(room, KIOSK, 256, ours), /^index: /);
      assert.match(await anna.setKey(room, KIOSK, -1, ours), /^index: /);
      await hears(anna, room);
    });

    it('says so when a key is wrong, and heals with the right one', async () => {
      const room = sfu.room();
      const [kiosk, anna] = await Promise.all([enter(room, KIOSK, [ANNA], true), enter(room, ANNA, [KIOSK], true)]);
      await anna.setKey(room, ANNA, 0, theirs);
      await anna.send(room, { colour: 'blue' });
      await kiosk.setKey(room, ANNA, 0, wrong);
      await kiosk.until(room, 'doubt', ({ participants: [one] }) => one?.key === 'waiting' && !one.audio && !one.video);
      assert.equal((await kiosk.stats(room)).video.framesDecoded, 0);
      assert.equal((await kiosk.stats(room)).audio.energyReceived, 0);
      await kiosk.setKey(room, ANNA, 0, theirs);
      await seesColour(kiosk, room, ANNA, [0, 0, 255]);
      await hears(kiosk, room);
    });

    it('shows nothing of who sends in the clear, nor of who encrypts where nobody does', async () => {
      const room = sfu.room();
      const [kiosk, anna] = await Promise.all([enter(room, KIOSK, [ANNA], true), enter(room, ANNA, [KIOSK])]);
      await keyed([kiosk, room]);
      await Promise.all([kiosk.send(room, { colour: 'red' }), anna.send(room, { colour: 'blue' })]);
      for (const [one, other] of [
        [kiosk, ANNA],
        [anna, KIOSK],
      ] as const) {
        const { participants } = await one.until(room, other, ({ participants: [seen] }) => seen?.key === 'waiting');
        assert.deepEqual([participants[0]?.audio, participants[0]?.video], [false, false]);
        assert.equal((await one.stats(room)).audio.packetsReceived, 0);
      }
    });

    it('encrypts on a page of another origin', async () => {
      const room = sfu.room();
      const kiosk = await guest(site.elsewhere);
      await kiosk.open(room, { url: sfu.url, token: sfu.token(room, KIOSK), encrypted: true });
      await kiosk.admit(room, [ANNA]);
      const anna = await enter(room, ANNA, [KIOSK], true);
      await keyed([kiosk, room], [anna, room]);
      await Promise.all([kiosk.send(room, { colour: 'red' }), anna.send(room, { colour: 'blue' })]);
      await seesColour(anna, room, KIOSK, [255, 0, 0]);
      await seesColour(kiosk, room, ANNA, [0, 0, 255]);
    });
  });

  describe('that is lost', () => {
    const lost = async (who: Guest, room: string): Promise<string> => {
      const { state } = await who.until(room, 'the end', ({ state }) => typeof state === 'object');
      return (state as { lost: string }).lost;
    };

    it('says why it never was', async () => {
      const room = sfu.room();
      const kiosk = await guest();
      const entries = {
        unreachable: { url: 'ws://127.0.0.1:9', token: sfu.token(room, KIOSK) },
        expired: { url: sfu.url, token: sfu.token(room, KIOSK, -3_600) },
        refused: { url: sfu.url, token: `${sfu.token(room, KIOSK)}x` },
        nonsense: { url: 'http://', token: 'x' },
      };
      const reasons: Record<string, string> = {};
      for (const [name, entry] of Object.entries(entries)) {
        await kiosk.page
          .evaluate(([name, library, entry]) => window.rooms.open(name, library, { ...entry, encrypted: false }), [
            name,
            new URL(site.url).searchParams.get('library') ?? '',
            entry,
          ] as const)
          .catch((error: Error) => assert.fail(`${name}: ${error.message}`));
        reasons[name] = await lost(kiosk, name);
        await kiosk.close(name);
      }
      assert.deepEqual(reasons, {
        unreachable: 'unreachable',
        expired: 'token',
        refused: 'token',
        nonsense: 'unreachable',
      });
      const { connections, intervals, workers, contexts, tracks } = await kiosk.held();
      assert.deepEqual([connections, intervals, workers, contexts, tracks], [0, 0, 0, 0, 0]);
    });

    it('says who ended it', async () => {
      const room = sfu.room();
      const kiosk = await enter(room, KIOSK, [ANNA]);
      await sfu.remove(room, KIOSK);
      assert.equal(await lost(kiosk, room), 'removed');
      await kiosk.close(room);
      const first = await enter(room, KIOSK, [ANNA]);
      await enter(room, KIOSK, [ANNA]);
      assert.equal(await lost(first, room), 'replaced');
      await assert.rejects(first.send(room, { colour: 'red' }), /the room is over/);
    });

    it('comes back when the SFU does, and when it is told to', async () => {
      const room = sfu.room();
      const [kiosk, anna] = await Promise.all([enter(room, KIOSK, [ANNA]), enter(room, ANNA, [KIOSK])]);
      await kiosk.send(room, { colour: 'red' });
      await seesColour(anna, room, KIOSK, [255, 0, 0]);
      await kiosk.page.evaluate((room) => window.rooms.room(room).restart(), room);
      await kiosk.until(room, 'a try', ({ states }) => states.includes('reconnecting'));
      await kiosk.until(room, 'the connection', ({ state }) => state === 'connected');
      await hears(anna, room);

      await sfu.server.restart();
      for (const one of [kiosk, anna]) {
        await one.until(room, 'the return', ({ state, states }) => state === 'connected' && states.length > 2);
      }
      await seesColour(anna, room, KIOSK, [255, 0, 0]);
      await hears(anna, room);
    });
  });

  it('leaves nothing behind, thirty times', async () => {
    const room = sfu.room();
    const anna = await enter(room, ANNA, [KIOSK], true);
    await anna.setKey(room, ANNA, 0, randomBytes(16));
    await anna.send(room, { colour: 'blue' });
    const kiosk = await guest();
    await kiosk.page.evaluate(() => window.rooms.source('red').video.id);
    const call = async (): Promise<void> => {
      await kiosk.open(room, { url: sfu.url, token: sfu.token(room, KIOSK), encrypted: true });
      await kiosk.admit(room, [ANNA]);
      await kiosk.setKey(room, KIOSK, 0, randomBytes(16));
      await kiosk.send(room, { colour: 'red' });
      await kiosk.until(room, 'Anna', ({ participants }) => participants.length === 1);
      await kiosk.close(room);
    };
    await call();
    await waitFor('the first to end', async () => (await kiosk.held()).timers === 0, growing);
    const before = await kiosk.held();
    for (let times = 0; times < 29; times++) await call();
    const ends = async (): Promise<boolean> => isDeepStrictEqual(await kiosk.held(), before);
    await waitFor('the end of it all', ends, growing).catch(async () => assert.deepEqual(await kiosk.held(), before));
    const { connections, sockets, workers } = before;
    assert.deepEqual({ connections, sockets, workers }, { connections: 0, sockets: 0, workers: 0 });
  });
});
