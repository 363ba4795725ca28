import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloads } from '../paths.ts';
import { hostPackages, unpackFromForky } from './debian.ts';
import { folderStep, type Run } from './step.ts';

const version = 'v1.9.14';
const neededGo = [1, 24] as const;

/** go2rtc, twice in the stack: as Home Assistant's helper and as the cameras. */
export const go2rtc = folderStep({
  name: 'go2rtc',
  title: `go2rtc ${version.slice(1)}`,
  hint: 'Check the network and start again; what was downloaded is kept.',
  after: hasGo() ? [] : [hostPackages],
  ingredients: [version],
  async build(into, _folder, run) {
    // A module around it: `go install` does not work for it, and built from its own sources it calls itself +dev.
    const module = join(into, 'module');
    mkdirSync(module);
    writeFileSync(join(module, 'go.mod'), `module stack\ngo 1.24.0\nrequire github.com/AlexxIT/go2rtc ${version}\n`);
    const build = [
      'build',
      '-mod=mod',
      '-trimpath',
      '-ldflags',
      '-s -w',
      '-o',
      join(into, 'go2rtc'),
      'github.com/AlexxIT/go2rtc',
    ];
    const go = hasGo() ? 'go' : await unpackedGo(run);
    await run(go, build, { cwd: module, env: { CGO_ENABLED: '0' } });
    rmSync(module, { recursive: true });
  },
  async check(folder, run) {
    const said = await run(join(folder, 'go2rtc'), ['-version']);
    if (!said.includes(`version ${version.slice(1)} `)) throw new Error(`it says it is "${said.trim()}"`);
  },
});

function hasGo(): boolean {
  const { stdout } = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', cwd: '/' });
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  return Number(major) === neededGo[0] && Number(minor) >= neededGo[1];
}

/** Debian 12's Go is too old; a newer Debian's is a static program and runs from any folder. */
async function unpackedGo(run: Run): Promise<string> {
  const root = join(downloads, 'go-toolchain');
  rmSync(root, { recursive: true, force: true });
  await unpackFromForky(['golang-1.26-go'], root, run);
  return join(root, 'usr/lib/go-1.26/bin/go');
}
