import { cpus, loadavg } from 'node:os';
import type { Stack } from '../../demo/stack.ts';
import { figures, median, writeSection } from '../report.ts';
import { measureTv } from './measure.ts';

/** Measures a call on the two TVs and writes its section of the results. */
export async function reportTv(stack: Stack, runs: number): Promise<void> {
  const { ways, ready, width, camera, tablet, load } = await measureTv(stack, runs);
  const row = (what: string, values: readonly number[], beside: readonly number[] | null, goal: number | null) => {
    const ratio = beside && median(beside) > 0 ? (median(values) / median(beside)).toFixed(2) : '–';
    return `| ${what} | ${figures(values)} | ${beside ? figures(beside) : '–'} | ${ratio} | ${goal ?? '–'} |`;
  };
  const used = (what: string, values: readonly number[]) => {
    const added = median(values) - median(load.here);
    return `| ${what} | ${Math.round(median(values))} | ${added > 0 ? '+' : ''}${Math.round(added)} |`;
  };
  const [cast, stream] = [ways['cast-view'], ways.stream];
  writeSection(
    'TV',
    `A call on the tablet whose far end sends Home Assistant's front door camera back (1280x720, 25 frames a second, a clock
in the picture), moved to the virtual TV (our page in Home Assistant's cast receiver, a Chromium) and to a VLC (by WHIP to a
go2rtc, from there as MP4 with sound). Beside it \`camera.play_stream\` of the same camera to the same screen: HLS. ${runs}
times each way, in turns, on ${cpus().length} cores. Median [least…most] of milliseconds. How far a call is behind is the age
of its picture on the TV less that on the tablet, whose own is ${figures(tablet)}; of the camera it is the age of the picture.
Load of the machine at the end: ${loadavg()[0]!.toFixed(1)}; more than the cores means that others had them too.

| what | Call Assist | camera.play_stream | ratio | goal |
|---|---|---|---|---|
${row('cast view: TV behind the tablet', cast.behind, camera['cast-view'].behind, 100)}
${row('cast view: touch → first picture on the TV', cast.first, camera['cast-view'].first, null)}
${row('cast view: the page on the TV is ready → first picture', ready, null, 500)}
${row('stream: player behind the tablet', stream.behind, camera.stream.behind, 3_000)}
${row('stream: touch → first picture on the player', stream.first, camera.stream.first, null)}

Width of the first picture on the TV: ${[...new Set(width)].join(', ')} pixels.

| the kiosk's browser, all processes | % of one core | added |
|---|---|---|
${used('call on the tablet alone', load.here)}
${used('call on the TV, cast view', load['cast-view'])}
${used('call on the player, stream', load.stream)}
`,
  );
}
