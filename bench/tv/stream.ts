import type { Bedroom } from '../../test/e2e/support/bedroom.ts';
import { lagOf, unwatchTablet, watchTablet } from './lag.ts';
import { loadOf } from './load.ts';
import { bringBack, isThere, type Load, move, nothingShown, type Setting, type Shown, tell } from './setting.ts';

export interface StreamSamples {
  readonly call: Shown;
  /** Home Assistant's own `camera.play_stream` on the same player. */
  readonly camera: Shown;
  /** Filmed → shown on the tablet. */
  readonly tablet: number[];
  readonly load: Load;
}

/** By way of a go2rtc to the player. */
export async function measureStream(setting: Setting, runs: number): Promise<StreamSamples> {
  const samples: StreamSamples = {
    call: nothingShown(),
    camera: nothingShown(),
    tablet: [],
    load: { here: [], there: [] },
  };
  for (let run = 0; run < runs; run++) {
    await measureCall(setting, samples);
    tell(`stream: first picture ${samples.call.first.at(-1)}, behind ${samples.call.behind.at(-1)}`);
  }
  return samples;
}

/** Beside it, without a call. */
export async function measureStreamCamera(
  { bedroom }: Pick<Setting, 'bedroom'>,
  { camera }: StreamSamples,
): Promise<void> {
  const asked = Date.now();
  await bedroom.playCamera('camera.front_door');
  const first = await bedroom.sees(0, 60_000);
  camera.first.push(first.at - asked);
  camera.behind.push(await ageOf(bedroom));
  await bedroom.call('media_stop');
  await bedroom.is('idle');
  tell(`camera.play_stream: first picture ${camera.first.at(-1)}, behind ${camera.behind.at(-1)}`);
}

async function measureCall({ kiosk, browser, bedroom, callId }: Setting, samples: StreamSamples): Promise<void> {
  const { call, tablet, load } = samples;
  load.here.push(await loadOf(browser));
  const from = await move(kiosk, bedroom.player.entityId);
  const first = await bedroom.sees(from, 60_000);
  call.first.push(first.at - from);
  await isThere(kiosk);
  load.there.push(await loadOf(browser));
  await watchTablet(kiosk.page, callId);
  const here = await lagOf(kiosk.page);
  tablet.push(here);
  call.behind.push((await ageOf(bedroom)) - here);
  await unwatchTablet(kiosk.page);
  await bringBack(kiosk);
  await bedroom.nothingIsLeft();
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
