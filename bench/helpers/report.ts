import { cpus, loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import type { Stack } from '../../demo/stack.ts';
import { figures, median, writeSection } from '../report.ts';
import { measureHelpers } from './measure.ts';

/** Of a round trip of Home Assistant, over what the call itself takes. */
const goal = 1.3;

/** Measures the helpers and writes their section of the results. */
export async function reportHelpers(stack: Stack, browser: Browser, rounds: number): Promise<void> {
  const { bare, bareRinging, ringing, state, taken, answered } = await measureHelpers(stack, browser, rounds);
  const roundTrip = median(bare);
  const compared = (what: string, values: readonly number[], own: readonly number[]): string => {
    const most = goal * roundTrip + median(own);
    const ratio = (median(values) - median(own)) / roundTrip;
    return `| ${what} | ${figures(values)} | ${Math.round(most)} | ${ratio.toFixed(2)} |`;
  };
  // Of the same calls: less chance in it than in two medians.
  const after = state.map((at, call) => at - ringing[call]!);
  const alone = (what: string, values: readonly number[]): string => `| ${what} | ${figures(values)} | – | – |`;
  writeSection(
    'Helpers',
    `Home Assistant with the built card, calls with picture by a stock Matrix client, two more clients of Home Assistant
with websockets of their own. ${answered.helper.length} calls answered by \`_answer\`, ${answered.page.length} by the page, in turns, on ${cpus().length} cores;
a second between ring and answer. A bare round trip: one client presses a button that nothing hears, the other is
told. Median [least…most]. The goal is ${goal} bare round trips (before the call, which is the stricter) and the call's own
time; the ratio is what Home Assistant adds to the call's own time, in bare round trips. Load of the machine at the
end: ${loadavg()[0]!.toFixed(1)}; more than the cores means that others had them too, and that differences of a few round trips say
little.

| what | ms | goal, ms | ratio, ≤ ${goal} |
|---|---|---|---|
${alone('bare round trip, before the call', bare)}
${alone('bare round trip, while the tablet rings', bareRinging)}
${alone("the call's own time: the page is told to answer → begins to", taken.page)}
${compared('`_answer` pressed by another client → the page begins to answer', taken.helper, taken.page)}
${alone("the call's own time: the page is told to answer → answered at the caller", answered.page)}
${compared('`_answer` pressed by another client → answered at the caller', answered.helper, answered.page)}
${alone("the call's own time: invitation leaves → the page rings", ringing)}
${compared('invitation leaves → `_state` is ringing at another client', state, ringing)}
${compared('the page rings → `_state` is ringing at another client, of the same calls', after, [0])}
`,
  );
}
