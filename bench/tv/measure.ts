import { chromium, type Browser, type Page } from 'playwright-core';
import type { Stack } from '../../demo/stack.ts';
import { waitFor } from '../../demo/wait.ts';
import type { DisplayWay } from '../../src/runtime/displays/view.ts';
import { Bedroom } from '../../test/e2e/support/bedroom.ts';
import { Kiosk } from '../../test/e2e/support/kiosk.ts';
import { LivingRoom } from '../../test/e2e/support/living-room.ts';
import { LINK } from '../../test/e2e/support/tv-call.ts';
import { lagOf, unwatchTablet, watchTablet } from './lag.ts';
import { loadOf } from './load.ts';

/** Milliseconds, one a run. */
export interface Shown {
  /** Somebody wants it there → its first picture. */
  readonly first: number[];
  /** How much later a frame is seen there than on the tablet; of the camera itself: than it was filmed. */
  readonly behind: number[];
}

export interface TvSamples {
  readonly ways: Readonly<Record<DisplayWay, Shown>>;
  /** The TV's page says that it is ready → the first picture. */
  readonly ready: number[];
  /** Width of that picture. */
  readonly width: number[];
  /** Home Assistant's own `camera.play_stream` of the same camera, on the same screens. */
  readonly camera: Readonly<Record<DisplayWay, Shown>>;
  /** Filmed → shown on the tablet. */
  readonly tablet: number[];
  /** Percent of one core of the kiosk's browser: the call on the tablet alone, and on each display. */
  readonly load: Readonly<Record<'here' | DisplayWay, number[]>>;
}

interface Setting {
  readonly kiosk: Kiosk;
  readonly browser: Browser;
  readonly room: LivingRoom;
  readonly bedroom: Bedroom;
}

/** A call whose far end sends the house's own camera back: 720p, with the time in it. */
export async function measureTv(stack: Stack, runs: number): Promise<TvSamples> {
  const kiosk = await Kiosk.connect(stack);
  const browser = await chromium.connectOverCDP(stack.endpoints.kiosk!.cdp);
  const setting = { kiosk, browser, room: new LivingRoom(stack), bedroom: new Bedroom(stack) };
  const none = (): Shown => ({ first: [], behind: [] });
  const samples: TvSamples = {
    ways: { 'cast-view': none(), stream: none() },
    ready: [],
    width: [],
    camera: { 'cast-view': none(), stream: none() },
    tablet: [],
    load: { here: [], 'cast-view': [], stream: [] },
  };
  try {
    const change = { displayServer: stack.displayServer.url, camera: 'camera.front_door' } as const;
    await kiosk.page.evaluate((given) => window.callAssist!.configureStation(given), change);
    await kiosk.page.evaluate(() => window.callAssist!.testCall({ video: true, name: 'Bench' }));
    const { id } = await kiosk.call('active', 30_000);
    for (let run = 0; run < runs; run++) {
      samples.load.here.push(await loadOf(browser));
      await measureCast(setting, id, samples);
      await measureStream(setting, id, samples);
      process.stdout.write('.');
    }
    await kiosk.command({ type: 'hang-up', by: 'touch' });
    for (let run = 0; run < Math.min(runs, 2); run++) await measureCamera(setting, samples);
    process.stdout.write('\n');
    return samples;
  } finally {
    await browser.close();
    await kiosk.disconnect();
  }
}

async function measureCast({ kiosk, browser, room }: Setting, id: string, samples: TvSamples): Promise<void> {
  await kiosk.page.evaluate(noteLink, LINK);
  const from = Date.now();
  await kiosk.command({ type: 'set-display', display: room.tv.entityId, by: 'touch' });
  const { at, width, page } = await pictureOn(room);
  const ready = await kiosk.page.evaluate(() => (window as unknown as { linkWritten: number }).linkWritten);
  samples.ways['cast-view'].first.push(at - from);
  samples.ready.push(at - ready);
  samples.width.push(width);
  await isThere(kiosk);
  samples.load['cast-view'].push(await loadOf(browser));
  await watchTablet(kiosk.page, id);
  const [tv, tablet] = await Promise.all([lagOf(page), lagOf(kiosk.page)]);
  samples.tablet.push(tablet);
  samples.ways['cast-view'].behind.push(tv - tablet);
  await unwatchTablet(kiosk.page);
  await isHere(kiosk);
  await room.is('off');
}

