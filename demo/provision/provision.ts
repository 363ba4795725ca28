import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, downloads } from '../paths.ts';
import { hostPackages } from './debian.ts';
import { go2rtc } from './go2rtc.ts';
import { aiortc, homeAssistant, python, synapse, tools } from './python.ts';
import { runner, type Step, type Urgency } from './step.ts';

/** What every stack needs. */
export const everyStack: readonly Step[] = [hostPackages, tools, python, homeAssistant, go2rtc, synapse, aiortc];

/**
 * Brings the machine to where the stack can start: every step that is not done yet, as parallel as their order
 * allows. Prints one line when a step starts and one when it is done; says nothing when there is nothing to do.
 * @param steps other steps than those of every stack, which must have been done before
 * @param urgency idle: beside something that must not become slower by it
 * @throws an error that says what is missing and what to do; the other steps are stopped then
 */
export async function provision(
  print: (line: string) => void,
  signal?: AbortSignal,
  steps: readonly Step[] = everyStack,
  urgency: Urgency = 'usual',
): Promise<void> {
  if (steps.every((step) => step.isDone())) return;
  requireKnownSystem();
  mkdirSync(downloads, { recursive: true });
  const failed = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const running = new Map<Step, Promise<void>>();
  const begin = (step: Step): Promise<void> => {
    const known = running.get(step);
    if (known) return known;
    const place = `[${steps.indexOf(step) + 1}/${steps.length}]`;
    const made = Promise.all(step.after.map(begin)).then(() => make(step, place, { signal: stop, print, urgency }));
    running.set(step, made);
    made.catch(() => failed.abort(new Error('another step failed')));
    return made;
  };
  const failures = (await Promise.allSettled(steps.map(begin))).flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  const cause = failures.find((error) => error instanceof StepError && !error.isCollateral) ?? failures[0];
  signal?.throwIfAborted();
  if (cause) throw cause;
}

/** A step that failed, in words for the person at the terminal. */
class StepError extends Error {
  readonly isCollateral: boolean;

  constructor(step: Step, cause: Error, isCollateral: boolean) {
    super(`${step.title} could not be set up: ${cause.message}\n${step.hint}`, { cause });
    this.isCollateral = isCollateral;
  }
}

interface Making {
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
  readonly urgency: Urgency;
}

/** @param place of the step among all, as a person reads it */
async function make(step: Step, place: string, { signal, print, urgency }: Making): Promise<void> {
  signal.throwIfAborted();
  if (step.isDone()) return;
  const label = `${place} ${step.title}`;
  const log = join(cache, 'logs', `provision-${step.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.log`);
  const started = Date.now();
  print(`${label} …`);
  try {
    await step.make(runner(log, signal, urgency));
  } catch (error) {
    throw new StepError(step, error as Error, signal.aborted);
  }
  print(`${label} … ${Math.round((Date.now() - started) / 1000)} s`);
}

function requireKnownSystem(): void {
  const release = readRelease();
  const isDebian12 = /^ID=debian$/m.test(release) && /^VERSION_ID="12"$/m.test(release);
  if (isDebian12 && process.arch === 'x64') return;
  const name = /^PRETTY_NAME="(.*)"$/m.exec(release)?.[1] ?? process.platform;
  throw new Error(
    `The demo's stack installs itself on Debian 12 (amd64) only; this is ${name} (${process.arch}).\n` +
      'Run it in a Debian 12 virtual machine or container.',
  );
}

function readRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
