/**
 * Everything that must hold, in one command. Each check is one test; unit and end-to-end tests count by themselves.
 *
 *   npm test -- --only unit,e2e        some steps only
 *   npm test -- --only unit <files>    some test files only
 *   npm test -- --long                 the long loops too
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cache, root, tool, unitResults } from './paths.ts';
import { runCommand, type Command } from './test/command.ts';
import { beginProvisioning } from './test/provisioning.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Results extends Counts {
  /** Those that failed, from the root of the project, where the run says so. */
  readonly files: readonly string[];
  /** A line for each failed test, for the end of a long output. */
  readonly failures: readonly string[];
}

interface Step {
  readonly name: string;
  /** Steps without which this one has nothing to look at. */
  readonly after?: readonly string[];
  run(): Promise<Counts & Partial<Results>>;
}

const minute = 60_000;
/** More failing files than these are no accident. */
const MOST_AGAIN = 4;
const e2eResults = join(cache, 'e2e-results.json');

const { values, positionals: files } = parseArgs({
  options: { only: { type: 'string' }, long: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const existing = (...names: string[]): string[] => names.filter((name) => existsSync(join(root, name)));

/** A check passes when its command does. Quiet unless it fails. */
function check(name: string, command: string, args: readonly string[], after?: readonly string[]): Step {
  return {
    name,
    ...(after && { after }),
    async run() {
      const { code, output } = await runCommand({ command, args, timeout: 10 * minute });
      if (code !== 0) console.log(output.trimEnd());
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** Counts of a run that reports by itself. One that failed without a failed test (it crashed, it hung) is a failure. */
async function counted(command: Command, results: string): Promise<Results> {
  rmSync(results, { force: true });
  mkdirSync(dirname(results), { recursive: true });
  const { code, timedOut } = await runCommand({ ...command, live: true });
  if (timedOut) console.log(`Cut after ${(command.timeout / minute).toFixed(0)} minutes.`);
  const text = existsSync(results) ? readFileSync(results, 'utf8') : '';
  const found = text === '' ? { passed: 0, failed: 0 } : (JSON.parse(text) as Counts & Partial<Results>);
  const { passed, failed, files = [], failures = [] } = found;
  return {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    files: files.map((file) => relative(root, resolve(root, file))),
    failures,
  };
}

/** Runs files; those that fail once more by themselves, to tell what is broken from what a busy machine let slip. */
async function steadily(run: (files: readonly string[]) => Promise<Results>, all: readonly string[]): Promise<Results> {
  const first = await run(all);
  if (first.files.length === 0 || first.files.length > MOST_AGAIN) return first;
  console.log(`Once more, to tell what is broken from what a busy machine let slip: ${first.files.join(', ')}`);
  const second = await run(first.files);
  const slipped = Math.max(0, first.failed - second.failed);
  if (slipped > 0) console.log(`Unsteady: ${slipped} failed at first and passed then. Their output is above.`);
  return { ...second, passed: first.passed + slipped };
}

async function unit(): Promise<Counts & Partial<Results>> {
  if (globSync('test/unit/**/*.test.ts', { cwd: root }).length === 0) {
    console.log('There are no unit tests yet.');
    return { passed: 0, failed: 0 };
  }
  await provisioning.browser();
  const run = (selected: readonly string[]): Promise<Results> => {
    // Coverage of some files only would say nothing.
    const selection = selected.length > 0 ? ['--files', ...selected] : ['--coverage'];
    return counted({ command: tool('wtr'), args: selection, timeout: 15 * minute }, unitResults);
  };
  return steadily(run, files);
}

/** The end-to-end tests that are asked for, from the root of the project. */
function endToEndFiles(): readonly string[] {
  const all = globSync('test/e2e/**/*.test.ts', { cwd: root }).toSorted();
  const wanted = all.filter((file) => values.long || !file.endsWith('.long.test.ts'));
  return files.length > 0 ? wanted.filter((file) => files.includes(file)) : wanted;
}

async function e2e(): Promise<Counts & Partial<Results>> {
  const selected = endToEndFiles();
  if (selected.length === 0) {
    console.log(
      files.length > 0 ? 'None of the given files is an end-to-end test.' : 'There are no end-to-end tests yet.',
    );
    return { passed: 0, failed: 0 };
  }
  await provisioning.stack();
  return steadily(endToEnd, selected);
}

/** One process, so that all files share one running stack. */
async function endToEnd(selected: readonly string[]): Promise<Results> {
  const runner = ['--test', '--test-concurrency=1', '--test-isolation=none', '--test-force-exit'];
  const limit = `--test-timeout=${(values.long ? 30 : 5) * minute}`;
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${join(root, 'scripts/test/e2e-results.ts')}`,
    `--test-reporter-destination=${e2eResults}`,
  ];
  return counted(
    {
      command: tool('node'),
      args: [...runner, limit, ...reporters, ...selected],
      timeout: (values.long ? 180 : 45) * minute,
    },
    e2eResults,
  );
}

const sources = existing('src', 'test', 'demo', 'bench', 'scripts', 'web-test-runner.config.mjs');

const steps: readonly Step[] = [
  check('format', tool('prettier'), ['--check', '--log-level', 'warn', '.']),
  check('lint', tool('oxlint'), ['--type-aware', '--deny-warnings', ...sources]),
  check('arrows', tool('node'), ['scripts/check/arrows.ts']),
  check('types', tool('tsc'), ['--project', '.']),
  check('unused', tool('knip'), []),
  check('build', tool('node'), ['scripts/build.ts']),
  check('same bytes', tool('node'), ['scripts/build.ts', '--verify'], ['build']),
  check('size', tool('node'), ['scripts/size.ts'], ['build']),
  { name: 'unit', run: unit },
  check('coverage', tool('node'), ['scripts/coverage.ts'], ['unit']),
  { name: 'e2e', after: ['build'], run: e2e },
];

async function timed(step: Step): Promise<Counts & Partial<Results>> {
  console.log(`${step.name} …`);
  const started = performance.now();
  const counts = await step.run().catch((error: unknown): Counts & Partial<Results> => {
    console.log(error instanceof Error ? (error.stack ?? error.message) : error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const failures = counts.failed > 0 ? `, ${counts.failed} failed` : '';
  console.log(`${step.name} … ${counts.passed} passed${failures}, ${seconds} s`);
  return counts;
}

const only = values.only?.split(',').map((name) => name.trim());
const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const selectedSteps = steps.filter(({ name }) => only?.includes(name) ?? true);
const isSelected = (name: string): boolean => selectedSteps.some((step) => step.name === name);
/** On a new machine this takes minutes, which the steps before those that need it have to spare. */
const provisioning = beginProvisioning(
  { browser: isSelected('unit'), endToEnd: isSelected('e2e') ? endToEndFiles() : [] },
  console.log,
);

/** Steps that failed, with the files that did where they tell. */
const failedSteps = new Map<string, Partial<Results>>();
let passed = 0;
let failed = 0;
for (const step of selectedSteps) {
  const missing = step.after?.filter((name) => failedSteps.has(name)) ?? [];
  if (missing.length > 0) {
    console.log(`${step.name} … not run, because this failed: ${missing.join(', ')}`);
    failed += 1;
    continue;
  }
  const counts = await timed(step);
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) failedSteps.set(step.name, counts);
}
provisioning.stop();
for (const [name, { files: where = [], failures = [] }] of failedSteps) {
  console.log([`Failed: ${[name, ...where].join(' ')}`, ...failures].join('\n  '));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
