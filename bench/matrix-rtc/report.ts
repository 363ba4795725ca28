import { cpus, loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import type { Stack } from '../../demo/stack.ts';
import { type Comparison, table, writeSection } from '../report.ts';
import { measureRtc, type RtcSample, type RtcSamples } from './measure.ts';

/** Measures MatrixRTC and writes its section of the results. */
export async function reportMatrixRtc(stack: Stack, browser: Browser, runs: number): Promise<void> {
  const { plain, encrypted } = await measureRtc(stack, browser, runs);
  const compare = (
    what: string,
    { ours, elementCall }: RtcSamples,
    key: keyof RtcSample,
    otherName: string,
    goal: number | null,
  ): Comparison => ({
    what,
    ours: ours.map((sample) => sample[key]),
    other: elementCall.map((sample) => sample[key]),
    otherName,
    goal,
  });
  const painted = 'their notification leaves → ring painted';
  const shown = 'answer → first frame shown in their Element Call';
  const seen = 'answer → first frame of theirs shown';
  const sdk = 'event in a bare SDK';
  const answering = 'Element Call answers';
  writeSection(
    'MatrixRTC',
    `Element Call 0.26.1 calls the tablet, with Home Assistant's front door camera, and Element Call in a bare page, with a
fake one; LiveKit 1.13.5, Synapse 1.163.2. ${runs} calls each, in turns, on ${cpus().length} cores, two seconds between ring
and answer. Median [least…most]. Load of the machine at the end: ${loadavg()[0]!.toFixed(1)}; more than the cores means that
others had them too.

${table([
  compare(`plain: ${painted}`, plain, 'rings', sdk, 1.2),
  compare(`plain: ${shown}`, plain, 'firstFrame', answering, 0.5),
  compare(`plain: ${seen}`, plain, 'firstFrameHere', answering, null),
  compare(`encrypted: ${painted}`, encrypted, 'rings', sdk, 1.2),
  compare(`encrypted: ${shown}`, encrypted, 'firstFrame', answering, 0.9),
  compare(`encrypted: ${seen}`, encrypted, 'firstFrameHere', answering, null),
])}
`,
  );
}
