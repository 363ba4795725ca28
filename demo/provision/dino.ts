import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, downloads } from '../paths.ts';
import { runner } from './step.ts';

/** Dino, and a desktop for it that nobody sees: display, message bus, sound, hands and eyes. */
const packages = [
  'dino-im',
  ...['dbus', 'ffmpeg', 'pulseaudio', 'pulseaudio-utils', 'xvfb'],
  ...['gstreamer1.0-nice', 'gstreamer1.0-pulseaudio'],
  ...['gstreamer1.0-plugins-base', 'gstreamer1.0-plugins-good', 'gstreamer1.0-plugins-bad'],
  ...['imagemagick', 'libglib2.0-bin', 'sqlite3', 'xdotool'],
];

/**
 * Installs what Dino needs from Debian; nothing, and without a word, if it is there. Needs root only then. It is no
 * part of `provision`, since only who asks for a Dino needs it. No service is started.
 * @throws an error that says what is missing and what to do
 */
export async function provisionDino(print: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const wanted = missing();
  if (wanted.length === 0) return;
  const command = `apt-get install --no-install-recommends ${wanted.join(' ')}`;
  if (process.getuid?.() !== 0) throw new Error(`Dino needs packages that only root can install; run once: ${command}`);
  const started = Date.now();
  print('Dino 0.4.2 …');
  try {
    await withoutServices(() => install(wanted, signal ?? new AbortController().signal));
  } catch (error) {
    signal?.throwIfAborted();
    const { message } = error as Error;
    throw new Error(`Dino could not be set up: ${message}\nCheck the network, or run: ${command}`, { cause: error });
  }
  print(`Dino 0.4.2 … ${Math.round((Date.now() - started) / 1000)} s`);
}

async function install(names: readonly string[], signal: AbortSignal): Promise<void> {
  const run = runner(join(cache, 'logs', 'provision-dino.log'), signal);
  // An archive folder of our own: images made for containers empty the usual one while it is in use.
  const archives = join(downloads, 'apt');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  const settings = [`Dir::Cache::archives=${archives}`, 'APT::Sandbox::User=', 'DPkg::Lock::Timeout=600'];
  const options = settings.flatMap((setting) => ['-o', setting]);
  await run('apt-get', [...options, 'update']);
  await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...names]);
}

function missing(): string[] {
  return packages.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
    return !stdout?.includes('ok installed');
  });
}

/** Debian's own way to keep an installation from starting daemons; a policy that is there already stays. */
async function withoutServices(work: () => Promise<void>): Promise<void> {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\n# call-assist\nexit 101\n', { mode: 0o755 });
  try {
    await work();
  } finally {
    rmSync(policy, { force: true });
  }
}