async function measureStream({ kiosk, browser, bedroom }: Setting, id: string, samples: TvSamples): Promise<void> {
  const from = Date.now();
  await kiosk.command({ type: 'set-display', display: bedroom.player.entityId, by: 'touch' });
  const first = await bedroom.sees(from, 60_000);
  samples.ways.stream.first.push(first.at - from);
  await isThere(kiosk);
  samples.load.stream.push(await loadOf(browser));
  await watchTablet(kiosk.page, id);
  const tablet = await lagOf(kiosk.page);
  samples.ways.stream.behind.push((await ageOf(bedroom)) - tablet);
  await unwatchTablet(kiosk.page);
  await isHere(kiosk);
  await bedroom.nothingIsLeft();
}

async function measureCamera({ room, bedroom }: Setting, { camera }: TvSamples): Promise<void> {
  const asked = Date.now();
  await bedroom.playCamera('camera.front_door');
  const first = await bedroom.sees(0, 60_000);
  camera.stream.first.push(first.at - asked);
  camera.stream.behind.push(await ageOf(bedroom));
  await bedroom.call('media_stop');
  const from = Date.now();
  await room.playCamera();
  const { at, page } = await pictureOn(room);
  camera['cast-view'].first.push(at - from);
  camera['cast-view'].behind.push(await lagOf(page));
  await room.dark();
}

/** A page that is just being loaded, or closed, is looked at again. */
function pictureOn(room: LivingRoom): Promise<Awaited<ReturnType<typeof firstPicture>> & { readonly page: Page }> {
  const look = async () => {
    const page = await room.lit();
    return { ...(await page.evaluate(firstPicture)), page };
  };
  return waitFor('the first picture on the TV', look, { timeout: 40_000, interval: 5 });
}

/** The median of five looks. */
async function ageOf(bedroom: Bedroom): Promise<number> {
  const ages: number[] = [];
  while (ages.length < 5) {
    const { at, time } = await bedroom.sees(0);
    ages.push(at - time);
  }
  return ages.toSorted((a, b) => a - b)[2]!;
}

async function isThere(kiosk: Kiosk): Promise<void> {
  await displayIs(kiosk, 'there');
}

async function isHere(kiosk: Kiosk): Promise<void> {
  await kiosk.command({ type: 'set-display', display: 'this_device', by: 'touch' });
  await displayIs(kiosk, 'here');
}

async function displayIs(kiosk: Kiosk, state: string): Promise<void> {
  let seen = '';
  const look = async () => {
    const { display } = await kiosk.call('active');
    seen = JSON.stringify(display);
    return display?.state === state;
  };
  await waitFor(`the call to be ${state}`, look, { timeout: 30_000 }).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${seen}`);
  });
}

/** Runs in the tablet's page: notes when the link is written to, in ms since 1970. */
function noteLink(link: string): void {
  type Home = { readonly hass: { readonly states: Readonly<Record<string, { readonly state: string }>> } };
  const app = document.querySelector('home-assistant') as unknown as Home;
  const noted = window as unknown as { linkWritten: number };
  noted.linkWritten = 0;
  const timer = setInterval(() => {
    const state = app.hass.states[link]?.state ?? '';
    if (state === '' || state === 'unknown') return;
    noted.linkWritten = Date.now();
    clearInterval(timer);
  }, 4);
}

/** Runs in the TV's page: when its first picture is shown, and how wide it is. */
function firstPicture(): Promise<{ readonly at: number; readonly width: number }> {
  const all = (root: ParentNode): HTMLVideoElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLVideoElement ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return new Promise((resolve) => {
    const watched = new WeakSet<HTMLVideoElement>();
    const timer = setInterval(() => {
      for (const video of all(document).filter((each) => !watched.has(each))) {
        watched.add(video);
        const seen: VideoFrameRequestCallback = (_now, { width }) => {
          // Our own camera is small, and is not what is waited for.
          if (video.clientWidth < innerWidth / 2) return void video.requestVideoFrameCallback(seen);
          clearInterval(timer);
          resolve({ at: Date.now(), width });
        };
        video.requestVideoFrameCallback(seen);
      }
    }, 10);
  });
}
