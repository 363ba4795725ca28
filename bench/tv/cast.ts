import type { Page } from 'playwright-core';
import { waitFor } from '../../demo/wait.ts';
import type { LivingRoom } from '../../test/e2e/support/living-room.ts';
import { firstPicture, type Picture } from './first-picture.ts';
import { lagOf, unwatchTablet, watchTablet } from './lag.ts';
import { type LinkTimes, noteLink } from './link.ts';
import { loadOf } from './load.ts';
import { bringBack, isThere, type Load, move, nothingShown, type Setting, type Shown, tell } from './setting.ts';

export interface CastSamples {
  readonly call: Shown;
  /** From the page on the TV saying that it is ready, in milliseconds. */
  readonly steps: Readonly<Record<'offered' | 'answered' | 'shown', number[]>>;
  /** Width of the first picture. */
  readonly width: number[];
  /** Home Assistant's own `camera.play_stream` on the same TV. */
  readonly camera: Shown;
  /** Filmed → shown on the tablet. */
  readonly tablet: number[];
  readonly load: Load;
}

/** Our page on the cast device. The first time, in which its browser gets the files, is thrown away. */
export async function measureCast(setting: Setting, runs: number): Promise<CastSamples> {
  const samples: CastSamples = {
    call: nothingShown(),
    steps: { offered: [], answered: [], shown: [] },
    width: [],
    camera: nothingShown(),
    tablet: [],
    load: { here: [], there: [] },
  };
  await setting.room.getsToKnowTheHouse();
  for (let run = 0; run < runs; run++) {
    await measureCall(setting, samples);
    const { call, steps } = samples;
    tell(
      `cast view: first picture ${call.first.at(-1)}, after ready ${steps.shown.at(-1)}, behind ${call.behind.at(-1)}`,
    );
  }
  return samples;
}

/** Beside it, without a call. */
export async function measureCastCamera({ room }: Pick<Setting, 'room'>, { camera }: CastSamples): Promise<void> {
  const from = Date.now();
  await room.playCamera();
  const { at, page } = await pictureOn(room);
  camera.first.push(at - from);
  camera.behind.push(await lagOf(page));
  await room.dark();
  tell(`camera.play_stream: first picture ${camera.first.at(-1)}, behind ${camera.behind.at(-1)}`);
}

async function measureCall({ kiosk, browser, room, callId, link }: Setting, samples: CastSamples): Promise<void> {
  const { call, steps, width, tablet, load } = samples;
  load.here.push(await loadOf(browser));
  await kiosk.page.evaluate(noteLink, link);
  const from = await move(kiosk, room.tv.entityId);
  const picture = await pictureOn(room).catch(async (error: Error) => {
    const [{ display }, { state }] = await Promise.all([kiosk.call('active'), room.state()]);
    throw new Error(`${error.message}; the TV is ${state}, the call ${JSON.stringify(display)}`, { cause: error });
  });
  const said = await kiosk.page.evaluate(() => (window as unknown as { linkTimes: LinkTimes }).linkTimes);
  call.first.push(picture.at - from);
  steps.offered.push(said.offer - said.ready);
  steps.answered.push(said.answer - said.ready);
  steps.shown.push(picture.at - said.ready);
  width.push(picture.width);
  await isThere(kiosk);
  load.there.push(await loadOf(browser));
  await watchTablet(kiosk.page, callId);
  const [tv, here] = await Promise.all([lagOf(picture.page), lagOf(kiosk.page)]);
  tablet.push(here);
  call.behind.push(tv - here);
  await unwatchTablet(kiosk.page);
  await bringBack(kiosk);
  await room.is('off');
}

/** A page that is just being loaded, or closed, is looked at again. */
function pictureOn(room: LivingRoom): Promise<Picture & { readonly page: Page }> {
  const look = async () => {
    const page = await room.lit();
    return { ...(await page.evaluate(firstPicture)), page };
  };
  return waitFor('the first picture on the TV', look, { timeout: 40_000, interval: 5 });
}
