import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { downloads, installed } from '../paths.ts';
import { endWithUs, signalGroup, tail } from '../processes.ts';

/** Runs a program to its end and gives what it printed. Fails with its last words and the log's address. */
export type Run = (command: string, args: readonly string[], options?: RunOptions) => Promise<string>;

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Something the stack needs on the machine: made once, kept until what it is made of changes. */
export interface Step {
  readonly title: string;
  /** What somebody can do when it fails. */
  readonly hint: string;
  readonly after: readonly Step[];
  isDone(): boolean;
  make(run: Run): Promise<void>;
}

export interface FolderStep extends Step {
  /** Where the result lies, once done. */
  readonly folder: string;
}

export interface FolderRecipe {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly after?: readonly Step[];
  /** What the result is made of: versions, lock files. Other ingredients, other folder. */
  readonly ingredients: readonly string[];
  /** Fills `into`, an empty folder that is renamed to `folder` when this returns. */
  build(into: string, folder: string, run: Run): Promise<void>;
  /** Asks the finished result whether it works. */
  check?(folder: string, run: Run): Promise<unknown>;
}

/**
 * A step whose result is a folder named by its ingredients. The folder appears by one rename, so one that
 * exists is complete: a start that was interrupted leaves nothing half-done that a later one could trust.
 */
export function folderStep({ name, title, hint, after = [], ingredients, build, check }: FolderRecipe): FolderStep {
  const inherited = after.map((step) => ('folder' in step ? String(step.folder) : ''));
  const hash = createHash('sha256')
    .update(JSON.stringify([ingredients, inherited]))
    .digest('hex')
    .slice(0, 10);
  const folder = join(installed, `${name}-${hash}`);
  return {
    title,
    hint,
    after,
    folder,
    isDone: () => existsSync(folder),
    async make(run) {
      for (const old of foldersOf(name)) rmSync(join(installed, old), { recursive: true, force: true });
      const into = `${folder}.unfinished`;
      mkdirSync(into, { recursive: true });
      await build(into, folder, run);
      renameSync(into, folder);
      try {
        await check?.(folder, run);
      } catch (error) {
        rmSync(folder, { recursive: true, force: true });
        throw error;
      }
    },
  };
}

const foldersOf = (name: string) =>
  existsSync(installed)
    ? readdirSync(installed).filter((entry) => entry.replace(/-[0-9a-f]{10}(\.unfinished)?$/, '') === name)
    : [];

/** Whether programs run as usual, or only where nothing else wants the processor. */
export type Urgency = 'usual' | 'idle';

/** A `Run` that writes to one log file and is ended by the signal. */
export function runner(logFile: string, signal: AbortSignal, urgency: Urgency): Run {
  mkdirSync(dirname(logFile), { recursive: true });
  rmSync(logFile, { force: true });
  return (command, args, { cwd, env } = {}) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const log = openSync(logFile, 'a');
      const child = spawn(command, args, {
        cwd,
        env: { ...toolEnvironment(), ...env },
        detached: true, // a process group of its own, so that ending it ends what it has started
        stdio: ['ignore', 'pipe', log],
      });
      const end = () => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL');
      signal.addEventListener('abort', end);
      if (child.pid !== undefined && urgency === 'idle') giveWay(child.pid);
      const forget = child.pid === undefined ? undefined : endWithUs(child.pid);
      let output = '';
      child.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text));
      child.once('error', (error) => reject(new Error(`${command}: ${error.message}`, { cause: error })));
      child.once('close', (code) => {
        signal.removeEventListener('abort', end);
        forget?.();
        closeSync(log);
        if (code === 0) resolve(output);
        else reject(new Error(`${command} ended with ${code}\n${output.slice(-1000)}\n${tail(logFile)}`));
      });
    });
}

/** Lets a program and all that it will start run only where nothing else wants the processor. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
    // It leads a session of its own, and Linux weighs sessions against each other first.
    const sessions = `/proc/${pid}/autogroup`;
    if (existsSync(sessions)) writeFileSync(sessions, String(constants.priority.PRIORITY_LOW));
  } catch {
    // It has ended, or the system does not let us: it runs as usual.
  }
}

/** Our own environment, with every tool's cache moved into ours. */
function toolEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    UV_CACHE_DIR: join(downloads, 'uv'),
    GOPATH: join(downloads, 'go'),
    GOMODCACHE: join(downloads, 'go', 'mod'),
    GOCACHE: join(downloads, 'go', 'build'),
    GOFLAGS: '-buildvcs=false -modcacherw',
    LC_ALL: 'C.UTF-8',
  };
}
