import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { downloads } from '../paths.ts';
import type { Run, Step } from './step.ts';

/** The Debian packages of the host that every stack needs. */
export const hostPackages = debianPackages('Debian packages', [
  'ca-certificates',
  'chromium',
  'coturn',
  'ffmpeg',
  'fonts-dejavu-core',
  'libturbojpeg0',
  'openssl',
  'prosody',
  'python3-venv',
  'vlc-bin',
  'vlc-plugin-base',
  'xvfb',
]);

/**
 * A step that installs Debian packages of the host if one is missing. Needs root only then.
 * No service is started: the stack starts its own, on its own ports.
 * @param after other such steps, since packages are installed one step after the other
 */
export function debianPackages(title: string, packages: readonly string[], after: readonly Step[] = []): Step {
  const missing = () => packages.filter((name) => !isInstalled(name));
  return {
    title,
    hint: `Needed: ${packages.join(' ')}. Check the network, or install them with apt-get and start again.`,
    after,
    isDone: () => missing().length === 0,
    make: (run) => install(missing(), run),
  };
}

async function install(names: readonly string[], run: Run): Promise<void> {
  if (process.getuid?.() !== 0)
    throw new Error(`only root can install packages; run once: apt-get install ${names.join(' ')}`);
  // An archive folder of our own: images made for containers empty the usual one while it is in use.
  const archives = join(downloads, 'apt');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  const options = [
    '-o',
    `Dir::Cache::archives=${archives}`,
    '-o',
    'APT::Sandbox::User=',
    '-o',
    'DPkg::Lock::Timeout=600',
  ];
  await withoutServices(async () => {
    await run('dpkg', ['--configure', '-a']); // what an interrupted start left
    await run('apt-get', [...options, 'update']);
    await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...names]);
  });
}

/**
 * Unpacks packages of a newer Debian, with all they depend on, below `root`. Nothing is installed and no root
 * is needed: this is how programs newer than Debian 12 run beside it. libc's headers and hooks are left out.
 */
export function unpackFromForky(names: readonly string[], root: string, run: Run): Promise<void> {
  const turn = lastUnpacking.then(() => downloadAndUnpack(names, root, run));
  lastUnpacking = turn.catch(() => {});
  return turn;
}

/** apt's folders serve one at a time. */
let lastUnpacking: Promise<void> = Promise.resolve();

async function downloadAndUnpack(names: readonly string[], root: string, run: Run): Promise<void> {
  const apt = join(downloads, 'forky');
  for (const folder of ['etc', 'state/lists/partial', 'cache/archives/partial'])
    mkdirSync(join(apt, folder), { recursive: true });
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(
    join(apt, 'etc/sources.list'),
    `deb [check-valid-until=no signed-by=${keyring}] ${archive()} forky main\n`,
  );
  writeFileSync(join(apt, 'state/status'), ''); // as if nothing were installed: all dependencies come along
  const settings = {
    'Dir::Etc::sourcelist': join(apt, 'etc/sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State': join(apt, 'state'),
    'Dir::State::status': join(apt, 'state/status'),
    'Dir::Cache': join(apt, 'cache'),
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'APT::Keep-Downloaded-Packages': 'true',
    'Binary::apt-get::APT::Keep-Downloaded-Packages': 'true',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const archives = join(apt, 'cache/archives');
  rmSync(archives, { recursive: true, force: true }); // what an earlier call left would be unpacked too
  mkdirSync(join(archives, 'partial'), { recursive: true });
  await run('apt-get', [...options, 'update']);
  await run('apt-get', [...options, '-y', '--download-only', '--no-install-recommends', 'install', ...names]);
  const skipped = /^(linux-libc-dev|libc6-dev|libc-dev-bin|debconf|libc-gconv)/;
  mkdirSync(root, { recursive: true });
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb') && !skipped.test(name)))
    await run('dpkg-deb', ['-x', join(archives, file), root]);
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return stdout?.includes('ok installed') ?? false;
}

/** Debian's own way to keep an installation from starting daemons; a policy that is there already stays. */
async function withoutServices(install: () => Promise<void>): Promise<void> {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = '#!/bin/sh\n# call-assist\nexit 101\n'; // known again if an interrupted start left it
  if (existsSync(policy) && readFileSync(policy, 'utf8') !== ours) return install();
  writeFileSync(policy, ours, { mode: 0o755 });
  try {
    await install();
  } finally {
    rmSync(policy, { force: true });
  }
}

/** The archive that this machine takes its packages from, so that mirrors and proxies are honoured. */
function archive(): string {
  const parts = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(parts) ? readdirSync(parts).map((name) => join(parts, name)) : []),
  ];
  const found = files
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.match(/https?:\/\/\S+\/debian\/?(?=\s|$)/) ?? []);
  if (found[0] === undefined) throw new Error('no Debian archive in the apt sources');
  return found[0];
}
