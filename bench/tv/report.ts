import { cpus, loadavg } from 'node:os';
import type { Stack } from '../../demo/stack.ts';
import { Bedroom } from '../../test/e2e/support/bedroom.ts';
import { LivingRoom } from '../../test/e2e/support/living-room.ts';
import { figures, median, writeSection } from '../report.ts';
import { type CastSamples, measureCast, measureCastCamera } from './cast.ts';
import { inCall, type Load } from './setting.ts';
import { measureStream, measureStreamCamera, type StreamSamples } from './stream.ts';

/** `camera.play_stream` takes long, and differs little. */
const MOST_CAMERA_RUNS = 2;

/** Measures a call on the virtual TV and writes its section of the results. */
export async function reportCast(stack: Stack, runs: number): Promise<void> {
  let samples: CastSamples | undefined;
  await inCall(stack, async (setting) => void (samples = await measureCast(setting, runs)));
  const { call, steps, width, camera, tablet, load } = samples!;
  const room = new LivingRoom(stack);
  for (let run = 0; run < Math.min(runs, MOST_CAMERA_RUNS); run++) await measureCastCamera({ room }, samples!);
  writeSection(
    'TV: cast view',
    `A call on the tablet whose far end sends Home Assistant's front door camera back (1280x720, 25 frames a second, a clock
in the picture), moved to the virtual TV: our page in Home Assistant's cast receiver, a Chromium that has its files.
${about(runs, tablet)}

${head}
${row('TV behind the tablet', call.behind, camera.behind, 100)}
${row('touch → first picture on the TV', call.first, camera.first, null)}
${row('the page on the TV is ready → the tablet has offered', steps.offered, null, null)}
${row('… → the TV has answered', steps.answered, null, null)}
${row('… → first picture on the TV', steps.shown, null, 500)}

Width of the first picture on the TV: ${[...new Set(width)].join(', ')} pixels.

${used('call on the TV', load)}`,
  );
}

/** Measures a call on the second player and writes its section of the results. */
export async function reportStream(stack: Stack, runs: number): Promise<void> {
  let samples: StreamSamples | undefined;
  await inCall(stack, async (setting) => void (samples = await measureStream(setting, runs)));
  const { call, camera, tablet, load } = samples!;
  const bedroom = new Bedroom(stack);
  for (let run = 0; run < Math.min(runs, MOST_CAMERA_RUNS); run++) await measureStreamCamera({ bedroom }, samples!);
  writeSection(
    'TV: stream',
    `The same call moved to a VLC: by WHIP to a go2rtc, from there as MP4 with sound.
${about(runs, tablet)}

${head}
${row('player behind the tablet', call.behind, camera.behind, 3_000)}
${row('touch → first picture on the player', call.first, camera.first, null)}

${used('call on the player', load)}`,
  );
}

function about(runs: number, tablet: readonly number[]): string {
  return `Beside it \`camera.play_stream\` of the same camera to the same screen: HLS. ${runs} times, on ${cpus().length} cores. Median
[least…most] of milliseconds. How far a call is behind is the age of its picture there less that on the tablet, whose own
is ${figures(tablet)}; of the camera it is the age of the picture. Load of the machine at the end: ${loadavg()[0]!.toFixed(1)}; more than the
cores means that others had them too.`;
}

const head = `| what | Call Assist | camera.play_stream | ratio | goal |
|---|---|---|---|---|`;

function row(what: string, ours: readonly number[], beside: readonly number[] | null, goal: number | null): string {
  const ratio = beside?.length && median(beside) > 0 ? (median(ours) / median(beside)).toFixed(2) : '–';
  return `| ${what} | ${figures(ours)} | ${beside ? figures(beside) : '–'} | ${ratio} | ${goal === null ? '–' : `≤ ${goal}`} |`;
}

function used(what: string, { here, there }: Load): string {
  const added = Math.round(median(there) - median(here));
  return `| the kiosk's browser, all processes | % of one core | added |
|---|---|---|
| call on the tablet alone | ${Math.round(median(here))} | – |
| ${what} | ${Math.round(median(there))} | ${added > 0 ? '+' : ''}${added} |`;
}
