/** Prints what failed, and leaves the counts for `npm test`. */
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { root, unitResults } from '../paths.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface NamedTest {
  readonly name: string;
  readonly passed: boolean;
  readonly skipped: boolean;
  readonly error?: { readonly message: string };
}

function testsOf(suite: TestSuiteResult, path: readonly string[] = []): NamedTest[] {
  const named = suite.tests.map((test) => ({ ...test, name: [...path, test.name].join(' › ') }));
  return [...named, ...suite.suites.flatMap((inner) => testsOf(inner, [...path, inner.name]))];
}

/** A file that could not be loaded has no tests; it counts as one failure, so that it is never silent. */
function countSession(session: TestSession): Counts {
  const tests = session.testResults ? testsOf(session.testResults).filter(({ skipped }) => !skipped) : [];
  const passed = tests.filter((test) => test.passed).length;
  const failed = tests.length - passed;
  return { passed, failed: failed === 0 && !session.passed ? 1 : failed };
}

/** A line for each failed test: where, which, why. */
function failuresOf(session: TestSession): string[] {
  const file = relative(root, session.testFile);
  const failed = session.testResults
    ? testsOf(session.testResults).filter((test) => !test.passed && !test.skipped)
    : [];
  const lines = failed.map(({ name, error }) => `${name}: ${error?.message ?? ''}`);
  const broken = session.passed ? [] : session.errors.map(({ message }) => message);
  return [...lines, ...broken].map((line) => `${file}: ${line.split('\n', 1).join('')}`);
}

export function unitResultsReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const counts = sessions.map(countSession);
      const total: Counts = {
        passed: counts.reduce((sum, { passed }) => sum + passed, 0),
        failed: counts.reduce((sum, { failed }) => sum + failed, 0),
      };
      const files = sessions.filter(({ passed }) => !passed).map(({ testFile }) => relative(root, testFile));
      mkdirSync(dirname(unitResults), { recursive: true });
      writeFileSync(unitResults, JSON.stringify({ ...total, files, failures: sessions.flatMap(failuresOf) }));
    },
  };
}
