import { cpus } from 'node:os';
import type { Stack } from '../../demo/stack.ts';
import { type Comparison, table, writeSection } from '../report.ts';
import { measureDino } from './dino.ts';
import { type CallSample, type Direction, measureStrict, type SideSamples } from './strict.ts';

const otherName = "stanza's Jingle";

/** Measures XMPP and writes its section of the results. */
export async function reportXmpp(stack: Stack, runs: number): Promise<void> {
  const strict = await measureStrict(stack, runs);
  const dino = await measureDino(stack, Math.max(5, Math.ceil(runs / 2)));
  const { ours, stanza } = strict;
  const compare = (what: string, direction: Direction, key: keyof CallSample, goal: number | null): Comparison => ({
    what: `${direction}: ${what}`,
    ours: known(ours[direction], key),
    other: known(stanza[direction], key),
    otherName,
    goal,
  });
  const rows = (['incoming', 'outgoing'] as const).flatMap((direction) => [
    compare('proceed → connected', direction, 'connected', 0.8),
    compare('proceed → first decoded frame, at the peer', direction, 'seenThere', 0.8),
    compare('proceed → first frame shown, at the page', direction, 'seenHere', 0.8),
  ]);
  const absolute = (what: string, key: keyof (typeof dino)[number]): Comparison => ({
    what: `Dino calls the tablet: ${what}`,
    ours: known(dino, key),
    other: [],
    otherName: '',
    goal: null,
  });
  const dinoRows = [
    absolute('proceed → connected', 'connected'),
    absolute('proceed → Dino is heard', 'heardHere'),
    absolute('proceed → Dino hears', 'heardThere'),
  ];
  writeSection(
    'XMPP',
    `The provider in a page against a page with stanza 12.22.1 and its own Jingle; one Chromium, the same film
(1280x720, 25 frames a second) and tone, calls with sound and picture. Their peer is the strict one of the tests
(slixmpp and aiortc). ${runs} calls each way and page, in turns, on ${cpus().length} cores; a second between ring and answer.
Median [least…most].

${table([...rows, ...dinoRows])}

Calls without a picture at the peer or the page: ${missing(ours)} of ${count(ours)} of Call Assist, ${missing(stanza)} of ${count(stanza)} of stanza.
Dino (0.4.2, sound only, ${dino.length} calls) takes the tablet's sound through a buffer of 200 ms, and the tablet's
microphone only beeps now and then, so what Dino hears comes later than its first packet. Its first session-initiate
takes a second more: that call is thrown away.
Calls in which nothing was heard: ${dino.filter(({ heardHere }) => heardHere === null).length} at the tablet, ${dino.filter(({ heardThere }) => heardThere === null).length} at Dino.

What the strict peer had to forgive Call Assist:
${forgiven(ours)}

And stanza:
${forgiven(stanza)}
`,
  );
}

const known = <T>(samples: readonly T[], key: keyof T): number[] =>
  samples.map((sample) => sample[key]).filter((value) => typeof value === 'number');

const all = ({ incoming, outgoing }: SideSamples) => [...incoming, ...outgoing];
const count = (side: SideSamples) => all(side).length;
const missing = (side: SideSamples) =>
  all(side).filter(({ seenHere, seenThere }) => seenHere === null || seenThere === null).length;

/** Each rule once, with what was seen first. */
function forgiven({ complaints }: SideSamples): string {
  const rules = new Map(complaints.toReversed().map(({ rule, detail }) => [rule, detail]));
  const lines = [...rules].map(([rule, detail]) => `- ${rule} (${detail})`);
  return lines.length > 0 ? lines.toReversed().join('\n') : '- nothing';
}
