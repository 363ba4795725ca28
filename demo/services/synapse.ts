import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { configuration, homeserverUrl, logConfiguration } from '../matrix/configuration.ts';
import { startProcess, type Context, type Service } from '../processes.ts';
import { pythonOf, synapse } from '../provision/python.ts';
import { answers } from '../wait.ts';

export interface Synapse extends Service {
  /**
   * Stops it and starts it again with all it remembers.
   * @param tokenService of MatrixRTC calls, which it tells clients of; null: it has none
   */
  restart(tokenService: string | null): Promise<void>;
}

/** The homeserver, without limits on how often one may do what. */
export async function startSynapse(context: Context): Promise<Synapse> {
  const folder = join(context.state, 'synapse');
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'homeserver.yaml');
  const configure = (tokenService: string | null) => writeFileSync(configFile, configuration(folder, tokenService));
  configure(null);
  writeFileSync(join(folder, 'log.yaml'), logConfiguration);
  const args = ['-m', 'synapse.app.homeserver', '--config-path', configFile];
  if (!existsSync(join(folder, 'signing.key')))
    await promisify(execFile)(pythonOf(synapse.folder), [...args, '--generate-keys']);
  let running = await run(context, folder, args);
  return {
    name: 'Synapse',
    stop: () => running.stop(),
    async restart(tokenService) {
      await running.stop();
      configure(tokenService);
      running = await run(context, folder, args);
    },
  };
}

function run(context: Context, folder: string, args: readonly string[]): Promise<Service> {
  return startProcess(context, {
    name: 'Synapse',
    command: pythonOf(synapse.folder),
    args,
    cwd: folder,
    env: { PYTHONDONTWRITEBYTECODE: undefined },
    ready: () => answers(`${homeserverUrl}/_matrix/client/versions`),
    readyTimeout: 60_000,
  });
}
