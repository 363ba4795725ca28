/** Runs the tools of `npm test`: with a time limit, and ended when we are. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { root } from '../paths.ts';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Milliseconds, after which it is asked to end, and soon after made to. */
  readonly timeout: number;
  /** Whether its output goes to the terminal as it comes, instead of into the result. */
  readonly live?: boolean;
}

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly timedOut: boolean;
}

/** How long a program that was asked to end may take to clean up, in milliseconds. */
const grace = 30_000;

/** Never rejects for what the command does; a command that cannot be started has code 127. */
export async function runCommand({ command, args, timeout, live = false }: Command): Promise<Outcome> {
  const channel = live ? 'inherit' : 'pipe';
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', channel, channel],
    // Some tools colour what they write into a pipe when they find themselves in CI.
    env: live ? process.env : { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  let timedOut = false;
  let interrupted: NodeJS.Signals | undefined;
  let lastResort: NodeJS.Timeout | undefined;
  const end = (signal: NodeJS.Signals): void => {
    child.kill(signal);
    lastResort ??= setTimeout(() => child.kill('SIGKILL'), grace);
  };
  const limit = setTimeout(() => {
    timedOut = true;
    end('SIGTERM');
  }, timeout);
  const interrupt = (signal: NodeJS.Signals): void => {
    interrupted = signal;
    end(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    if (interrupted) process.exit(128 + constants.signals[interrupted]);
    return { code: code ?? 1, output, timedOut };
  } catch (error) {
    return { code: 127, output: `${command}: ${(error as Error).message}`, timedOut };
  } finally {
    clearTimeout(limit);
    clearTimeout(lastResort);
    for (const signal of signals) process.off(signal, interrupt);
  }
}
