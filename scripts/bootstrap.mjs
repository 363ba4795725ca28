/**
 * Runs one of the project's TypeScript programs: `node scripts/bootstrap.mjs <file.ts> [arguments]`.
 *
 * Plain JavaScript without dependencies, because it is what runs before anything is installed, on the system's own
 * Node (18 or newer). It first makes `node_modules` match `package-lock.json`, then hands over to the Node that the
 * project pins, which reads TypeScript by itself. Signals are passed on; the exit code is the program's own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinnedNode = join(root, 'node_modules', '.bin', 'node');
const stamp = join(root, 'node_modules', '.call-assist-installed');

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** What the installed packages depend on: the lock file, and the wishes it was made from. */
function wantedStamp() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const hash = createHash('sha256');
  hash.update(JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides }));
  for (const name of ['package-lock.json', '.npmrc']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

function installedStamp() {
  return existsSync(stamp) && existsSync(pinnedNode) ? readFileSync(stamp, 'utf8') : undefined;
}

function install() {
  const started = Date.now();
  console.log('Installing packages (npm install) …');
  // `npm ci` refuses a lock file without download addresses; `npm install` honours the same versions.
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    // The packages that build and test us are development packages, whatever the caller's environment says.
    env: { ...process.env, NODE_ENV: 'development', npm_config_omit: '' },
  });
  if (npm.error?.code === 'ENOENT') fail('npm was not found. Install Node.js 18 or newer together with npm.');
  if (npm.error) fail(`npm could not be started: ${npm.error.message}`);
  if (npm.status !== 0) {
    const output = `${npm.stdout}${npm.stderr}`.trim();
    const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output);
    fail(
      [
        output,
        '',
        offline
          ? 'npm install failed: the package registry cannot be reached. The first run needs the network (or a proxy that npm knows of).'
          : 'npm install failed, see above. It needs npm 8 or newer and a writable node_modules folder; deleting node_modules and trying again often helps.',
      ].join('\n'),
    );
  }
  if (!existsSync(pinnedNode)) {
    fail(
      `npm install left no Node for ${process.platform}-${process.arch}. Call Assist is developed on Linux, x64 or arm64.`,
    );
  }
  // npm may have rewritten the lock file for this platform: the stamp describes what is there now.
  writeFileSync(stamp, wantedStamp());
  console.log(`Packages installed, ${Math.round((Date.now() - started) / 1000)} s`);
}

const [program, ...args] = process.argv.slice(2);
if (program === undefined) fail('usage: node scripts/bootstrap.mjs <file.ts> [arguments]');
if (installedStamp() !== wantedStamp()) install();
if (!existsSync(join(root, program))) fail(`${program} does not exist (yet).`);

const child = spawn(pinnedNode, [join(root, program), ...args], {
  cwd: root,
  stdio: 'inherit',
  // Tools that the program starts by `#!/usr/bin/env node` get the pinned Node too.
  env: { ...process.env, PATH: `${dirname(pinnedNode)}${delimiter}${process.env['PATH'] ?? ''}` },
});
child.on('error', (error) => fail(`${program} could not be started: ${error.message}`));
// `kill` reaches only us: pass it on, and wait for the program to end by itself. Ctrl-C in a terminal has reached the
// program already, and a second SIGINT could mean "at once" to it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)));
