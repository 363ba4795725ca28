import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { waitFor } from './wait.ts';

/** A part of the stack that runs until it is stopped. Stopping twice is stopping once. */
export interface Service {
  readonly name: string;
  stop(): Promise<void>;
}

/** A part that is a program of its own. */
export interface Program extends Service {
  /** Tells the program and all that it has started; nothing once they are gone. */
  signal(name: NodeJS.Signals): void;
}

/** What every part of the stack is started with. */
export interface Context {
  /** A folder that keeps what parts remember from start to start. */
  readonly state: string;
  /** Aborted when the stack is to stop before it has started. */
  readonly signal: AbortSignal;
  /** Told when a part ends that nobody stopped. */
  readonly onCrash: (error: Error) => void;
}

export interface ProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to our own environment; undefined removes. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Looked at until it gives true. */
  readonly ready: () => Promise<boolean>;
  /** Milliseconds to become ready. */
  readonly readyTimeout?: number;
  /** A gentler way than SIGTERM to end it, tried first. */
  readonly quit?: () => Promise<void>;
  /** Milliseconds from being asked to end to SIGKILL. */
  readonly stopTimeout?: number;
}

/** Where a part's log lies: everything it said since it was last started. */
export const logFileOf = ({ state }: Context, name: string) =>
  join(state, 'logs', `${name.toLowerCase().replaceAll(' ', '-')}.log`);

/**
 * Starts a program in a process group of its own, so that stopping reaches its children too, and waits until
 * it is ready. If it is not ready in time, or ends before, it is stopped and the error shows its last words.
 */
export async function startProcess(context: Context, options: ProcessOptions): Promise<Program> {
  const { name, readyTimeout = 30_000, stopTimeout = 10_000 } = options;
  context.signal.throwIfAborted();
  const logFile = logFileOf(context, name);
  const child = spawnLogged(options, logFile);
  const exit = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
  });
  if (child.pid !== undefined) void exit.then(endWithUs(child.pid));
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopGroup(child, exit, stopTimeout, options.quit));
  const early = new AbortController();
  let isReady = false;
  void exit.then((how) => {
    const error = new Error(`${name} ended by itself (${how})\n${tail(logFile)}`);
    early.abort(error);
    if (isReady && !stopping) context.onCrash(error);
  });
  try {
    const signal = AbortSignal.any([early.signal, context.signal]);
    await waitFor(`${name} to be ready`, options.ready, { timeout: readyTimeout, signal });
    isReady = true;
  } catch (error) {
    await stop();
    if (error === early.signal.reason || error === context.signal.reason) throw error;
    throw new Error(`${name} did not start: ${(error as Error).message}\n${tail(logFile)}`, { cause: error });
  }
  return {
    name,
    stop,
    signal(wanted) {
      if (child.pid !== undefined) signalGroup(child.pid, wanted);
    },
  };
}

/** Sees to it that a process group does not outlive us, however we end (but for SIGKILL). Gives how to forget it. */
export function endWithUs(pid: number): () => void {
  if (groups.size === 0) process.on('exit', endGroups);
  groups.add(pid);
  return () => {
    groups.delete(pid);
    if (groups.size === 0) process.off('exit', endGroups);
  };
}

const groups = new Set<number>();

function endGroups(): void {
  for (const pid of groups) signalGroup(pid, 'SIGKILL');
}

/** The last lines of a log, with its address: what one wants to see in an error. */
export function tail(logFile: string, lines = 15): string {
  let text = '';
  try {
    text = readFileSync(logFile, 'utf8').trimEnd();
  } catch {
    // no log: nothing was said
  }
  return [
    ...text
      .split('\n')
      .slice(-lines)
      .map((line) => `  | ${line}`),
    `  log: ${logFile}`,
  ].join('\n');
}

/** Stops services, last started first. One that fails to stop is reported and keeps none from stopping. */
export async function stopAll(services: Service[], report: (message: string) => void): Promise<void> {
  for (let service; (service = services.pop());) {
    try {
      await service.stop();
    } catch (error) {
      report(`${service.name} did not stop: ${(error as Error).message}`);
    }
  }
}

function spawnLogged({ command, args, cwd, env }: ProcessOptions, logFile: string): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  try {
    return spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

async function stopGroup(
  child: ChildProcess,
  exit: Promise<unknown>,
  limit: number,
  quit: () => Promise<void> = () => Promise.reject(),
): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return; // it never started
  const late = setTimeout(() => signalGroup(pid, 'SIGKILL'), limit);
  quit().catch(() => signalGroup(pid, 'SIGTERM'));
  await exit;
  clearTimeout(late);
  signalGroup(pid, 'SIGKILL'); // children that outlived their parent
}

/** Signals a process and all it has started; nothing if they are gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: gone already
  }
}
