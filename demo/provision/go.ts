import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloads } from '../paths.ts';
import { hostPackages, unpackFromForky } from './debian.ts';
import { folderStep, type FolderStep, type Run } from './step.ts';

/** Of the newest of our programs. */
const neededGo = [1, 26] as const;

export interface GoProgram {
  /** Of the finished program and of its folder. */
  readonly name: string;
  readonly title: string;
  readonly module: string;
  /** With the v. */
  readonly version: string;
  /** What is built, in the module; its root unless said otherwise. */
  readonly package?: string;
  /** The flag at which it tells its version. */
  readonly versionFlag: string;
}

/** A step that builds a program of a Go module at one version; the program lies in the step's folder. */
export function goProgram({ name, title, module, version, package: path = '', versionFlag }: GoProgram): FolderStep {
  return folderStep({
    name,
    title: `${title} ${version.slice(1)}`,
    hint: 'Check the network and start again; what was downloaded is kept.',
    after: hasGo() ? [] : [hostPackages],
    ingredients: [version],
    async build(into, _folder, run) {
      // A module around it: `go install` does not work for all, and built from its own sources one calls itself +dev.
      const around = join(into, 'module');
      mkdirSync(around);
      writeFileSync(join(around, 'go.mod'), `module stack\ngo ${neededGo.join('.')}.0\nrequire ${module} ${version}\n`);
      const flags = ['-mod=mod', '-trimpath', '-ldflags', '-s -w'];
      const go = hasGo() ? 'go' : await unpackedGo(run);
      const build = ['build', ...flags, '-o', join(into, name), module + path];
      await run(go, build, { cwd: around, env: { CGO_ENABLED: '0' } });
      rmSync(around, { recursive: true });
    },
    async check(folder, run) {
      const said = await run(join(folder, name), [versionFlag]);
      if (!`${said.trim()} `.includes(`version ${version.slice(1)} `))
        throw new Error(`it says it is "${said.trim()}"`);
    },
  });
}

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
