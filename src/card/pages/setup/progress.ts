import type { CheckId, CheckResult } from '../../../runtime/checks/checks.ts';

/** The steps of setting up, in their order. */
export const STEPS = ['device', 'account', 'station', 'helpers', 'try'] as const;
export type StepId = (typeof STEPS)[number];

/** Where somebody is in the set-up, and what they have done and left out: nothing more is remembered of it. */
export interface Progress {
  readonly step: StepId;
  readonly done: readonly StepId[];
  readonly skipped: readonly StepId[];
}

export type ProgressStore = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'call-assist-setup';
const BEGINNING: Progress = { step: 'device', done: [], skipped: [] };

/** What was remembered; the beginning, where nothing is or the browser stores nothing. */
export function readProgress(store: () => ProgressStore): Progress {
  try {
    const read: unknown = JSON.parse(store().getItem(KEY) ?? 'null');
    if (typeof read !== 'object' || read === null) return BEGINNING;
    const { step, done, skipped } = read as Partial<Record<keyof Progress, unknown>>;
    return { step: steps([step])[0] ?? BEGINNING.step, done: steps(done), skipped: steps(skipped) };
  } catch {
    return BEGINNING;
  }
}

/** Where the browser stores nothing, the set-up begins anew when it is opened again. */
export function writeProgress(store: () => ProgressStore, progress: Progress): void {
  try {
    store().setItem(KEY, JSON.stringify(progress));
  } catch {
    // Nothing of calls hangs on it.
  }
}

export const withStep = (steps: readonly StepId[], step: StepId): readonly StepId[] =>
  steps.includes(step) ? steps : [...steps, step];

export const withoutStep = (steps: readonly StepId[], step: StepId): readonly StepId[] =>
  steps.filter((each) => each !== step);

const steps = (value: unknown): readonly StepId[] =>
  Array.isArray(value) ? STEPS.filter((step) => value.includes(step)) : [];

/** What the checks of a runtime came to, for as long as the page lives: a page that is opened again shows them. */
const results = new WeakMap<object, ReadonlyMap<CheckId, CheckResult>>();

export const resultsOf = (runtime: object): ReadonlyMap<CheckId, CheckResult> => results.get(runtime) ?? new Map();

export function keepResult(runtime: object, result: CheckResult): ReadonlyMap<CheckId, CheckResult> {
  const kept = new Map(resultsOf(runtime)).set(result.id, result);
  results.set(runtime, kept);
  return kept;
}
