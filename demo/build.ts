import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist, repository } from './paths.ts';

/** Builds the card if there is none, or if something it is made of has changed since. */
export async function buildIfNeeded(print: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const sources = ['src', 'scripts/build', 'scripts/build.ts', 'package-lock.json'].map((path) =>
    join(repository, path),
  );
  const built = changed(join(dist, 'call-assist-card.js'));
  if (built !== undefined && sources.every((source) => (changed(source) ?? 0) <= built)) return;
  print('Building the card …');
  const npm = spawn('npm', ['run', '--silent', 'build'], {
    cwd: repository,
    stdio: 'inherit',
    ...(signal && { signal }),
  });
  const code = await new Promise((resolve, reject) => npm.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error('The card could not be built (npm run build), see above.');
}

/** When a file, or the newest file of a folder, was written, in milliseconds; undefined if it does not exist. */
function changed(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
