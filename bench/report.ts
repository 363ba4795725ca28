import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const results = join(import.meta.dirname, 'RESULTS.md');

/** Writes one section of RESULTS.md, and leaves the others as they are. */
export function writeSection(title: string, body: string): void {
  const [, ...sections] = readFileSync(results, 'utf8').split(/^## /m);
  const others = sections.filter((section) => !section.startsWith(`${title}\n`));
  const all = [...others, `${title}\n\n${body.trim()}\n\n`].toSorted();
  writeFileSync(results, `# Results\n\n${all.map((section) => `## ${section}`).join('')}`.trimEnd() + '\n');
  console.log(`\n## ${title}\n\n${body}`);
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Comparison {
  readonly what: string;
  /** Milliseconds, one a run. */
  readonly ours: readonly number[];
  readonly other: readonly number[];
  readonly otherName: string;
  /** At most this many times the other's median. */
  readonly goal: number | null;
}

/** Milliseconds: median [least…most]. */
export const figures = (values: readonly number[]): string =>
  values.length
    ? `${Math.round(median(values))} [${Math.round(Math.min(...values))}…${Math.round(Math.max(...values))}]`
    : '–';

/** Markdown: medians with the range, and the ratio beside its goal. */
export function table(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ what, ours, other, otherName, goal }) => {
    const ratio = other.length ? median(ours) / median(other) : null;
    const verdict = ratio === null ? '–' : ratio.toFixed(2);
    return `| ${what} | ${figures(ours)} | ${other.length ? `${figures(other)} (${otherName})` : '–'} | ${verdict} | ${goal === null ? '–' : `≤ ${goal}`} |`;
  });
  return ['| what | Call Assist, ms | beside it, ms | ratio | goal |', '|---|---|---|---|---|', ...rows].join('\n');
}
