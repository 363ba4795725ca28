/**
 * Compares the coverage of the last unit run with `test/coverage-thresholds.json`, file by file. The thresholds only
 * grow: `--raise` lifts them to what was reached and never lowers one. The call core is always at 100 %. Elsewhere a few
 * lines or branches may be missing: what a busy machine does not reach in time differs from run to run.
 */
import { transformSync } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { coverageSummary, coverageThresholds, root } from './paths.ts';
import { typescriptFiles } from './source-imports.ts';

const metrics = ['lines', 'branches', 'functions'] as const;
type Percentages = Readonly<Record<(typeof metrics)[number], number>>;
type ByFile = Readonly<Record<string, Percentages>>;

const always100 = 'src/runtime/call/';
const mayBeMissing = 3;
const nothing: Percentages = { lines: 0, branches: 0, functions: 0 };
const uncovered = { total: Number.POSITIVE_INFINITY, covered: 0 };
const untouched: Counts = { lines: uncovered, branches: uncovered, functions: uncovered };
const everything: Percentages = { lines: 100, branches: 100, functions: 100 };

type Counts = Readonly<Record<(typeof metrics)[number], { readonly total: number; readonly covered: number }>>;
type CountsByFile = Readonly<Record<string, Counts>>;

/** In whole percents, rounded down. */
function percent({ total, covered }: { total: number; covered: number }): number {
  return total === 0 ? 100 : Math.floor((covered / total) * 100);
}

function each(value: (metric: (typeof metrics)[number]) => number): Percentages {
  return { lines: value('lines'), branches: value('branches'), functions: value('functions') };
}

/** Whether anything of a file is left once its types are erased. */
function hasCode(file: string): boolean {
  const { code } = transformSync(readFileSync(join(root, file), 'utf8'), { loader: 'ts' });
  return code.trim() !== '';
}

/** Files that no test loads are absent from the report; nothing of them is covered. */
function readReached(): CountsByFile {
  const summary = JSON.parse(readFileSync(coverageSummary, 'utf8')) as CountsByFile;
  const reported: CountsByFile = Object.fromEntries(
    Object.entries(summary).map(([file, found]) => [relative(root, file).replaceAll('\\', '/'), found]),
  );
  const files = typescriptFiles('src').filter(hasCode);
  return Object.fromEntries(files.map((file) => [file, reported[file] ?? untouched]));
}

function readThresholds(): ByFile {
  return existsSync(coverageThresholds) ? (JSON.parse(readFileSync(coverageThresholds, 'utf8')) as ByFile) : {};
}

function wanted(file: string, thresholds: ByFile): Percentages | undefined {
  return file.startsWith(always100) ? everything : thresholds[file];
}

function complaints(reached: CountsByFile, thresholds: ByFile): string[] {
  return Object.entries(reached).flatMap(([file, found]) => {
    const threshold = wanted(file, thresholds);
    if (!threshold) return [`${file} has no threshold yet: run \`npm run coverage:raise\` and commit it`];
    const patience = file.startsWith(always100) ? 0 : mayBeMissing;
    return metrics
      .filter((metric) => found[metric].covered + patience < (threshold[metric] / 100) * found[metric].total)
      .map((metric) => `${file}: ${metric} at ${percent(found[metric])} %, wanted ${threshold[metric]} %`);
  });
}

function raised(reached: CountsByFile, thresholds: ByFile): ByFile {
  return Object.fromEntries(
    Object.entries(reached).map(([file, found]) => {
      const threshold = wanted(file, thresholds) ?? nothing;
      return [file, each((metric) => Math.max(percent(found[metric]), threshold[metric]))];
    }),
  );
}

if (!existsSync(coverageSummary)) {
  console.error('There is no coverage report: run the unit tests first (npm run unit).');
  process.exitCode = 1;
} else {
  const reached = readReached();
  const thresholds = readThresholds();
  if (process.argv.includes('--raise')) {
    writeFileSync(coverageThresholds, `${JSON.stringify(raised(reached, thresholds), null, 2)}\n`);
    console.log(`${relative(root, coverageThresholds)}: ${Object.keys(reached).length} files`);
  } else {
    const found = complaints(reached, thresholds);
    for (const line of found) console.error(line);
    if (found.length > 0) process.exitCode = 1;
  }
}
